//! Canonical content: one text for everything that means the same.
//!
//! White space is collapsed; members that hold nothing (null, false, zero, empty) are left out, so that a member which a
//! later version adds does not change what was signed before; members are in alphabetical order; a list is in the order
//! of its ids, unless its order means something. A choice that carries nothing, such as `{"passed": {"on": null}}`, stays:
//! "passed" and "failed" differ even where neither says when.

use serde_json::{Map, Value};

use crate::order;

/// The lists whose order means something.
const ORDERED: [&str; 4] = ["gates", "waves", "runbook", "steps"];

/// The canonical text of a JSON value.
#[must_use]
pub fn canonical(value: &Value) -> String {
    written(&settle(value, "").unwrap_or(Value::Null))
}

/// The value with everything that makes no difference taken out, or nothing where it holds nothing.
///
/// `key` is the member that holds the value: it tells whether a list's order counts.
fn settle(value: &Value, key: &str) -> Option<Value> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::Bool(true) => Some(Value::Bool(true)),
        Value::Number(number) => (number.as_f64() != Some(0.0)).then(|| value.clone()),
        Value::String(text) => {
            let words: Vec<&str> = text.split_whitespace().collect();
            (!words.is_empty()).then(|| Value::String(words.join(" ")))
        }
        Value::Array(list) => {
            let mut kept: Vec<Value> = list.iter().filter_map(|entry| settle(entry, "")).collect();
            if !ORDERED.contains(&key) {
                order::sort_by_cached_key(&mut kept, order_of);
            }
            (!kept.is_empty()).then_some(Value::Array(kept))
        }
        Value::Object(members) => {
            let mut names: Vec<&String> = members.keys().collect();
            order::sort(&mut names);
            let settled = names.into_iter().filter_map(|name| Some((name.clone(), settle(members.get(name)?, name)?)));
            let kept: Map<String, Value> = order::gathered(settled);
            if kept.is_empty() { bare_word(members) } else { Some(Value::Object(kept)) }
        }
    }
}

/// A choice with members of its own is written as an object with one member, whose name is the word that was chosen.
fn bare_word(members: &Map<String, Value>) -> Option<Value> {
    let mut members = members.iter();
    match (members.next(), members.next()) {
        (Some((word, Value::Object(_))), None) => {
            Some(Value::Object(order::gathered([(word.clone(), Value::Object(Map::new()))])))
        }
        _ => None,
    }
}

fn order_of(entry: &Value) -> String {
    match entry.get("id").and_then(Value::as_str) {
        Some(id) => id.to_owned(),
        None => written(entry),
    }
}

/// Its JSON. Displaying it would give the same text by another writer, which the app would have to carry as well.
fn written(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
