//! A text with merge fields, taken apart: words, what the plan says, and what it does not say.

use super::field::{Field, Value, field};
use crate::plan::{Message, Release};

/// A piece of a text with merge fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words that stand for themselves.
    Words(String),
    /// A field, and what the plan says there.
    Filled(&'static Field, Value<'a>),
    /// A field where the plan says nothing yet.
    Missing(&'static Field),
    /// A name in braces that is no field's.
    Unknown(String),
}

/// The pieces of a text, in their order.
///
/// A field is a name in braces: `{release}`. A brace that is to be read is doubled: `{{`. One that opens nothing, or closes
/// nothing, stands for itself.
#[must_use]
pub fn merged<'a>(text: &str, release: &'a Release) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        words.push_str(before);
        rest = match (doubled(from), name(from)) {
            (Some((brace, after)), _) => {
                words.push(brace);
                after
            }
            (None, Some((name, after))) => {
                flush(&mut words, &mut pieces);
                pieces.push(looked_up(name, release));
                after
            }
            (None, None) => {
                let mut letters = from.chars();
                words.extend(letters.next());
                letters.as_str()
            }
        };
    }
    words.push_str(rest);
    flush(&mut words, &mut pieces);
    pieces
}

/// The text that is read as these words, whatever braces they hold.
#[must_use]
pub fn escaped(words: &str) -> String {
    words.replace('{', "{{").replace('}', "}}")
}

/// What a message lacks before it can be sent: the names of fields where the plan says nothing, and names that are no
/// field's in their braces; each once.
#[must_use]
pub fn lacks(message: &Message, release: &Release) -> Vec<String> {
    let mut lacking: Vec<String> = Vec::new();
    for text in [&message.subject, &message.body] {
        for piece in merged(text, release) {
            let name = match piece {
                Piece::Missing(field) => field.name.to_owned(),
                Piece::Unknown(name) => format!("{{{name}}}"),
                Piece::Words(_) | Piece::Filled(..) => continue,
            };
            if !lacking.contains(&name) {
                lacking.push(name);
            }
        }
    }
    lacking
}

/// A subject by which people know a message, on one line: names are filled in, and every other field keeps its braces.
#[must_use]
pub fn brief(subject: &str, release: &Release) -> String {
    let said = merged(subject, release).into_iter().map(|piece| match piece {
        Piece::Words(words) => words,
        Piece::Filled(_, Value::Words(words)) => words.to_owned(),
        Piece::Filled(_, Value::Names(names)) => names.join(", "),
        Piece::Filled(field, _) | Piece::Missing(field) => format!("{{{}}}", field.key),
        Piece::Unknown(name) => format!("{{{name}}}"),
    });
    said.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A brace that is written twice, and what follows.
fn doubled(from: &str) -> Option<(char, &str)> {
    ['{', '}'].into_iter().find_map(|brace| Some((brace, from.strip_prefix(brace)?.strip_prefix(brace)?)))
}

/// The name in braces at the start, and what follows. A name stands on one line and says something.
fn name(from: &str) -> Option<(&str, &str)> {
    let (name, after) = from.strip_prefix('{')?.split_once('}')?;
    let is_name = !name.trim().is_empty() && !name.contains(['{', '\n']);
    is_name.then_some((name, after))
}

fn looked_up<'a>(name: &str, release: &'a Release) -> Piece<'a> {
    match field(name).map(|field| (field, field.value(release))) {
        Some((field, Some(value))) => Piece::Filled(field, value),
        Some((field, None)) => Piece::Missing(field),
        None => Piece::Unknown(name.to_owned()),
    }
}

fn flush(words: &mut String, pieces: &mut Vec<Piece>) {
    if !words.is_empty() {
        pieces.push(Piece::Words(std::mem::take(words)));
    }
}
