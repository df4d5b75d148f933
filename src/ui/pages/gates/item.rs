//! One point of a checklist: what was seen, and what shows it.

use leptos::prelude::*;

use super::checklist::{STATES, effective, item_checked, item_named, item_value};
use crate::plan::{CheckState, ChecklistItem, Choice, Edit, Evidence, Id, QualityGate};
use crate::text;
use crate::ui::components::{
    AnswerGroup, Area, Badge, EvidenceList, Icon, InlineArea, cure_link, focus_soon, state_role,
};
use crate::ui::plan::use_plan;
use crate::ui::reports::Shown;

/// One point of a checklist.
#[component]
pub fn ItemDetail(
    /// Of which gate.
    gate: Id<QualityGate>,
    /// Which point.
    item: Id<ChecklistItem>,
    /// Called when it is closed or gone.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let plan = use_plan();
    let named = item_value(plan, gate, item, item_named);
    let checked = item_checked(plan, gate, item);
    let state = effective(plan, gate, item, checked);
    let is_automatic = Memo::new(move |_| checked.with(Option::is_some));
    let place =
        plan.of(gate, move |gate: &QualityGate| (gate.checklist.position(item).unwrap_or(0), gate.checklist.len()));
    let set = move |field: &'static str, change: &dyn Fn(&mut ChecklistItem)| {
        plan.edit(gate, &format!("{item}.{field}"), |gate: &mut QualityGate| {
            if let Some(item) = gate.checklist.get_mut(item) {
                change(item);
            }
        });
    };
    let edit_list = move |edit| plan.edit_within(gate, |gate: &mut QualityGate| Some(&mut gate.checklist), edit);
    let edit_evidence = move |edit: Edit<Evidence>| {
        plan.edit_within(gate, |gate: &mut QualityGate| Some(&mut gate.checklist.get_mut(item)?.evidence), edit);
    };
    let move_to = move |to: Option<usize>| {
        if let Some(to) = to.filter(|to| *to < place.get_untracked().1) {
            edit_list(Edit::Move { id: item, to });
        }
    };
    let remove = move |_| {
        edit_list(Edit::Remove { id: item });
        on_close.run(());
    };
    // From now on somebody looks at it: nothing has been seen yet.
    let by_hand = move |_| {
        set("check", &|item| {
            item.text = item_named(item);
            item.check = None;
            item.state = CheckState::Open;
        });
        focus_soon(format!("#main .detail[data-entry=\"{item}\"]"));
    };
    let answer = move || {
        if is_automatic.get() {
            let said = move || checked.with(|it| it.as_ref().map(|(check, checked)| text::checked(*check, checked)));
            return view! {
                <div class="section">
                    <p><strong>"The plan answers this itself. "</strong>{said}{cure_link(plan, checked)}</p>
                    <div class="actions">
                        <button class="button quiet small" type="button" disabled=plan.read_only on:click=by_hand>"Answer by hand instead"</button>
                    </div>
                </div>
            }
            .into_any();
        }
        view! {
            <AnswerGroup label=named field="state" options=STATES.to_vec() value=state
                on_change=move |state| set("state", &|item| item.state = state)/>
        }
        .into_any()
    };
    let first = move || (place.get().0 == 0).to_string();
    let last = move || (place.get().0 + 1 >= place.get().1).to_string();
    view! {
        <article class="detail" aria-labelledby="point" data-entry=item.to_string() tabindex="-1">
            <div class="section-head">
                <button class="button quiet small" type="button" on:click=move |_| on_close.run(())><Icon name="back"/>"Whole checklist"</button>
                <span class="soft small">{move || format!("{} of {}", place.get().0 + 1, place.get().1)}</span>
                {move || view! { <Badge role=state_role(state.get()) word=state.get().label()/> }}
            </div>
            <h3 id="point" class="unseen">{named}</h3>
            <InlineArea label=Signal::stored("Point".to_owned()) field="text" heading=true value=item_value(plan, gate, item, |item| item.text.clone())
                placeholder="What to look at, as a sentence that can be true"
                on_change=move |text: String| set("text", &|item| item.text.clone_from(&text))/>
            {answer}
            <Area label="Notes" field="note" optional=true rows=2 value=item_value(plan, gate, item, |item| item.note.clone())
                on_change=move |text: String| set("note", &|item| item.note.clone_from(&text))/>
            <EvidenceList shown=Shown::Gate(gate, Some(item)) value=item_value(plan, gate, item, |item| item.evidence.clone()) on_edit=edit_evidence/>
            <div class="actions entry-foot">
                <button class="button small" type="button" disabled=plan.read_only aria-disabled=first
                    on:click=move |_| move_to(place.get_untracked().0.checked_sub(1))><Icon name="up"/>"Move up"</button>
                <button class="button small" type="button" disabled=plan.read_only aria-disabled=last
                    on:click=move |_| move_to(place.get_untracked().0.checked_add(1))><Icon name="down"/>"Move down"</button>
                <button class="button small" type="button" disabled=plan.read_only on:click=remove><Icon name="bin"/>"Remove point"</button>
            </div>
        </article>
    }
}
