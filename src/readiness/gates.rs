//! What is found on the quality gates and their sign-offs.

use jiff::civil::Date;

use super::assess::{Tally, has_come};
use super::code::Code;
use super::finding::{Place, Section};
use crate::gate::{Contents, OutcomeKind, Standing, best_sign_off, missing_gates, outcome_day, same_role};
use crate::plan::{Condition, GateFinding, GateOutcome, Items, QualityGate, Release, RemovedKind, SignOff};

pub(super) fn assess(release: &Release, contents: &Contents, tally: &mut Tally) {
    if release.gates.is_empty() {
        tally.blocker(Code::GatesMissing, Place::field(Section::Gates, "add"), "", "");
    }
    let today = tally.today;
    for gate in &release.gates {
        outcome(gate, tally);
        order(release, gate, tally);
        sign_offs(release, gate, contents, tally);
        let open = |finding: &&GateFinding| finding.closed.is_none() || !has_come(finding.closed, today);
        for finding in gate.findings.iter().filter(open) {
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
        GateOutcome::Passed { on } if has_come(*on, tally.today) => tally.done(Section::Gates),
        GateOutcome::PassedWithConditions { on, conditions } if has_come(*on, tally.today) => {
            match open(conditions, tally.today) {
                Some(text) => tally.condition(Code::GateConditional, place, &gate.name, text),
                None => tally.done(Section::Gates),
            }
        }
        _ if gate.optional => tally.advice(Code::GateOptionalOpen, place, &gate.name, ""),
        GateOutcome::Failed { must_change, .. } => tally.blocker(Code::GateFailed, place, &gate.name, must_change),
        _ => tally.blocker(Code::GateNotHeld, place, &gate.name, ""),
    }
}

/// What is still to be done: the open conditions, or that none was written down, which does not count as done.
fn open(conditions: &Items<Condition>, today: Date) -> Option<String> {
    if conditions.is_empty() {
        return Some(String::new());
    }
    let open = conditions.iter().filter(|condition| !is_met(condition, today));
    let open: Vec<&str> = open.map(|condition| condition.text.as_str()).collect();
    (!open.is_empty()).then(|| open.join("; "))
}

/// Whether a condition was met, by today.
pub(super) fn is_met(condition: &Condition, today: Date) -> bool {
    condition.met.is_some() && has_come(condition.met, today)
}

/// Whether a gate let the release through, by today.
fn let_through(gate: &QualityGate, today: Date) -> bool {
    OutcomeKind::of(&gate.outcome).lets_through() && has_come(outcome_day(&gate.outcome), today)
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

/// A required gate needs each of its sign-offs. What an optional one lacks is worth knowing once it was held.
fn sign_offs(release: &Release, gate: &QualityGate, contents: &Contents, tally: &mut Tally) {
    let place = |field| Place::entry(Section::Gates, gate.id, field);
    if gate.signatories.is_empty() {
        // Nobody to ask is not the same as everybody having signed.
        if !gate.optional && !signatory_was_removed(release, gate) {
            tally.blocker(Code::SignOffMissing, place("signatories"), &gate.name, "");
        }
        return;
    }
    if gate.optional && !let_through(gate, tally.today) {
        return;
    }
    let content = contents.gate(gate);
    for role in gate.signatories.iter().map(|signatory| signatory.role.as_str()) {
        let signed = gate.sign_offs.iter().filter(|sign_off| same_role(&sign_off.role, role));
        let code = match best_standing(signed, &content, tally.today) {
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
            tally.advice(code, place("sign_offs"), &gate.name, role);
        } else {
            tally.blocker(code, place("sign_offs"), &gate.name, role);
        }
    }
}

/// How the best of several sign-offs for one role stands: one that holds is enough. One without a name or a day, or of a
/// later day, is none.
pub(super) fn best_standing<'a>(
    sign_offs: impl Iterator<Item = &'a SignOff>,
    content: &str,
    today: Date,
) -> Option<Standing> {
    let given =
        |sign_off: &&SignOff| !sign_off.name.trim().is_empty() && sign_off.on.is_some() && has_come(sign_off.on, today);
    best_sign_off(sign_offs.filter(given), content).map(|(_, standing)| standing)
}

/// Whether a role that had to sign this gate was removed with an entry of its own.
fn signatory_was_removed(release: &Release, gate: &QualityGate) -> bool {
    let of_gate = |key: &str| key.split_once(':').is_some_and(|(of, _)| of == gate.id.as_str());
    release.removals.iter().any(|removal| removal.kind == RemovedKind::Signatory && of_gate(&removal.key))
}
