//! Which group is in which wave, side by side: dragged from one to another, or chosen beside the group's name.

use leptos::prelude::*;

use super::keyed::focus_soon;
use crate::plan::{Id, Release, UserGroup, Wave};
use crate::rollout::{assign, people_in, to_settle, waves_of};
use crate::ui::components::{Icon, Mark, Role, each};
use crate::ui::plan::{Plan, use_plan};

/// A column: a wave, or none.
type Place = Option<Id<Wave>>;

/// No id: what leads out of all waves.
const NOWHERE: &str = "(none)";

/// The waves side by side with their groups; nothing while there are no waves.
#[component]
pub fn Sorting() -> impl IntoView {
    let plan = use_plan();
    let waves = plan.ids::<Wave>();
    let dragged = RwSignal::new(None::<Id<UserGroup>>);
    // Those without a wave come first: they wait for one.
    let places = move || [None].into_iter().chain(waves.get().into_iter().map(Some)).collect::<Vec<Place>>();
    view! {
        <Show when=move || !waves.with(Vec::is_empty)>
            <details class="fold">
                <summary><Icon name="next"/><span>"Groups by wave"</span></summary>
                <div class="sorting">{each(places, |place| *place, move |place| column(plan, place, dragged))}</div>
            </details>
        </Show>
    }
}

fn column(plan: Plan, place: Place, dragged: RwSignal<Option<Id<UserGroup>>>) -> AnyView {
    let over = RwSignal::new(false);
    let name = plan.from(move |release| name_of(release, place));
    let size = plan.from(move |release| size_of(release, place));
    let groups = plan.from(move |release| groups_in(release, place));
    let allow = move |event: web_sys::DragEvent| {
        if dragged.with_untracked(Option::is_some) && !plan.read_only {
            event.prevent_default();
            over.set(true);
        }
    };
    let drop = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(group) = dragged.get_untracked() {
            dragged.set(None);
            move_to(plan, group, place);
        }
    };
    let waits = move || place.is_none() && !groups.with(Vec::is_empty);
    view! {
        <div class="drop-column" class:over=over role="group" aria-label=move || format!("Groups of {}", name.get())
            on:dragover=allow on:dragleave=move |_| over.set(false) on:drop=drop>
            <h3>{move || waits().then(|| view! { <Mark role=Role::Conditional/> })}{name}" "<span class="soft small">{size}</span></h3>
            <ul>{each(move || groups.get(), |id| *id, move |id| group_view(plan, id, dragged))}</ul>
        </div>
    }
    .into_any()
}

fn group_view(plan: Plan, id: Id<UserGroup>, dragged: RwSignal<Option<Id<UserGroup>>>) -> AnyView {
    let name = plan.from(move |release| release.group(id).map(|group| group.name.clone()).unwrap_or_default());
    let size = plan.from(move |release| release.group(id).map(|group| group.size.to_string()).unwrap_or_default());
    let options = plan.from(move |release| elsewhere(release, id));
    let choose = move |chosen: String| {
        move_to(plan, id, Id::new(&chosen).ok().filter(|_| chosen != NOWHERE));
        // It is drawn anew in its other column.
        focus_soon(vec![format!("#main [data-group=\"{id}\"] select")]);
    };
    let shown = move || {
        let one = |(key, name): (String, String)| view! { <option value=key>{name}</option> };
        options.get().into_iter().map(one).collect_view()
    };
    let chooser = (!plan.read_only).then(|| {
        view! {
            <select aria-label=move || format!("Move {} to", name.get())
                on:change:target=move |event| choose(event.target().value())>
                <option value="" disabled=true prop:selected=true>"Move to …"</option>
                {shown}
            </select>
        }
    });
    let grip = (!plan.read_only).then(|| view! { <Icon name="grip"/> });
    let start = move |event: web_sys::DragEvent| {
        if let Some(data) = event.data_transfer() {
            // Firefox drags only what carries something.
            let _ = data.set_data("text/plain", id.as_str());
        }
        dragged.set(Some(id));
    };
    view! {
        <li draggable=(!plan.read_only).to_string() data-group=id.to_string() on:dragstart=start on:dragend=move |_| dragged.set(None)>
            {grip}
            <div><span>{name}</span>" "<span class="soft small number">{size}</span>{chooser}</div>
        </li>
    }
    .into_any()
}

/// Where a group can go: the waves that it is not in, and out of all of them.
fn elsewhere(release: &Release, group: Id<UserGroup>) -> Vec<(String, String)> {
    let inside = waves_of(release, group);
    let waves = release.rollout.waves.iter().filter(|wave| !inside.contains(&wave.id));
    let out = (!inside.is_empty()).then(|| (NOWHERE.to_owned(), name_of(release, None)));
    waves.map(|wave| (wave.id.to_string(), name_of(release, Some(wave.id)))).chain(out).collect()
}

fn move_to(plan: Plan, group: Id<UserGroup>, place: Place) {
    if let Some(command) = plan.release.with_untracked(|release| assign(release, group, place)) {
        plan.dispatch(command);
    }
}

fn name_of(release: &Release, place: Place) -> String {
    match place {
        None => "No wave".to_owned(),
        Some(id) => {
            let name = release.rollout.waves.get(id).map(|wave| wave.name.trim()).unwrap_or_default();
            crate::text::named(name, "New wave").to_owned()
        }
    }
}

fn size_of(release: &Release, place: Place) -> String {
    match place {
        None => String::new(),
        Some(id) => release.rollout.waves.get(id).map(|wave| people_in(release, wave).to_string()).unwrap_or_default(),
    }
}

/// The groups of a column: of none, those of impacted departments that no wave has.
fn groups_in(release: &Release, place: Place) -> Vec<Id<UserGroup>> {
    match place {
        None => {
            let left = to_settle(release).map(|(_, group)| group.id);
            left.filter(|group| waves_of(release, *group).is_empty()).collect()
        }
        Some(id) => {
            let groups = release.rollout.waves.get(id).map(|wave| wave.groups.as_slice()).unwrap_or_default();
            groups.iter().copied().filter(|group| release.group(*group).is_some()).collect()
        }
    }
}
