//! The check list before the CAB in words, and how often RFCs are refused.

use crate::plan::Choice;
use crate::readiness::{CabPoint, FEWEST_DECISIONS, Lack, Missing, REJECTIONS_ARE_MANY, Rejections};

/// What a point lacks, as a sentence; what it would like besides, where it lacks nothing; else nothing.
#[must_use]
pub fn point_lacks(point: &CabPoint) -> Option<String> {
    if !point.fulfilled {
        return Some(format!("Missing: {}.", listed(&point.missing)));
    }
    (!point.advice.is_empty()).then(|| format!("Would help: {}.", listed(&point.advice)))
}

/// How many points are missing: "2 points missing"; nothing where none is.
#[must_use]
pub fn points_missing(points: &[CabPoint]) -> Option<String> {
    match points.iter().filter(|point| !point.fulfilled).count() {
        0 => None,
        1 => Some("1 point missing".to_owned()),
        count => Some(format!("{count} points missing")),
    }
}

/// How many RFCs were refused, as a sentence.
#[must_use]
pub fn rejections_in_words(of: &Rejections) -> String {
    let decided = match of.decided {
        0 => return "The CAB has not decided on any RFC yet.".to_owned(),
        1 => "1 RFC was decided".to_owned(),
        count => format!("{count} RFCs were decided"),
    };
    match (of.refused, of.rate()) {
        (0, _) => format!("{decided}; none was refused."),
        (refused, rate) => {
            let were = if refused == 1 { "was" } else { "were" };
            format!("{decided}; {refused} of them {were} refused, {} %.", rate.unwrap_or_default().get())
        }
    }
}

/// What follows from the share of refusals.
#[must_use]
pub fn rejections_mean(of: &Rejections) -> String {
    if of.are_many() {
        format!(
            "More than {REJECTIONS_ARE_MANY} % is high: look into how RFCs are prepared, beginning with the first reason."
        )
    } else if of.decided < FEWEST_DECISIONS {
        format!("With fewer than {FEWEST_DECISIONS} decisions, the share says little yet.")
    } else {
        format!("Up to {REJECTIONS_ARE_MANY} % is nothing to look into.")
    }
}

/// A reason as it is listed; what stands for one that nobody gave.
#[must_use]
pub fn reason_or_none(reason: &str) -> &str {
    if reason.is_empty() { "No reason given" } else { reason }
}

/// The first few things in a row, each with its name where it has one.
fn listed(all: &[Missing]) -> String {
    const SHOWN: usize = 4;
    let mut words: Vec<String> = all.iter().take(SHOWN).map(one).collect();
    if all.len() > SHOWN {
        words.push(format!("{} more", all.len() - SHOWN));
    }
    words.join("; ")
}

fn one(missing: &Missing) -> String {
    match (missing.lack, missing.of.as_str()) {
        (lack, "") => lack.label().to_owned(),
        (Lack::Version, of) => format!("the version of “{of}” after the release"),
        (Lack::OpenDay, of) => format!("a window clear of “{of}”"),
        (Lack::Response, of) => format!("a response to “{of}”"),
        (Lack::RiskOwner, of) => format!("an owner of “{of}”"),
        (Lack::SeniorSignature, of) => format!("the signature of {}", super::lower_first(of)),
        (lack, of) => format!("{}: “{of}”", lack.label()),
    }
}
