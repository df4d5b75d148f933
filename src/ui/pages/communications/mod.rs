//! Messages and distributed documents.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Messages and distributed documents.
#[component]
pub fn Communications(
    /// The entry that the address names.
    entry: Memo<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Communications" lead=String::new()>""</PageHead> }
}
