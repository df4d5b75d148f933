//! What makes us go back, and who says so.

use leptos::prelude::*;

use crate::plan::{BackOutTrigger, Id};
use crate::ui::components::{Empty, Icon, PersonChoice, each};
use crate::ui::pages::rollout::keyed::focus_neighbour;
use crate::ui::pages::rollout::nested;
use crate::ui::pages::rollout::typed::InlineArea;
use crate::ui::plan::{Plan, new_id, use_plan};

type Ids = Memo<Vec<Id<BackOutTrigger>>>;

/// The table of triggers.
#[component]
pub fn Triggers() -> impl IntoView {
    let plan = use_plan();
    let ids = nested::ids::<BackOutTrigger>(plan);
    let add = move |_| nested::add(plan, BackOutTrigger { id: new_id(), ..BackOutTrigger::default() });
    view! {
        <div class="section-head lower">
            <h3>"Triggers"</h3>
            <button class="button quiet" type="button" data-field="back_out_triggers" disabled=plan.read_only on:click=add>
                <Icon name="plus"/>"Add trigger"
            </button>
        </div>
        <Show when=move || !ids.with(Vec::is_empty) fallback=|| view! {
            <Empty text="What is observed, with its figure, that makes you go back. In the night nobody should have to argue about it."/>
        }>
            <div class="table-scroll" role="region" aria-label="Triggers, table" tabindex="0">
                <table class="table stack plan-table" role="table">
                    <thead><tr role="row">
                        <th scope="col" role="columnheader">"Trigger"</th><th scope="col" role="columnheader">"Who decides"</th>
                        <th scope="col" role="columnheader"><span class="unseen">"Remove"</span></th>
                    </tr></thead>
                    <tbody>{each(move || ids.get(), |id| *id, move |id| row(plan, id, ids))}</tbody>
                </table>
            </div>
        </Show>
    }
}

fn row(plan: Plan, id: Id<BackOutTrigger>, ids: Ids) -> impl IntoView {
    let text = nested::of(plan, id, |trigger: &BackOutTrigger| trigger.text.clone());
    let label = move || format!("Remove {}", text.get());
    let remove = move |_| {
        let before = ids.get_untracked();
        nested::remove(plan, id);
        focus_neighbour(&before, id, "back_out_triggers");
    };
    view! {
        <tr role="row" data-entry=id.to_string()>
            <th scope="row" role="rowheader">
                <InlineArea label="Trigger".to_owned() field="text" value=text placeholder="What is observed"
                    on_change=move |text| nested::edit(plan, id, "text", |t: &mut BackOutTrigger| t.text = text)/>
            </th>
            <td role="cell" data-label="Who decides">
                <PersonChoice label="Who decides" field="decided_by" inline=true
                    value=nested::of(plan, id, |trigger: &BackOutTrigger| trigger.decided_by)
                    on_change=move |person| nested::edit(plan, id, "decided_by", |t: &mut BackOutTrigger| t.decided_by = person)/>
            </td>
            <td role="cell" class="tail">
                <button class="icon-button" type="button" aria-label=label title="Remove trigger"
                    disabled=plan.read_only on:click=remove><Icon name="bin"/></button>
            </td>
        </tr>
    }
}
