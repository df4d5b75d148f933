//! Acceptance criteria.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Acceptance criteria.
#[component]
pub fn Acceptance(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Acceptance criteria"/> }
}
