//! Fields to choose in.

use leptos::prelude::*;

use super::field::{control_id, is_locked, labelled};
use super::mark::{Mark, Role};
use crate::plan::Choice;
use crate::ui::plan::Plan;

/// One of a closed set of words.
#[component]
pub fn Select<T>(
    /// The label. Read aloud alone where `inline`.
    #[prop(into)]
    label: String,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The value.
    #[prop(into)]
    value: Signal<T>,
    /// Takes the new value.
    #[prop(into)]
    on_change: Callback<T>,
    /// The help under it.
    #[prop(default = "")]
    help: &'static str,
    /// Whether it stands in a table without a visible label.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView
where
    T: Choice + Send + Sync,
{
    let plan = use_context::<Plan>();
    let id = control_id(&field);
    let options = T::ALL.iter().map(|choice| {
        let choice = *choice;
        view! { <option value=choice.key() selected=move || value.get() == choice>{choice.label()}</option> }
    });
    let control = view! {
        <select id=id.clone() class=if inline { "inline" } else { "" } data-field=field disabled=is_locked(plan)
            aria-label=inline.then(|| label.clone()) prop:value=move || value.get().key()
            on:change:target=move |event| {
                if let Some(choice) = T::from_key(&event.target().value()) {
                    on_change.run(choice);
                }
            }>
            {options.collect_view()}
        </select>
    }
    .into_any();
    if inline { control } else { labelled(id, label, false, help, Signal::stored(None), control).into_any() }
}

/// Yes or no.
#[component]
pub fn Check(
    /// The label, on the right of the box.
    #[prop(into)]
    label: String,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The value.
    #[prop(into)]
    value: Signal<bool>,
    /// Takes the new value.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    let plan = use_context::<Plan>();
    view! {
        <label class="check">
            <input type="checkbox" data-field=field disabled=is_locked(plan) prop:checked=value
                on:change:target=move |event| {
                    on_change.run(event.target().checked());
                    // What was not taken, such as what needs a reason first, does not show as if it were.
                    if let Some(holds) = value.try_get_untracked() {
                        event.target().set_checked(holds);
                    }
                }/>
            {label}
        </label>
    }
}

/// One answer of an [`AnswerGroup`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerOption<T> {
    /// The answer.
    pub value: T,
    /// Its word.
    pub word: &'static str,
    /// What it means, which gives mark and colour; none takes the accent.
    pub role: Option<Role>,
}

/// A row of answers of which one holds, such as Met, Not met, N/A and Waived.
#[component]
pub fn AnswerGroup<T>(
    /// What is answered; read aloud, and shown where `visible`.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The answers.
    options: Vec<AnswerOption<T>>,
    /// The one that holds.
    #[prop(into)]
    value: Signal<T>,
    /// Takes the new answer.
    #[prop(into)]
    on_change: Callback<T>,
    /// Whether the label is shown.
    #[prop(optional)]
    visible: bool,
    /// Whether it is no part of the plan, and may be answered in one that is only looked at.
    #[prop(optional)]
    apart: bool,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let plan = use_context::<Plan>().filter(|_| !apart);
    let name = control_id(&field);
    let options = options.into_iter().map(|option| {
        let class = option.role.map(Role::class).unwrap_or_default();
        view! {
            <label class=class>
                <input type="radio" name=name.clone() data-field=field.clone() disabled=is_locked(plan)
                    prop:checked=move || value.get() == option.value
                    on:change=move |_| on_change.run(option.value)/>
                {option.role.map(|role| view! { <Mark role/> })}
                {option.word}
            </label>
        }
    });
    let options = options.collect_view();
    if visible {
        view! {
            <fieldset class="field"><legend>{label}</legend><div class="answer">{options}</div></fieldset>
        }
        .into_any()
    } else {
        view! { <fieldset class="answer"><legend class="unseen">{label}</legend>{options}</fieldset> }.into_any()
    }
}
