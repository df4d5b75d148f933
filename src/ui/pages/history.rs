//! Change log.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Change log.
#[component]
pub fn History() -> impl IntoView {
    view! { <PageHead title="Change log"/> }
}
