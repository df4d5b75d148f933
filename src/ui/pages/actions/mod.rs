//! Everything that somebody must do, by owner and due date.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Everything that somebody must do.
#[component]
pub fn Actions() -> impl IntoView {
    view! { <PageHead title="Actions" lead=String::new()>""</PageHead> }
}
