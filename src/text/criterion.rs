//! What waivers and evidence say, in words.

use jiff::civil::Date;

use super::day::{day, relative_day};
use super::report::running_time;
use crate::plan::Proof;
use crate::readiness::WaiverStanding;

/// How a waiver stands: "In force until Thu 14 Mar 2026, in 12 days".
#[must_use]
pub fn waiver(standing: WaiverStanding, today: Date) -> String {
    match standing {
        WaiverStanding::Incomplete => "Incomplete: it counts once it names who, why and until when.".to_owned(),
        WaiverStanding::Expired(until) => {
            format!("Expired: it ended on {}, {}.", day(until), relative_day(today, until))
        }
        WaiverStanding::EndsBeforeGoLive(until) => format!("It ends on {}, before go-live.", day(until)),
        WaiverStanding::InForce(until) => format!("In force until {}, {}.", day(until), relative_day(today, until)),
    }
}

/// What a piece of evidence shows: "412 passed, 3 failed". Empty where it says nothing.
#[must_use]
pub fn proof(proof: &Proof) -> String {
    match proof {
        Proof::Note { text } => text.trim().to_owned(),
        Proof::Link { url } => url.trim().to_owned(),
        Proof::TestReport { passed, failed, skipped, milliseconds, .. } => {
            let skipped = if *skipped == 0 { String::new() } else { format!(", {skipped} skipped") };
            let time = milliseconds.map(|time| format!(" in {}", running_time(time))).unwrap_or_default();
            format!("{passed} passed, {failed} failed{skipped}{time}")
        }
        Proof::ScanReport { tool, errors, warnings, notes, unfinished } => {
            let tool = if tool.trim().is_empty() { String::new() } else { format!("{}: ", tool.trim()) };
            let unfinished = if *unfinished { "; it did not come to its end" } else { "" };
            format!("{tool}{errors} errors, {warnings} warnings, {notes} notes{unfinished}")
        }
        Proof::Measured { value, threshold } => match (value.trim(), threshold.trim()) {
            ("", "") => String::new(),
            (value, "") => value.to_owned(),
            ("", threshold) => format!("not measured; asked for: {threshold}"),
            (value, threshold) => format!("{value}; asked for: {threshold}"),
        },
    }
}
