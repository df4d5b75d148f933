//! One entry of a plan as its JSON value, and back through the one reader: what lists and forms are made on, whatever the type.

use serde_json::{Map, Value};

use super::reader::{self, Reading};
use crate::plan::{Command, Edit, Id, Listed, Release, Sole, Written};

/// How many flaws are looked for: the first is what is said.
const MOST: usize = 1;

/// Reads an entry back from its JSON value.
///
/// # Errors
/// What is wrong with it, as a sentence. A member that the type does not have is refused too: nothing typed gets lost.
pub fn read_entry<T: Written + Default>(entry: &Value) -> Result<T, String> {
    let Reading { value, unknown, flaws, .. } = reader::read::<T>(entry, MOST);
    settled(value.is_some(), unknown.first().map(|(place, _)| place.to_string()), flaws)?;
    value.ok_or_else(String::new)
}

/// What is wrong with an entry, if anything; compiled once for all types.
fn settled(read: bool, unknown: Option<String>, flaws: Vec<reader::Flaw>) -> Result<(), String> {
    match (flaws.into_iter().next(), unknown) {
        (Some(flaw), _) => Err(flaw.sentence),
        (None, Some(unknown)) => Err(format!("there is no place in the plan for \"{unknown}\"")),
        (None, None) if !read => Err("this cannot be read".to_owned()),
        (None, None) => Ok(()),
    }
}

/// The thing with this id in its list.
#[must_use]
pub fn find<'r, T: Listed + 'r>(release: &'r Release, id: &str) -> Option<&'r T> {
    T::list(release).get(Id::new(id).ok()?)
}

/// A list of the release, or a part that it has once, without its type: ids are text, entries are JSON values, and what is to
/// happen to them is a [`Command`].
#[derive(Clone, Copy)]
pub struct Access {
    /// The ids of the entries, in their order. A part has one, which is empty.
    pub ids: fn(&Release) -> Vec<String>,
    /// An entry.
    pub entry: fn(&Release, &str) -> Option<Value>,
    /// What people call an entry. May be empty.
    pub title: fn(&Release, &str) -> Option<String>,
    /// Adds an entry of this id at the end. What the preset does not set has its default.
    pub insert: fn(&str, Value) -> Result<Command, String>,
    /// Puts a changed entry in the place of the one with the same id.
    pub replace: fn(&Value) -> Result<Command, String>,
    /// Takes an entry away.
    pub remove: fn(&str) -> Option<Command>,
    /// Moves an entry to a position, from 0.
    pub move_to: fn(&str, usize) -> Option<Command>,
}

/// Access to a list of the release.
#[must_use]
pub const fn access<T>() -> Access
where
    T: Listed + Written + Default + 'static,
{
    Access {
        ids: |release| T::list(release).iter().map(|item| item.id().to_string()).collect(),
        entry: |release, id| Some(find::<T>(release, id)?.write()),
        title: |release, id| find::<T>(release, id).map(|item| item.title().to_owned()),
        insert: |id, preset| read_entry::<T>(&with_id(id, preset)).map(|item| T::command(Edit::add(item))),
        replace: |entry| read_entry::<T>(entry).map(|item| T::command(Edit::replace(item))),
        remove: |id| Some(T::command(Edit::Remove { id: Id::new(id).ok()? })),
        move_to: |id, to| Some(T::command(Edit::Move { id: Id::new(id).ok()?, to })),
    }
}

/// Access to a part that the release has once. Its id is the empty text; it can only be replaced.
#[must_use]
pub const fn sole<T>() -> Access
where
    T: Sole + Written + Default + 'static,
{
    Access {
        ids: |_| vec![String::new()],
        entry: |release, _| Some(T::part(release).write()),
        title: |_, _| Some(String::new()),
        insert: |_, _| Err("a release has this once".to_owned()),
        replace: |entry| read_entry::<T>(entry).map(Sole::command),
        remove: |_| None,
        move_to: |_, _| None,
    }
}

/// A preset with its id.
#[must_use]
pub fn with_id(id: &str, preset: Value) -> Value {
    let mut members = match preset {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    members.insert("id".to_owned(), Value::String(id.to_owned()));
    Value::Object(members)
}
