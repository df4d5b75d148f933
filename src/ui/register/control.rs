//! The control of a field: which component it is, and how the member's JSON value goes in and out of it.

use jiff::civil::{Date, DateTime};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::entry::Entry;
use super::field::{Field, Kind, Reply};
use super::rows::nested;
use crate::days::FromText;
use crate::order;
use crate::plan_file::{lines_in, list_of, member, text_of, texts_of, word_of};
use crate::ui::components::{
    AnswerGroup, AnswerOption, Area, Check, Day, InlineArea, InlineText, ManyOf, Mark, Moment, Number, OneOf, Options,
    Role, Text,
};

/// A field at work in an entry.
#[derive(Clone, Copy)]
struct Bound {
    entry: Entry,
    field: &'static Field,
    /// What was refused last: the member as it was then and still is while what was typed stands there, and why.
    refused: RwSignal<Option<(Value, String)>>,
}

impl Bound {
    fn value<V>(self, read: fn(&Value) -> V) -> Signal<V>
    where
        V: Clone + PartialEq + Send + Sync + 'static,
    {
        self.entry.member(self.field.member, read)
    }

    fn put(self, new: Option<Value>) {
        let refused = self.entry.put(self.field.member, new).err();
        // A field that is gone needs no error.
        let _ = self.refused.try_set(refused.map(|why| (self.entry.member_now(self.field.member), why)));
    }

    /// A callback that puts what it is given, written as JSON.
    fn take<V: 'static>(self, write: fn(V) -> Option<Value>) -> Callback<V> {
        Callback::new(move |new: V| self.put(write(new)))
    }

    fn error(self) -> Signal<Option<String>> {
        let now = self.value(Value::clone);
        let wrong = self.field.wrong.map(|wrong| self.entry.plan.from(wrong));
        Signal::derive(move || {
            let refused = self.refused.get();
            let refused = refused.filter(|(then, _)| now.with(|now| now == then)).map(|(_, why)| why);
            refused.or_else(|| wrong.and_then(|wrong| wrong.get()))
        })
    }
}

/// The control of a field with its label above; or without it in a table, where `label` is read aloud.
pub fn control(entry: Entry, field: &'static Field, label: Option<Signal<String>>) -> AnyView {
    let bound = Bound { entry, field, refused: RwSignal::new(None) };
    let inline = label.is_some();
    let label = label.unwrap_or_else(|| Signal::stored(field.label.to_owned()));
    let error = bound.error();
    let drawn = match field.kind {
        Kind::Line => line(bound, label, inline, error),
        Kind::Area(rows) => {
            let take = bound.take(|text: String| Some(Value::String(text)));
            area(bound, label, inline, error, rows, bound.value(text_of), take)
        }
        Kind::Lines(rows) => lines(bound, label, inline, error, rows),
        Kind::Day | Kind::Moment | Kind::Number(..) | Kind::Tick => plain(bound, label, inline, error),
        Kind::Choice(words) => {
            let options: Options = words().into_iter().map(|(key, word)| (key.to_owned(), word.to_owned())).collect();
            one_of(bound, label, inline, error, Signal::stored(options), optional_word(field))
        }
        Kind::Pick(options) => one_of(bound, label, inline, error, entry.plan.from(options), field.empty),
        Kind::Picks(options) => {
            let take = bound.take(|keys: Vec<String>| Some(list_of(keys)));
            let label = label.get_untracked();
            view! {
                <ManyOf label field=field.data_name() options=entry.plan.from(options) value=bound.value(texts_of)
                    on_change=take none=field.empty inline/>
            }
            .into_any()
        }
        Kind::Answer(replies) => answer(bound, replies, label, inline),
        Kind::Rows(rows) => return nested(entry, field.member, rows),
        Kind::Own(draw) => return draw(entry, field),
    };
    let shows_error = matches!(field.kind, Kind::Number(..))
        || !inline && !matches!(field.kind, Kind::Tick | Kind::Picks(_) | Kind::Answer(_));
    if shows_error { drawn } else { view! { {drawn}{failed(error)} }.into_any() }
}

fn failed(error: Signal<Option<String>>) -> AnyView {
    (move || error.get().map(|error| view! { <p class="error"><Mark role=Role::NoGo/>{error}</p> })).into_any()
}

/// The word for none, where a closed set may be left open.
fn optional_word(field: &Field) -> &'static str {
    match (field.optional, field.empty) {
        (true, "") => "Not set",
        (true, empty) => empty,
        (false, _) => "",
    }
}

fn line(bound: Bound, label: Signal<String>, inline: bool, error: Signal<Option<String>>) -> AnyView {
    let (field, value) = (bound.field, bound.value(text_of));
    let take = bound.take(|text: String| Some(Value::String(text)));
    if inline {
        return view! { <InlineText label field=field.data_name() value on_change=take placeholder=field.empty/> }
            .into_any();
    }
    view! {
        <Text label=label.get_untracked() field=field.data_name() value on_change=take help=field.help
            optional=field.optional error/>
    }
    .into_any()
}

fn area(
    bound: Bound,
    label: Signal<String>,
    inline: bool,
    error: Signal<Option<String>>,
    rows: u32,
    value: Signal<String>,
    take: Callback<String>,
) -> AnyView {
    let field = bound.field;
    if inline {
        return view! { <InlineArea label field=field.data_name() value on_change=take placeholder=field.empty/> }
            .into_any();
    }
    view! {
        <Area label=label.get_untracked() field=field.data_name() value on_change=take help=field.help
            optional=field.optional rows error/>
    }
    .into_any()
}

/// What was typed stays as it is for as long as it means what is in the plan: a line just begun says nothing yet.
fn lines(bound: Bound, label: Signal<String>, inline: bool, error: Signal<Option<String>>, rows: u32) -> AnyView {
    let field = bound.field;
    let listed = bound.value(texts_of);
    let typed = RwSignal::new(String::new());
    let value = Signal::derive(move || {
        let listed = listed.get();
        typed.with_untracked(|typed| if lines_in(typed) == listed { typed.clone() } else { listed.join("\n") })
    });
    let take = Callback::new(move |text: String| {
        let lines = lines_in(&text);
        let _ = typed.try_set(text);
        bound.put(Some(list_of(lines)));
    });
    if inline {
        return view! {
            <InlineArea label field=field.data_name() value on_change=take placeholder=field.empty lines=true/>
        }
        .into_any();
    }
    area(bound, label, inline, error, rows, value, take)
}

fn plain(bound: Bound, label: Signal<String>, inline: bool, error: Signal<Option<String>>) -> AnyView {
    let field = bound.field;
    let (name, help, optional) = (field.data_name(), field.help, field.optional);
    match field.kind {
        Kind::Day => {
            let value = bound.value(|value| Date::from_text(&text_of(value)));
            let take = bound.take(|day: Option<Date>| Some(Value::String(day?.to_string())));
            view! { <Day label field=name value on_change=take help optional inline error/> }.into_any()
        }
        Kind::Moment => {
            let value = bound.value(|value| DateTime::from_text(&text_of(value)));
            let take = bound.take(|at: Option<DateTime>| Some(Value::String(at?.to_string())));
            view! { <Moment label field=name value on_change=take help optional inline error/> }.into_any()
        }
        Kind::Number(min, max) => {
            let value = bound.value(|value| value.as_u64().and_then(|number| u32::try_from(number).ok()));
            let take = bound.take(|number: Option<u32>| number.map(Value::from));
            view! { <Number<u32> label field=name value on_change=take help optional inline min max warning=error/> }
                .into_any()
        }
        _ => {
            let value = bound.value(|value| value.as_bool().unwrap_or_default());
            let take = bound.take(|holds: bool| Some(Value::Bool(holds)));
            view! { <Check label field=name value on_change=take inline/> }.into_any()
        }
    }
}

fn one_of(
    bound: Bound,
    label: Signal<String>,
    inline: bool,
    error: Signal<Option<String>>,
    options: Signal<Options>,
    none: &'static str,
) -> AnyView {
    let field = bound.field;
    let take = bound.take(|key: String| (!key.is_empty()).then_some(Value::String(key)));
    view! {
        <OneOf label field=field.data_name() options value=bound.value(text_of) on_change=take none help=field.help inline error/>
    }
    .into_any()
}

fn answer(bound: Bound, replies: &'static [Reply], label: Signal<String>, inline: bool) -> AnyView {
    let field = bound.field;
    let options = replies.iter().map(|reply| AnswerOption { value: reply.key, word: reply.word, role: reply.role });
    let value = bound.entry.derive(move |entry| {
        let word = word_of(member(entry, field.member));
        replies.iter().find(|reply| reply.key == word).map_or("", |reply| reply.key)
    });
    let take = Callback::new(move |key: &'static str| {
        let details = replies.iter().any(|reply| reply.key == key && reply.details);
        let word = Value::String(key.to_owned());
        let with_details = || Value::Object(order::gathered([(key.to_owned(), Value::Object(Map::new()))]));
        bound.put(Some(if details { with_details() } else { word }));
    });
    view! {
        <AnswerGroup label field=field.data_name() options=options.collect() value on_change=take visible=!inline/>
    }
    .into_any()
}
