//! Members of an entry that is edited as its JSON value: found, replaced and taken out by a path such as `exit.on`.

use serde_json::{Map, Value};

use super::place::id_of;

static NOTHING: Value = Value::Null;

/// The member at the end of a path of names with dots between them; null where there is none.
#[must_use]
pub fn member<'v>(entry: &'v Value, path: &str) -> &'v Value {
    path.split('.').try_fold(entry, |value, name| value.get(name)).unwrap_or(&NOTHING)
}

/// Puts another value in the place of a member. Nothing takes the member out, which is read back as its default, whatever its
/// type is. A word on the way that has no details gets some.
pub fn put_member(entry: &mut Value, path: &str, new: Option<Value>) {
    if !entry.is_object() {
        if new.is_none() {
            return;
        }
        *entry = Value::Object(Map::new());
    }
    let Value::Object(members) = entry else { return };
    match (path.split_once('.'), new) {
        (None, None) => drop(members.remove(path)),
        (None, Some(new)) => drop(members.insert(path.to_owned(), new)),
        (Some((name, rest)), new) => put_member(members.entry(name).or_insert(Value::Null), rest, new),
    }
}

/// A member that is text; of a number its digits, of anything else nothing.
#[must_use]
pub fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The texts of a list of texts.
#[must_use]
pub fn texts_of(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(text_of).collect()
}

/// A list of texts.
#[must_use]
pub fn list_of(texts: Vec<String>) -> Value {
    Value::Array(texts.into_iter().map(Value::String).collect())
}

/// The lines of a text that say something.
#[must_use]
pub fn lines_in(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// The word of a closed set, whether it stands alone or with its details.
#[must_use]
pub fn word_of(value: &Value) -> &str {
    match value {
        Value::Object(members) => members.keys().next().map_or("", String::as_str),
        other => other.as_str().unwrap_or_default(),
    }
}

/// The ids of the rows of a list within the entry, in their order.
#[must_use]
pub fn row_ids(entry: &Value, path: &str) -> Vec<String> {
    member(entry, path).as_array().into_iter().flatten().filter_map(id_of).map(str::to_owned).collect()
}

/// A row of a list within the entry.
#[must_use]
pub fn row<'v>(entry: &'v Value, path: &str, id: &str) -> Option<&'v Value> {
    member(entry, path).as_array()?.iter().find(|row| id_of(row) == Some(id))
}

/// A change to the rows of a list within an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowEdit {
    /// Puts a new row at the end.
    Add(Value),
    /// Puts a changed row in the place of the one with the same id.
    Replace(Value),
    /// Takes the row with this id away.
    Remove(String),
    /// Moves the row with this id to another position, from 0; beyond the end counts as the end.
    Move(String, usize),
}

/// Changes the rows of a list within the entry. A row that is not there stays so.
pub fn edit_rows(entry: &mut Value, path: &str, edit: RowEdit) {
    let mut rows = member(entry, path).as_array().cloned().unwrap_or_default();
    let find = |rows: &[Value], id: Option<&str>| rows.iter().position(|row| id.is_some() && id_of(row) == id);
    match edit {
        RowEdit::Add(row) => rows.push(row),
        RowEdit::Replace(row) => {
            if let Some(slot) = find(&rows, id_of(&row)).and_then(|at| rows.get_mut(at)) {
                *slot = row;
            }
        }
        RowEdit::Remove(id) => rows.retain(|row| id_of(row) != Some(&id)),
        RowEdit::Move(id, to) => {
            if let Some(at) = find(&rows, Some(&id)) {
                let row = rows.remove(at);
                rows.insert(to.min(rows.len()), row);
            }
        }
    }
    put_member(entry, path, Some(Value::Array(rows)));
}
