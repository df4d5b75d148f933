//! The figures of one plan, put down: they must not move by themselves, and a browser must come to the same.

use std::collections::BTreeMap;
use std::fs;

use jiff::civil::date;
use rollcall::plan_file::read_plan;
use rollcall::rollout::Scenario;
use rollcall::rollout::simulation::simulate;
use serde_json::Value;

const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plans/simulated.json");
const FIGURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plans/simulated.figures.json");

#[test]
fn the_figures_of_a_plan_stay_as_they_are() {
    let plan = read_plan(&fs::read(PLAN).unwrap()).unwrap();
    let outcome = simulate(&Scenario::of(&plan.release, date(2026, 3, 1)), 7, 200);
    // Means, percentiles and chances; what is infinite is null.
    let kept = |name: &str| name.ends_with("/value") && !name.contains("/than/") && name.matches('/').count() < 6;
    let figures: BTreeMap<String, Option<f64>> = outcome
        .figures()
        .into_iter()
        .filter(|(name, _)| kept(name) && !name.contains("/adoption/") && !name.contains("/desk/"))
        .map(|(name, value)| (name, value.is_finite().then_some(value)))
        .collect();
    if std::env::var_os("ROLLCALL_BLESS").is_some() {
        fs::write(FIGURES, serde_json::to_string_pretty(&figures).unwrap() + "\n").unwrap();
    }
    let expected: BTreeMap<String, Value> = serde_json::from_slice(&fs::read(FIGURES).unwrap()).unwrap();
    assert_eq!(figures.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (name, value) in &figures {
        match (value, expected[name].as_f64()) {
            (None, None) => {}
            (Some(value), Some(expected)) => {
                assert!(
                    (value - expected).abs() <= 1e-9 * expected.abs().max(1e-3),
                    "{name}: {value} and not {expected}"
                );
            }
            (value, expected) => panic!("{name}: {value:?} and not {expected:?}"),
        }
    }
    assert!(figures.len() > 300, "{}", figures.len());
}
