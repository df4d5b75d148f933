//! Fields to choose in.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::each::each;
use super::field::{control_id, is_locked, labelled};
use super::mark::{Mark, Role};
use crate::plan::Choice;
use crate::ui::plan::Plan;

/// What can be chosen: keys and names.
pub type Options = Vec<(String, String)>;

/// One of a closed set of words.
#[component]
pub fn Select<T>(
    /// The label. Read aloud alone where `inline`.
    #[prop(into)]
    label: Signal<String>,
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
    let options: Options = T::ALL.iter().map(|choice| (choice.key().to_owned(), choice.label().to_owned())).collect();
    let take = Callback::new(move |key: String| {
        if let Some(choice) = T::from_key(&key) {
            on_change.run(choice);
        }
    });
    let value = Signal::derive(move || value.get().key().to_owned());
    view! { <OneOf label field options=Signal::stored(options) value on_change=take help inline/> }
}

/// One of some things that are known by their keys, or none, whose key is the empty text.
#[component]
pub fn OneOf(
    /// The label. Read aloud alone where `inline`.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// What can be chosen.
    options: Signal<Options>,
    /// The key of what is chosen. One that is no option is shown as gone.
    value: Signal<String>,
    /// Takes the new key.
    on_change: Callback<String>,
    /// The word for none, where none can be chosen.
    #[prop(default = "")]
    none: &'static str,
    /// The help under it.
    #[prop(default = "")]
    help: &'static str,
    /// Whether it stands in a table without a visible label.
    #[prop(optional)]
    inline: bool,
    /// Whether it is no part of the plan, and may be chosen in one that is only looked at.
    #[prop(optional)]
    apart: bool,
    /// The error, where there is one.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_context::<Plan>().filter(|_| !apart);
    let id = control_id(&field);
    // The property, not the attribute: what somebody has chosen by hand no longer follows the attribute.
    let option =
        |key: String, name: String, selected: bool| view! { <option value=key prop:selected=selected>{name}</option> };
    let shown = move || {
        let chosen = value.get();
        let none = (!none.is_empty()).then(|| option(String::new(), none.to_owned(), chosen.is_empty()));
        let options = options.get();
        let gone = !chosen.is_empty() && options.iter().all(|(key, _)| *key != chosen);
        let gone = gone.then(|| option(chosen.clone(), GONE.to_owned(), true));
        let each = options.into_iter().map(|(key, name)| {
            let selected = key == chosen;
            option(key, name, selected)
        });
        view! { {none}{each.collect_view()}{gone} }
    };
    let control = view! {
        <select id=id.clone() class=if inline { "inline" } else { "" } data-field=field disabled=is_locked(plan)
            aria-label=inline.then_some(label) aria-describedby=format!("{id}-help")
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            on:change:target=move |event| on_change.run(event.target().value())>
            {shown}
        </select>
    }
    .into_any();
    if inline { control } else { labelled(id, label, false, help, error, control).into_any() }
}

/// What is shown of something that was chosen and removed since.
const GONE: &str = "No longer in the plan";

/// Any number of things that are known by their keys, as a list of boxes behind a summary.
#[component]
pub fn ManyOf(
    /// The label.
    #[prop(into)]
    label: String,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// What can be chosen.
    options: Signal<Options>,
    /// The keys of what is chosen. One that is no option is shown as gone.
    value: Signal<Vec<String>>,
    /// Takes the new keys.
    on_change: Callback<Vec<String>>,
    /// The word for none.
    #[prop(default = "None")]
    none: &'static str,
    /// Whether it stands in a table without a visible label.
    #[prop(optional)]
    inline: bool,
    /// Whether it is no part of the plan, and may be chosen in one that is only looked at.
    #[prop(optional)]
    apart: bool,
) -> impl IntoView {
    let locked = is_locked(use_context::<Plan>().filter(|_| !apart));
    let offered = Memo::new(move |_| {
        let mut options = options.get();
        for key in value.get() {
            if options.iter().all(|(other, _)| *other != key) {
                options.push((key, GONE.to_owned()));
            }
        }
        options
    });
    // What is chosen is read before what follows from it: read after, it would change without this being run again.
    let names = move || {
        let (chosen, offered) = (value.get(), offered.get());
        let name = |key: &String| offered.iter().find(|(other, _)| other == key).map(|(_, name)| name.clone());
        let names: Vec<String> = chosen.iter().filter_map(name).collect();
        if names.is_empty() { none.to_owned() } else { names.join(", ") }
    };
    let toggle = move |key: &str, on: bool| {
        let mut chosen = value.get_untracked();
        chosen.retain(|other| other != key);
        if on {
            chosen.push(key.to_owned());
        }
        on_change.run(chosen);
    };
    let boxes = move |(key, name): (String, String)| {
        let this = key.clone();
        view! {
            <label class="check">
                <input type="checkbox" disabled=locked
                    prop:checked=move || value.with(|chosen| chosen.contains(&this))
                    on:change:target=move |event| toggle(&key, event.target().checked())/>
                {name}
            </label>
        }
    };
    view! {
        <details class="many" on:keydown=move |event| close_on_escape(&event)>
            <summary data-field=field><span class=if inline { "unseen" } else { "small soft" }>{label}</span>" "<span>{names}</span></summary>
            <div class="checks">
                {each(move || offered.get(), Clone::clone, boxes)}
            </div>
        </details>
    }
}

/// On Escape, closes the list and puts the focus on its summary. Escape is then spent, so that nothing around closes.
fn close_on_escape(event: &web_sys::KeyboardEvent) {
    let inside = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let list = inside.and_then(|inside| inside.closest("details.many[open]").ok().flatten());
    let Some(list) = list.filter(|_| event.key() == "Escape") else { return };
    event.prevent_default();
    event.stop_propagation();
    // It is open, so that the attribute is there.
    let _ = list.remove_attribute("open");
    let summary = list.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Focus is a courtesy: where the summary cannot take it, nothing is lost.
        let _ = summary.focus();
    }
}

/// Yes or no.
#[component]
pub fn Check(
    /// The label, on the right of the box.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The value.
    #[prop(into)]
    value: Signal<bool>,
    /// Takes the new value.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Whether the label is only read aloud.
    #[prop(optional)]
    inline: bool,
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
            <span class=if inline { "unseen" } else { "" }>{label}</span>
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
