//! Places in a JSON value: `release.gates[3].checklist[0].state`.

use std::fmt;

use serde_json::Value;

/// A place in a JSON value, from its root.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Place(pub(super) Vec<Step>);

/// One step on the way to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Into an object.
    Member(String),
    /// Into a list. The entry's id, where it has one, finds the entry again after the list was reordered.
    Entry {
        /// The position, from 0.
        index: usize,
        /// The entry's id.
        id: Option<String>,
    },
}

/// The way that a reader has gone so far. It lives on the stack and costs nothing until somebody asks for the place.
#[derive(Clone, Copy)]
pub(super) enum Trail<'t> {
    /// Nowhere yet.
    Root,
    /// Into a member of an object.
    Member(&'t Trail<'t>, &'t str),
    /// Into an entry of a list.
    Entry(&'t Trail<'t>, &'t [Value], usize),
}

impl Place {
    /// The place of a member of what is here.
    pub(super) fn member(mut self, name: &str) -> Self {
        self.0.push(Step::Member(name.to_owned()));
        self
    }

    /// The place of an entry of the list here.
    pub(super) fn entry(mut self, index: usize) -> Self {
        self.0.push(Step::Entry { index, id: None });
        self
    }
}

impl Trail<'_> {
    /// The place at the end of the trail.
    pub(super) fn place(&self) -> Place {
        let mut steps = Vec::new();
        let mut trail = self;
        loop {
            match trail {
                Trail::Root => break,
                Trail::Member(before, name) => {
                    steps.push(Step::Member((*name).to_owned()));
                    trail = before;
                }
                Trail::Entry(before, list, index) => {
                    steps.push(Step::Entry { index: *index, id: list.get(*index).and_then(id_of).map(str::to_owned) });
                    trail = before;
                }
            }
        }
        steps.reverse();
        Place(steps)
    }

    /// The position of the first entry with this id in the list that the trail ends in.
    pub(super) fn first_with_id(&self, id: &str) -> Option<usize> {
        let Trail::Entry(_, list, _) = self else { return None };
        list.iter().position(|entry| id_of(entry) == Some(id))
    }
}

/// The id of a list's entry, where it has one.
pub(super) fn id_of(entry: &Value) -> Option<&str> {
    entry.get("id").and_then(Value::as_str)
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$');
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Member(name) if !name.is_empty() && name.len() <= 60 && name.chars().all(plain) => {
                    write!(f, "{}{name}", if at > 0 { "." } else { "" })?;
                }
                Step::Member(name) => write!(f, "[{}]", quoted(name))?,
                Step::Entry { index, .. } => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A text from a file in quotes: short, and without characters that would act on a terminal.
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let shown: String = text.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    let more = if text.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("\"{shown}{more}\"")
}
