//! The button that ticks a point of the hand-over off.

use leptos::prelude::*;

use crate::plan::{HandOverItem, Id, Person, Release};
use crate::plan_file::{member, text_of};
use crate::ui::components::{Icon, focus_soon};
use crate::ui::register::{Entry, Field};

/// Sets a point up today, by the user where the plan knows the user's name; day and person can be changed then.
pub fn set_up(entry: Entry, field: &'static Field) -> AnyView {
    let plan = entry.plan;
    let open = entry.derive(|point| text_of(member(point, "set_up")).is_empty());
    let tick = move |_| {
        let Ok(id) = Id::<HandOverItem>::new(&text_of(&entry.member_now("id"))) else { return };
        let today = plan.today.get_untracked();
        let by = plan.release.with_untracked(|release| registered(release, &plan.who()));
        plan.edit(id, "set_up", |point: &mut HandOverItem| {
            point.set_up = Some(today);
            point.set_up_by = point.set_up_by.or(by);
        });
        // Changing the day afterwards is a step of its own.
        plan.seal();
        focus_soon(format!("#main .detail[data-entry=\"{id}\"] [data-field=\"set_up_by\"]"));
    };
    let button = move || {
        open.get().then(|| view! {
            <div class="field"><span class="label">{field.label}</span><div class="actions">
                <button class="button" type="button" data-field="set_up" disabled=plan.read_only on:click=tick><Icon name="check"/>"Set up today"</button>
            </div></div>
        })
    };
    button.into_any()
}

/// The registered person of this name.
fn registered(release: &Release, name: &str) -> Option<Id<Person>> {
    let name = name.trim();
    let same = |other: &&Person| !name.is_empty() && other.name.trim().eq_ignore_ascii_case(name);
    release.people.iter().find(same).map(|person| person.id)
}
