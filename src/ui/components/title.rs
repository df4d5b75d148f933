//! Text that is edited where it stands and wraps as it grows.

use leptos::prelude::*;

use crate::ui::plan::use_plan;

/// Text that looks like text until somebody goes to it, and wraps. Enter does not break it.
#[component]
pub fn InlineArea(
    /// The name that is read aloud.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    field: &'static str,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the new text.
    #[prop(into)]
    on_change: Callback<String>,
    /// What stands there while it is empty.
    #[prop(default = "")]
    placeholder: &'static str,
    /// Whether it is set in the type of a heading.
    #[prop(optional)]
    heading: bool,
) -> impl IntoView {
    let plan = use_plan();
    view! {
        <textarea class=if heading { "inline entry-title" } else { "inline" } rows="1" aria-label=label data-field=field
            placeholder=placeholder disabled=plan.read_only prop:value=value
            on:keydown=|event| if event.key() == "Enter" { event.prevent_default() }
            on:input:target=move |event| on_change.run(event.target().value().replace(['\r', '\n'], " "))
            on:blur=move |_| plan.seal()></textarea>
    }
}
