//! Why a file could not be read as a report: what happened, and what to do about it.

/// Why a file is no report. Nothing was taken from it.
///
/// Its `Display` says what happened; [`SAFE`](Self::SAFE) says what is not touched by it, and [`cure`](Self::cure) what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// There is nothing in the file.
    #[error("The file is empty.")]
    Empty,
    /// The file is larger than any report that is read.
    #[error("The file is too large: it has {}, and at most {} are read.", megabytes(*size), megabytes(*limit))]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The largest size that is read, in bytes.
        limit: u64,
    },
    /// The file is no text.
    #[error("The file is not a text in UTF-8: byte {} does not belong there.", at.saturating_add(1))]
    NoText {
        /// The first byte that does not belong, from 0.
        at: usize,
    },
    /// The file is a damaged text in UTF-16.
    #[error("The file begins as a text in UTF-16 and holds half a character.")]
    HalfUtf16,
    /// The text is neither XML nor JSON.
    #[error("The file is neither XML nor JSON, so it is no report that can be read here.")]
    NoReport,
    /// The text is no XML.
    #[error("The file is not XML: line {line}, column {column}: {reason}.")]
    NotXml {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// The text is no JSON.
    #[error("The file is not JSON: line {line}, column {column}: {reason}.")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// The text ends before the report does.
    #[error("The file ends before the report does: what begins at line {line}, column {column} has no end.")]
    CutOff {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// Its parts lie deeper within each other than in any report.
    #[error("The file is nested too deep: its parts lie more than {limit} levels within each other.")]
    TooDeep {
        /// How many levels are read.
        limit: usize,
    },
    /// The file defines its own abbreviations, which can make it larger than any memory.
    #[error(
        "The file has a document type definition (<!DOCTYPE …>), which no test report needs and which can do harm."
    )]
    DocumentType,
    /// The file is XML of something else.
    #[error("The file is XML, but not JUnit XML: it begins with <{root}>{}.", known(root))]
    NotJUnit {
        /// The name of its outermost element.
        root: String,
    },
    /// The file is JSON of something else.
    #[error("The file is JSON, but not SARIF: {found}.")]
    NotSarif {
        /// What it is instead.
        found: String,
    },
    /// What was found lies in other files.
    #[error("The file says that its results lie in other files.")]
    Elsewhere,
    /// There is no test in it.
    #[error("The file is JUnit XML, and there is no test in it.")]
    NoTests,
    /// There is no run in it, or none that has results.
    #[error("The file is SARIF, and there is no run with results in it.")]
    NoRuns,
}

/// What other tools' reports begin with, and what they are.
const ROOTS: &[(&str, &str)] = &[
    ("html", "a page for people"),
    ("TestRun", "a TRX file of Visual Studio"),
    ("assemblies", "a report of xUnit.net"),
    ("test-run", "a report of NUnit"),
    ("testng-results", "a report of TestNG"),
    ("coverage", "a report on coverage"),
    ("report", "probably a report on coverage"),
    ("checkstyle", "a report of Checkstyle"),
];

impl ReportError {
    /// What the error did not touch.
    pub const SAFE: &'static str = "Nothing was taken from the file, and the plan is as it was.";

    /// What to do about it.
    #[must_use]
    pub fn cure(&self) -> &'static str {
        match self {
            Self::Empty | Self::CutOff { .. } => {
                "Run the tests or the scan again, or take the file again from where it was made: it was probably cut off."
            }
            Self::TooLarge { .. } => "Let the tool leave out the tests' output, or write one report for each suite.",
            Self::NoText { .. } => {
                "If the file is packed, unpack it; if it has another encoding, save it in the encoding UTF-8."
            }
            Self::HalfUtf16 => "Take the file again from where it was made, or let the tool write UTF-8.",
            Self::NoReport => "Choose a report in JUnit XML or SARIF; nearly every tool can write one of them.",
            Self::NotXml { .. } | Self::NotJson { .. } => {
                "If several reports were joined or the file was edited, take the tool's own file; otherwise let it write the file again."
            }
            Self::TooDeep { .. } => {
                "Choose the file that the tool wrote: nothing that runs tests or scans writes this."
            }
            Self::DocumentType => "Choose the JUnit XML that the tool wrote; it has no such definition.",
            Self::NotJUnit { .. } => "Let the tool write its report as JUnit XML too, and choose that file.",
            Self::NotSarif { .. } => "Let the tool write its report as SARIF 2.1.0, and choose that file.",
            Self::Elsewhere => "Let the tool write everything into one file, and choose that.",
            Self::NoTests => "See whether the tests were found and run, and take the report of a run that has some.",
            Self::NoRuns => "See whether the scan came to its end, and take the report of one that did.",
        }
    }
}

fn known(root: &str) -> String {
    let known = ROOTS.iter().find(|(name, _)| *name == root);
    known.map(|(_, words)| format!(" and is {words}")).unwrap_or_default()
}

/// A size as people read it, rounded so that a file above a limit never shows the limit itself.
fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes.div_ceil(100_000) / 10, bytes.div_ceil(100_000) % 10)
}
