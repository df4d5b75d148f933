//! What can be wrong with one place of a plan, and the sentence that says so.

use std::fmt;

use serde::de::{self, Expected, Unexpected};
use serde_json::Value;

use super::place::{Place, Trail, quoted};

/// Something wrong, and where. The place is known as soon as the reader has passed the fault on once.
#[derive(Debug)]
pub(super) struct Fault {
    kind: Kind,
    at: Option<Box<At>>,
}

/// Where a fault is.
#[derive(Debug)]
pub(super) struct At {
    /// The place to show.
    pub(super) place: Place,
    /// The value that has to be left out for the rest to be readable.
    pub(super) node: *const Value,
}

#[derive(Debug)]
enum Kind {
    /// Something of another type stands here.
    Type { expected: String, found: String },
    /// A number of the right type and the wrong size.
    Size { found: String, negative: bool },
    /// A word that is none of those allowed.
    Word { found: String, allowed: &'static [&'static str] },
    /// Several words where there must be one.
    SeveralWords { found: Vec<String> },
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
    /// A member that must be there and whose name is not known to be missing until the place is known.
    MissingMember(&'static str),
    /// Follows from leaving out what was wrong inside: not worth a word.
    Consequence,
}

impl Fault {
    fn of(kind: Kind) -> Self {
        Self { kind, at: None }
    }

    /// The fault of something that is only missing because what was wrong with it was left out.
    pub(super) fn consequence() -> Self {
        Self::of(Kind::Consequence)
    }

    /// A word alone where its details are expected too.
    pub(super) fn needs_details(word: &str) -> Self {
        Self::of(Kind::NeedsDetails { word: word.to_owned() })
    }

    /// A word with details where it stands alone.
    pub(super) fn no_details(word: &str) -> Self {
        Self::of(Kind::NoDetails { word: word.to_owned() })
    }

    /// Several words where there must be one.
    pub(super) fn several_words<'a>(found: impl Iterator<Item = &'a str>) -> Self {
        Self::of(Kind::SeveralWords { found: found.map(quoted).collect() })
    }

    /// Something that is no word at all.
    pub(super) fn no_word(found: &Value, allowed: &'static [&'static str]) -> Self {
        Self::of(Kind::Word { found: found_value(found), allowed })
    }

    /// Something of another type than was expected.
    pub(super) fn wrong_type(found: &Value, expected: &dyn Expected) -> Self {
        Self::of(Kind::Type { expected: in_words(&expected.to_string()), found: found_value(found) })
    }

    /// The same fault, known to be about what a text says.
    pub(super) fn in_text(self, text: &str, expected: &str) -> Self {
        match self.kind {
            Kind::Broken { .. } if self.at.is_none() => {
                Self::of(Kind::Type { expected: in_words(expected), found: format!("the text {}", quoted(text)) })
            }
            _ => self,
        }
    }

    /// The same fault with its place, unless it has one already.
    pub(super) fn at(mut self, trail: &Trail<'_>, node: &Value) -> Self {
        if self.at.is_some() {
            return self;
        }
        let mut place = trail.place();
        self.kind = match self.kind {
            Kind::MissingMember(name) if node.get(name).is_some() => Kind::Consequence,
            Kind::MissingMember(name) => {
                place = place.member(name);
                Kind::Missing
            }
            Kind::Broken { condition, .. } if condition == "missing id" => {
                if node.get("id").is_some() {
                    Kind::Consequence
                } else {
                    place = place.member("id");
                    Kind::MissingId
                }
            }
            Kind::Broken { condition, .. } if condition.starts_with("duplicate id ") => {
                place = place.member("id");
                let id = super::place::id_of(node).unwrap_or_default();
                Kind::DuplicateId { id: quoted(id), first: trail.first_with_id(id) }
            }
            Kind::Broken { condition, .. } => {
                let found = (!node.is_object() && !node.is_array()).then(|| found_value(node));
                Kind::Broken { condition, found }
            }
            kind => kind,
        };
        self.at = Some(Box::new(At { place, node }));
        self
    }

    /// Where it is, and the sentence that says what it is; no sentence where it follows from another fault.
    pub(super) fn into_parts(self) -> (Option<At>, Option<String>) {
        let sentence = (!matches!(self.kind, Kind::Consequence)).then(|| self.to_string());
        (self.at.map(|at| *at), sentence)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Type { expected, found } => write!(f, "expected {expected}, found {found}"),
            Kind::Size { found, negative: true } => write!(f, "{found} is too small here: it must not be negative"),
            Kind::Size { found, negative: false } => write!(f, "{found} is too large here"),
            Kind::Word { found, allowed } => {
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
            Kind::SeveralWords { found } => write!(f, "only one of {} can hold", found.join(" and ")),
            Kind::NeedsDetails { word } => {
                write!(f, "\"{word}\" needs its details: write {{\"{word}\": {{…}}}} instead of the word alone")
            }
            Kind::NoDetails { word } => write!(f, "\"{word}\" has no details: write the word alone"),
            Kind::Missing => f.write_str("this is missing"),
            Kind::MissingMember(name) => write!(f, "\"{name}\" is missing"),
            Kind::MissingId => f.write_str("the id is missing; every entry of this list needs one of its own"),
            Kind::DuplicateId { id, first: Some(first) } => {
                write!(f, "the id {id} is taken already, by entry [{first}] of the same list")
            }
            Kind::DuplicateId { id, first: None } => {
                write!(f, "the id {id} is taken already in this list")
            }
            Kind::Broken { condition, found: Some(found) } => write!(f, "{condition}; found {found}"),
            Kind::Broken { condition, found: None } => f.write_str(condition),
            Kind::Consequence => f.write_str("what is needed here could not be read"),
        }
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::of(Kind::Broken { condition: message.to_string(), found: None })
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::of(Kind::Type { expected: in_words(&expected.to_string()), found: found_unexpected(found) })
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match found {
            Unexpected::Unsigned(_) => Self::of(Kind::Size { found: found_unexpected(found), negative: false }),
            Unexpected::Signed(number) => Self::of(Kind::Size { found: found_unexpected(found), negative: number < 0 }),
            _ => Self::invalid_type(found, expected),
        }
    }

    fn unknown_variant(word: &str, allowed: &'static [&'static str]) -> Self {
        Self::of(Kind::Word { found: quoted(word), allowed })
    }

    fn missing_field(name: &'static str) -> Self {
        Self::of(Kind::MissingMember(name))
    }
}

/// What the types call the thing that they expect, and what people call it.
const WORDS: &[(&str, &str)] = &[
    ("a string", "a text"),
    ("a boolean", "true or false"),
    ("u8", "a whole number"),
    ("u16", "a whole number"),
    ("u32", "a whole number"),
    ("u64", "a whole number"),
    ("i64", "a whole number"),
    ("a sequence", "a list"),
    ("a list", "a list"),
    ("a map", "an object"),
    ("option", "a value"),
    ("an id", "an id (1 to 40 letters, digits, dots, underscores or hyphens)"),
    ("a date string", "a date such as 2026-11-23"),
    ("a datetime string", "a date with a time, such as 2026-11-23T22:00"),
    ("a timestamp string", "a moment such as 2026-11-23T21:00:00Z"),
];

fn in_words(expected: &str) -> String {
    if let Some((_, words)) = WORDS.iter().find(|(name, _)| *name == expected) {
        return (*words).to_owned();
    }
    if expected.starts_with("struct ") { "an object".to_owned() } else { expected.to_owned() }
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

fn found_unexpected(found: Unexpected<'_>) -> String {
    match found {
        Unexpected::Bool(truth) => truth.to_string(),
        Unexpected::Unsigned(number) => format!("the number {number}"),
        Unexpected::Signed(number) => format!("the number {number}"),
        Unexpected::Float(number) => format!("the number {number}"),
        Unexpected::Str(text) => format!("the text {}", quoted(text)),
        Unexpected::Unit | Unexpected::Option => "null".to_owned(),
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map => "an object".to_owned(),
        other => other.to_string(),
    }
}
