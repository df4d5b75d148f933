//! Defects.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Defects.
#[component]
pub fn Defects(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Defects"/> }
}
