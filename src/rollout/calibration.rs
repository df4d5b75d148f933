//! How good forecasts have been: what the simulation said before go-live against what came of it, over releases.

use jiff::civil::DateTime;

use super::detection::everyone;
use super::preset::without_size;
use super::simulation::{Measure, StrategyOutcome};
use crate::plan::{ActualFigures, Count, Decimal, Forecast, ForecastBand, ForecastOfStrategy, Release};

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

    fn count(&mut self, against: Against) {
        match against {
            Against::Inside => self.inside += 1,
            Against::Below => self.below += 1,
            Against::Above => self.above += 1,
        }
    }
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
pub fn against(said: &ForecastOfStrategy, measure: Measure, truth: f64) -> Option<Against> {
    let band = band(said, measure)?;
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

/// What is put down before go-live of what the simulation says of a strategy.
#[must_use]
pub fn forecast(said: &StrategyOutcome) -> ForecastOfStrategy {
    let number = |value: f64| value.is_finite().then(|| Decimal::nearest((value * 1e4).round() / 1e4));
    let band = |measure| {
        said.figure(measure).map_or_else(ForecastBand::default, |figure| ForecastBand {
            mean: figure.mean.and_then(|mean| number(mean.value)),
            p10: number(figure.p10.value),
            p50: number(figure.p50.value),
            p90: number(figure.p90.value),
        })
    };
    ForecastOfStrategy {
        strategy: Some(said.strategy),
        exposed: band(Measure::Exposed),
        hit: band(Measure::Hit),
        lost_hours: band(Measure::LostHours),
        finish: band(Measure::Finish),
        peak_desk: band(Measure::PeakDesk),
        cost: band(Measure::Cost),
        back_out: number(said.back_out.value * 100.0),
        meets_date: number(said.meets_date.value * 100.0),
    }
}

/// The band of a measure in what a forecast said of a strategy; nothing where it says nothing.
#[must_use]
pub fn band(said: &ForecastOfStrategy, measure: Measure) -> Option<&ForecastBand> {
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

/// What cannot be so about an actual figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Implausible {
    /// 95 % had it before the first wave began, which was then.
    BeforeItBegan(DateTime),
    /// More people than the release reaches.
    MoreThanAll(Count),
}

/// What cannot be so about what was entered for a measure. Of how many the release reaches nothing is known for as long as one of
/// its groups has no size.
#[must_use]
pub fn implausible(release: &Release, measure: Measure) -> Option<Implausible> {
    let actual = release.after.actual.as_ref()?;
    let people = match measure {
        Measure::Finish => {
            let (began, finished) = actual.began.zip(actual.finished)?;
            return (finished < began).then_some(Implausible::BeforeItBegan(began));
        }
        Measure::Exposed => actual.exposed?,
        Measure::Hit => actual.hit?,
        _ => return None,
    };
    let all = Count(everyone(release));
    let is_known = all.0 > 0 && without_size(release).next().is_none();
    (is_known && people > all).then_some(Implausible::MoreThanAll(all))
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
            let (from, until) = actual.began.zip(actual.finished).filter(|(from, until)| from <= until)?;
            Some(until.duration_since(from).as_secs_f64() / 3600.0)
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
    let said = |release: &'_ &Release| release.after.forecast.as_ref().and_then(Forecast::chosen).cloned();
    let judged = releases.iter().filter_map(|release| said(release).zip(release.after.actual.as_ref()));
    let mut result =
        Calibration { measures: FORECAST.map(|measure| (measure, Coverage::default())).to_vec(), ..Default::default() };
    let (mut back_outs, mut dates) = (Vec::new(), Vec::new());
    for (said, actual) in judged {
        result.releases += 1;
        for (measure, coverage) in &mut result.measures {
            let found = truth(actual, *measure).and_then(|truth| against(&said, *measure, truth));
            if let Some(found) = found {
                coverage.count(found);
                result.overall.count(found);
            }
        }
        back_outs.extend(said.back_out.zip(actual.backed_out));
        dates.extend(said.meets_date.zip(actual.met_date));
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
