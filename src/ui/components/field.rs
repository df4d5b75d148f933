//! Fields to type into. Each has a label above, help under it, and the error in the place of help.
//!
//! `field` is the field's name in findings and addresses: the page that a finding leads to puts the focus on the control
//! with that name.

use leptos::prelude::*;

use super::give_back::GiveBack;
use super::mark::{Mark, Role};
use crate::ui::plan::Plan;

/// Label, control, and below it the error or the help.
pub(super) fn labelled(
    id: String,
    label: Signal<String>,
    optional: bool,
    help: &'static str,
    error: Signal<Option<String>>,
    control: AnyView,
) -> impl IntoView {
    let below_id = format!("{id}-help");
    let below = move || match error.get() {
        Some(error) => {
            Some(view! { <p class="error" id=below_id.clone()><Mark role=Role::NoGo/>{error}</p> }.into_any())
        }
        None if help.is_empty() => None,
        None => Some(view! { <p class="help" id=below_id.clone()>{help}</p> }.into_any()),
    };
    view! {
        <div class="field">
            <label for=id>{label}{optional.then(|| view! { " " <span class="optional">"optional"</span> })}</label>
            {control}
            {below}
        </div>
    }
}

/// Whether controls are only to be looked at: in a plan that is read-only.
pub(super) fn is_locked(plan: Option<Plan>) -> bool {
    plan.is_some_and(|plan| plan.read_only)
}

/// Ends a run of typing.
fn seal(plan: Option<Plan>) {
    if let Some(plan) = plan {
        plan.seal();
    }
}

/// An id for a control, unique in the page.
pub fn control_id(field: &str) -> String {
    thread_local! {
        static NEXT: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
    }
    let number = NEXT.with(|next| next.replace(next.get().wrapping_add(1)));
    format!("{field}-{number}")
}

/// A line of text. Every key press is handed on; a run of typing is one step to undo.
#[component]
pub fn Text(
    /// The label.
    #[prop(into)]
    label: String,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The value.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the new value.
    #[prop(into)]
    on_change: Callback<String>,
    /// The help under it.
    #[prop(default = "")]
    help: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// The id of a `datalist` with proposals.
    #[prop(optional)]
    list: Option<&'static str>,
    /// The error, where there is one.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_context::<Plan>();
    let id = control_id(&field);
    let control = view! {
        <input id=id.clone() type="text" data-field=field list=list autocomplete=list.is_none().then_some("off") disabled=is_locked(plan)
            prop:value=value
            aria-describedby=format!("{id}-help") aria-invalid=move || error.with(Option::is_some).then_some("true")
            on:input:target=move |event| on_change.run(event.target().value())
            on:blur=move |_| seal(plan)/>
    };
    labelled(id, Signal::stored(label), optional, help, error, control.into_any())
}

/// Several lines of text.
#[component]
pub fn Area(
    /// The label.
    #[prop(into)]
    label: String,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The value.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the new value.
    #[prop(into)]
    on_change: Callback<String>,
    /// The help under it.
    #[prop(default = "")]
    help: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// How many lines it shows.
    #[prop(default = 3)]
    rows: u32,
    /// The error, where there is one.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_context::<Plan>();
    let id = control_id(&field);
    let control = view! {
        <textarea id=id.clone() rows=rows data-field=field disabled=is_locked(plan) prop:value=value
            aria-describedby=format!("{id}-help") aria-invalid=move || error.with(Option::is_some).then_some("true")
            on:input:target=move |event| on_change.run(event.target().value())
            on:blur=move |_| seal(plan)></textarea>
    };
    labelled(id, Signal::stored(label), optional, help, error, control.into_any())
}

/// A line of text within a table, which looks like text until somebody goes to it. Escape gives back what stood
/// there before.
#[component]
pub fn InlineText(
    /// The name that is read aloud, such as "Wave 2, name".
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    #[prop(into)]
    field: String,
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
    let plan = use_context::<Plan>();
    let before = GiveBack::of(value, on_change);
    view! {
        <input class="inline" type="text" data-field=field aria-label=label placeholder=placeholder autocomplete="off"
            disabled=is_locked(plan) prop:value=value
            on:focus=move |_| before.note()
            on:keydown:target=move |event| {
                if let Some(text) = before.on_key(&event, &event.target().value()) {
                    event.target().set_value(&text);
                    seal(plan);
                }
            }
            on:input:target=move |event| on_change.run(event.target().value())
            on:blur=move |_| seal(plan)/>
    }
}
