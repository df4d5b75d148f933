//! Documents.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Documents.
#[component]
pub fn Documents(
    /// The document that the address names.
    #[prop(into)]
    kind: Signal<Option<crate::document::Kind>>,
) -> impl IntoView {
    let _ = kind;
    view! { <PageHead title="Documents"/> }
}
