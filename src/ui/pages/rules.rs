//! Governance rules.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Governance rules.
#[component]
pub fn Rules(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Governance rules"/> }
}
