//! What was removed from a section, each with its reason. It is printed, and it can be put back.

use leptos::prelude::*;

use crate::plan::{Choice, Command, Edit, Id, Removal, RemovedKind};
use crate::text;
use crate::ui::components::{InlineText, SectionHead};
use crate::ui::plan::{Plan, use_plan};

/// The removals of one kind. Nothing where there are none.
#[component]
pub fn RemovedList(
    /// Of what.
    kind: RemovedKind,
    /// The command that puts a default back, where what was removed is one.
    #[prop(optional)]
    put_back: Option<fn(&Removal) -> Option<Command>>,
) -> impl IntoView {
    let plan = use_plan();
    let ids = plan.from(move |release| {
        let of_kind = release.removals.iter().filter(|removal| removal.kind == kind);
        of_kind.map(|removal| removal.id).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <section class="section" aria-labelledby="removed">
                <SectionHead id="removed" title="Removed from the plan"/>
                <ul class="rows"><For each=move || ids.get() key=|id| *id children=move |id| row(plan, id, put_back)/></ul>
            </section>
        </Show>
    }
}

fn row(plan: Plan, id: Id<Removal>, put_back: Option<fn(&Removal) -> Option<Command>>) -> impl IntoView {
    let name = plan.of(id, |removal: &Removal| removal.name.clone());
    let by = plan.of(id, |removal: &Removal| {
        let by = if removal.by.trim().is_empty() { "somebody" } else { removal.by.as_str() };
        let on = removal.on.map(|day| format!(", {}", text::day(day))).unwrap_or_default();
        format!("{} removed by {by}{on}", removal.kind.label())
    });
    let restore = move || plan.get::<Removal>(id).and_then(|removal| put_back?(&removal));
    let button = restore().is_some().then(|| {
        let press = move |_| {
            if let Some(command) = restore() {
                plan.dispatch(Command::Batch(vec![Command::Removals(Edit::Remove { id }), command]));
            }
        };
        view! { <button class="button small" type="button" disabled=plan.read_only on:click=press>"Put back"<span class="unseen">" "{name}</span></button> }
    });
    let label = Signal::derive(move || format!("Reason for removing {}", name.get()));
    view! {
        <li class="row" data-entry=id.to_string()>
            <span></span>
            <div>
                <span class="row-title">{name}</span><span class="note">{by}</span>
                <InlineText label field="reason" placeholder="Reason" value=plan.of(id, |removal: &Removal| removal.reason.clone())
                    on_change=move |reason| plan.edit(id, "reason", |removal: &mut Removal| removal.reason = reason)/>
            </div>
            {button}
        </li>
    }
}
