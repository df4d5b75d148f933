//! The user groups of a department.

use leptos::prelude::*;

use crate::plan::{Command, Count, Department, Edit, GroupKind, Id, MegabitsPerSecond, RemovedKind, UserGroup};
use crate::text;
use crate::ui::components::{Amount, Icon, InlineText, Number, PersonChoice, ReasonDialog, Select, each};
use crate::ui::plan::{Plan, new_id, use_plan};

/// The table of a department's user groups.
#[component]
pub fn Groups(
    /// Whose.
    department: Id<Department>,
) -> impl IntoView {
    let plan = use_plan();
    let ids = plan.of(department, |d: &Department| d.groups.iter().map(|group| group.id).collect::<Vec<_>>());
    let add = move |_| {
        let group = UserGroup { id: new_id(), ..UserGroup::default() };
        change(plan, department, "groups", Edit::add(group));
    };
    let asked = RwSignal::new(None::<String>);
    let gone = StoredValue::new(None::<Id<UserGroup>>);
    let remove = Callback::new(move |id: Id<UserGroup>| match without(plan, department, id) {
        Some((group, command)) if plan.needs_reason(&command) => {
            gone.set_value(Some(id));
            asked.set(Some(text::named(&group.name, "user group without a name")));
        }
        Some((_, command)) => plan.remove(command),
        None => {}
    });
    let with_reason = move |reason: String| {
        if let Some((group, command)) = gone.get_value().and_then(|id| without(plan, department, id)) {
            let named = (format!("{department}:{}", group.id), group.name);
            plan.remove_named(RemovedKind::UserGroup, named, &reason, command);
        }
    };
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <div class="table-scroll" role="region" aria-label="User groups" tabindex="0">
                <table class="table stack" role="table">
                    <thead><tr role="row">
                        <th scope="col" role="columnheader">"User group"</th><th scope="col" role="columnheader">"Of"</th>
                        <th scope="col" role="columnheader" class="number">"Size"</th><th scope="col" role="columnheader">"Site"</th>
                        <th scope="col" role="columnheader" class="number">"Link, Mbit/s"</th><th scope="col" role="columnheader">"Champion"</th>
                        <th scope="col" role="columnheader"><span class="unseen">"Remove"</span></th>
                    </tr></thead>
                    <tbody role="rowgroup">{each(move || ids.get(), |id| *id, move |id| row(plan, department, id, remove))}</tbody>
                </table>
            </div>
        </Show>
        <div class="actions">
            <button class="button quiet" type="button" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add user group"</button>
        </div>
        <ReasonDialog what=asked on_remove=with_reason/>
    }
}

fn row(plan: Plan, department: Id<Department>, id: Id<UserGroup>, on_remove: Callback<Id<UserGroup>>) -> impl IntoView {
    let name = of(plan, department, id, |group| group.name.clone());
    let label = move |what: &'static str| {
        Signal::derive(move || format!("{}, {what}", text::named(&name.get(), "New user group")))
    };
    let remove = move || format!("Remove {}", text::named(&name.get(), "user group without a name"));
    let set = move |field: &'static str, with: &dyn Fn(&mut UserGroup)| {
        let group = plan.get(department).and_then(|d: Department| d.groups.get(id).cloned());
        if let Some(mut group) = group {
            with(&mut group);
            change(plan, department, &format!("{id}.{field}"), Edit::replace(group));
        }
    };
    let set_size = move |size: Option<u32>| set("size", &|group| group.size = Count(size.unwrap_or(0)));
    let set_link = move |rate: Option<f64>| {
        let rate = rate.and_then(|rate| MegabitsPerSecond::try_from(rate).ok());
        set("link", &|group| group.link = rate);
    };
    view! {
        <tr role="row" data-entry=id.to_string()>
            <th scope="row" role="rowheader"><InlineText label=label("name") field="name" value=name
                on_change=move |text: String| set("name", &|group| group.name.clone_from(&text))/></th>
            <td role="cell" data-label="Of"><Select<GroupKind> label="Made of" field="kind" inline=true value=of(plan, department, id, |group| group.kind)
                on_change=move |kind| set("kind", &|group| group.kind = kind)/></td>
            <td role="cell" data-label="Size" class="number"><Number<u32> label="Size" field="size" inline=true
                value=of(plan, department, id, |group| Some(group.size.0))
                on_change=set_size/></td>
            <td role="cell" data-label="Site"><InlineText label=label("site") field="site" value=of(plan, department, id, |group| group.site.clone())
                on_change=move |text: String| set("site", &|group| group.site.clone_from(&text))/></td>
            <td role="cell" data-label="Link, Mbit/s" class="number"><Amount label="Link in megabits per second" field="link" inline=true
                value=of(plan, department, id, |group| group.link.map(MegabitsPerSecond::get))
                on_change=set_link/></td>
            <td role="cell" data-label="Champion"><PersonChoice label="Champion" field="champion" inline=true
                value=of(plan, department, id, |group| group.champion)
                on_change=move |person| set("champion", &|group| group.champion = person)/></td>
            <td role="cell" class="tail">
                <button class="icon-button" type="button" aria-label=remove title=remove disabled=plan.read_only
                    on:click=move |_| on_remove.run(id)><Icon name="bin"/></button>
            </td>
        </tr>
    }
}

/// A group, and the command that takes it away.
fn without(plan: Plan, department: Id<Department>, id: Id<UserGroup>) -> Option<(UserGroup, Command)> {
    let mut department: Department = plan.get(department)?;
    let group = department.groups.get(id)?.clone();
    department.groups.apply(Edit::Remove { id }).ok()?;
    Some((group, Command::Departments(Edit::replace(department))))
}

/// A value of a group; the default once the group is gone.
fn of<V: Default + Clone + PartialEq + Send + Sync + 'static>(
    plan: Plan,
    department: Id<Department>,
    id: Id<UserGroup>,
    value: impl Fn(&UserGroup) -> V + Send + Sync + 'static,
) -> Signal<V> {
    plan.of(department, move |d: &Department| d.groups.get(id).map(&value).unwrap_or_default())
}

/// Changes the groups of a department.
fn change(plan: Plan, department: Id<Department>, field: &str, edit: Edit<UserGroup>) {
    plan.edit(department, field, |d: &mut Department| {
        // The ids come from the list itself and from `new_id`, so that the edit cannot be refused.
        let _ = d.groups.apply(edit);
    });
}
