//! The hand-over to the service desk.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// The hand-over to the service desk.
#[component]
pub fn HandOver(
    /// The entry that the address names.
    entry: Memo<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Service desk" lead=String::new()>""</PageHead> }
}
