//! The departments, each with its user groups and floor walkers.

use leptos::prelude::*;

use super::groups::Groups;
use crate::plan::{Command, Count, Department, Edit, Id, Item, Release, Removal, RemovedKind};
use crate::text;
use crate::ui::components::{Area, Check, Empty, Icon, ManyPeople, Mark, ReasonDialog, Role, SectionHead, Text, each};
use crate::ui::plan::{Plan, new_id, use_plan};

/// All departments, one below the other; each opens to be worked on.
#[component]
pub fn Departments(
    /// The department that the address names: it is open from the start.
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_plan();
    let ids = plan.ids::<Department>();
    let add = move |_| plan.add(Department { id: new_id(), impacted: true, ..Department::default() });
    view! {
        <section class="section" aria-labelledby="departments">
            <SectionHead id="departments" title="Departments">
                <button class="button quiet" type="button" data-field="add" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add department"</button>
            </SectionHead>
            <Show when=move || !ids.with(Vec::is_empty) fallback=|| view! {
                <Empty text="Departments and their user groups decide how many people a wave reaches and who needs floor walkers."/>
            }>
                <div class="folds">
                    {each(move || ids.get(), |id| *id, move |id| department(plan, id, entry))}
                </div>
            </Show>
        </section>
    }
}

fn department(plan: Plan, id: Id<Department>, entry: Signal<Option<String>>) -> impl IntoView {
    let name = plan.of(id, |department: &Department| department.name.clone());
    let named = move || text::named(&name.get(), "New department");
    let note = plan.from(move |release| note(release, id));
    let role = plan.from(move |release| standing(release, id));
    let mark = move || view! { <Mark role=role.get().0/> };
    let open = move || name.get_untracked().is_empty() || entry.get().is_some_and(|entry| entry == id.as_str());
    view! {
        <details class="fold" data-entry=id.to_string() open=open>
            <summary>
                {mark}<span class="unseen">{move || role.get().1}</span>
                <span><span class="row-title">{named}</span><span class="note">{note}</span></span>
            </summary>
            <div class="form">{fields(plan, id)}<Groups department=id/>{removal(plan, id)}</div>
        </details>
    }
}

fn fields(plan: Plan, id: Id<Department>) -> impl IntoView {
    // A department that is not impacted needs no floor walkers: saying so needs a reason, as removing it would.
    let asked = RwSignal::new(None::<String>);
    let impact = move |on: bool| match plan.get::<Department>(id) {
        Some(department) if !on => asked.set(Some(format!("Impact on {}", department.name))),
        _ => mark_impacted(plan, id),
    };
    let on_remove = move |reason: String| {
        if let Some(department) = plan.get::<Department>(id) {
            let spared = Department { impacted: false, ..department.clone() };
            let command = Command::Departments(Edit::replace(spared));
            plan.remove_with_reason(RemovedKind::Impact, &department, &reason, command);
        }
    };
    view! {
        <div class="fields pair">
            <Text label="Name" field="name" value=plan.of(id, |d: &Department| d.name.clone())
                on_change=move |text| plan.edit(id, "name", |d: &mut Department| d.name = text)/>
            <Area label="Important hours" field="important_hours" optional=true rows=1
                help="When its people must not be interrupted."
                value=plan.of(id, |d: &Department| d.important_hours.clone())
                on_change=move |text| plan.edit(id, "important_hours", |d: &mut Department| d.important_hours = text)/>
        </div>
        <div class="fields">
            <Check label="Its people notice the release" field="impacted" value=plan.of(id, |d: &Department| d.impacted)
                on_change=impact/>
            <ManyPeople label="Floor walkers" field="floor_walkers" value=plan.of(id, |d: &Department| d.floor_walkers.clone())
                on_change=move |people| plan.edit(id, "floor_walkers", |d: &mut Department| d.floor_walkers = people)/>
        </div>
        <ReasonDialog what=asked on_remove/>
    }
}

/// Notes the impact on a department, and drops the reason for which there was none.
fn mark_impacted(plan: Plan, id: Id<Department>) {
    let gone = plan.release.with_untracked(|release| {
        let of_this = |removal: &&Removal| removal.kind == RemovedKind::Impact && removal.key == id.as_str();
        release.removals.iter().find(of_this).map(|removal| removal.id)
    });
    match gone {
        Some(removal) => plan.put_back(removal),
        None => plan.edit(id, "impacted", |department: &mut Department| department.impacted = true),
    }
}

/// Removing an impacted department takes away people who would have needed floor walkers: that needs a reason. So does removing
/// one whose people a rule counts.
fn removal(plan: Plan, id: Id<Department>) -> impl IntoView {
    let asked = RwSignal::new(None::<String>);
    let command = move || Command::Departments(Edit::Remove { id });
    let remove = move |_| match plan.get(id) {
        Some(department) if plan.needs_reason(&command()) => asked.set(Some(department.title().to_owned())),
        _ => plan.remove(command()),
    };
    let on_remove = move |reason: String| {
        if let Some(department) = plan.get::<Department>(id) {
            plan.remove_with_reason(RemovedKind::Department, &department, &reason, command());
        }
    };
    view! {
        <div class="actions">
            <button class="button quiet" type="button" disabled=plan.read_only on:click=remove><Icon name="bin"/>"Remove department"</button>
        </div>
        <ReasonDialog what=asked on_remove/>
    }
}

fn note(release: &Release, id: Id<Department>) -> String {
    let Some(department) = release.departments.get(id) else { return String::new() };
    let size = Count(department.groups.iter().fold(0, |sum, group| sum.saturating_add(group.size.0)));
    let groups = match department.groups.len() {
        1 => "1 user group".to_owned(),
        count => format!("{count} user groups"),
    };
    let walkers: Vec<&str> = department
        .floor_walkers
        .iter()
        .filter_map(|id| release.people.get(*id))
        .map(|person| person.name.as_str())
        .collect();
    match (department.impacted, walkers.is_empty()) {
        (false, _) => format!("{groups} · {size} · not impacted"),
        (true, true) => format!("{groups} · {size} · no floor walker yet"),
        (true, false) => format!("{groups} · {size} · floor walkers: {}", walkers.join(", ")),
    }
}

fn standing(release: &Release, id: Id<Department>) -> (Role, &'static str) {
    let Some(department) = release.departments.get(id) else { return (Role::Idle, "") };
    let walked = department.floor_walkers.iter().any(|id| release.people.contains(*id));
    match (department.impacted, walked) {
        (false, _) => (Role::NotApplicable, "Not impacted"),
        (true, true) => (Role::Go, "Has floor walkers"),
        (true, false) => (Role::NoGo, "No floor walkers"),
    }
}
