//! Nothing here.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Nothing here.
#[component]
pub fn Nowhere() -> impl IntoView {
    view! { <PageHead title="Nothing here"/> }
}
