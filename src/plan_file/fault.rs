//! What can be wrong with one place of a plan, and the sentence that says so.

use std::fmt;

use serde_json::Value;

use super::place::{Place, quoted};
use crate::plan::Expected;

/// Where a fault is.
pub(super) struct At {
    /// The place to show.
    pub(super) place: Place,
    /// The value that has to be left out for the rest to be readable.
    pub(super) node: *const Value,
}

/// Something wrong.
pub(super) enum Fault {
    /// Something of another type stands here.
    Type { expected: Expected, found: String },
    /// A number of the right type and the wrong size.
    Size { found: String, negative: bool },
    /// A word that is none of those allowed.
    Word { found: String, allowed: &'static [&'static str] },
    /// Several words where there must be one.
    SeveralWords { found: [String; 2] },
    /// A word that comes with details stands alone.
    NeedsDetails { word: String },
    /// A word that has no details comes with some.
    NoDetails { word: String },
    /// A member that must be there is not.
    Missing,
    /// An entry without an id.
    MissingId,
    /// An id that another entry of the list has.
    DuplicateId { id: String, first: Option<usize> },
    /// A condition of the plan's own types, in its words.
    Broken { condition: String, found: Option<String> },
    /// Follows from leaving out what was wrong inside: not worth a word.
    Consequence,
}

impl Fault {
    /// Something of another type than was expected.
    pub(super) fn of_type(expected: Expected, found: &Value) -> Self {
        Self::Type { expected, found: found_value(found) }
    }

    /// A number that does not fit.
    pub(super) fn of_size(found: &Value) -> Self {
        Self::Size { found: found_value(found), negative: found.as_i64().is_some_and(|number| number < 0) }
    }

    /// Something that breaks a condition.
    pub(super) fn broken(condition: String, found: &Value) -> Self {
        let found = (!found.is_object() && !found.is_array()).then(|| found_value(found));
        Self::Broken { condition, found }
    }

    /// A word that is none of those allowed.
    pub(super) fn unknown_word(found: &str, allowed: &'static [&'static str]) -> Self {
        Self::Word { found: quoted(found), allowed }
    }

    /// Something that is no word at all.
    pub(super) fn no_word(found: &Value, allowed: &'static [&'static str]) -> Self {
        Self::Word { found: found_value(found), allowed }
    }

    /// Several words where there must be one.
    pub(super) fn several_words(found: [&str; 2]) -> Self {
        Self::SeveralWords { found: found.map(quoted) }
    }

    /// An id that another entry has.
    pub(super) fn duplicate(id: &str, first: Option<usize>) -> Self {
        Self::DuplicateId { id: quoted(id), first }
    }

    /// The sentence that says what is wrong; none where it follows from another fault.
    pub(super) fn sentence(&self) -> Option<String> {
        (!matches!(self, Self::Consequence)).then(|| self.to_string())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type { expected, found } => write!(f, "expected {}, found {found}", in_words(*expected)),
            Self::Size { found, negative: true } => write!(f, "{found} is too small here: it must not be negative"),
            Self::Size { found, negative: false } => write!(f, "{found} is too large here"),
            Self::Word { found, allowed } => {
                write!(f, "expected ")?;
                for (at, word) in allowed.iter().enumerate() {
                    let link = match at {
                        0 => "",
                        _ if at + 1 == allowed.len() => " or ",
                        _ => ", ",
                    };
                    write!(f, "{link}\"{word}\"")?;
                }
                write!(f, ", found {found}")
            }
            Self::SeveralWords { found } => write!(f, "only one of {} can hold", found.join(" and ")),
            Self::NeedsDetails { word } => {
                write!(f, "\"{word}\" needs its details: write {{\"{word}\": {{…}}}} instead of the word alone")
            }
            Self::NoDetails { word } => write!(f, "\"{word}\" has no details: write the word alone"),
            Self::Missing => f.write_str("this is missing"),
            Self::MissingId => f.write_str("the id is missing; every entry of this list needs one of its own"),
            Self::DuplicateId { id, first: Some(first) } => {
                write!(f, "the id {id} is taken already, by entry [{first}] of the same list")
            }
            Self::DuplicateId { id, first: None } => {
                write!(f, "the id {id} is taken already in this list")
            }
            Self::Broken { condition, found: Some(found) } => write!(f, "{condition}; found {found}"),
            Self::Broken { condition, found: None } => f.write_str(condition),
            Self::Consequence => f.write_str("what is needed here could not be read"),
        }
    }
}

/// What people call what a type expects.
fn in_words(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text",
        Expected::Truth => "true or false",
        Expected::Whole => "a whole number",
        Expected::Number => "a number",
        Expected::List => "a list",
        Expected::Object => "an object",
        Expected::Id => "an id (1 to 40 letters, digits, dots, underscores or hyphens)",
        Expected::Day => "a date such as 2026-11-23",
        Expected::Time => "a date with a time, such as 2026-11-23T22:00",
        Expected::Clock => "a time of day such as 22:00",
        Expected::Moment => "a moment such as 2026-11-23T21:00:00Z",
    }
}

/// What was found, as people call it.
pub(super) fn found_value(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text {}", quoted(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
