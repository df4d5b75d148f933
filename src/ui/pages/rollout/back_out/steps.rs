//! The steps on the way back, in their order, with how long they take.

use leptos::prelude::*;

use crate::plan::{BackOutPlan, BackOutStep, Id, Minutes};
use crate::rollout::back_out_duration;
use crate::ui::components::{Empty, Icon, Number, PersonChoice, each};
use crate::ui::pages::rollout::keyed::{Reorder, focus_neighbour, place_in};
use crate::ui::pages::rollout::nested;
use crate::ui::pages::rollout::typed::InlineArea;
use crate::ui::plan::{Plan, new_id, use_plan};

type Ids = Memo<Vec<Id<BackOutStep>>>;

/// The table of steps, with verification and total.
#[component]
pub fn Steps() -> impl IntoView {
    let plan = use_plan();
    let ids = nested::ids::<BackOutStep>(plan);
    let add = move |_| nested::add(plan, BackOutStep { id: new_id(), duration: Minutes(15), ..BackOutStep::default() });
    view! {
        <div class="section-head lower">
            <h3>"Steps"</h3>
            <button class="button quiet" type="button" data-field="back_out_steps" disabled=plan.read_only on:click=add>
                <Icon name="plus"/>"Add back-out step"
            </button>
        </div>
        <Show when=move || !ids.with(Vec::is_empty) fallback=|| view! {
            <Empty text="What is done to return to the state before, in this order. The last safe moment to abort follows from it."/>
        }>
            <div class="table-scroll" role="region" aria-label="Back-out steps, table" tabindex="0">
                <table class="table stack plan-table" role="table">
                    <thead><tr role="row">
                        <th scope="col" role="columnheader" class="number">"Step"</th><th scope="col" role="columnheader">"What"</th>
                        <th scope="col" role="columnheader">"Owner"</th><th scope="col" role="columnheader" class="number">"Minutes"</th>
                        <th scope="col" role="columnheader"><span class="unseen">"Move or remove"</span></th>
                    </tr></thead>
                    <tbody>{each(move || ids.get(), |id| *id, move |id| row(plan, id, ids))}</tbody>
                    <tfoot>{total(plan)}</tfoot>
                </table>
            </div>
        </Show>
        <div class="form">{verification(plan)}</div>
    }
}

fn verification(plan: Plan) -> impl IntoView {
    let set = move |minutes: Option<u32>| {
        plan.edit_part("verification", |b: &mut BackOutPlan| b.verification = Minutes(minutes.unwrap_or(0)));
    };
    view! {
        <div class="fields pair">
            <Number<u32> label="Verification in minutes" field="verification"
                help="How long it takes to see that the state before is back."
                value=plan.from(|release| Some(release.rollout.back_out.verification.0)) on_change=set/>
        </div>
    }
}

fn total(plan: Plan) -> impl IntoView {
    let total = plan.from(|release| back_out_duration(&release.rollout.back_out).to_string());
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" colspan="3">"All steps and the verification"</th>
            <td role="cell" class="number"><strong>{total}</strong></td>
            <td role="cell"></td>
        </tr>
    }
}

fn row(plan: Plan, id: Id<BackOutStep>, ids: Ids) -> impl IntoView {
    let at = place_in(ids, id);
    let name = Signal::derive(move || format!("back-out step {}", at.get().0 + 1));
    let label = move || format!("Remove {}", name.get());
    let set_duration = move |minutes: Option<u32>| {
        nested::edit(plan, id, "duration", |s: &mut BackOutStep| s.duration = Minutes(minutes.unwrap_or(0)));
    };
    let remove = move |_| {
        let before = ids.get_untracked();
        nested::remove(plan, id);
        focus_neighbour(&before, id, "back_out_steps");
    };
    view! {
        <tr role="row" data-entry=id.to_string()>
            <td role="cell" data-label="Step" class="number">{move || at.get().0 + 1}</td>
            <th scope="row" role="rowheader">
                <InlineArea label=Signal::derive(move || format!("What, {}", name.get())) field="title"
                    placeholder="What is done" value=nested::of(plan, id, |step: &BackOutStep| step.title.clone())
                    on_change=move |text| nested::edit(plan, id, "title", |s: &mut BackOutStep| s.title = text)/>
            </th>
            <td role="cell" data-label="Owner">
                <PersonChoice label="Owner" field="owner" inline=true
                    value=nested::of(plan, id, |step: &BackOutStep| step.owner)
                    on_change=move |owner| nested::edit(plan, id, "owner", |s: &mut BackOutStep| s.owner = owner)/>
            </td>
            <td role="cell" data-label="Minutes" class="number">
                <Number<u32> label="Minutes" field="duration" inline=true
                    value=nested::of(plan, id, |step: &BackOutStep| Some(step.duration.0)) on_change=set_duration/>
            </td>
            <td role="cell" class="reorder">
                <Reorder name entry=id.to_string() at on_move=move |to| nested::shift(plan, id, to)/>
                <button class="icon-button" type="button" aria-label=label title="Remove step"
                    disabled=plan.read_only on:click=remove><Icon name="bin"/></button>
            </td>
        </tr>
    }
}
