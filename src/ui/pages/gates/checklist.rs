//! The checklist of a gate: its points on the left, the one that is looked at on the right.

use leptos::prelude::*;

use super::item::ItemDetail;
use crate::plan::{AutomaticCheck, CheckState, ChecklistItem, Choice, Edit, Id, QualityGate, Release};
use crate::readiness::{automatic, item_state};
use crate::text;
use crate::ui::components::{
    AddCheck, AnswerGroup, AnswerOption, Answered, Empty, Icon, Mark, Role, asked_of, cure_link, each, focus_soon,
    state_role,
};
use crate::ui::plan::{Plan, new_id, use_plan};

/// What can be said of a point.
pub const STATES: [AnswerOption<CheckState>; 4] = [
    AnswerOption { value: CheckState::Done, word: "Done", role: Some(Role::Go) },
    AnswerOption { value: CheckState::Failed, word: "Failed", role: Some(Role::NoGo) },
    AnswerOption { value: CheckState::NotApplicable, word: "N/A", role: Some(Role::NotApplicable) },
    AnswerOption { value: CheckState::Open, word: "Open", role: Some(Role::Idle) },
];

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
    let asked = plan.of(id, |gate: &QualityGate| asked_of(&gate.checklist));
    let add = move |item: ChecklistItem| {
        let entry = item.id;
        plan.edit_within(id, |gate: &mut QualityGate| Some(&mut gate.checklist), Edit::add(item));
        chosen.set(Some(entry));
        entry
    };
    let add_own = move |_| {
        let entry = add(ChecklistItem { id: new_id(), ..ChecklistItem::default() });
        focus_soon(format!("#main [data-entry=\"{entry}\"] textarea"));
    };
    let add_check = Callback::new(move |check: AutomaticCheck| {
        let text = check.label().to_owned();
        let entry = add(ChecklistItem { id: new_id(), text, check: Some(check), ..ChecklistItem::default() });
        focus_soon(format!("#main .detail[data-entry=\"{entry}\"]"));
    });
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
                    <button class="button quiet small" type="button" disabled=plan.read_only on:click=add_own><Icon name="plus"/>"Add point"</button>
                </div>
                <AddCheck asked on_add=add_check/>
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
    let counts = plan.from(move |release| {
        let states = states(release, id, plan.today.get());
        let settled = states.iter().filter(|state| matches!(state, CheckState::Done | CheckState::NotApplicable));
        (settled.count(), states.len(), states.contains(&CheckState::Failed))
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

/// How the points of a checklist stand, as somebody saw them or as the plan answers them.
fn states(release: &Release, id: Id<QualityGate>, today: jiff::civil::Date) -> Vec<CheckState> {
    let items = release.gates.get(id).into_iter().flat_map(|gate| &gate.checklist);
    items.map(|item| item_state(item, release, today)).collect()
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
    let checked = item_checked(plan, gate, item);
    let state = effective(plan, gate, item, checked);
    let noted = item_value(plan, gate, item, |item| {
        let note = item.note.lines().next().unwrap_or_default().trim().to_owned();
        let shown = match item.evidence.len() {
            0 => String::new(),
            1 => "1 piece of evidence".to_owned(),
            count => format!("{count} pieces of evidence"),
        };
        [note, shown].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    let said = move || checked.with(|checked| checked.as_ref().map(|(check, checked)| text::checked(*check, checked)));
    let note =
        move || said().into_iter().chain([noted.get()]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let is_automatic = Memo::new(move |_| checked.with(Option::is_some));
    let answer = move || {
        if is_automatic.get() {
            return view! { <span class="automatic above">{move || state.get().label()}{cure_link(plan, checked)}</span> }.into_any();
        }
        view! {
            <AnswerGroup label=text field="row_state" options=STATES.to_vec() value=state
                on_change=move |state| plan.edit(gate, &format!("{item}.state"), |gate: &mut QualityGate| {
                    if let Some(item) = gate.checklist.get_mut(item) { item.state = state; }
                })/>
        }
        .into_any()
    };
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
            {answer}
        </li>
    }
}

/// What people call a point.
pub fn item_named(item: &ChecklistItem) -> String {
    text::named(text::check_item(item), "New point")
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

/// What the plan answers to a point, where it answers it itself.
pub fn item_checked(plan: Plan, gate: Id<QualityGate>, item: Id<ChecklistItem>) -> Signal<Answered> {
    plan.from(move |release| {
        let check = release.gates.get(gate)?.checklist.get(item)?.check?;
        Some((check, automatic(check, release, plan.today.get())))
    })
}

/// How a point stands: as the plan answers it, else as somebody saw it.
pub fn effective(
    plan: Plan,
    gate: Id<QualityGate>,
    item: Id<ChecklistItem>,
    checked: Signal<Answered>,
) -> Signal<CheckState> {
    let seen = item_value(plan, gate, item, |item| item.state);
    Signal::derive(move || checked.with(|checked| checked.as_ref().map_or(seen.get(), |(_, checked)| checked.state)))
}
