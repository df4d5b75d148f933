//! What must hold before the old configuration is switched off.

use leptos::prelude::*;

use super::keyed::focus_neighbour;
use super::nested;
use super::typed::InlineArea;
use crate::plan::{Id, SwitchOffCriterion};
use crate::text;
use crate::ui::components::{Day, Empty, Icon, Role, Status, each};
use crate::ui::plan::{Plan, new_id, use_plan};

/// The table of conditions.
#[component]
pub fn SwitchOff() -> impl IntoView {
    let plan = use_plan();
    let ids = nested::ids::<SwitchOffCriterion>(plan);
    let add = move |_| nested::add(plan, SwitchOffCriterion { id: new_id(), ..SwitchOffCriterion::default() });
    view! {
        <div class="section-head lower">
            <h3>"Switch-off criteria"</h3>
            <button class="button quiet" type="button" data-field="switch_off" disabled=plan.read_only on:click=add>
                <Icon name="plus"/>"Add switch-off criterion"
            </button>
        </div>
        <Show when=move || !ids.with(Vec::is_empty) fallback=|| view! {
            <Empty text="What must hold before the old is switched off, each with its figure. Without them both run for ever."/>
        }>
            <div class="table-scroll" role="region" aria-label="Switch-off criteria, table" tabindex="0">
                <table class="table stack plan-table" role="table">
                    <thead><tr role="row">
                        <th scope="col" role="columnheader">"Criterion"</th><th scope="col" role="columnheader">"By"</th>
                        <th scope="col" role="columnheader">"State"</th>
                        <th scope="col" role="columnheader">"Met on"</th>
                        <th scope="col" role="columnheader"><span class="unseen">"Remove"</span></th>
                    </tr></thead>
                    <tbody>{each(move || ids.get(), |id| *id, move |id| row(plan, id, ids))}</tbody>
                </table>
            </div>
        </Show>
    }
}

fn row(plan: Plan, id: Id<SwitchOffCriterion>, ids: Memo<Vec<Id<SwitchOffCriterion>>>) -> impl IntoView {
    let met = nested::of(plan, id, |criterion: &SwitchOffCriterion| criterion.met);
    let due = nested::of(plan, id, |criterion: &SwitchOffCriterion| criterion.due);
    let late = move || due.get().is_some_and(|due| due < plan.today.get());
    let status = move || match met.get() {
        None if late() => view! { <Status role=Role::NoGo word="Overdue"/> },
        Some(_) => view! { <Status role=Role::Go word="Met"/> },
        None => view! { <Status role=Role::Idle word="Not met yet"/> },
    };
    let name = nested::of(plan, id, |criterion: &SwitchOffCriterion| criterion.text.clone());
    let remove_label = move || format!("Remove {}", text::named(&name.get(), "switch-off criterion without words"));
    let remove = move |_| {
        let before = ids.get_untracked();
        nested::remove(plan, id);
        focus_neighbour(&before, id, "switch_off");
    };
    view! {
        <tr role="row" data-entry=id.to_string()>
            <th scope="row" role="rowheader">
                <InlineArea label="Switch-off criterion".to_owned() field="text" value=name
                    on_change=move |text| nested::edit(plan, id, "text", |c: &mut SwitchOffCriterion| c.text = text)/>
            </th>
            <td role="cell" data-label="By">
                <Day label="By" field="due" inline=true value=due
                    on_change=move |day| nested::edit(plan, id, "due", |c: &mut SwitchOffCriterion| c.due = day)/>
            </td>
            <td role="cell" data-label="State">{status}</td>
            <td role="cell" data-label="Met on">
                <Day label="Met on" field="met" inline=true value=met
                    on_change=move |day| nested::edit(plan, id, "met", |c: &mut SwitchOffCriterion| c.met = day)/>
            </td>
            <td role="cell" class="tail">
                <button class="icon-button" type="button" aria-label=remove_label title="Remove criterion"
                    disabled=plan.read_only on:click=remove><Icon name="bin"/></button>
            </td>
        </tr>
    }
}
