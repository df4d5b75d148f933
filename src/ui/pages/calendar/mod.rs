//! Every day that matters.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Every day that matters.
#[component]
pub fn Calendar(
    /// The entry that the address names.
    entry: Memo<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Dates" lead=String::new()>""</PageHead> }
}
