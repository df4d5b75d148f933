//! How good forecasts were, in sentences.

use super::figure::chance;
use crate::rollout::{Against, Brier, Coverage};

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
    } else if score < 0.25 {
        "better than saying 50 % each time"
    } else {
        "no better than saying 50 % each time"
    };
    format!(
        "Brier score {score:.2} for {what}, where 0 is perfect: {judged}. It came about in {} of {}, with {} forecast on average.",
        of.came_about,
        of.releases,
        chance(mean)
    )
}
