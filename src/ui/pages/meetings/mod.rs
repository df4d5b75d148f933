//! Meetings before and after go-live.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Meetings before and after go-live.
#[component]
pub fn Meetings(
    /// The entry that the address names.
    entry: Memo<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Meetings" lead=String::new()>""</PageHead> }
}
