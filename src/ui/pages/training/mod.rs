//! Who is trained, when and where.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Who is trained, when and where.
#[component]
pub fn Training(
    /// The entry that the address names.
    entry: Memo<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Training" lead=String::new()>""</PageHead> }
}
