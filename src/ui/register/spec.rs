//! What a page made of tables says: groups of fields, rows, columns, filters, registers.

use jiff::civil::{Date, DateTime};
use leptos::prelude::AnyView;
use serde_json::Value;

use super::field::{Field, Words};
use crate::plan::{Release, RemovedKind};
use crate::plan_file::Access;
use crate::readiness::Section;
use crate::ui::components::{Options, Role};
use crate::ui::plan::Plan;

/// What a preset is made from: the release, and today.
pub type Preset = fn(&Release, Date) -> Value;

/// What a cell shows of an entry: the release, the entry's id, and today.
pub type CellOf = fn(&Release, &str, Date) -> Cell;

/// What a thing with its article is: of "a risk", "risk".
#[must_use]
pub fn noun(one: &'static str) -> &'static str {
    one.split_once(' ').map_or(one, |(_, noun)| noun)
}

/// No preset: every member has its default.
#[must_use]
pub fn plain(_: &Release, _: Date) -> Value {
    Value::Null
}

/// Fields that belong together, in one to three columns.
#[derive(Clone, Copy)]
pub struct Group {
    /// What they are about; none where that is plain.
    pub legend: Option<&'static str>,
    /// How many columns, from 1 to 3.
    pub columns: u8,
    /// The fields.
    pub fields: &'static [Field],
    /// Whether they apply to the entry; else always.
    pub when: Option<fn(&Value) -> bool>,
}

impl Group {
    /// Fields below each other.
    #[must_use]
    pub const fn one(fields: &'static [Field]) -> Self {
        Self { legend: None, columns: 1, fields, when: None }
    }

    /// Short fields in pairs.
    #[must_use]
    pub const fn pair(fields: &'static [Field]) -> Self {
        Self { legend: None, columns: 2, fields, when: None }
    }

    /// Very short fields in threes.
    #[must_use]
    pub const fn three(fields: &'static [Field]) -> Self {
        Self { legend: None, columns: 3, fields, when: None }
    }

    /// With a legend.
    #[must_use]
    pub const fn legend(self, legend: &'static str) -> Self {
        Self { legend: Some(legend), ..self }
    }

    /// Shown only where they apply to the entry.
    #[must_use]
    pub const fn when(self, when: fn(&Value) -> bool) -> Self {
        Self { when: Some(when), ..self }
    }
}

/// A list as a table whose cells are edited where they stand.
#[derive(Clone, Copy)]
pub struct Rows {
    /// The heading.
    pub title: &'static str,
    /// What a row is, with its article: "a risk".
    pub one: &'static str,
    /// What stands there while there is none.
    pub empty: &'static str,
    /// The columns. The first one is the row's title, as it is read aloud with the row's buttons.
    pub fields: &'static [Field],
    /// Whether the rows can be moved.
    pub ordered: bool,
    /// What a new row begins with.
    pub preset: Preset,
    /// How what readiness depends on is removed.
    pub removing: Removing,
}

impl Rows {
    /// A table of a list.
    #[must_use]
    pub const fn new(title: &'static str, one: &'static str, fields: &'static [Field]) -> Self {
        Self { title, one, empty: "", fields, ordered: false, preset: plain, removing: Removing::Undo }
    }

    /// With a sentence on what belongs here.
    #[must_use]
    pub const fn empty(self, empty: &'static str) -> Self {
        Self { empty, ..self }
    }

    /// With rows that can be moved.
    #[must_use]
    pub const fn ordered(self) -> Self {
        Self { ordered: true, ..self }
    }

    /// With something to begin with.
    #[must_use]
    pub const fn preset(self, preset: Preset) -> Self {
        Self { preset, ..self }
    }

    /// Removed in another way than at once.
    #[must_use]
    pub const fn removing(self, removing: Removing) -> Self {
        Self { removing, ..self }
    }
}

/// How an entry is removed.
#[derive(Clone, Copy)]
pub enum Removing {
    /// At once; undo is offered.
    Undo,
    /// With a reason, which stays in the plan.
    Reason(RemovedKind),
}

/// What a cell of a register shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A status with its word.
    Status(Role, String),
    /// A number, or an amount with its unit.
    Number(String),
    /// A day.
    Day(Option<Date>),
    /// A day with a time.
    Moment(Option<DateTime>),
    /// So many of so many, over a thin bar.
    Part(Role, u32, u32),
}

/// Where a column takes its cells from.
#[derive(Clone, Copy)]
pub enum Show {
    /// A member as text. Of a number its digits.
    Text(&'static str),
    /// A member that is a number.
    Number(&'static str),
    /// A member that is a day, or a day with a time.
    Day(&'static str),
    /// A member of a closed set, by its word.
    Word(&'static str, Words),
    /// A member that is one or several other things in the plan, by their names.
    Name(&'static str, fn(&Release) -> Options),
    /// A member that is a person, or nobody.
    Person(&'static str),
    /// How many rows a list within the entry has.
    Count(&'static str),
    /// Whatever the function says.
    Cell(CellOf),
}

/// A column of a register.
#[derive(Clone, Copy)]
pub struct Column {
    /// Its head.
    pub head: &'static str,
    /// Its cells.
    pub show: Show,
    /// What it sorts by; else what the cell shows.
    pub sort: Option<fn(&Release, &str) -> String>,
    /// Whether it holds numbers.
    pub number: bool,
}

impl Column {
    /// A column.
    #[must_use]
    pub const fn new(head: &'static str, show: Show) -> Self {
        Self { head, show, sort: None, number: matches!(show, Show::Number(_) | Show::Count(_)) }
    }

    /// A column whose cells a function gives.
    #[must_use]
    pub const fn cell(head: &'static str, cell: CellOf) -> Self {
        Self::new(head, Show::Cell(cell))
    }

    /// The person that a member names.
    #[must_use]
    pub const fn person(head: &'static str, member: &'static str) -> Self {
        Self::new(head, Show::Person(member))
    }

    /// A column of numbers, set to the right.
    #[must_use]
    pub const fn number(self) -> Self {
        Self { number: true, ..self }
    }

    /// Sorted by something else than what it shows.
    #[must_use]
    pub const fn sorted(self, by: fn(&Release, &str) -> String) -> Self {
        Self { sort: Some(by), ..self }
    }
}

/// A chip that narrows a register down.
#[derive(Clone, Copy)]
pub struct Filter {
    /// Its word.
    pub word: &'static str,
    /// Whether an entry passes.
    pub passes: fn(&Release, &str, Date) -> bool,
}

/// A list with a page for each entry: beside the list where there is room, else instead of it.
#[derive(Clone, Copy)]
pub struct Register {
    /// The section whose address it has.
    pub section: Section,
    /// The list.
    pub access: Access,
    /// What an entry is, with its article: "a session".
    pub one: &'static str,
    /// What several are: "sessions".
    pub many: &'static str,
    /// What stands there while there is none.
    pub empty: &'static str,
    /// The head of the first column, which holds the titles.
    pub head: &'static str,
    /// What stands in small print under a title.
    pub note: Option<Show>,
    /// Whether that is a number from another tool.
    pub mono: bool,
    /// The further columns.
    pub columns: &'static [Column],
    /// Chips that narrow it down, besides "All".
    pub filters: &'static [Filter],
    /// The fields of an entry.
    pub groups: &'static [Group],
    /// How an entry stands, beside its heading.
    pub badge: Option<CellOf>,
    /// What comes above the list.
    pub above: Option<fn(Plan) -> AnyView>,
    /// What comes below the fields.
    pub more: Option<fn(Plan, String) -> AnyView>,
    /// How an entry is removed.
    pub removing: Removing,
    /// What a new entry begins with.
    pub preset: Preset,
    /// The name of the button that adds one, in `data-field`. On a page with several registers each has its own.
    pub add: &'static str,
}

impl Register {
    /// A register with nothing but titles; set the rest with `..Register::new(…)`.
    #[must_use]
    pub const fn new(section: Section, access: Access, one: &'static str, many: &'static str) -> Self {
        Self {
            section,
            access,
            one,
            many,
            empty: "",
            head: "Name",
            note: None,
            mono: false,
            columns: &[],
            filters: &[],
            groups: &[],
            badge: None,
            above: None,
            more: None,
            removing: Removing::Undo,
            preset: plain,
            add: "add",
        }
    }
}

/// What a page is made of, from top to bottom.
#[derive(Clone, Copy)]
pub enum Block {
    /// A list with a page for each entry.
    Register(&'static Register),
    /// A list as a table whose cells are edited where they stand.
    Rows(Access, &'static Rows),
    /// The fields of a part that the release has once, with a heading.
    Form(Access, &'static str, &'static [Group]),
    /// Whatever the function draws.
    Own(fn(Plan) -> AnyView),
}

/// A page of a section.
#[derive(Clone, Copy)]
pub struct Page {
    /// The heading.
    pub title: &'static str,
    /// The line below it; empty for none.
    pub lead: fn(&Release, Date) -> String,
    /// What it is made of. A register that comes first has its heading and its button in the head of the page.
    pub blocks: &'static [Block],
}
