//! Release Board.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Release Board.
#[component]
pub fn Board(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let _ = entry;
    view! { <PageHead title="Release Board"/> }
}

/// The Board's roll call.
#[component]
pub fn RollCall() -> impl IntoView {
    view! { <PageHead title="Roll call"/> }
}
