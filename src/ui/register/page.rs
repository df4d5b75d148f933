//! A page of registers, tables and forms.

use leptos::prelude::*;

use super::detail::detail;
use super::form::form;
use super::list::list;
use super::rows::rows_table;
use super::spec::{Block, Group, Page, Register, noun};
use crate::plan_file::Access;
use crate::route::{Page as RoutePage, Route};
use crate::text;
use crate::ui::components::{Icon, NotInPlan, PageHead, control_id};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::plan::{Plan, new_id, use_plan};

/// A page. `entry` is the one that the address names; it may be of any of the page's registers.
#[must_use]
pub fn register_page(page: &'static Page, entry: Signal<Option<String>>) -> AnyView {
    let plan = use_plan();
    let lead = plan.from(move |release| (page.lead)(release, plan.today.get()));
    let first = match page.blocks.first() {
        Some(Block::Register(first)) => Some(*first),
        _ => None,
    };
    let head = match first {
        Some(first) => {
            let add = add_button(plan, first, "button primary");
            view! { <PageHead title=page.title lead>{add}</PageHead> }.into_any()
        }
        None => view! { <PageHead title=page.title lead/> }.into_any(),
    };
    let lists = page.blocks.iter().filter_map(|block| match block {
        Block::Register(register) => Some(register.access),
        Block::Rows(access, _) => Some(*access),
        _ => None,
    });
    let lists: Vec<Access> = lists.collect();
    let what = first.map_or("an entry", |first| first.one);
    let known = first.map(|_| {
        let found =
            plan.from(move |release| entry.get().is_some_and(|id| lists.iter().any(|list| has(*list, release, &id))));
        view! { <NotInPlan entry found what/> }
    });
    let blocks = page.blocks.iter().enumerate().map(|(at, block)| match block {
        Block::Register(list) => register(plan, list, entry, at == 0),
        Block::Rows(access, rows) => rows_table(plan, *access, rows),
        Block::Form(access, title, groups) => titled_form(plan, *access, title, groups),
        Block::Own(draw) => draw(plan),
    });
    view! { {head}{known}{blocks.collect_view()} }.into_any()
}

fn has(access: Access, release: &crate::plan::Release, id: &str) -> bool {
    (access.title)(release, id).is_some()
}

/// A register with the entry at work beside its list. Where it is not what the page is headed by, it has a heading and a button
/// of its own.
#[must_use]
pub fn register(plan: Plan, register: &'static Register, entry: Signal<Option<String>>, heads_page: bool) -> AnyView {
    let shown = plan.from(move |release| entry.get().filter(|id| has(register.access, release, id)));
    let above = register.above.map(|above| view! { <div class="above">{above(plan)}</div> });
    let body = view! {
        {above}
        <div class="split">
            <div class="list">{list(plan, register, shown)}</div>
            {move || shown.get().map(|id| detail(plan, register, id, heads_page))}
        </div>
    };
    if heads_page {
        return body.into_any();
    }
    let id = control_id("register");
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <div class="section-head">
                <h2 id=id.clone()>{text::upper_first(register.many)}</h2>
                {add_button(plan, register, "button quiet")}
            </div>
            {body}
        </section>
    }
    .into_any()
}

fn add_button(plan: Plan, register: &'static Register, class: &'static str) -> AnyView {
    let desk = use_desk();
    let word = format!("Add {}", noun(register.one));
    view! {
        <button class=class type="button" data-field=register.add disabled=plan.read_only
            on:click=move |_| add(plan, desk, register)><Icon name="plus"/>{word}</button>
    }
    .into_any()
}

/// Adds an entry, and goes to its first field.
fn add(plan: Plan, desk: Desk, register: &Register) {
    let id = new_id::<()>().to_string();
    let today = plan.today.get_untracked();
    let preset = plan.release.with_untracked(|release| (register.preset)(release, today));
    // What a register presets is of the list's type, and the id is new.
    let Ok(command) = (register.access.insert)(&id, preset) else { return };
    plan.dispatch(command);
    let first =
        register.groups.first().and_then(|group| group.fields.first()).map(|field| field.data_name().to_owned());
    desk.go(&Route::Release(plan.id(), RoutePage::Section(register.section, Some(id), first)));
}

/// The fields of a part that the release has once, with a heading.
fn titled_form(plan: Plan, access: Access, title: &'static str, groups: &'static [Group]) -> AnyView {
    let id = control_id("form");
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <div class="section-head"><h2 id=id.clone()>{title}</h2></div>
            {form(plan, access, "", groups)}
        </section>
    }
    .into_any()
}
