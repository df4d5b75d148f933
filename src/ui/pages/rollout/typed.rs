//! Fields for what is typed as text and read as something else, and text that wraps within a table.

use leptos::prelude::*;

use crate::ui::components;
pub use crate::ui::components::Typed;

/// Text within a table that may take several lines. Escape gives back what stood there before.
#[component]
pub fn InlineArea(
    /// The name that is read aloud.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    field: &'static str,
    /// The value.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the new value.
    #[prop(into)]
    on_change: Callback<String>,
    /// What stands there while it is empty.
    #[prop(default = "")]
    placeholder: &'static str,
) -> impl IntoView {
    view! { <components::InlineArea label field value on_change placeholder lines=true/> }
}
