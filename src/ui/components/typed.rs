//! Lines that are read when they are left: numbers, amounts, lengths of time.

use std::fmt::Display;

use leptos::prelude::*;

use super::field::{control_id, is_locked, labelled};
use super::give_back::escapes;
use super::mark::{Mark, Role};
use crate::text;
use crate::ui::plan::Plan;

/// A line that is read when it is left. What cannot be read stays in the field, with the reason below it, until the value
/// changes otherwise; Escape gives back the value.
#[component]
pub fn Typed(
    /// The label. Read aloud alone where `inline`.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// An id that is unique in the page; else one is made up.
    #[prop(optional)]
    id: Option<String>,
    /// The value as text.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the text; says what is wrong with it where it cannot be read.
    #[prop(into)]
    take: Callback<String, Option<String>>,
    /// The help under it.
    #[prop(default = "")]
    help: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Whether it stands in a table without a visible label.
    #[prop(optional)]
    inline: bool,
    /// Which keyboard a phone shows.
    #[prop(default = "text")]
    keyboard: &'static str,
    /// What else is wrong with the value, where there is something.
    #[prop(into, optional)]
    warning: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_context::<Plan>();
    let id = id.unwrap_or_else(|| control_id(&field));
    let refused = RwSignal::new(None::<(String, String)>);
    let error = Signal::derive(move || {
        let now = value.get();
        let refused = refused.get().filter(|(then, _)| *then == now).map(|(_, why)| why);
        refused.or_else(|| warning.get())
    });
    // A browser hands on what was typed even while the field is being removed: by then value and callback may be gone.
    let read = move |typed: String| -> Option<String> {
        let why = take.try_run(typed)?;
        let now = value.try_get_untracked()?;
        let is_taken = why.is_none();
        let _ = refused.try_set(why.map(|why| (now.clone(), why)));
        is_taken.then_some(now)
    };
    let give_back = move || {
        let _ = refused.try_set(None);
        value.try_get_untracked()
    };
    let control = view! {
        <input id=id.clone() class=if inline { "inline number" } else { "" } type="text" inputmode=keyboard data-field=field
            autocomplete="off" disabled=is_locked(plan) prop:value=value
            aria-label=move || inline.then(|| label.get()) aria-describedby=format!("{id}-help")
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            on:keydown:target=move |event| {
                let shown = event.target().value();
                if let Some(before) = escapes(&event, || give_back().filter(|before| *before != shown)) {
                    event.target().set_value(&before);
                }
            }
            on:change:target=move |event| {
                // What was typed in another way stands there as the value is written.
                if let Some(written) = read(event.target().value()) {
                    event.target().set_value(&written);
                }
            }/>
    }
    .into_any();
    if inline {
        let below_id = format!("{id}-help");
        let failed = move || {
            error.get().map(|why| view! { <p class="error" id=below_id.clone()><Mark role=Role::NoGo/>{why}</p> })
        };
        view! { {control}{failed} }.into_any()
    } else {
        labelled(id, label, optional, help, error, control).into_any()
    }
}

/// No amount is larger than this.
const MOST: f64 = 1e9;

/// A number from 0, with decimals where there are some. An empty field is `None`.
#[component]
pub fn Amount(
    /// The label. Read aloud alone where `inline`.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The value.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// Takes the new value.
    #[prop(into)]
    on_change: Callback<Option<f64>>,
    /// The help under it; the unit belongs here or into the label.
    #[prop(default = "")]
    help: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Whether it stands in a table without a visible label.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView {
    let shown = Signal::derive(move || value.get().map(|number| number.to_string()).unwrap_or_default());
    let take = move |typed: String| {
        let read = match typed.trim() {
            "" => Ok(None),
            some => text::number_typed(some, 0.0, MOST).map(|number| Some(number.get())),
        };
        // The plan may be gone by now, and then there is nothing to change.
        read.map(|number| on_change.try_run(number)).err()
    };
    view! { <Typed label field value=shown take help optional inline keyboard="decimal"/> }
}

/// A whole number with its unit. An empty field is `None`.
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
    /// What else is wrong with the value, where there is something.
    #[prop(into, optional)]
    warning: Signal<Option<String>>,
) -> impl IntoView
where
    T: TryFrom<u32> + Display + Copy + PartialEq + Send + Sync + 'static,
{
    let shown = Signal::derive(move || value.get().map(|number| number.to_string()).unwrap_or_default());
    let take = move |typed: String| match text::whole_typed(&typed, min, max) {
        Ok(read) => {
            // The largest number is one that the type can hold.
            let _ = on_change.try_run(read.and_then(|number| T::try_from(number).ok()));
            None
        }
        Err(why) => Some(why),
    };
    view! { <Typed label field value=shown take help optional inline keyboard="numeric" warning/> }
}
