//! Where the release is tested and runs.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Where the release is tested and runs.
#[component]
pub fn Environments(
    /// The entry that the address names.
    entry: Memo<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Environments" lead=String::new()>""</PageHead> }
}
