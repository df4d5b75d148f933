//! What changed between two contents: by member, and within lists by id.

use serde_json::Value;

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The way to it: names of members, and within lists the titles of entries.
    pub path: Vec<String>,
    /// What it was; absent where it is new.
    pub before: Option<String>,
    /// What it is; absent where it is gone.
    pub after: Option<String>,
}

/// Everything that differs between two values, in the order of the second, then what only the first had.
#[must_use]
pub fn difference(before: &Value, after: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    compare(Some(before), Some(after), &mut Vec::new(), &mut changes);
    changes
}

fn compare(before: Option<&Value>, after: Option<&Value>, path: &mut Vec<String>, changes: &mut Vec<Change>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            for (name, value) in new {
                step(path, name, |path| compare(old.get(name), Some(value), path, changes));
            }
            for (name, value) in old.iter().filter(|(name, _)| !new.contains_key(*name)) {
                step(path, name, |path| compare(Some(value), None, path, changes));
            }
        }
        (Some(Value::Array(old)), Some(Value::Array(new))) if has_ids(old) && has_ids(new) => {
            compare_lists(old, new, path, changes);
        }
        _ => changes.push(Change { path: path.clone(), before: before.map(show), after: after.map(show) }),
    }
}

fn compare_lists(old: &[Value], new: &[Value], path: &mut Vec<String>, changes: &mut Vec<Change>) {
    for entry in new {
        let twin = old.iter().find(|candidate| candidate.get("id") == entry.get("id"));
        step(path, &title(twin.unwrap_or(entry)), |path| match twin {
            Some(twin) => compare(Some(twin), Some(entry), path, changes),
            None => changes.push(Change { path: path.clone(), before: None, after: Some(show(entry)) }),
        });
    }
    let gone = old.iter().filter(|entry| !new.iter().any(|candidate| candidate.get("id") == entry.get("id")));
    for entry in gone {
        step(path, &title(entry), |path| {
            changes.push(Change { path: path.clone(), before: Some(show(entry)), after: None });
        });
    }
    let (order_before, order_after) = (common(old, new), common(new, old));
    if !order_before.iter().map(|entry| entry.get("id")).eq(order_after.iter().map(|entry| entry.get("id"))) {
        let titles = |list: &[&Value]| list.iter().map(|entry| title(entry)).collect::<Vec<_>>().join(", ");
        step(path, "order", |path| {
            let (before, after) = (Some(titles(&order_before)), Some(titles(&order_after)));
            changes.push(Change { path: path.clone(), before, after });
        });
    }
}

/// The entries of `list` whose ids `other` has too.
fn common<'a>(list: &'a [Value], other: &[Value]) -> Vec<&'a Value> {
    list.iter().filter(|entry| other.iter().any(|twin| twin.get("id") == entry.get("id"))).collect()
}

fn step(path: &mut Vec<String>, name: &str, inside: impl FnOnce(&mut Vec<String>)) {
    path.push(name.to_owned());
    inside(path);
    path.pop();
}

fn has_ids(list: &[Value]) -> bool {
    list.iter().all(|entry| entry.get("id").is_some())
}

/// What people call an entry of a list.
fn title(entry: &Value) -> String {
    let named = ["title", "name", "text", "role", "subject"].iter().find_map(|key| entry.get(key)?.as_str());
    named.unwrap_or("(no name)").to_owned()
}

/// A value as a short text: what a person reads of it.
fn show(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(show).collect::<Vec<_>>().join(", "),
        Value::Object(members) => {
            let said = members.iter().filter(|(name, _)| *name != "id");
            said.map(|(name, value)| format!("{}: {}", name.replace('_', " "), show(value)))
                .collect::<Vec<_>>()
                .join("; ")
        }
    }
}
