//! How good forecasts have been: what the simulation said before go-live against what came of it, over releases.

use super::simulation::{Measure, Outcome};
use crate::plan::{ActualFigures, Count, Decimal, Forecast, ForecastBand, Release, Strategy};

/// The measures that are put down before go-live and compared afterwards.
pub const FORECAST: [Measure; 6] =
    [Measure::Exposed, Measure::Hit, Measure::LostHours, Measure::Finish, Measure::PeakDesk, Measure::Cost];

/// How often the truth lay in the band from the 10th to the 90th percentile, which should hold it eight times in ten.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How often it did.
    pub inside: u32,
    /// How often it lay below.
    pub below: u32,
    /// How often it lay above.
    pub above: u32,
}

/// How good the chances were that were forecast of something that then came about or did not.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Brier {
    /// Brier's score: the mean of (chance − outcome)², the outcome being 1 or 0. 0 is perfect, and always saying 50 % has
    /// 0.25. Nothing without a release to judge by. (G. W. Brier, Monthly Weather Review 78, 1950, for one event.)
    pub score: Option<f64>,
    /// How many releases it is about.
    pub releases: u32,
    /// In how many it came about.
    pub came_about: u32,
    /// The mean of the chances.
    pub mean_chance: Option<f64>,
}

/// How good forecasts have been.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Calibration {
    /// How many releases have a forecast and actual figures.
    pub releases: u32,
    /// Each measure of [`FORECAST`], in that order.
    pub measures: Vec<(Measure, Coverage)>,
    /// All measures together.
    pub overall: Coverage,
    /// The chances of a back-out.
    pub back_out: Brier,
    /// The chances to meet the date.
    pub date: Brier,
}

impl Coverage {
    /// How many truths there were.
    #[must_use]
    pub fn of(self) -> u32 {
        self.inside + self.below + self.above
    }

    /// The share inside, from 0 to 1; nothing without a truth.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.of() > 0).then(|| f64::from(self.inside) / f64::from(self.of()))
    }

    fn count(&mut self, band: &ForecastBand, truth: f64) {
        // A band without its upper end is one beyond which no trial came to an end.
        let (low, high) = (end(band.p10), end(band.p90));
        if truth < low {
            self.below += 1;
        } else if truth > high {
            self.above += 1;
        } else {
            self.inside += 1;
        }
    }
}

fn end(of: Option<Decimal>) -> f64 {
    of.map_or(f64::INFINITY, Decimal::get)
}

/// The forecast of a strategy, to be put down before go-live. Nothing where it was not simulated.
#[must_use]
pub fn forecast(outcome: &Outcome, strategy: Strategy) -> Option<Forecast> {
    let said = outcome.of(strategy)?;
    let number = |value: f64| value.is_finite().then(|| Decimal::nearest((value * 1e4).round() / 1e4));
    let band = |measure| {
        said.figure(measure).map_or_else(ForecastBand::default, |figure| ForecastBand {
            mean: figure.mean.and_then(|mean| number(mean.value)),
            p10: number(figure.p10.value),
            p50: number(figure.p50.value),
            p90: number(figure.p90.value),
        })
    };
    Some(Forecast {
        strategy: Some(strategy),
        exposed: band(Measure::Exposed),
        hit: band(Measure::Hit),
        lost_hours: band(Measure::LostHours),
        finish: band(Measure::Finish),
        peak_desk: band(Measure::PeakDesk),
        cost: band(Measure::Cost),
        back_out: number(said.back_out.value * 100.0),
        meets_date: number(said.meets_date.value * 100.0),
        seed: u32::try_from(outcome.seed).ok(),
        trials: Some(Count(outcome.trials)),
        ..Forecast::default()
    })
}

/// The band of a measure in a forecast; nothing where it says nothing.
#[must_use]
pub fn band(forecast: &Forecast, measure: Measure) -> Option<&ForecastBand> {
    let band = match measure {
        Measure::Exposed => &forecast.exposed,
        Measure::Hit => &forecast.hit,
        Measure::LostHours => &forecast.lost_hours,
        Measure::Finish => &forecast.finish,
        Measure::PeakDesk => &forecast.peak_desk,
        Measure::Cost => &forecast.cost,
        Measure::BackedOut | Measure::PeakLink | Measure::Backlog => return None,
    };
    (*band != ForecastBand::default()).then_some(band)
}

/// What came of a measure; nothing where nobody knows. What was backed out has no finish: infinity.
#[must_use]
pub fn truth(actual: &ActualFigures, measure: Measure) -> Option<f64> {
    let count = |count: Option<Count>| count.map(|count| f64::from(count.0));
    match measure {
        Measure::Exposed => count(actual.exposed),
        Measure::Hit => count(actual.hit),
        Measure::LostHours => actual.lost_hours.map(Decimal::get),
        Measure::Finish if actual.backed_out == Some(true) => Some(f64::INFINITY),
        Measure::Finish => {
            actual.began.zip(actual.finished).map(|(from, until)| until.duration_since(from).as_secs_f64() / 3600.0)
        }
        Measure::PeakDesk => actual.peak_desk.map(Decimal::get),
        #[allow(clippy::cast_precision_loss, reason = "an amount of any plan is exact in a double")]
        Measure::Cost => actual.cost.map(|cost| cost.0 as f64 / 100.0),
        Measure::BackedOut | Measure::PeakLink | Measure::Backlog => None,
    }
}

/// How good the forecasts of these releases were. Those without a forecast, or without any actual figure, do not count.
#[must_use]
pub fn calibration(releases: &[&Release]) -> Calibration {
    let judged =
        releases.iter().filter_map(|release| release.after.forecast.as_ref().zip(release.after.actual.as_ref()));
    let mut result =
        Calibration { measures: FORECAST.map(|measure| (measure, Coverage::default())).to_vec(), ..Default::default() };
    let (mut back_outs, mut dates) = (Vec::new(), Vec::new());
    for (forecast, actual) in judged {
        result.releases += 1;
        for (measure, coverage) in &mut result.measures {
            if let (Some(band), Some(truth)) = (band(forecast, *measure), truth(actual, *measure)) {
                coverage.count(band, truth);
                result.overall.count(band, truth);
            }
        }
        back_outs.extend(forecast.back_out.zip(actual.backed_out));
        dates.extend(forecast.meets_date.zip(actual.met_date));
    }
    Calibration { back_out: brier(&back_outs), date: brier(&dates), ..result }
}

fn brier(chances: &[(Decimal, bool)]) -> Brier {
    let releases = u32::try_from(chances.len()).unwrap_or(u32::MAX);
    let mean = |of: &dyn Fn(f64, bool) -> f64| {
        let sum: f64 = chances.iter().map(|(chance, came)| of(chance.get() / 100.0, *came)).sum();
        (releases > 0).then(|| sum / f64::from(releases))
    };
    Brier {
        score: mean(&|chance, came| (chance - f64::from(u8::from(came))) * (chance - f64::from(u8::from(came)))),
        releases,
        came_about: u32::try_from(chances.iter().filter(|(_, came)| *came).count()).unwrap_or(u32::MAX),
        mean_chance: mean(&|chance, _| chance),
    }
}
