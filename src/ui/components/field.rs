//! Fields to type into. Each has a label above, help under it, and the error in the place of help.
//!
//! `field` is the field's name in findings and addresses: the page that a finding leads to puts the focus on the control
//! with that name.

use std::fmt::Display;
use std::str::FromStr;

use leptos::prelude::*;

use super::give_back::GiveBack;
use super::mark::{Mark, Role};
use crate::ui::plan::Plan;

/// Label, control, and below it the error or the help.
pub(super) fn labelled(
    id: String,
    label: String,
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
    labelled(id, label, optional, help, error, control.into_any())
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
    labelled(id, label, optional, help, error, control.into_any())
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

/// A whole number with its unit. What is typed stays as it is until it can be read; an empty field is `None`.
#[component]
pub fn Number<T>(
    /// The label. Read aloud alone where `inline`.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The value.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Takes the new value.
    #[prop(into)]
    on_change: Callback<Option<T>>,
    /// The help under it; the unit belongs here or into the label.
    #[prop(default = "")]
    help: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Whether it stands in a table without a visible label.
    #[prop(optional)]
    inline: bool,
    /// The smallest number.
    #[prop(optional)]
    min: u32,
    /// The largest number.
    #[prop(default = u32::MAX)]
    max: u32,
) -> impl IntoView
where
    T: FromStr + Display + Copy + PartialEq + Send + Sync + 'static,
{
    let plan = use_context::<Plan>();
    let id = control_id(&field);
    let error = RwSignal::new(None::<String>);
    let shown = move || value.get().map(|number| number.to_string()).unwrap_or_default();
    let take = move |text: String| {
        let text = text.trim();
        let read =
            text.parse::<T>().ok().filter(|_| text.parse::<u32>().is_ok_and(|number| (min..=max).contains(&number)));
        match read {
            Some(number) => {
                error.set(None);
                on_change.run(Some(number));
            }
            None if text.is_empty() => {
                error.set(None);
                on_change.run(None);
            }
            None => error.set(Some(match (min, max) {
                (0, u32::MAX) => "Enter a whole number, such as 12.".to_owned(),
                (min, u32::MAX) => format!("Enter a whole number, {min} or more."),
                (min, max) => format!("Enter a whole number from {min} to {max}."),
            })),
        }
    };
    let control = view! {
        <input id=id.clone() class=if inline { "inline number" } else { "" } type="text" inputmode="numeric"
            data-field=field autocomplete="off" disabled=is_locked(plan) prop:value=shown
            aria-label=inline.then_some(label) aria-describedby=format!("{id}-help")
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            on:change:target=move |event| take(event.target().value())/>
    };
    if inline {
        let failed = move || error.get().map(|error| view! { <p class="error"><Mark role=Role::NoGo/>{error}</p> });
        view! { {control}{failed} }.into_any()
    } else {
        labelled(id, label.get_untracked(), optional, help, error.into(), control.into_any()).into_any()
    }
}
