//! What is found on the readiness review: whether it was held, what it left open, and where capacity is short.

use super::assess::Tally;
use super::automatic::automatic;
use super::code::Code;
use super::finding::{Place, Section};
use crate::gate::{is_settled, review_was_held};
use crate::plan::{CapacityIssue, CheckState, Choice, Release, Severity};

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    let record = &release.review.record;
    if review_was_held(record, tally.today) {
        tally.done(Section::Review);
        points(release, tally);
    } else {
        tally.advice(Code::ReviewNotHeld, Place::field(Section::Review, "held"), "", "");
    }
    for issue in &release.review.capacity {
        capacity(release, issue, tally);
    }
}

/// What the review saw and did not find to be in order. What the plan answers itself is cured where the plan is.
fn points(release: &Release, tally: &mut Tally) {
    let record = &release.review.record;
    if record.points.is_empty() {
        tally.advice(Code::ReviewPointOpen, Place::field(Section::Review, "usual_points"), "", "");
    }
    for point in &record.points {
        let checked = point.check.map(|check| (check, automatic(check, release, tally.today)));
        let word = match checked.as_ref().map_or(point.state, |(_, checked)| checked.state) {
            CheckState::Failed => "failed",
            CheckState::Open => "open",
            CheckState::Done | CheckState::NotApplicable => continue,
        };
        match checked {
            Some((check, checked)) => {
                let asked = if point.text.trim().is_empty() { check.label() } else { &point.text };
                tally.advice_in(Section::Review, Code::ReviewPointOpen, checked.place, asked, word);
            }
            None => {
                let place = Place::entry(Section::Review, point.id, "state");
                tally.advice(Code::ReviewPointOpen, place, &point.text, word);
            }
        }
    }
}

/// An open issue is a condition where somebody sees to it by a day and it is not grave; else it blocks.
fn capacity(release: &Release, issue: &CapacityIssue, tally: &mut Tally) {
    if is_settled(issue, tally.today) {
        tally.done(Section::Review);
        return;
    }
    let place = |field| Place::entry(Section::Review, issue.id, field);
    let overdue = match issue.due.filter(|due| *due < tally.today) {
        Some(_) => ", overdue",
        None => "",
    };
    let owned = release.person_name(issue.owner).is_some();
    let (field, why) = match (issue.severity, owned, issue.due) {
        (Severity::High | Severity::Critical, _, _) => ("severity", issue.severity.label().to_lowercase()),
        (_, false, None) => ("owner", "without owner and day".to_owned()),
        (_, false, Some(_)) => ("owner", "without owner".to_owned()),
        (_, true, None) => ("due", "without day".to_owned()),
        (_, true, Some(due)) => {
            let detail = format!("{due}{overdue}");
            tally.condition(Code::CapacityIssueOpen, place("closed"), &issue.title, detail);
            return;
        }
    };
    tally.blocker(Code::CapacityIssueBlocks, place(field), &issue.title, format!("{why}{overdue}"));
}
