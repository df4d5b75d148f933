//! Quality gates: the list of them, and one gate at work.

mod actions;
mod checklist;
mod findings;
mod foot;
mod item;
mod list;
mod outcome;
mod set_up;
mod sign_form;
mod sign_offs;
mod signature;
mod state;
mod work;

use crate::ui::components::{NotInPlan, each};
use leptos::prelude::*;

use self::list::GateList;
use self::work::GateAtWork;
use crate::plan::{Id, QualityGate};
use crate::ui::plan::use_plan;

/// The quality gates, or the one that the address names.
#[component]
pub fn Gates(
    /// The gate that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_plan();
    let selected = Memo::new(move |_| {
        let id = entry.with(|entry| entry.as_deref().and_then(|entry| Id::<QualityGate>::new(entry).ok()))?;
        plan.release.with(|release| release.gates.contains(id)).then_some(id)
    });
    // Keyed, so that another gate is drawn anew: radio buttons that change their group in place lose their answer.
    view! {
        <NotInPlan entry found=Signal::derive(move || selected.get().is_some()) what="a gate"/>
        <Show when=move || selected.get().is_none()><GateList/></Show>
        {each(move || selected.get(), |id| *id, |id| view! { <GateAtWork id/> })}
    }
}
