//! A second, naive model of the rollout, and whether the simulation agrees with it.
//!
//! The simulation computes with order statistics per group, so that its cost does not grow with people. This model has a
//! record for every person and looks at each of them in turn: slow, but close to the words of the conventions. It is made from
//! those words alone, and what it says must be what the simulation says, within the error of both.

mod chance;
mod closed_forms;
mod compare;
mod delivery;
mod desk;
mod model;
mod people;
mod scenarios;

use rollcall::plan::{Choice, Strategy};
use rollcall::rollout::simulate;
use scenarios::{Case, FEW, LONG, QUICK};

/// The differences between both models over some cases, one a line.
fn compare(cases: &[Case], engine_trials: u32, naive_trials: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, case) in cases.iter().enumerate() {
        let scenario = case.scenario();
        let outcome = simulate(&scenario, 7 + at as u64, engine_trials);
        let samples = compare::sample(&scenario, &outcome, 1_000 + at as u64, naive_trials);
        let (differences, worst) = compare::differences(&scenario, &outcome, &samples);
        println!("{}: {} differences, largest {worst:.2} of what is allowed", case.name, differences.len());
        lines.extend(differences.iter().map(|it| {
            let Strategy { approach, delivery } = it.strategy;
            let (approach, delivery) = (approach.key(), delivery.key());
            let [engine, naive, allowed] = [it.engine, it.naive, it.allowed].map(|figure| format!("{figure:.4}"));
            format!("{}: {approach}/{delivery} {}: {engine}, naive {naive}, allowed {allowed}", case.name, it.what)
        }));
    }
    lines
}

#[test]
fn a_naive_model_agrees_with_the_simulation() {
    let differences = compare(QUICK, 2_000, 300);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn a_naive_model_agrees_with_the_simulation_for_few_people() {
    let differences = compare(FEW, 2_500, 800);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// How many trials of the naive model each of many cases gets: few, because it is slow. `ROLLCALL_NAIVE_TRIALS=1500` asks for
/// as many as a thorough look takes, which is minutes; better with `CARGO_PROFILE_TEST_OPT_LEVEL=2`.
fn naive_trials() -> usize {
    std::env::var("ROLLCALL_NAIVE_TRIALS").ok().and_then(|trials| trials.parse().ok()).unwrap_or(60)
}

#[test]
fn a_naive_model_agrees_with_the_simulation_in_many_cases() {
    let trials = naive_trials();
    let differences = compare(LONG, u32::try_from(trials * 7).unwrap(), trials);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
