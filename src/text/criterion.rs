//! What criteria, waivers and evidence say, in words.

use jiff::civil::Date;

use super::day::{day, relative_day};
use super::report::running_time;
use crate::gate::{AnswerKind, Measure, measure};
use crate::plan::{Proof, Release};
use crate::readiness::{WaiverStanding, counts_as};

/// How the criteria stand, in a line: "31 of 38 met, 1 not met". A waiver that has ended counts as not met.
#[must_use]
pub fn criteria(release: &Release, today: Date) -> String {
    let count = |kind| release.criteria.iter().filter(|it| counts_as(&it.answer, today) == kind).count();
    if release.criteria.is_empty() {
        return "Nothing is asked of this release yet.".to_owned();
    }
    let open = [
        (AnswerKind::NotMet, "not met"),
        (AnswerKind::Unanswered, "not answered"),
        (AnswerKind::Waived, "waived"),
        (AnswerKind::NotApplicable, "not applicable"),
    ];
    let open = open.iter().map(|(kind, word)| (count(*kind), word)).filter(|(count, _)| *count > 0);
    let open: Vec<String> = open.map(|(count, word)| format!("{count} {word}")).collect();
    let met = format!("{} of {} met", count(AnswerKind::Met), release.criteria.len());
    let review = release.criteria_list.review.map(|on| format!(" The list is reviewed by {}.", day(on)));
    format!("{}.{}", [vec![met], open].concat().join(", "), review.unwrap_or_default())
}

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

/// How a measured value lies to what was asked for, where the two can be compared.
#[must_use]
pub fn measured(value: &str, threshold: &str) -> Option<&'static str> {
    measure(value, threshold).map(|measure| match measure {
        Measure::Within => "within the threshold",
        Measure::Beyond => "beyond the threshold",
    })
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
            (value, threshold) => {
                let verdict = measured(value, threshold).map(|verdict| format!(", {verdict}")).unwrap_or_default();
                format!("{value}; asked for: {threshold}{verdict}")
            }
        },
    }
}
