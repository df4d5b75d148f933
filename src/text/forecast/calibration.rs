//! How good forecasts were, in sentences.

use super::figure::{amount, chance, measure_name, value};
use crate::plan::{ActualFigures, AfterGoLive, Decimal, Forecast};
use crate::rollout::simulation::Measure;
use crate::rollout::{Against, Brier, Coverage, FORECAST, Implausible, against, band, truth};
use crate::text::{counted, day_and_time, from_to, in_currency};

/// A figure that was forecast, beside what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What it is.
    pub name: &'static str,
    /// The band that holds eight trials in ten, or that there is no forecast.
    pub forecast: String,
    /// What came of it, or that it is not known.
    pub actual: String,
    /// How the one lies to the other; nothing where either is not known.
    pub against: Option<Against>,
}

/// Each figure that is forecast, beside what came of it.
#[must_use]
pub fn compared(after: &AfterGoLive, currency: &str) -> Vec<Compared> {
    let (forecast, actual) = (after.forecast.as_ref().and_then(Forecast::chosen), after.actual.as_ref());
    let of = |measure: &Measure| {
        let said = |of: Option<Decimal>| value(*measure, of, currency);
        let band = forecast.and_then(|forecast| band(forecast, *measure));
        let truth = actual.and_then(|actual| truth(actual, *measure).map(|truth| (actual, truth)));
        Compared {
            name: measure_name(*measure, currency),
            forecast: band.map_or_else(|| "no forecast".to_owned(), |band| from_to(said(band.p10), &said(band.p90))),
            actual: truth
                .map_or_else(|| "not known".to_owned(), |(actual, truth)| came_to(actual, *measure, truth, currency)),
            against: truth.zip(forecast).and_then(|((_, truth), forecast)| against(forecast, *measure, truth)),
        }
    };
    FORECAST.iter().map(of).collect()
}

/// What came of a measure; money to its last digit, as it was entered.
fn came_to(actual: &ActualFigures, measure: Measure, truth: f64, currency: &str) -> String {
    match actual.cost.filter(|_| measure == Measure::Cost) {
        Some(cost) => in_currency(cost, currency),
        None => amount(measure, truth, currency),
    }
}

/// What cannot be so about an actual figure, and what to do about it.
#[must_use]
pub fn cannot_be(of: Implausible) -> String {
    match of {
        Implausible::BeforeItBegan(began) => {
            format!("This lies before the first wave began. Choose {} or later.", day_and_time(began))
        }
        Implausible::MoreThanAll(all) => {
            format!("The release reaches {}. Enter {all} or fewer.", counted(all, "person", "people"))
        }
    }
}

/// How what came about lies to the band that holds eight trials in ten.
#[must_use]
pub fn against_word(of: Against) -> &'static str {
    match of {
        Against::Inside => "in the band",
        Against::Below => "below the band",
        Against::Above => "above the band",
    }
}

/// How many releases it rests on.
#[must_use]
pub fn judged(releases: u32) -> String {
    match releases {
        0 => "No release has both a forecast and actual figures yet.".to_owned(),
        1 => "One release has both a forecast and actual figures: too few to judge by.".to_owned(),
        few if few < 10 => format!("It rests on {few} releases: an indication, and no more."),
        many => format!("It rests on {many} releases."),
    }
}

/// How often the truth lay in the band, and what to make of it.
#[must_use]
pub fn coverage(of: Coverage) -> String {
    let Some(share) = of.share() else { return "Nothing to compare yet.".to_owned() };
    let said = format!("{} of {} figures lay in the band, {}; 80 % should.", of.inside, of.of(), chance(share));
    let outside = of.of() - of.inside;
    let why = if share >= 0.9 {
        " The bands may be wider than they need be."
    } else if share >= 0.7 {
        " That is about right."
    } else if of.above * 2 > outside {
        " Most of the others lay above: it turned out worse than forecast."
    } else if of.below * 2 > outside {
        " Most of the others lay below: it turned out better than forecast."
    } else {
        " The bands are too narrow."
    };
    said + why
}

/// How good the chances of something were, and what to make of it.
#[must_use]
pub fn brier(of: Brier, what: &str) -> String {
    let (Some(score), Some(mean)) = (of.score, of.mean_chance) else {
        return format!("Of {what} nothing is known yet.");
    };
    let judged = if score < 0.1 {
        "good"
    } else if score < 0.245 {
        "better than saying 50 % each time, which scores 0.25"
    } else if score < 0.255 {
        "no better than saying 50 % each time"
    } else if score < 0.5 {
        "worse than saying 50 % each time, which scores 0.25"
    } else {
        "far worse than saying 50 % each time, which scores 0.25"
    };
    format!(
        "Brier score {score:.2} for {what}, where 0 is perfect: {judged}. It came about in {} of {}, with {} forecast on average.",
        of.came_about,
        of.releases,
        chance(mean)
    )
}
