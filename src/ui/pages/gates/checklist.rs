//! The checklist of a gate: its points on the left, the one that is looked at on the right.

use leptos::prelude::*;

use super::item::ItemDetail;
use crate::plan::{AutomaticCheck, CheckState, ChecklistItem, Choice, Edit, Id, QualityGate, Release};
use crate::readiness::{Checked, automatic, item_state};
use crate::route::Route;
use crate::text;
use crate::ui::components::{AnswerGroup, AnswerOption, Empty, Icon, Mark, OneOf, Options, Role, each, focus_soon};
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
                <AddCheck id on_add=add_check/>
            </section>
            {each(move || selected.get(), |item| *item, move |item| view! { <ItemDetail gate=id item on_close=move |()| close(chosen)/> })}
        </div>
    }
}

fn close(chosen: RwSignal<Option<Id<ChecklistItem>>>) {
    chosen.set(None);
    focus_soon("#checklist".to_owned());
}

/// Adds a point that the plan answers itself, among those that the checklist does not ask yet.
#[component]
fn AddCheck(id: Id<QualityGate>, on_add: Callback<AutomaticCheck>) -> impl IntoView {
    let plan = use_plan();
    let picked = RwSignal::new(String::new());
    let unused: Signal<Options> = plan.of(id, |gate: &QualityGate| {
        let asked = |check: AutomaticCheck| gate.checklist.iter().any(|item| item.check == Some(check));
        let unused = AutomaticCheck::ALL.iter().filter(|check| !asked(**check));
        unused.map(|check| (check.key().to_owned(), check.label().to_owned())).collect()
    });
    let take = Callback::new(move |key: String| picked.set(key));
    let add = move |_| {
        if let Some(check) = AutomaticCheck::from_key(&picked.get_untracked()) {
            picked.set(String::new());
            on_add.run(check);
        }
    };
    let none_picked = move || picked.with(String::is_empty);
    view! {
        <Show when=move || !unused.with(Vec::is_empty)>
            <div class="actions add-check">
                <OneOf label=Signal::stored("Point that the plan answers itself".to_owned()) field="add_check" inline=true
                    options=unused value=picked.into() on_change=take none="What the plan answers itself…"/>
                <button class="button quiet small" type="button" disabled=move || plan.read_only || none_picked()
                    on:click=add><Icon name="plus"/>"Add automatic point"</button>
            </div>
        </Show>
    }
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

/// A check with what it finds today.
pub type Answered = Option<(AutomaticCheck, Checked)>;

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

/// The way to where a point that the plan answers is cured; nothing where there is nothing to cure.
pub fn cure_link(plan: Plan, checked: Signal<Answered>) -> impl IntoView {
    move || {
        let place = checked.with(|checked| match checked {
            Some((_, checked)) if matches!(checked.state, CheckState::Failed | CheckState::Open) => {
                Some(checked.place.clone())
            }
            _ => None,
        });
        place.map(|place| {
            let address = Route::cure(plan.id(), &place).to_string();
            view! { " "<a href=address>{text::go_to_cure(place.section)}</a> }
        })
    }
}
