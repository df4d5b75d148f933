//! Fields for days and times.

use jiff::civil::{Date, DateTime};
use leptos::prelude::*;

use super::field::{control_id, is_locked, labelled};
use super::give_back::GiveBack;
use crate::days::FromText;
use crate::text;

/// A day. What is typed in part stays in the field; only a whole day, or none, is handed on.
#[component]
pub fn Day(
    /// The label. Read aloud alone where `inline`.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The value.
    #[prop(into)]
    value: Signal<Option<Date>>,
    /// Takes the new value.
    #[prop(into)]
    on_change: Callback<Option<Date>>,
    /// The help under it.
    #[prop(default = "")]
    help: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Whether it stands in a table without a visible label.
    #[prop(optional)]
    inline: bool,
    /// The error, where there is one.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let locked = is_locked(use_context());
    let shown = Signal::derive(move || {
        let written = if locked { text::day } else { |day: Date| day.to_string() };
        value.get().map(written).unwrap_or_default()
    });
    let take = Callback::new(move |text: String| {
        if let Some(read) = read::<Date>(&text) {
            on_change.run(read);
        }
    });
    picker("date", label, field, shown, take, help, optional, inline, error)
}

/// A day with a time, in the release's time zone.
#[component]
pub fn Moment(
    /// The label. Read aloud alone where `inline`.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The value.
    #[prop(into)]
    value: Signal<Option<DateTime>>,
    /// Takes the new value.
    #[prop(into)]
    on_change: Callback<Option<DateTime>>,
    /// The help under it.
    #[prop(default = "")]
    help: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Whether it stands in a table without a visible label.
    #[prop(optional)]
    inline: bool,
    /// The error, where there is one.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let locked = is_locked(use_context());
    let shown = Signal::derive(move || {
        let minutes = |moment: DateTime| format!("{}T{:02}:{:02}", moment.date(), moment.hour(), moment.minute());
        let written = if locked { text::day_and_time } else { minutes };
        value.get().map(written).unwrap_or_default()
    });
    let take = Callback::new(move |text: String| {
        if let Some(read) = read::<DateTime>(&text) {
            on_change.run(read);
        }
    });
    picker("datetime-local", label, field, shown, take, help, optional, inline, error)
}

/// `Some(None)` for an empty field, nothing for what cannot be read.
fn read<T: FromText>(text: &str) -> Option<Option<T>> {
    if text.trim().is_empty() { Some(None) } else { T::from_text(text.trim()).map(Some) }
}

#[allow(clippy::too_many_arguments)]
fn picker(
    kind: &'static str,
    label: Signal<String>,
    field: String,
    shown: Signal<String>,
    take: Callback<String>,
    help: &'static str,
    optional: bool,
    inline: bool,
    error: Signal<Option<String>>,
) -> AnyView {
    // In a read-only plan it is text: a browser's own control shows a pattern to type into where there is no day.
    let locked = is_locked(use_context());
    let kind_shown = if locked { "text" } else { kind };
    let class = match (kind, inline) {
        ("date", false) => "day",
        ("date", true) => "inline day",
        (_, false) => "moment",
        (_, true) => "inline moment",
    };
    let id = control_id(&field);
    let before = GiveBack::of(shown, take);
    let control = view! {
        <input id=id.clone() class=class class:unset=move || !locked && shown.with(String::is_empty) type=kind_shown data-field=field disabled=locked placeholder=locked.then_some("Not set")
            prop:value=shown aria-label=inline.then_some(label) aria-describedby=format!("{id}-help")
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            on:focus=move |_| before.note()
            on:keydown:target=move |event| {
                if let Some(text) = before.on_key(&event, &event.target().value()) {
                    event.target().set_value(&text);
                }
            }
            // A browser hands on what was typed even while the field is being removed.
            on:change:target=move |event| { let _ = take.try_run(event.target().value()); }/>
    }
    .into_any();
    if inline { control } else { labelled(id, label, optional, help, error, control).into_any() }
}
