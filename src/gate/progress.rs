//! How far a gate is: its outcome, what it waits for, who signed, how long it takes.

use jiff::civil::Date;

use super::answer::{OutcomeKind, outcome_day};
use super::sign_off::{Standing, best_sign_off, same_role};
use crate::plan::{GateOutcome, Id, QualityGate, Release};

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
    /// It has not been held, and nothing keeps it.
    NotHeld,
}

/// How far a gate is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateProgress {
    /// In one word.
    pub state: GateState,
    /// How many of the roles that must sign have a sign-off that stands.
    pub signed: usize,
    /// How many roles must sign.
    pub required: usize,
    /// How many of them signed something else than what is there now.
    pub stale: usize,
    /// How many actions are open.
    pub open_findings: usize,
    /// How many days it took, or has taken so far.
    pub days: Option<i32>,
}

/// How far a gate is. `content` is what a signature under it covers now.
#[must_use]
pub fn gate_progress(release: &Release, gate: &QualityGate, content: &str, today: Date) -> GateProgress {
    let standings: Vec<Standing> =
        gate.signatories.iter().filter_map(|role| role_standing(gate, &role.role, content)).collect();
    let count = |wanted: Standing| standings.iter().filter(|standing| **standing == wanted).count();
    let stale = count(Standing::Stale);
    let end = outcome_day(&gate.outcome).unwrap_or(today);
    let days = gate
        .opened
        .filter(|_| OutcomeKind::of(&gate.outcome) == OutcomeKind::NotHeld || outcome_day(&gate.outcome).is_some());
    GateProgress {
        state: state(release, gate, stale),
        signed: count(Standing::Valid),
        required: gate.signatories.len(),
        stale,
        open_findings: gate.findings.iter().filter(|finding| finding.closed.is_none()).count(),
        days: days.and_then(|opened| Some(opened.until(end).ok()?.get_days())).filter(|days| *days >= 0),
    }
}

/// The numbers, from 1, of the gates that this one requires and that have not let the release through.
#[must_use]
pub fn waits_for(release: &Release, gate: &QualityGate) -> Vec<usize> {
    let numbered = release.gates.iter().enumerate();
    let waiting = numbered
        .filter(|(_, other)| gate.requires.contains(&other.id) && !OutcomeKind::of(&other.outcome).lets_through());
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

/// How many conditions are open. None written down counts as one: nobody knows what the condition was.
#[must_use]
pub fn open_conditions(outcome: &GateOutcome) -> usize {
    match outcome {
        GateOutcome::PassedWithConditions { conditions, .. } if conditions.is_empty() => 1,
        GateOutcome::PassedWithConditions { conditions, .. } => {
            conditions.iter().filter(|condition| condition.met.is_none()).count()
        }
        _ => 0,
    }
}

fn state(release: &Release, gate: &QualityGate, stale: usize) -> GateState {
    match OutcomeKind::of(&gate.outcome) {
        OutcomeKind::Failed => GateState::Failed,
        _ if stale > 0 => GateState::Stale,
        OutcomeKind::Passed => GateState::Passed,
        OutcomeKind::WithConditions => GateState::WithConditions(open_conditions(&gate.outcome)),
        OutcomeKind::NotHeld => match waits_for(release, gate) {
            waiting if waiting.is_empty() => GateState::NotHeld,
            waiting => GateState::WaitsFor(waiting),
        },
    }
}

fn role_standing(gate: &QualityGate, role: &str, content: &str) -> Option<Standing> {
    let mine = gate.sign_offs.iter().filter(|sign_off| same_role(&sign_off.role, role));
    best_sign_off(mine, content).map(|(_, standing)| standing)
}
