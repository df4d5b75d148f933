//! RFCs.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// RFCs.
#[component]
pub fn Rfcs(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="RFCs"/> }
}
