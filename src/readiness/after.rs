//! What is found on go-live and what comes after.

use jiff::civil::{Date, DateTime};

use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use crate::days::plus_days;
use crate::gate::has_come;
use crate::plan::{EarlyLifeSupport, Incident, Release, Severity, StepResult};

/// So many days before go-live it should be said what ends the support after it.
const EXIT_DAYS: i64 = 14;
/// Within so many days after go-live its review is held.
const REVIEW_DAYS: i64 = 30;

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    exit_criteria(release, tally);
    if has_begun(release, tally.today) {
        for step in release.rollout.runbook.iter().filter(|step| step.result == StepResult::Failed) {
            tally.advice(Code::StepFailed, Place::entry(Section::After, step.id, "result"), &step.title, "");
        }
        support(&release.after.support, tally);
        incidents(release, tally);
        review(release, tally);
    }
}

/// Whether the window has begun, or the release is live.
pub(super) fn has_begun(release: &Release, today: Date) -> bool {
    let live = release.after.go_live.at.is_some_and(|at| at.date() <= today);
    live || release.go_live().is_some_and(|day| day <= today)
}

fn exit_criteria(release: &Release, tally: &mut Tally) {
    let support = &release.after.support;
    let near = tally.go_live.is_some_and(|day| plus_days(day, -EXIT_DAYS).unwrap_or(Date::MIN) <= tally.today);
    if near && support.exit.is_empty() && !has_ended(support, tally.today) {
        tally.advice(Code::SupportExitMissing, Place::field(Section::After, "exit"), "", "");
    }
}

fn support(support: &EarlyLifeSupport, tally: &mut Tally) {
    let today = tally.today;
    let ended = has_ended(support, today);
    if let Some(until) = support.until.filter(|until| !ended && *until < today) {
        tally.advice(Code::SupportOverdue, Place::field(Section::After, "support_ended"), "", until);
    }
    let open = support.exit.iter().filter(|it| it.met.is_none() || !has_come(it.met, today));
    for criterion in open.filter(|_| ended) {
        let place = Place::entry(Section::After, criterion.id, "met");
        tally.advice(Code::SupportExitOpen, place, &criterion.text, "");
    }
}

pub(super) fn has_ended(support: &EarlyLifeSupport, today: Date) -> bool {
    support.ended.is_some_and(|ended| ended <= today)
}

fn incidents(release: &Release, tally: &mut Tally) {
    let today = tally.today;
    let open = |incident: &&Incident| {
        let resolved = incident.resolved.map(DateTime::date);
        incident.severity == Severity::Critical && (resolved.is_none() || !has_come(resolved, today))
    };
    for incident in release.after.incidents.iter().filter(open) {
        let place = Place::entry(Section::After, incident.id, "resolved");
        tally.advice(Code::IncidentCritical, place, &incident.title, &incident.number);
    }
}

fn review(release: &Release, tally: &mut Tally) {
    let held = release.after.review.held.is_some_and(|held| held <= tally.today);
    let Some(live) = release.after.go_live.at.map(DateTime::date).filter(|_| !held) else { return };
    if plus_days(live, REVIEW_DAYS).is_some_and(|due| due < tally.today) {
        tally.advice(Code::PostReviewMissing, Place::field(Section::After, "held"), "", live);
    }
}
