//! What a form says of a field: the member that it edits, how, and what is said with it.

use leptos::prelude::AnyView;
use serde_json::Value;

use super::entry::Entry;
use super::spec::Rows;
use crate::plan::{Choice, Release};
use crate::ui::components::{Options, Role, people_of};

/// Keys and words of a closed set.
pub type Words = fn() -> Vec<(&'static str, &'static str)>;

/// Keys and words of a [`Choice`], to be named in a table: `words::<Level>`.
#[must_use]
pub fn words<T: Choice>() -> Vec<(&'static str, &'static str)> {
    T::ALL.iter().map(|choice| (choice.key(), choice.label())).collect()
}

/// A field of an entry.
#[derive(Clone, Copy)]
pub struct Field {
    /// The member that it edits: `name`, or in a record within the entry `exit.on`.
    pub member: &'static str,
    /// The label, or the head of the column.
    pub label: &'static str,
    /// How it is edited.
    pub kind: Kind,
    /// The help under it.
    pub help: &'static str,
    /// Whether it may stay empty. A choice then has a word for none.
    pub optional: bool,
    /// What stands there while it is empty: a placeholder, or the word for none.
    pub empty: &'static str,
    /// What is read aloud in a table, with `{}` for the row's title; else the label.
    pub aloud: &'static str,
    /// The name in `data-field`; else the last part of the member.
    pub name: Option<&'static str>,
    /// Whether it applies to the entry; else always.
    pub when: Option<fn(&Value) -> bool>,
    /// What is wrong with what it holds, beside the rest of the plan.
    pub wrong: Option<fn(&Release) -> Option<String>>,
}

/// How a field is edited.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A line of text.
    Line,
    /// Text of several lines, so many shown at first.
    Area(u32),
    /// A list of texts, one a line, so many shown at first.
    Lines(u32),
    /// A day.
    Day,
    /// A day with a time.
    Moment,
    /// Yes or no.
    Tick,
    /// A whole number from the one to the other.
    Number(u32, u32),
    /// One of a closed set, in a list.
    Choice(Words),
    /// One of a closed set, in a row of buttons.
    Answer(&'static [Reply]),
    /// One of other things in the plan, or none.
    Pick(fn(&Release) -> Options),
    /// Any number of other things in the plan.
    Picks(fn(&Release) -> Options),
    /// A list within the entry, as a table.
    Rows(&'static Rows),
    /// Whatever the function draws.
    Own(fn(Entry, &'static Field) -> AnyView),
}

/// One reply of [`Kind::Answer`].
#[derive(Clone, Copy)]
pub struct Reply {
    /// The key in the file.
    pub key: &'static str,
    /// The word that people read.
    pub word: &'static str,
    /// What it means; none takes the accent.
    pub role: Option<Role>,
    /// Whether details belong to it: it is then written as `{ key: {} }`.
    pub details: bool,
}

impl Reply {
    /// A word that stands alone.
    #[must_use]
    pub const fn new(key: &'static str, word: &'static str) -> Self {
        Self { key, word, role: None, details: false }
    }

    /// With a meaning.
    #[must_use]
    pub const fn role(self, role: Role) -> Self {
        Self { role: Some(role), ..self }
    }

    /// With details.
    #[must_use]
    pub const fn detailed(self) -> Self {
        Self { details: true, ..self }
    }
}

impl Field {
    /// A field of some kind.
    #[must_use]
    pub const fn new(member: &'static str, label: &'static str, kind: Kind) -> Self {
        let (help, optional, empty, aloud) = ("", false, "", "");
        Self { member, label, kind, help, optional, empty, aloud, name: None, when: None, wrong: None }
    }

    /// A line of text.
    #[must_use]
    pub const fn line(member: &'static str, label: &'static str) -> Self {
        Self::new(member, label, Kind::Line)
    }

    /// Text of several lines.
    #[must_use]
    pub const fn area(member: &'static str, label: &'static str) -> Self {
        Self::new(member, label, Kind::Area(3))
    }

    /// A list of texts, one a line.
    #[must_use]
    pub const fn lines(member: &'static str, label: &'static str) -> Self {
        Self::new(member, label, Kind::Lines(3))
    }

    /// A day.
    #[must_use]
    pub const fn day(member: &'static str, label: &'static str) -> Self {
        Self::new(member, label, Kind::Day)
    }

    /// A day with a time.
    #[must_use]
    pub const fn moment(member: &'static str, label: &'static str) -> Self {
        Self::new(member, label, Kind::Moment)
    }

    /// Yes or no.
    #[must_use]
    pub const fn tick(member: &'static str, label: &'static str) -> Self {
        Self::new(member, label, Kind::Tick)
    }

    /// A whole number. Empty is null, or 0 where the plan asks for a number.
    #[must_use]
    pub const fn number(member: &'static str, label: &'static str) -> Self {
        Self::new(member, label, Kind::Number(0, u32::MAX))
    }

    /// A whole percentage.
    #[must_use]
    pub const fn percent(member: &'static str, label: &'static str) -> Self {
        Self::new(member, label, Kind::Number(0, 100))
    }

    /// One of a closed set: `Field::choice("state", "State", words::<State>)`.
    #[must_use]
    pub const fn choice(member: &'static str, label: &'static str, of: Words) -> Self {
        Self::new(member, label, Kind::Choice(of))
    }

    /// One of a closed set in a row of buttons, each perhaps with details of its own.
    #[must_use]
    pub const fn answer(member: &'static str, label: &'static str, of: &'static [Reply]) -> Self {
        Self::new(member, label, Kind::Answer(of))
    }

    /// A person, or nobody.
    #[must_use]
    pub const fn person(member: &'static str, label: &'static str) -> Self {
        Self::new(member, label, Kind::Pick(people_of)).empty("Nobody")
    }

    /// Any number of people.
    #[must_use]
    pub const fn people(member: &'static str, label: &'static str) -> Self {
        Self::new(member, label, Kind::Picks(people_of)).empty("Nobody")
    }

    /// One of other things in the plan, or none.
    #[must_use]
    pub const fn pick(member: &'static str, label: &'static str, of: fn(&Release) -> Options) -> Self {
        Self::new(member, label, Kind::Pick(of)).empty("None")
    }

    /// Any number of other things in the plan.
    #[must_use]
    pub const fn picks(member: &'static str, label: &'static str, of: fn(&Release) -> Options) -> Self {
        Self::new(member, label, Kind::Picks(of)).empty("None")
    }

    /// A list within the entry, as a table.
    #[must_use]
    pub const fn rows(member: &'static str, rows: &'static Rows) -> Self {
        Self::new(member, rows.title, Kind::Rows(rows))
    }

    /// With help under it.
    #[must_use]
    pub const fn help(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    /// May stay empty. A choice gets a word for none.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// What stands there while it is empty.
    #[must_use]
    pub const fn empty(self, empty: &'static str) -> Self {
        Self { empty, ..self }
    }

    /// What is read aloud in a table, with `{}` for the row's title.
    #[must_use]
    pub const fn aloud(self, aloud: &'static str) -> Self {
        Self { aloud, ..self }
    }

    /// The name in `data-field`, where the last part of the member is not what findings lead to.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self { name: Some(name), ..self }
    }

    /// Shown only where it applies to the entry.
    #[must_use]
    pub const fn when(self, when: fn(&Value) -> bool) -> Self {
        Self { when: Some(when), ..self }
    }

    /// With what may be wrong with it, which is said in place of help.
    #[must_use]
    pub const fn wrong(self, wrong: fn(&Release) -> Option<String>) -> Self {
        Self { wrong: Some(wrong), ..self }
    }

    /// At least so much: for numbers.
    #[must_use]
    pub const fn at_least(self, min: u32) -> Self {
        match self.kind {
            Kind::Number(_, max) => Self { kind: Kind::Number(min, max), ..self },
            _ => self,
        }
    }

    /// At most so much: for numbers.
    #[must_use]
    pub const fn at_most(self, max: u32) -> Self {
        match self.kind {
            Kind::Number(min, _) => Self { kind: Kind::Number(min, max), ..self },
            _ => self,
        }
    }

    /// So many lines at first: for areas and lines.
    #[must_use]
    pub const fn tall(self, lines: u32) -> Self {
        match self.kind {
            Kind::Area(_) => Self { kind: Kind::Area(lines), ..self },
            Kind::Lines(_) => Self { kind: Kind::Lines(lines), ..self },
            _ => self,
        }
    }

    /// The name in `data-field`.
    #[must_use]
    pub fn data_name(&self) -> &'static str {
        self.name.unwrap_or_else(|| self.member.rsplit('.').next().unwrap_or(self.member))
    }
}
