//! Quality gates.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Quality gates.
#[component]
pub fn Gates(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Quality gates"/> }
}
