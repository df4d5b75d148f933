//! The readiness review.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// The readiness review.
#[component]
pub fn Review(
    /// The entry that the address names.
    entry: Memo<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Readiness review" lead=String::new()>""</PageHead> }
}
