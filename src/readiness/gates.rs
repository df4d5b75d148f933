//! What is found on the quality gates and their sign-offs.

use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use crate::gate::{Contents, OutcomeKind, Standing, best_sign_off, missing_gates, same_role};
use crate::plan::{Condition, GateOutcome, Items, QualityGate, Release, SignOff};

pub(super) fn assess(release: &Release, contents: &Contents, tally: &mut Tally) {
    if release.gates.is_empty() {
        tally.blocker(Code::GatesMissing, Place::field(Section::Gates, "add"), "", "");
    }
    for gate in &release.gates {
        outcome(gate, tally);
        order(release, gate, tally);
        if !gate.optional {
            sign_offs(gate, contents, tally);
        }
        for finding in gate.findings.iter().filter(|finding| finding.closed.is_none()) {
            tally.advice(
                Code::GateFindingOpen,
                Place::entry(Section::Gates, gate.id, "findings"),
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
    match &gate.outcome {
        GateOutcome::Passed { .. } => tally.done(Section::Gates),
        GateOutcome::PassedWithConditions { conditions, .. } => match open(conditions) {
            Some(text) => tally.condition(Code::GateConditional, place, &gate.name, text),
            None => tally.done(Section::Gates),
        },
        GateOutcome::NotHeld | GateOutcome::Failed { .. } if gate.optional => {
            tally.advice(Code::GateOptionalOpen, place, &gate.name, "");
        }
        GateOutcome::NotHeld => tally.blocker(Code::GateNotHeld, place, &gate.name, ""),
        GateOutcome::Failed { must_change, .. } => tally.blocker(Code::GateFailed, place, &gate.name, must_change),
    }
}

/// What is still to be done: the open conditions, or that none was written down, which does not count as done.
fn open(conditions: &Items<Condition>) -> Option<String> {
    if conditions.is_empty() {
        return Some(String::new());
    }
    let open: Vec<&str> = conditions
        .iter()
        .filter(|condition| condition.met.is_none())
        .map(|condition| condition.text.as_str())
        .collect();
    (!open.is_empty()).then(|| open.join("; "))
}

/// Whether a gate let the release through.
fn let_through(gate: &QualityGate) -> bool {
    OutcomeKind::of(&gate.outcome).lets_through()
}

fn order(release: &Release, gate: &QualityGate, tally: &mut Tally) {
    if !let_through(gate) {
        return;
    }
    let earlier = gate.requires.iter().filter_map(|id| release.gates.get(*id));
    for required in earlier.filter(|required| !let_through(required)) {
        let place = Place::entry(Section::Gates, required.id, "outcome");
        tally.advice(Code::GateOutOfOrder, place, &gate.name, &required.name);
    }
}

fn sign_offs(gate: &QualityGate, contents: &Contents, tally: &mut Tally) {
    if gate.signatories.is_empty() {
        return;
    }
    let content = contents.gate(gate);
    for signatory in &gate.signatories {
        let place = Place::entry(Section::Gates, gate.id, "sign_offs");
        match best_standing(gate.sign_offs.iter().filter(|s| same_role(&s.role, &signatory.role)), &content) {
            Some(Standing::Valid) => tally.done(Section::Gates),
            None => tally.blocker(Code::SignOffMissing, place, &gate.name, &signatory.role),
            Some(Standing::Stale) => tally.blocker(Code::SignOffStale, place, &gate.name, &signatory.role),
            Some(Standing::Corrupt) => tally.blocker(Code::SignOffCorrupt, place, &gate.name, &signatory.role),
        }
    }
}

/// How the best of several sign-offs for one role stands: one that holds is enough.
pub(super) fn best_standing<'a>(sign_offs: impl Iterator<Item = &'a SignOff>, content: &str) -> Option<Standing> {
    best_sign_off(sign_offs, content).map(|(_, standing)| standing)
}
