//! The fields of an entry, in groups.

use leptos::prelude::*;

use super::control::control;
use super::entry::Entry;
use super::field::Field;
use super::spec::Group;
use crate::plan_file::Access;
use crate::ui::plan::Plan;

/// The fields of an entry of a list; or of a part that the release has once, whose id is the empty text.
#[must_use]
pub fn form(plan: Plan, access: Access, id: &str, groups: &'static [Group]) -> AnyView {
    fields_of(Entry::of(plan, access, id), groups)
}

/// The fields of an entry.
#[must_use]
pub fn fields_of(entry: Entry, groups: &'static [Group]) -> AnyView {
    let groups = groups.iter().map(|part| shown_when(entry, part.when, move || group(entry, part)));
    view! { <div class="form">{groups.collect_view()}</div> }.into_any()
}

fn group(entry: Entry, group: &'static Group) -> AnyView {
    let class = match group.columns {
        2 => "fields pair",
        3 => "fields three",
        _ => "fields",
    };
    let fields = group.fields.iter().map(|field| one(entry, field)).collect_view();
    match group.legend {
        Some(legend) => view! { <fieldset class=class><legend>{legend}</legend>{fields}</fieldset> }.into_any(),
        None => view! { <div class=class>{fields}</div> }.into_any(),
    }
}

fn one(entry: Entry, field: &'static Field) -> AnyView {
    shown_when(entry, field.when, move || control(entry, field, None))
}

/// What is shown while it applies to the entry.
fn shown_when(
    entry: Entry,
    when: Option<fn(&serde_json::Value) -> bool>,
    draw: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let Some(when) = when else { return draw() };
    let applies = entry.derive(when);
    (move || applies.get().then(&draw)).into_any()
}
