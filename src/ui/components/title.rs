//! Text that is edited where it stands and wraps as it grows.

use leptos::prelude::*;

use super::give_back::GiveBack;
use crate::ui::plan::use_plan;

/// Text that looks like text until somebody goes to it, and wraps. Escape gives back what stood there before.
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
    /// Whether Enter begins a new line; else the text is one line, however it wraps.
    #[prop(optional)]
    lines: bool,
) -> impl IntoView {
    let plan = use_plan();
    let before = GiveBack::of(value, on_change);
    view! {
        <textarea class=if heading { "inline entry-title" } else { "inline" } rows="1" aria-label=label data-field=field
            placeholder=placeholder disabled=plan.read_only prop:value=value
            on:focus=move |_| before.note()
            on:keydown:target=move |event| {
                if event.key() == "Enter" && !lines {
                    event.prevent_default();
                }
                if let Some(text) = before.on_key(&event, &event.target().value()) {
                    event.target().set_value(&text);
                    plan.seal();
                }
            }
            on:input:target=move |event| {
                let text = event.target().value();
                on_change.run(if lines { text } else { text.replace(['\r', '\n'], " ") });
            }
            on:blur=move |_| plan.seal()></textarea>
    }
}
