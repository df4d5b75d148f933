//! A forecast that is put down in the plan: what it keeps of an outcome, and whether it still is about this plan.

use std::fmt::Write;

use jiff::civil::Date;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::calibration::{band, forecast};
use super::simulation::{Influence, Measure, Outcome, Scenario};
use crate::plan::{Decimal, Forecast, ForecastBand, ForecastInfluence, ForecastOfStrategy, Release, Strategy};

/// So many of the inputs that matter most are put down with a forecast.
pub const NAMED_INFLUENCES: usize = 3;

/// The seed where the plan names none. Any number does: the same one gives the same figures.
pub const USUAL_SEED: u32 = 1;

/// How many trials are made where the plan does not say.
pub const USUAL_TRIALS: u32 = 10_000;

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

/// What is put down of an outcome: the chosen strategy in full, each of the others for comparison, the inputs that matter
/// most, and what it was worked out from. Nothing where the chosen strategy was not simulated.
#[must_use]
pub fn recorded(
    outcome: &Outcome,
    influences: &[Influence],
    scenario: &Scenario,
    strategy: Strategy,
    (by, on): (&str, Date),
) -> Option<Forecast> {
    let chosen = forecast(outcome, strategy)?;
    let compared = outcome.strategies.iter().filter_map(|said| Some(of_strategy(forecast(outcome, said.strategy)?)));
    Some(Forecast {
        compared: compared.collect(),
        influences: influences.iter().take(NAMED_INFLUENCES).map(influence).collect(),
        scenario: fingerprint(scenario),
        by: by.trim().to_owned(),
        on: Some(on),
        ..chosen
    })
}

fn of_strategy(said: Forecast) -> ForecastOfStrategy {
    let Forecast { strategy, exposed, hit, lost_hours, finish, peak_desk, cost, back_out, meets_date, .. } = said;
    ForecastOfStrategy { strategy, exposed, hit, lost_hours, finish, peak_desk, cost, back_out, meets_date }
}

fn influence(of: &Influence) -> ForecastInfluence {
    let ([low, high], [cheapest_low, cheapest_high]) = (of.range.map(Decimal::nearest), of.winners);
    ForecastInfluence { input: of.input.about().key.to_owned(), low, high, cheapest_low, cheapest_high }
}

/// The band of a measure in what a forecast said of a strategy; nothing where it says nothing.
#[must_use]
pub fn band_of(said: &ForecastOfStrategy, measure: Measure) -> Option<&ForecastBand> {
    let band = match measure {
        Measure::Exposed => &said.exposed,
        Measure::Hit => &said.hit,
        Measure::LostHours => &said.lost_hours,
        Measure::Finish => &said.finish,
        Measure::PeakDesk => &said.peak_desk,
        Measure::Cost => &said.cost,
        Measure::BackedOut | Measure::PeakLink | Measure::Backlog => return None,
    };
    (*band != ForecastBand::default()).then_some(band)
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
        "inputs": Value::Object(inputs.collect()),
        "figures": Value::Object(figures.collect()),
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

/// Whether what came of a measure lay in the band that holds eight trials in ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// It did.
    Inside,
    /// It lay below.
    Below,
    /// It lay above.
    Above,
}

/// How what came about compares with the forecast's band; nothing where the forecast says nothing of the measure.
#[must_use]
pub fn against(forecast: &Forecast, measure: Measure, truth: f64) -> Option<Against> {
    let band = band(forecast, measure)?;
    // An end that is absent is one that no trial reached.
    let end = |of: Option<Decimal>| of.map_or(f64::INFINITY, Decimal::get);
    Some(if truth < end(band.p10) {
        Against::Below
    } else if truth > end(band.p90) {
        Against::Above
    } else {
        Against::Inside
    })
}
