//! How a gate stands, as a mark and in words.

use crate::gate::{GateProgress, GateState, OutcomeKind};
use crate::plan::{Choice, QualityGate};
use crate::text;
use crate::ui::components::Role;

/// What people call a gate.
pub fn named(gate: &QualityGate) -> String {
    text::named(gate.name.trim(), "New gate")
}

/// The mark and the word of a gate's state.
pub fn role_and_word(state: &GateState) -> (Role, String) {
    match state {
        GateState::Passed => (Role::Go, OutcomeKind::Passed.label().to_owned()),
        GateState::WithConditions(0) => (Role::Go, "Passed, conditions met".to_owned()),
        GateState::WithConditions(_) => (Role::Conditional, OutcomeKind::WithConditions.label().to_owned()),
        GateState::Failed => (Role::NoGo, OutcomeKind::Failed.label().to_owned()),
        GateState::Stale => (Role::Stale, "Stale".to_owned()),
        GateState::WaitsFor(numbers) => (Role::Idle, format!("Waits for {}", listed(numbers))),
        GateState::From(day) => (Role::Idle, format!("Not held before {}", text::day(*day))),
        GateState::NotHeld => (Role::Idle, OutcomeKind::NotHeld.label().to_owned()),
    }
}

/// Who signed, in words.
pub fn signed(progress: &GateProgress) -> String {
    match (progress.required, progress.stale) {
        (0, _) => "No signature required".to_owned(),
        (_, 0) => format!("{} of {}", progress.signed, progress.required),
        (_, stale) => format!("{} of {}, {stale} to sign again", progress.signed, progress.required),
    }
}

/// How long it took, in words.
pub fn time(progress: &GateProgress) -> String {
    progress.time.map_or_else(|| "—".to_owned(), text::gate_time)
}

fn listed(numbers: &[usize]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    match numbers.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
