//! What a document is made of.

use super::drawing::Figure;
use super::inline::{Mark, Status, Text};
use crate::plan::Verdict;

/// A part of a document, from heading to signature lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading within the document.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Text),
    /// Names with their values.
    Facts(Vec<Fact>),
    /// Rows under a header.
    Table(Table),
    /// Points in a row.
    List(List),
    /// Something that nobody should miss.
    Callout(Callout),
    /// The answer to "are we ready?".
    Verdict(VerdictBlock),
    /// Signatures under a statement.
    Signatures(Signatures),
    /// What changed since somebody signed.
    Changes(Changes),
    /// A picture with its figures.
    Figure(Figure),
    /// A remark in small print.
    Note(Text),
}

/// How deep a heading lies. The document's own title is level 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Level 2.
    Section,
    /// Level 3.
    Part,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// How deep.
    pub depth: Depth,
    /// The id to link to: unique over all documents of one release.
    pub id: String,
    /// The words.
    pub text: String,
}

/// A name with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub name: &'static str,
    /// Its value.
    pub value: Text,
}

/// Rows under a header. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Text>>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub title: &'static str,
    /// On which side its cells line up.
    pub align: Align,
    /// How much room it wants.
    pub width: Width,
}

/// On which side cells line up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Where reading starts.
    Start,
    /// Where reading ends: numbers.
    End,
}

/// How much room a column wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As little as its words need: numbers, dates, marks.
    Narrow,
    /// Its share.
    Fair,
    /// More than its share: sentences.
    Wide,
}

/// Points in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Whether their order counts; then they are numbered.
    pub ordered: bool,
    /// The points.
    pub items: Vec<Text>,
}

/// Something that nobody should miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callout {
    /// The mark, and the word that stands for the whole.
    pub status: Status,
    /// What it says.
    pub text: Text,
}

/// The answer to "are we ready?", with what made it so in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictBlock {
    /// The verdict.
    pub verdict: Verdict,
    /// Its mark and word.
    pub status: Status,
    /// What it rests on, in a sentence.
    pub sentence: String,
    /// How many blockers there are.
    pub blockers: usize,
    /// How many conditions there are.
    pub conditions: usize,
    /// How many pieces of advice there are.
    pub advice: usize,
    /// How many of the points that apply are done.
    pub done: u32,
    /// How many points apply.
    pub applicable: u32,
}

/// Signatures, together with what they sign, so that paper never parts the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signatures {
    /// What is signed.
    pub statement: Text,
    /// A line for each signature, and for each one that is missing.
    pub lines: Vec<SignatureLine>,
}

/// A signature, or the line to sign on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureLine {
    /// The role.
    pub role: String,
    /// Who signed, as declared; where nobody has, who should, as far as it is known.
    pub name: String,
    /// The day, in words; empty where nobody signed.
    pub on: String,
    /// The start of the digest of what was signed; empty where nobody signed.
    pub digest: String,
    /// How it stands.
    pub standing: SignatureStanding,
}

/// How a signature stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureStanding {
    /// What was signed is what is there.
    Valid,
    /// The plan has changed since.
    Stale,
    /// What is stored does not match its digest.
    Corrupt,
    /// It lacks its name or its day, or is dated ahead, and counts for nothing.
    NotGiven,
    /// Nobody has signed: the line is printed to sign on by hand.
    Open,
}

/// What changed since somebody signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Since when, as a sentence that ends with a colon.
    pub since: String,
    /// What changed.
    pub changes: Vec<Difference>,
    /// How many more there are than are shown.
    pub further: usize,
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where: "Waves › Pilot › Start".
    pub place: String,
    /// What it was; absent where it is new.
    pub before: Option<Text>,
    /// What it is; absent where it is gone.
    pub after: Option<Text>,
}

impl Block {
    /// Whether a page break within it would tear apart what belongs together.
    #[must_use]
    pub fn keep_together(&self) -> bool {
        match self {
            Self::Heading(_) | Self::Callout(_) | Self::Verdict(_) | Self::Signatures(_) => true,
            Self::Table(table) => table.keep_together(),
            Self::Facts(facts) => facts.len() <= SHORT,
            Self::Figure(figure) => figure.table.keep_together(),
            Self::Paragraph(_) | Self::List(_) | Self::Changes(_) | Self::Note(_) => false,
        }
    }

    /// Whether it must not be the last thing on its page.
    #[must_use]
    pub fn keep_with_next(&self) -> bool {
        matches!(self, Self::Heading(_))
    }
}

/// Up to so many rows a table stays on one page. A longer one repeats its header.
const SHORT: usize = 6;

impl Table {
    /// The table of these columns and rows.
    #[must_use]
    pub fn of<const N: usize>(columns: [Column; N], rows: impl IntoIterator<Item = [Text; N]>) -> Self {
        Self { columns: columns.to_vec(), rows: rows.into_iter().map(|row| row.to_vec()).collect() }
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Its rows, each with a cell for each column.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Text>] {
        &self.rows
    }

    /// Whether it is so short that it stays on one page.
    #[must_use]
    pub fn keep_together(&self) -> bool {
        self.rows.len() <= SHORT
    }
}

impl Column {
    /// A column of words.
    #[must_use]
    pub const fn words(title: &'static str) -> Self {
        Self { title, align: Align::Start, width: Width::Fair }
    }

    /// A column of sentences.
    #[must_use]
    pub const fn wide(title: &'static str) -> Self {
        Self { title, align: Align::Start, width: Width::Wide }
    }

    /// A column of dates, marks or identifiers.
    #[must_use]
    pub const fn narrow(title: &'static str) -> Self {
        Self { title, align: Align::Start, width: Width::Narrow }
    }

    /// A column of numbers.
    #[must_use]
    pub const fn number(title: &'static str) -> Self {
        Self { title, align: Align::End, width: Width::Narrow }
    }

    /// The class of its cells, in the app as in HTML; empty where they have none.
    #[must_use]
    pub fn class(&self) -> &'static str {
        match (self.align, self.width) {
            (Align::End, _) => "number",
            (Align::Start, Width::Narrow) => "tight",
            (Align::Start, Width::Wide) => "wide",
            (Align::Start, Width::Fair) => "",
        }
    }
}

impl SignatureStanding {
    /// Its mark and word.
    #[must_use]
    pub fn status(self) -> Status {
        match self {
            Self::Valid => Mark::Go.with("Signed"),
            Self::Stale => Mark::Stale.with("Changed since signing"),
            Self::Corrupt => Mark::NoGo.with("Does not match its digest"),
            Self::NotGiven => Mark::Idle.with("Does not count yet"),
            Self::Open => Mark::Idle.with("Not signed"),
        }
    }
}

impl Depth {
    /// The heading's level in the document.
    #[must_use]
    pub fn level(self) -> u8 {
        match self {
            Self::Section => 2,
            Self::Part => 3,
        }
    }
}

impl Changes {
    /// That there are more changes than are shown, as a sentence.
    #[must_use]
    pub fn further_in_words(&self) -> Option<String> {
        match self.further {
            0 => None,
            1 => Some("One further change is not shown here.".to_owned()),
            further => Some(format!("{further} further changes are not shown here.")),
        }
    }
}
