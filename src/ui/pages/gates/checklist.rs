//! The checklist of a gate: its points on the left, the one that is looked at on the right.

use leptos::prelude::*;

use super::item::ItemDetail;
use crate::plan::{CheckState, ChecklistItem, Choice, Edit, Id, QualityGate};
use crate::ui::components::{AnswerGroup, AnswerOption, Empty, Icon, Mark, Role, each, focus_soon};
use crate::ui::plan::{Plan, new_id, use_plan};

/// What can be said of a point.
pub const STATES: [AnswerOption<CheckState>; 4] = [
    AnswerOption { value: CheckState::Done, word: "Done", role: Some(Role::Go) },
    AnswerOption { value: CheckState::Failed, word: "Failed", role: Some(Role::NoGo) },
    AnswerOption { value: CheckState::NotApplicable, word: "N/A", role: Some(Role::NotApplicable) },
    AnswerOption { value: CheckState::Open, word: "Open", role: Some(Role::Idle) },
];

/// The mark of a point.
pub fn state_role(state: CheckState) -> Role {
    match state {
        CheckState::Done => Role::Go,
        CheckState::Failed => Role::NoGo,
        CheckState::NotApplicable => Role::NotApplicable,
        CheckState::Open => Role::Idle,
    }
}

/// The checklist of a gate.
#[component]
pub fn Checklist(
    /// Whose.
    id: Id<QualityGate>,
) -> impl IntoView {
    let plan = use_plan();
    let chosen = RwSignal::new(None::<Id<ChecklistItem>>);
    let items = plan.of(id, |gate: &QualityGate| gate.checklist.iter().map(|item| item.id).collect::<Vec<_>>());
    let selected = Memo::new(move |_| chosen.get().filter(|item| items.with(|items| items.contains(item))));
    let add = move |_| {
        let item = ChecklistItem { id: new_id(), ..ChecklistItem::default() };
        let entry = item.id;
        plan.edit_within(id, |gate: &mut QualityGate| Some(&mut gate.checklist), Edit::add(item));
        chosen.set(Some(entry));
        focus_soon(format!("#main [data-entry=\"{entry}\"] textarea"));
    };
    view! {
        <div class="split">
            <section class="list section criteria" aria-labelledby="checklist">
                <div class="section-head"><h2 id="checklist" tabindex="-1">"Checklist"</h2><Tally id/></div>
                <Show when=move || !items.with(Vec::is_empty) fallback=|| view! { <Empty text="Nothing to look at yet. Each point is a sentence that can be true."/> }>
                    <ol class="rows" aria-labelledby="checklist">
                        {each(move || items.get(), |item| *item, move |item| view! { <ItemRow gate=id item selected on_choose=move |item| chosen.set(Some(item))/> })}
                    </ol>
                </Show>
                <div class="actions">
                    <button class="button quiet small" type="button" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add point"</button>
                </div>
            </section>
            {each(move || selected.get(), |item| *item, move |item| view! { <ItemDetail gate=id item on_close=move |()| close(chosen)/> })}
        </div>
    }
}

fn close(chosen: RwSignal<Option<Id<ChecklistItem>>>) {
    chosen.set(None);
    focus_soon("#checklist".to_owned());
}

/// How many points are settled.
#[component]
fn Tally(id: Id<QualityGate>) -> impl IntoView {
    let plan = use_plan();
    let counts = plan.of(id, |gate: &QualityGate| {
        let settled =
            gate.checklist.iter().filter(|item| matches!(item.state, CheckState::Done | CheckState::NotApplicable));
        let failed = gate.checklist.iter().any(|item| item.state == CheckState::Failed);
        (settled.count(), gate.checklist.len(), failed)
    });
    move || {
        let (settled, all, failed) = counts.get();
        let said = format!("{settled} of {all}");
        (all > 0).then(|| {
            view! {
                <span class="tally"><span>{said.clone()}</span>
                    <meter class=if failed { "no-go" } else { "go" } min="0" max=all.to_string() prop:value=settled.to_string()
                        aria-label="Checklist">{said}</meter>
                </span>
            }
        })
    }
}

#[component]
fn ItemRow(
    gate: Id<QualityGate>,
    item: Id<ChecklistItem>,
    selected: Memo<Option<Id<ChecklistItem>>>,
    #[prop(into)] on_choose: Callback<Id<ChecklistItem>>,
) -> impl IntoView {
    let plan = use_plan();
    let text = item_value(plan, gate, item, item_named);
    let state = item_value(plan, gate, item, |item| item.state);
    let note = item_value(plan, gate, item, |item| {
        let note = item.note.lines().next().unwrap_or_default().trim().to_owned();
        let shown = match item.evidence.len() {
            0 => String::new(),
            1 => "1 piece of evidence".to_owned(),
            count => format!("{count} pieces of evidence"),
        };
        [note, shown].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    let current = move || (selected.get() == Some(item)).then_some("true");
    let choose = move |_| {
        on_choose.run(item);
        focus_soon(format!("#main .detail[data-entry=\"{item}\"]"));
    };
    view! {
        <li class="row">
            {move || view! { <Mark role=state_role(state.get())/> }}
            <div><button class="row-title" type="button" aria-current=current on:click=choose>{text}</button><span class="note">{note}</span></div>
            <span class="word">{move || state.get().label()}</span>
            <AnswerGroup label=text field="row_state" options=STATES.to_vec() value=state
                on_change=move |state| plan.edit(gate, &format!("{item}.state"), |gate: &mut QualityGate| {
                    if let Some(item) = gate.checklist.get_mut(item) { item.state = state; }
                })/>
        </li>
    }
}

/// What people call a point.
pub fn item_named(item: &ChecklistItem) -> String {
    match item.text.trim() {
        "" => "New point".to_owned(),
        text => text.to_owned(),
    }
}

/// A value of a point; the default once it is gone.
pub fn item_value<V: Default + Clone + PartialEq + Send + Sync + 'static>(
    plan: Plan,
    gate: Id<QualityGate>,
    item: Id<ChecklistItem>,
    value: impl Fn(&ChecklistItem) -> V + Send + Sync + 'static,
) -> Signal<V> {
    plan.of(gate, move |gate: &QualityGate| gate.checklist.get(item).map(&value).unwrap_or_default())
}
