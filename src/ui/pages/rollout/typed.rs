//! Fields for what is typed as text and read as something else, and text that wraps within a table.

use leptos::prelude::*;

use crate::ui::components::{Mark, Role};
use crate::ui::plan::use_plan;

/// A line that is read when it is left. What cannot be read stays in the field, with the reason below it.
#[component]
pub fn Typed(
    /// The label. Read aloud alone where `inline`.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    field: &'static str,
    /// An id that is unique in the page.
    id: String,
    /// The value as text.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the text; says what is wrong with it where it cannot be read.
    take: Callback<String, Option<String>>,
    /// The help under it.
    #[prop(default = "")]
    help: &'static str,
    /// Whether it stands in a table without a visible label.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView {
    let plan = use_plan();
    let error = RwSignal::new(None::<String>);
    let below_id = format!("{id}-help");
    let control = view! {
        <input id=id.clone() class=if inline { "inline number" } else { "" } type="text" data-field=field
            autocomplete="off" disabled=plan.read_only prop:value=value
            aria-label=move || inline.then(|| label.get()) aria-describedby=below_id.clone()
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            on:change:target=move |event| error.set(take.run(event.target().value()))/>
    };
    let below = move || match error.get() {
        Some(error) => view! { <p class="error" id=below_id.clone()><Mark role=Role::NoGo/>{error}</p> }.into_any(),
        None if help.is_empty() => ().into_any(),
        None => view! { <p class="help" id=below_id.clone()>{help}</p> }.into_any(),
    };
    if inline {
        view! { {control}{below} }.into_any()
    } else {
        view! { <div class="field"><label for=id>{label}</label>{control}{below}</div> }.into_any()
    }
}

/// Text within a table that may take several lines.
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
    let plan = use_plan();
    view! {
        <textarea class="inline" rows="1" data-field=field aria-label=label placeholder=placeholder
            disabled=plan.read_only prop:value=value
            on:input:target=move |event| on_change.run(event.target().value())
            on:blur=move |_| plan.seal()></textarea>
    }
}
