//! Which of Rollcall's own criteria, gates and rules the organisation leaves out, and putting them back.

use leptos::prelude::*;

use crate::gate::{missing_criteria, missing_gates, restore_criterion, restore_gate};
use crate::plan::{Command, Edit, Id, QualityGate, Release, Removal, RemovedKind};
use crate::readiness::{RULES, put_back_rule};
use crate::ui::components::{RemovedList, Reorder};
use crate::ui::plan::Plan;

/// The criteria that are left out.
pub fn criteria(plan: Plan) -> AnyView {
    let missing = |release: &Release| {
        missing_criteria(release).into_iter().map(|entry| (entry.key.to_owned(), entry.title.to_owned())).collect()
    };
    removed(plan, &[RemovedKind::Criterion], RemovedKind::Criterion, missing)
}

/// The gates that are left out.
pub fn gates(plan: Plan) -> AnyView {
    let missing = |release: &Release| {
        missing_gates(release).into_iter().map(|entry| (entry.key.to_owned(), entry.name.to_owned())).collect()
    };
    removed(plan, &[RemovedKind::Gate], RemovedKind::Gate, missing)
}

/// The rules that are left out.
pub fn rules(plan: Plan) -> AnyView {
    let missing = |release: &Release| {
        let here = |key: &str| release.rules.iter().any(|rule| rule.catalogue.as_deref() == Some(key));
        let gone = |key: &str| release.removals.iter().any(|it| it.kind == RemovedKind::Rule && it.key == key);
        let missing = RULES.iter().filter(|entry| !here(entry.key) && !gone(entry.key));
        missing.map(|entry| (entry.key.to_owned(), entry.name.to_owned())).collect()
    };
    removed(plan, &[RemovedKind::Rule], RemovedKind::Rule, missing)
}

fn removed(
    plan: Plan,
    kinds: &'static [RemovedKind],
    kind: RemovedKind,
    missing: fn(&Release) -> Vec<(String, String)>,
) -> AnyView {
    let restore = move |key: String| {
        if let Some(back) = plan.release.with_untracked(|release| restored(release, kind, &key)) {
            plan.dispatch(back);
        }
    };
    view! {
        <RemovedList kinds kind missing=plan.from(missing) on_put_back=move |id| put_back(plan, id) on_restore=restore/>
    }
    .into_any()
}

/// What brings a default back.
fn restored(release: &Release, kind: RemovedKind, key: &str) -> Option<Command> {
    match kind {
        RemovedKind::Criterion => restore_criterion(release, key),
        RemovedKind::Gate => restore_gate(release, key),
        _ => RULES.iter().find(|entry| entry.key == key).map(|entry| Command::Rules(Edit::add(entry.rule()))),
    }
}

fn put_back(plan: Plan, id: Id<Removal>) {
    match plan.get(id).as_ref().and_then(put_back_rule) {
        Some(back) => plan.dispatch(back),
        None => plan.put_back(id),
    }
}

/// The place of a gate in the order of gates.
pub fn gate_order(plan: Plan, id: String) -> AnyView {
    let Ok(id) = Id::<QualityGate>::new(&id) else { return ().into_any() };
    let name = plan.of(id, |gate: &QualityGate| gate.name.clone());
    let at = plan.from(move |release| (release.gates.position(id).unwrap_or(0), release.gates.len()));
    let shift = move |to| plan.dispatch(Command::Gates(Edit::Move { id, to }));
    view! { <div class="actions"><Reorder name entry=id.to_string() at on_move=shift words=true/></div> }.into_any()
}
