//! Choosing the groups of a wave. A group that is in another wave says so, and moves when it is chosen here.

use crate::ui::components::each;
use leptos::prelude::*;

use crate::plan::{Id, Release, UserGroup, Wave};
use crate::rollout::assign;
use crate::ui::plan::{Plan, use_plan};

/// The names of a wave's groups, in one line.
pub fn group_names(plan: Plan, id: Id<Wave>) -> Signal<String> {
    plan.from(move |release| {
        let groups = release.rollout.waves.get(id).map(|wave| wave.groups.as_slice()).unwrap_or_default();
        let names: Vec<&str> = groups.iter().filter_map(|id| release.group(*id)).map(|g| g.name.as_str()).collect();
        if names.is_empty() { "None yet".to_owned() } else { names.join(", ") }
    })
}

/// Boxes for all user groups of the plan.
#[component]
pub fn GroupChoice(
    /// The wave that they are chosen for.
    wave: Id<Wave>,
) -> impl IntoView {
    let plan = use_plan();
    let groups = plan.from(|release| {
        let one = |(department, group): (&crate::plan::Department, &UserGroup)| {
            (group.id, format!("{}: {} · {}", department.name, group.name, group.size))
        };
        release.groups().map(one).collect::<Vec<_>>()
    });
    view! {
        <fieldset class="field">
            <legend>"Groups"</legend>
            <Show when=move || !groups.with(Vec::is_empty) fallback=|| view! {
                <p class="help">"No user groups yet. They are kept with their departments."</p>
            }>
                <div class="checks">
                    {each(move || groups.get(), Clone::clone, move |(id, name)| check(plan, wave, id, name))}
                </div>
            </Show>
            <p class="help">"Each group is in one wave. Choosing it here takes it out of the other."</p>
        </fieldset>
    }
}

fn check(plan: Plan, wave: Id<Wave>, group: Id<UserGroup>, name: String) -> impl IntoView {
    let here = plan.of(wave, move |wave: &Wave| wave.groups.contains(&group));
    let elsewhere = plan.from(move |release| elsewhere(release, wave, group));
    let change = move |on: bool| {
        if on {
            if let Some(command) = plan.release.with_untracked(|release| assign(release, group, Some(wave))) {
                plan.dispatch(command);
            }
        } else {
            plan.edit(wave, &format!("groups.{group}"), |wave: &mut Wave| wave.groups.retain(|other| *other != group));
        }
    };
    view! {
        <label class="check">
            <input type="checkbox" disabled=plan.read_only prop:checked=here
                on:change:target=move |event| change(event.target().checked())/>
            <span>{name}<span class="soft small">{elsewhere}</span></span>
        </label>
    }
}

fn elsewhere(release: &Release, here: Id<Wave>, group: Id<UserGroup>) -> String {
    let others = release.rollout.waves.iter().filter(|wave| wave.id != here && wave.groups.contains(&group));
    let names: Vec<&str> = others.map(|wave| wave.name.as_str()).collect();
    if names.is_empty() { String::new() } else { format!(" in {}", names.join(" and in ")) }
}
