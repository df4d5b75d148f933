//! What may go wrong, and what is done about it.

use leptos::prelude::*;

use crate::plan::{Command, Edit, Id, Level, Risk};
use crate::ui::components::{Empty, Icon, InlineArea, PersonChoice, SectionHead, Select, each};
use crate::ui::plan::{Plan, new_id, use_plan};

/// The table of risks.
#[component]
pub fn Risks() -> impl IntoView {
    let plan = use_plan();
    let ids = plan.ids::<Risk>();
    let add = move |_| plan.add(Risk { id: new_id(), ..Risk::default() });
    view! {
        <section class="section" aria-labelledby="risks">
            <SectionHead id="risks" title="Risks">
                <button class="button quiet" type="button" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add risk"</button>
            </SectionHead>
            <Show when=move || !ids.with(Vec::is_empty) fallback=|| view! {
                <Empty text="What may go wrong, how likely and how bad it is, and who does what about it."/>
            }>
                <div class="table-scroll" role="region" aria-label="Risks, table" tabindex="0">
                    <table class="table stack" role="table">
                        <thead><tr role="row">
                            <th scope="col" role="columnheader">"Risk"</th><th scope="col" role="columnheader">"Probability"</th><th scope="col" role="columnheader">"Impact"</th>
                            <th scope="col" role="columnheader">"Response"</th><th scope="col" role="columnheader">"Owner"</th><th scope="col" role="columnheader"><span class="unseen">"Remove"</span></th>
                        </tr></thead>
                        <tbody role="rowgroup">{each(move || ids.get(), |id| *id, move |id| row(plan, id))}</tbody>
                    </table>
                </div>
            </Show>
        </section>
    }
}

fn row(plan: Plan, id: Id<Risk>) -> impl IntoView {
    let text = plan.of(id, |risk: &Risk| risk.text.clone());
    let response = Signal::derive(move || format!("Response to “{}”", text.get()));
    let remove = move || format!("Remove risk “{}”", text.get());
    view! {
        <tr role="row" data-entry=id.to_string()>
            <td role="cell" class="words" data-label="Risk"><InlineArea label="Risk" field="text" value=text
                on_change=move |text| plan.edit(id, "text", |risk: &mut Risk| risk.text = text)/></td>
            <td role="cell" data-label="Probability"><Select<Level> label="Probability" field="probability" inline=true value=plan.of(id, |r: &Risk| r.probability)
                on_change=move |level| plan.edit(id, "probability", |risk: &mut Risk| risk.probability = level)/></td>
            <td role="cell" data-label="Impact"><Select<Level> label="Impact" field="impact" inline=true value=plan.of(id, |r: &Risk| r.impact)
                on_change=move |level| plan.edit(id, "impact", |risk: &mut Risk| risk.impact = level)/></td>
            <td role="cell" class="words" data-label="Response"><InlineArea label=response field="response" value=plan.of(id, |r: &Risk| r.response.clone())
                on_change=move |text| plan.edit(id, "response", |risk: &mut Risk| risk.response = text)/></td>
            <td role="cell" data-label="Owner"><PersonChoice label="Owner of the risk" field="owner" inline=true value=plan.of(id, |r: &Risk| r.owner)
                on_change=move |owner| plan.edit(id, "owner", |risk: &mut Risk| risk.owner = owner)/></td>
            <td class="tail" role="cell">
                <button class="icon-button" type="button" aria-label=remove title=remove disabled=plan.read_only
                    on:click=move |_| plan.remove(Command::Risks(Edit::Remove { id }))><Icon name="bin"/></button>
            </td>
        </tr>
    }
}
