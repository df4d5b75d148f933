//! The simulation: closed forms within its own error, properties of paired draws, and that it says the same everywhere.

mod calibration;
mod closed_forms;
mod command;
mod few;
mod first_wave;
mod golden;
mod inputs;
mod planned_starts;
mod properties;

use rollcall::plan::{Approach, Delivery, Strategy};
use rollcall::rollout::simulation::{
    Crowd, Estimate, Figure, Input, Measure, Outcome, PlannedWave, Scenario, StrategyOutcome, simulate,
};

pub fn strategy(approach: Approach, delivery: Delivery) -> Strategy {
    Strategy { approach, delivery }
}

pub const PUSHED: Strategy = Strategy { approach: Approach::BigBang, delivery: Delivery::Push };
pub const PULLED: Strategy = Strategy { approach: Approach::BigBang, delivery: Delivery::Pull };
pub const IN_WAVES: Strategy = Strategy { approach: Approach::Phased, delivery: Delivery::Push };
pub const ALONGSIDE: Strategy = Strategy { approach: Approach::Parallel, delivery: Delivery::Push };

/// People at a site with a link of 100 Mbit/s.
pub fn crowd(people: u32, site: &str, wave: Option<usize>) -> Crowd {
    let (name, site) = (format!("People at {site}"), site.to_owned());
    Crowd { name, people, site, link: Some(100.0), trained: None, wave }
}

pub fn wave(bake: f64, target: f64) -> PlannedWave {
    PlannedWave { bake: Some(bake), target: Some(target), ..PlannedWave::default() }
}

/// People at once: installed in no time, a defect in every trial that hits everybody, no monitoring, decisions and back-outs in
/// no time. What a test is about it changes.
pub fn bare(people: u32) -> Scenario {
    let settings = [
        (Input::DefectChance, 100.0),
        (Input::Susceptible, 100.0),
        (Input::HitRate, 1.0),
        (Input::ReportsNeeded, 1.0),
        (Input::MonitoringChance, 0.0),
        (Input::DecisionMedian, 0.01),
        (Input::DecisionSpread, 1.0),
        (Input::BackOutFixed, 0.0),
        (Input::BackOutRate, 1_000_000.0),
        (Input::InstallFailure, 0.0),
        (Input::InstallMinutes, 0.0),
        (Input::PackageSize, 0.0),
        (Input::UsableShare, 100.0),
        (Input::PeerShare, 0.0),
    ];
    let scenario = Scenario::with_crowds(vec![crowd(people, "here", None)]);
    settings.into_iter().fold(scenario, |scenario, (input, value)| scenario.with(input, value))
}

pub fn one(scenario: &Scenario, strategy: Strategy, trials: u32) -> StrategyOutcome {
    let outcome = simulate(&scenario.clone().only(&[strategy]), 11, trials);
    outcome.strategies.into_iter().next().unwrap()
}

pub fn figure(of: &StrategyOutcome, measure: Measure) -> &Figure {
    of.figure(measure).unwrap()
}

pub fn mean(of: &StrategyOutcome, measure: Measure) -> f64 {
    figure(of, measure).mean.unwrap().value
}

/// Whether an estimate agrees with what it should be: within five of its standard errors, as its interval has 1.96 of them to
/// each side, and within a thousandth for what the curves are read to.
#[track_caller]
pub fn agrees(estimate: Estimate, exact: f64) {
    let error = (estimate.high - estimate.low) / 2.0 / 1.96;
    let allowed = 5.0 * error + 1e-3 * exact.abs() + 1e-9;
    assert!((estimate.value - exact).abs() <= allowed, "{estimate:?} and not {exact}, {allowed} allowed");
}

pub fn names(outcome: &Outcome) -> Vec<(String, f64)> {
    outcome.figures()
}
