//! A forecast that is put down in the plan: what it keeps of an outcome, and whether it still is about this plan.

use std::fmt::Write;

use jiff::civil::Date;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::calibration::forecast;
use super::simulation::{FirstWaves, Influence, Outcome, Scenario};
use crate::order;
use crate::plan::{Count, Decimal, Forecast, ForecastInfluence, ForecastOfFirstWave, Release, Strategy};

/// So many of the inputs that matter most are put down with a forecast.
pub const NAMED_INFLUENCES: usize = 3;

/// The seed where the plan names none. Any number does: the same one gives the same figures.
pub const USUAL_SEED: u32 = 1;

/// How many trials are made where the plan does not say.
pub const USUAL_TRIALS: u32 = 10_000;

/// Each value of an input is tried with so many trials when the inputs that matter most are looked for.
pub const SEARCH_TRIALS: u32 = 200;

/// Each size of the first wave is tried with so many trials.
pub const SIZE_TRIALS: u32 = 1_000;

/// So many letters of the digest are kept: 64 bits, of which two plans of one release share none by chance.
const FINGERPRINT: usize = 16;

/// Whether the forecast in a plan still is about this plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForecastStanding {
    /// It is.
    Current,
    /// It is of another strategy than the one that is chosen.
    OtherStrategy,
    /// People, waves or inputs have changed since it was put down.
    Changed,
}

/// What came of simulating a scenario.
#[derive(Debug, Clone, Copy)]
pub struct Simulated<'a> {
    /// What was simulated.
    pub scenario: &'a Scenario,
    /// What each strategy comes to.
    pub outcome: &'a Outcome,
    /// The inputs that matter most; empty where nobody looked for them.
    pub influences: &'a [Influence],
    /// The sizes of the first wave; empty where nobody tried them.
    pub first_waves: &'a [FirstWaves],
}

/// What is put down of an outcome: the chosen strategy, what it says of each, the inputs that matter most, the sizes of the
/// first wave where the strategy has one, and what it was worked out from. Nothing where the chosen strategy was not simulated.
#[must_use]
pub fn recorded(simulated: Simulated, strategy: Strategy, (by, on): (&str, Date)) -> Option<Forecast> {
    let Simulated { scenario, outcome, influences, first_waves } = simulated;
    outcome.of(strategy)?;
    let sizes = first_waves.iter().find(|found| found.strategy == strategy);
    Some(Forecast {
        strategy: Some(strategy),
        compared: outcome.strategies.iter().map(forecast).collect(),
        influences: influences.iter().take(NAMED_INFLUENCES).map(influence).collect(),
        first_waves: sizes.map(sizes_put_down).unwrap_or_default(),
        first_wave: sizes.map(|found| Count(found.planned)),
        scenario: fingerprint(scenario),
        seed: u32::try_from(outcome.seed).ok(),
        trials: Some(Count(outcome.trials)),
        by: by.trim().to_owned(),
        on: Some(on),
    })
}

/// What the sizes of the first wave come to, as it is put down with a forecast.
#[must_use]
pub fn sizes_put_down(of: &FirstWaves) -> Vec<ForecastOfFirstWave> {
    let size = |size: &super::simulation::FirstWave| ForecastOfFirstWave {
        people: Count(size.people),
        exposed: Decimal::nearest(size.exposed.value),
        noticed: Decimal::nearest(size.noticed.value * 100.0),
    };
    of.sizes.iter().map(size).collect()
}

fn influence(of: &Influence) -> ForecastInfluence {
    let ([low, high], [cheapest_low, cheapest_high]) = (of.range.map(Decimal::nearest), of.winners);
    ForecastInfluence { input: of.input.about().key.to_owned(), low, high, cheapest_low, cheapest_high }
}

/// The fingerprint of what is simulated: the same for as long as the same trials come of it. Names, days and who entered an
/// input do not count, nor does moving the whole plan by some days.
#[must_use]
pub fn fingerprint(scenario: &Scenario) -> String {
    let mut said = String::new();
    let sites: Vec<&str> = scenario.crowds.iter().map(|crowd| crowd.site.as_str()).collect();
    for crowd in &scenario.crowds {
        // Which crowds share a site counts, and not what it is called.
        let site = sites.iter().position(|site| *site == crowd.site);
        // Writing to a text cannot fail.
        let _ = writeln!(said, "{} {site:?} {:?} {:?} {:?}", crowd.people, crowd.link, crowd.trained, crowd.wave);
    }
    for wave in &scenario.waves {
        let _ = writeln!(said, "{:?} {:?}", wave.bake, wave.target);
        // A start that holds nothing up is as good as none.
        if let Some(start) = wave.start.filter(|start| *start > 0.0) {
            let _ = writeln!(said, "not before {start:?}");
        }
    }
    for used in scenario.used() {
        let _ = writeln!(said, "{} {:?}", used.input.about().key, used.value);
    }
    let digest = Sha256::digest(said.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>().chars().take(FINGERPRINT).collect()
}

/// The figures of an outcome by name, with the inputs that gave them, for people who check them with tools of their own. What
/// never comes about is null.
#[must_use]
pub fn figures_to_json(outcome: &Outcome, scenario: &Scenario) -> Value {
    let figures = outcome.figures().into_iter().map(|(name, value)| (name, Value::from(value)));
    let inputs = scenario.used().map(|used| (used.input.about().key.to_owned(), Value::from(used.value)));
    json!({
        "seed": outcome.seed,
        "trials": outcome.trials,
        "people": outcome.people,
        "scenario": fingerprint(scenario),
        "inputs": Value::Object(order::gathered(inputs)),
        "figures": Value::Object(order::gathered(figures)),
    })
}

/// Whether the forecast in a plan still is about this plan; nothing where none is put down. Trained people are counted as on
/// the day on which it was put down.
#[must_use]
pub fn forecast_standing(release: &Release) -> Option<ForecastStanding> {
    let forecast = release.after.forecast.as_ref()?;
    let chosen = release.strategy.choice.as_ref().map(|choice| choice.strategy);
    if chosen.is_some() && forecast.strategy != chosen {
        return Some(ForecastStanding::OtherStrategy);
    }
    let day = forecast.on.unwrap_or(Date::MIN);
    let same = forecast.scenario.is_empty() || forecast.scenario == fingerprint(&Scenario::of(release, day));
    Some(if same { ForecastStanding::Current } else { ForecastStanding::Changed })
}
