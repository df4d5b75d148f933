//! Overview.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Overview.
#[component]
pub fn Overview() -> impl IntoView {
    view! { <PageHead title="Overview"/> }
}
