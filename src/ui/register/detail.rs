//! One entry of a register at work.

use leptos::prelude::*;

use super::cells::note;
use super::entry::Entry;
use super::form::fields_of;
use super::remove::Remover;
use super::spec::{Cell, Register, noun};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Badge, Icon, control_id};
use crate::ui::desk::use_desk;
use crate::ui::plan::Plan;

/// An entry with its fields. Its heading is one of the page where `alone`, else of a section.
pub fn detail(plan: Plan, register: &'static Register, id: String, alone: bool) -> AnyView {
    let desk = use_desk();
    let section = Route::section(plan.id(), register.section);
    let (back, one) = (section.to_string(), noun(register.one));
    let key = id.clone();
    let title = plan.from(move |release| {
        let title = (register.access.title)(release, &key).unwrap_or_default();
        text::named(title.trim(), &format!("New {one}"))
    });
    let heading = control_id("entry");
    let head = if alone {
        view! { <h2 id=heading.clone()>{title}</h2> }.into_any()
    } else {
        view! { <h3 id=heading.clone()>{title}</h3> }.into_any()
    };
    let form = fields_of(Entry::of(plan, register.access, &id), register.groups);
    let more = register.more.map(|more| more(plan, id.clone()));
    let remover =
        Remover::new(plan, Some(register.access), register.removing, Callback::new(move |()| desk.go(&section)));
    let removed = id.clone();
    let all = format!("All {}", register.many);
    view! {
        <article class="detail" aria-labelledby=heading data-entry=id.clone() tabindex="-1">
            <nav class="trail" aria-label="Path"><a href=back><Icon name="back"/>{all}</a></nav>
            {state(plan, register, &id)}
            {head}
            {form}
            {more}
            <div class="actions">
                <button class="button quiet" type="button" disabled=plan.read_only
                    on:click=move |_| remover.remove(&removed)><Icon name="bin"/>{format!("Remove {one}")}</button>
            </div>
            {remover.dialog()}
        </article>
    }
    .into_any()
}

/// What stands in small print under the title in the list, and how the entry stands.
fn state(plan: Plan, register: &'static Register, id: &str) -> Option<AnyView> {
    if register.note.is_none() && register.badge.is_none() {
        return None;
    }
    let key = id.to_owned();
    let note = plan.from(move |release| note(register, release, &key, plan.today.get()));
    let key = id.to_owned();
    let cell = plan.from(move |release| register.badge.map(|badge| badge(release, &key, plan.today.get())));
    let badge = move || {
        cell.get().map(|cell| match cell {
            Cell::Status(role, word) => view! { <Badge role word/> }.into_any(),
            other => view! { <span class="soft">{other.words()}</span> }.into_any(),
        })
    };
    Some(view! { <div class="section-head"><span class=if register.mono { "mono soft" } else { "soft" }>{note}</span>{badge}</div> }.into_any())
}
