//! The way out of the plan for a gate, and its place in the order.

use leptos::prelude::*;

use super::state::named;
use crate::plan::{Command, Edit, Id, QualityGate, RemovedKind};
use crate::readiness::Section;
use crate::route::Route;
use crate::ui::components::{Icon, ReasonDialog};
use crate::ui::desk::use_desk;
use crate::ui::plan::use_plan;

/// Moves or removes the gate.
#[component]
pub fn Foot(
    /// Which.
    id: Id<QualityGate>,
) -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let asked = RwSignal::new(None::<String>);
    let own = plan.of(id, |gate: &QualityGate| gate.catalogue.is_none());
    let place = plan.from(move |release| (release.gates.position(id).unwrap_or(0), release.gates.len()));
    let provenance = move || {
        let came = if own.get() { "Added for this release" } else { "One of the default gates" };
        format!("{came}; number {} of {}.", place.get().0 + 1, place.get().1)
    };
    let move_to = move |to: Option<usize>| {
        if let Some(to) = to.filter(|to| *to < place.get_untracked().1) {
            plan.dispatch(Command::Gates(Edit::Move { id, to }));
        }
    };
    let ask = move |_| asked.set(plan.get(id).map(|gate| named(&gate)));
    let remove = move |reason: String| {
        if let Some(gate) = plan.get(id) {
            plan.remove_with_reason(RemovedKind::Gate, &gate, &reason, Command::Gates(Edit::Remove { id }));
            desk.go(&Route::section(plan.id(), Section::Gates));
        }
    };
    let first = move || (place.get().0 == 0).to_string();
    let last = move || (place.get().0 + 1 >= place.get().1).to_string();
    view! {
        <div class="actions entry-foot">
            <span class="soft small">{provenance}</span>
            <button class="button small" type="button" disabled=plan.read_only aria-disabled=first
                on:click=move |_| move_to(place.get_untracked().0.checked_sub(1))><Icon name="up"/>"Move up"</button>
            <button class="button small" type="button" disabled=plan.read_only aria-disabled=last
                on:click=move |_| move_to(place.get_untracked().0.checked_add(1))><Icon name="down"/>"Move down"</button>
            <button class="button danger small" type="button" disabled=plan.read_only on:click=ask>"Remove gate"</button>
        </div>
        <ReasonDialog what=asked on_remove=remove/>
    }
}
