//! What is found on the quality gates and their sign-offs.

use jiff::civil::Date;

use super::assess::Tally;
use super::automatic::automatic;
use super::code::Code;
use super::finding::{Place, Section};
use crate::gate::{
    Contents, OutcomeKind, Standing, held, is_closed, is_met, let_through, missing_gates, open_conditions, outcome_by,
    role_sign_off,
};
use crate::plan::{CheckState, Choice, GateOutcome, QualityGate, Release, RemovedKind};

pub(super) fn assess(release: &Release, contents: &Contents, tally: &mut Tally) {
    if release.gates.is_empty() {
        tally.blocker(Code::GatesMissing, Place::field(Section::Gates, "add"), "", "");
    }
    let today = tally.today;
    for gate in &release.gates {
        outcome(gate, tally);
        order(release, gate, tally);
        required(release, gate, tally);
        sign_offs(release, gate, contents, tally);
        conditions(gate, tally);
        checklist(release, gate, tally);
        for finding in gate.findings.iter().filter(|finding| !is_closed(finding, today)) {
            tally.advice(
                Code::GateFindingOpen,
                Place::part(Section::Gates, gate.id, finding.id, "findings"),
                &finding.text,
                &gate.name,
            );
        }
    }
    for entry in missing_gates(release) {
        let place = Place::entry(Section::Gates, entry.key, "restore");
        tally.blocker(Code::RemovedWithoutReason, place, entry.name, "");
    }
}

fn outcome(gate: &QualityGate, tally: &mut Tally) {
    let place = Place::entry(Section::Gates, gate.id, "outcome");
    let (name, must_change) = (gate.name.as_str(), must_change(&gate.outcome));
    match outcome_by(&gate.outcome, tally.today) {
        OutcomeKind::Passed => tally.done(Section::Gates),
        OutcomeKind::WithConditions => match open_conditions(&gate.outcome, tally.today).as_slice() {
            [] => tally.done(Section::Gates),
            open => tally.condition(Code::GateConditional, to_be_met(gate, tally.today), name, open.join("; ")),
        },
        OutcomeKind::NotHeld | OutcomeKind::Failed if gate.optional => {
            tally.advice(Code::GateOptionalOpen, place, name, "");
        }
        OutcomeKind::Failed => tally.blocker(Code::GateFailed, place, name, must_change),
        OutcomeKind::NotHeld => tally.blocker(Code::GateNotHeld, place, name, ""),
    }
    if let Some(due) = gate.due.filter(|due| *due < tally.today && !held(gate, tally.today)) {
        tally.advice(Code::GateOverdue, Place::entry(Section::Gates, gate.id, "outcome"), name, due);
    }
}

/// The first condition that is still open, or where one is to be written down.
fn to_be_met(gate: &QualityGate, today: Date) -> Place {
    let open = match &gate.outcome {
        GateOutcome::PassedWithConditions { conditions, .. } => {
            conditions.iter().find(|condition| !is_met(condition, today))
        }
        _ => None,
    };
    match open {
        Some(condition) => Place::part(Section::Gates, gate.id, condition.id, "condition_met"),
        None => Place::entry(Section::Gates, gate.id, "conditions"),
    }
}

fn must_change(outcome: &GateOutcome) -> &str {
    match outcome {
        GateOutcome::Failed { must_change, .. } => must_change,
        _ => "",
    }
}

fn order(release: &Release, gate: &QualityGate, tally: &mut Tally) {
    let today = tally.today;
    if !let_through(gate, today) {
        return;
    }
    let earlier = gate.requires.iter().filter_map(|id| release.gates.get(*id));
    for required in earlier.filter(|required| !let_through(required, today)) {
        let place = Place::entry(Section::Gates, required.id, "outcome");
        tally.advice(Code::GateOutOfOrder, place, &gate.name, &required.name);
    }
}

/// A gate that waits for one that is gone waits for nothing, which nobody may have meant.
fn required(release: &Release, gate: &QualityGate, tally: &mut Tally) {
    if !gate.requires.iter().all(|id| release.gates.contains(*id)) {
        let place = Place::entry(Section::Gates, gate.id, "requires");
        tally.advice(Code::RequiredGateMissing, place, &gate.name, "");
    }
}

/// A condition names what is to be done, by whom and until when; past that day it is a promise not kept.
fn conditions(gate: &QualityGate, tally: &mut Tally) {
    let GateOutcome::PassedWithConditions { conditions, .. } = &gate.outcome else { return };
    let today = tally.today;
    for condition in conditions.iter().filter(|condition| !is_met(condition, today)) {
        let place = |field| Place::part(Section::Gates, gate.id, condition.id, field);
        let missing = [
            (condition.text.trim().is_empty(), "words", "action"),
            (condition.owner.is_none(), "owner", "action_owner"),
            (condition.until.is_none(), "day", "action_due"),
        ];
        if let Some((_, what, field)) = missing.into_iter().find(|(missing, ..)| *missing) {
            tally.advice(Code::GateConditionIncomplete, place(field), &gate.name, what);
        }
        if condition.until.is_some_and(|until| until < today) {
            tally.advice(Code::GateConditionOverdue, place("condition_met"), &gate.name, &condition.text);
        }
    }
}

/// A gate may pass whatever its checklist says; it is good to know what it passed over. What the plan answers itself is
/// told point by point, as it is today.
fn checklist(release: &Release, gate: &QualityGate, tally: &mut Tally) {
    let today = tally.today;
    if !let_through(gate, today) {
        return;
    }
    let count = |state| gate.checklist.iter().filter(|item| item.check.is_none() && item.state == state).count();
    let points = |count: usize, state: &str| format!("{count} {state} point{}", if count == 1 { "" } else { "s" });
    let (failed, open) = (count(CheckState::Failed), count(CheckState::Open));
    let passed_over = match (failed, open) {
        (0, 0) => None,
        (0, _) => Some((Code::ChecklistOpen, points(open, "open"))),
        (_, 0) => Some((Code::ChecklistFailed, points(failed, "failed"))),
        _ => Some((Code::ChecklistFailed, format!("{} and {}", points(failed, "failed"), points(open, "open")))),
    };
    if let Some((code, detail)) = passed_over {
        tally.advice(code, Place::entry(Section::Gates, gate.id, "row_state"), &gate.name, detail);
    }
    for check in gate.checklist.iter().filter_map(|item| item.check) {
        let checked = automatic(check, release, today);
        if matches!(checked.state, CheckState::Failed | CheckState::Open) {
            tally.advice_in(Section::Gates, Code::ChecklistUnticked, checked.place, &gate.name, check.label());
        }
    }
}

/// A required gate needs each of its sign-offs. What an optional one lacks is worth knowing once it was held.
fn sign_offs(release: &Release, gate: &QualityGate, contents: &Contents, tally: &mut Tally) {
    if gate.signatories.is_empty() {
        // Nobody to ask is not the same as everybody having signed.
        if !gate.optional && !signatory_was_removed(release, gate) {
            let place = Place::entry(Section::Gates, gate.id, "signatories");
            tally.blocker(Code::SignOffMissing, place, &gate.name, "");
        }
        return;
    }
    if gate.optional && !let_through(gate, tally.today) {
        return;
    }
    let content = contents.gate(gate);
    for signatory in gate.signing() {
        let role = signatory.role.as_str();
        let place = Place::part(Section::Gates, gate.id, signatory.id, "sign_offs");
        let standing = role_sign_off(gate, role, &content, tally.today).map(|(_, standing)| standing);
        let code = match standing {
            Some(Standing::Valid) if gate.optional => continue,
            Some(Standing::Valid) => {
                tally.done(Section::Gates);
                continue;
            }
            Some(Standing::Stale) => Code::SignOffStale,
            Some(Standing::Corrupt) => Code::SignOffCorrupt,
            None => Code::SignOffMissing,
        };
        if gate.optional {
            tally.advice(code, place, &gate.name, role);
        } else {
            tally.blocker(code, place, &gate.name, role);
        }
    }
}

/// Whether a role that had to sign this gate was removed with an entry of its own.
fn signatory_was_removed(release: &Release, gate: &QualityGate) -> bool {
    let of_gate = |key: &str| key.split_once(':').is_some_and(|(of, _)| of == gate.id.as_str());
    release.removals.iter().any(|removal| removal.kind == RemovedKind::Signatory && of_gate(&removal.key))
}
