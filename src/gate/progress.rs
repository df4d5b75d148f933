//! How far a gate is on a day: its outcome, what it waits for, who signed, how long it takes.

use jiff::civil::Date;

use super::answer::{OutcomeKind, outcome_day};
use super::as_of::{held, is_closed, let_through, open_conditions, outcome_by, role_sign_off};
use super::sign_off::Standing;
use crate::days::days_between;
use crate::plan::{Id, QualityGate, Release};

/// How a gate stands, in the word that a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GateState {
    /// It passed.
    Passed,
    /// It passed with conditions; so many of them are open. With none written down, that counts as one.
    WithConditions(usize),
    /// It failed.
    Failed,
    /// Somebody signed, and the plan has changed since.
    Stale,
    /// Gates that it requires have not passed: their numbers in the list, from 1.
    WaitsFor(Vec<usize>),
    /// Its outcome is dated ahead: it counts from that day.
    From(Date),
    /// It has not been held, and nothing keeps it.
    NotHeld,
}

/// How far a gate is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateProgress {
    /// In one word.
    pub state: GateState,
    /// Whether it was held.
    pub held: bool,
    /// How many of the roles that must sign have a sign-off that stands.
    pub signed: usize,
    /// How many roles must sign.
    pub required: usize,
    /// How many of them signed something else than what is there now.
    pub stale: usize,
    /// How many actions are open.
    pub open_findings: usize,
    /// How long it took, or has taken so far; absent where nobody says when it was opened.
    pub time: Option<GateTime>,
}

/// How long a gate takes, from opened to passed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GateTime {
    /// How many days in all.
    pub days: i32,
    /// How many of them passed before the gates that it requires had passed.
    pub waiting: i32,
    /// Whether it still runs.
    pub running: bool,
}

/// How far a gate is today. `content` is what a signature under it covers now.
#[must_use]
pub fn gate_progress(release: &Release, gate: &QualityGate, content: &str, today: Date) -> GateProgress {
    let standing = |role: &str| Some(role_sign_off(gate, role, content, today)?.1);
    let standings: Vec<Standing> = gate.signing().filter_map(|role| standing(&role.role)).collect();
    let count = |wanted: Standing| standings.iter().filter(|standing| **standing == wanted).count();
    let stale = count(Standing::Stale);
    let held = held(gate, today);
    GateProgress {
        state: state(release, gate, stale, today),
        held,
        signed: count(Standing::Valid),
        required: gate.signing().count(),
        stale,
        open_findings: gate.findings.iter().filter(|finding| !is_closed(finding, today)).count(),
        time: gate_time(release, gate, today),
    }
}

/// How long a gate took from opened to passed, or has taken so far, and how much of it was waiting for the gates that it
/// requires. One that failed still runs: it is not passed. One that was not waited for is not counted as waiting.
#[must_use]
pub fn gate_time(release: &Release, gate: &QualityGate, today: Date) -> Option<GateTime> {
    let opened = gate.opened?;
    let running = !let_through(gate, today);
    let end = if running { today } else { outcome_day(&gate.outcome)? };
    let days = |until: Date| days_between(opened, until);
    if end < opened {
        return None;
    }
    let required = gate.requires.iter().filter_map(|id| release.gates.get(*id));
    let passed = required.filter_map(|other| {
        if let_through(other, today) { outcome_day(&other.outcome) } else { running.then_some(today) }
    });
    let waited = passed.filter(|day| *day <= end).max().map_or(0, days);
    Some(GateTime { days: days(end), waiting: waited.max(0), running })
}

/// How long several gates take together.
#[must_use]
pub fn time_in_all(times: impl IntoIterator<Item = GateTime>) -> Option<GateTime> {
    let add = |all: GateTime, one: GateTime| GateTime {
        days: all.days.saturating_add(one.days),
        waiting: all.waiting.saturating_add(one.waiting),
        running: all.running || one.running,
    };
    times.into_iter().reduce(add)
}

/// The numbers, from 1, of the gates that this one requires and that have not let the release through, by today.
#[must_use]
pub fn waits_for(release: &Release, gate: &QualityGate, today: Date) -> Vec<usize> {
    let numbered = release.gates.iter().enumerate();
    let waiting = numbered.filter(|(_, other)| gate.requires.contains(&other.id) && !let_through(other, today));
    waiting.map(|(at, _)| at + 1).collect()
}

/// Whether a gate waits for another one, directly or through gates between them.
#[must_use]
pub fn waits_on(release: &Release, gate: Id<QualityGate>, other: Id<QualityGate>) -> bool {
    let mut seen = vec![gate];
    let mut next = 0;
    while let Some(id) = seen.get(next).copied() {
        next += 1;
        for required in release.gates.get(id).into_iter().flat_map(|gate| &gate.requires) {
            if *required == other {
                return true;
            }
            if !seen.contains(required) {
                seen.push(*required);
            }
        }
    }
    false
}

fn state(release: &Release, gate: &QualityGate, stale: usize, today: Date) -> GateState {
    match outcome_by(&gate.outcome, today) {
        OutcomeKind::Failed => GateState::Failed,
        _ if stale > 0 => GateState::Stale,
        OutcomeKind::Passed => GateState::Passed,
        OutcomeKind::WithConditions => GateState::WithConditions(open_conditions(&gate.outcome, today).len()),
        OutcomeKind::NotHeld => match (outcome_day(&gate.outcome), waits_for(release, gate, today)) {
            (Some(day), _) => GateState::From(day),
            (None, waiting) if waiting.is_empty() => GateState::NotHeld,
            (None, waiting) => GateState::WaitsFor(waiting),
        },
    }
}
