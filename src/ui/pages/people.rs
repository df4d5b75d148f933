//! People.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// People.
#[component]
pub fn People(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="People"/> }
}
