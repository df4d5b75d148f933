//! How the gate ended.

use leptos::prelude::*;

use super::actions::{ActionTable, Task, Words};
use crate::gate::{KeptOutcome, OutcomeKind, outcome_day};
use crate::plan::{Command, Condition, Edit, GateOutcome, Id, Items, QualityGate, RemovedKind};
use crate::text;
use crate::ui::components::{AnswerGroup, AnswerOption, Area, Day, Icon, ManyPeople, ReasonDialog, Role, focus_soon};
use crate::ui::plan::{Plan, new_id, use_plan};

const OPTIONS: [AnswerOption<OutcomeKind>; 4] = [
    AnswerOption { value: OutcomeKind::NotHeld, word: "Not held", role: Some(Role::Idle) },
    AnswerOption { value: OutcomeKind::Passed, word: "Passed", role: Some(Role::Go) },
    AnswerOption { value: OutcomeKind::WithConditions, word: "Passed with conditions", role: Some(Role::Conditional) },
    AnswerOption { value: OutcomeKind::Failed, word: "Failed", role: Some(Role::NoGo) },
];

const WORDS: Words = Words { table: "Conditions", one: "Condition", due: "Until", done: "Met", field: "condition_met" };

/// How the gate ended: the outcome with its day, its conditions, or what must change.
#[component]
pub fn Outcome(
    /// Of which gate.
    id: Id<QualityGate>,
) -> impl IntoView {
    let plan = use_plan();
    let kept = StoredValue::new(KeptOutcome::default());
    let kind = plan.of(id, |gate: &QualityGate| OutcomeKind::of(&gate.outcome));
    let choose = move |kind: OutcomeKind| {
        let Some(before) = plan.get(id).map(|gate| gate.outcome) else { return };
        if OutcomeKind::of(&before) == kind {
            return;
        }
        kept.update_value(|kept| kept.keep(&before));
        let outcome = kept.with_value(|kept| kept.outcome(kind, plan.today.get_untracked()));
        plan.edit(id, "outcome", |gate: &mut QualityGate| gate.outcome = outcome);
        plan.seal();
    };
    let rest = move || match kind.get() {
        OutcomeKind::NotHeld => ().into_any(),
        OutcomeKind::Passed => view! { <HeldOn id/> }.into_any(),
        OutcomeKind::WithConditions => view! { <HeldOn id/><Conditions id/> }.into_any(),
        OutcomeKind::Failed => view! { <HeldOn id/>{must_change(plan, id)} }.into_any(),
    };
    view! {
        <section class="section" aria-labelledby="outcome" data-entry=id.to_string()>
            <div class="section-head"><h2 id="outcome">"Outcome"</h2></div>
            <AnswerGroup label=Signal::stored("Outcome".to_owned()) field="outcome" options=OPTIONS.to_vec() value=kind on_change=choose/>
            {rest}
        </section>
    }
}

#[component]
fn HeldOn(id: Id<QualityGate>) -> impl IntoView {
    let plan = use_plan();
    let set = move |day| {
        plan.edit(id, "outcome_on", |gate: &mut QualityGate| match &mut gate.outcome {
            GateOutcome::NotHeld => {}
            GateOutcome::Passed { on }
            | GateOutcome::PassedWithConditions { on, .. }
            | GateOutcome::Failed { on, .. } => *on = day,
        });
    };
    view! {
        <Day label="Held on" field="outcome_on" value=plan.of(id, |gate: &QualityGate| outcome_day(&gate.outcome)) on_change=set/>
        <ManyPeople label="Was there" field="present" value=plan.of(id, |gate: &QualityGate| gate.present.clone())
            on_change=move |people| plan.edit(id, "present", |gate: &mut QualityGate| gate.present = people)/>
    }
}

fn must_change(plan: Plan, id: Id<QualityGate>) -> impl IntoView {
    let value = plan.of(id, |gate: &QualityGate| match &gate.outcome {
        GateOutcome::Failed { must_change, .. } => must_change.clone(),
        _ => String::new(),
    });
    let set = move |text: String| {
        plan.edit(id, "must_change", |gate: &mut QualityGate| {
            if let GateOutcome::Failed { must_change, .. } = &mut gate.outcome {
                *must_change = text;
            }
        });
    };
    view! { <div class="form"><Area label="What must change" field="must_change" value on_change=set/></div> }
}

/// What is still to be done although the gate passed.
#[component]
fn Conditions(id: Id<QualityGate>) -> impl IntoView {
    let plan = use_plan();
    let actions = plan.of(id, |gate: &QualityGate| match &gate.outcome {
        GateOutcome::PassedWithConditions { conditions, .. } => conditions.iter().map(Task::from).collect::<Vec<_>>(),
        _ => Vec::new(),
    });
    let edit = move |edit| plan.edit_within(id, conditions, edit);
    let add = move |_| {
        let condition = Condition { id: new_id(), ..Condition::default() };
        let entry = condition.id;
        edit(Edit::add(condition));
        focus_soon(format!("#main [data-entry=\"{entry}\"] textarea"));
    };
    let change = move |action: Task| {
        if let Ok(id) = Id::new(&action.id) {
            let Task { text, owner, due, done, .. } = action;
            edit(Edit::replace(Condition { id, text, owner, until: due, met: done }));
        }
    };
    let asked = RwSignal::new(None::<String>);
    let gone = StoredValue::new(None::<Id<Condition>>);
    let remove = move |entry: String| {
        let entry = Id::new(&entry).ok();
        if let Some((condition, _)) = entry.and_then(|entry| without(plan, id, entry)) {
            gone.set_value(entry);
            asked.set(Some(text::named(&condition.text, "condition without words")));
        }
    };
    let with_reason = move |reason: String| {
        if let Some((condition, command)) = gone.get_value().and_then(|entry| without(plan, id, entry)) {
            let named = (format!("{id}:{}", condition.id), condition.text);
            plan.remove_named(RemovedKind::GateCondition, named, &reason, command);
            focus_soon("#conditions".to_owned());
        }
    };
    let none = move || {
        actions.with(Vec::is_empty).then(|| {
            view! { <p class="soft">"Write down at least one condition. Until then nobody can say that they are met."</p> }
        })
    };
    view! {
        <div class="section-head">
            <h3 id="conditions" tabindex="-1">"Conditions"</h3>
            <button class="button quiet small" type="button" data-field="conditions" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add condition"</button>
        </div>
        {none}
        <ActionTable words=WORDS actions on_change=change on_remove=remove/>
        <ReasonDialog what=asked on_remove=with_reason/>
    }
}

/// A condition, and the command that takes it away: what the gate passed on the promise of goes only with a reason.
fn without(plan: Plan, gate: Id<QualityGate>, id: Id<Condition>) -> Option<(Condition, Command)> {
    let mut gate: QualityGate = plan.get(gate)?;
    let list = conditions(&mut gate)?;
    let condition = list.get(id)?.clone();
    list.apply(Edit::Remove { id }).ok()?;
    Some((condition, Command::Gates(Edit::replace(gate))))
}

fn conditions(gate: &mut QualityGate) -> Option<&mut Items<Condition>> {
    match &mut gate.outcome {
        GateOutcome::PassedWithConditions { conditions, .. } => Some(conditions),
        _ => None,
    }
}
