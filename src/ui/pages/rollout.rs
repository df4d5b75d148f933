//! Rollout plan.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Rollout plan.
#[component]
pub fn Rollout(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Rollout plan"/> }
}
