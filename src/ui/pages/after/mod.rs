//! Go-live and after.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Go-live and after.
#[component]
pub fn After(
    /// The entry that the address names.
    entry: Memo<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Go-live and after" lead=String::new()>""</PageHead> }
}
