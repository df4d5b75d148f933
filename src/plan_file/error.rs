//! Why a file could not be read: what happened, and what to do about it.

use std::fmt;

use super::envelope::VERSION;
use super::place::quoted;

/// Why a file is no plan. Nothing was taken from it.
///
/// Its `Display` says what happened; [`cure`](Self::cure) says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanFileError {
    /// There is nothing in the file.
    #[error("The file is empty.")]
    Empty,
    /// The file is larger than any plan.
    #[error("The file is too large: it has {}, and at most {} are read.", megabytes(*size), megabytes(*limit))]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The largest size that is read, in bytes.
        limit: u64,
    },
    /// The file is no UTF-8 text.
    #[error("The file is not a text in UTF-8: byte {} does not belong there.", at.saturating_add(1))]
    NotUtf8 {
        /// The first byte that does not belong, from 0.
        at: usize,
    },
    /// The file is a text in another encoding.
    #[error("The file is a text in UTF-16. A plan is a text in UTF-8.")]
    Utf16,
    /// The text is no JSON.
    #[error("The file is not JSON: line {line}, column {column}: {reason}.")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What was expected.
        reason: String,
    },
    /// A text in the file holds half a character.
    #[error("Line {line}, column {column} holds half a character: a \\u escape from D800 to DFFF without its partner.")]
    LoneSurrogate {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// The file is JSON of something else.
    #[error("The file is JSON, but not a plan of Rollcall. It seems to be {looks_like}.")]
    NotAPlan {
        /// What it seems to be.
        looks_like: String,
    },
    /// The file holds several plans where one was expected.
    #[error("The file is a backup of {plans} plan{}, and a plan's own file was expected.", if *plans == 1 { "" } else { "s" })]
    IsBackup {
        /// How many plans it holds.
        plans: usize,
    },
    /// The file holds one plan where a backup was expected.
    #[error("The file is a single plan, and a backup was expected.")]
    IsPlan,
    /// The file holds an organisation's templates where a plan was expected.
    #[error("The file holds the templates of an organisation, and a plan was expected.")]
    IsTemplates,
    /// The file holds something else where templates were expected.
    #[error("The file holds no templates of an organisation. It seems to be {looks_like}.")]
    NoTemplates {
        /// What it seems to be.
        looks_like: String,
    },
    /// The file was written by a newer program.
    #[error("The file has version {found} of the format, and this program knows {}.", versions(*known))]
    Newer {
        /// The file's version.
        found: u64,
        /// The newest version that is known here.
        known: u32,
    },
    /// The file is a plan with something wrong in it.
    #[error("{}", count(problems, *complete))]
    Invalid {
        /// What is wrong, place by place.
        problems: Vec<Problem>,
        /// Whether that is all. A file with very many problems is not searched to its end.
        complete: bool,
    },
}

/// One thing that is wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, such as `release.gates[3].checklist[0].state`; positions count from 0.
    pub path: String,
    /// What, as a sentence without its full stop.
    pub message: String,
    /// In a backup, the plan's name as far as it can be read.
    pub plan: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)?;
        match &self.plan {
            Some(plan) => write!(f, " (in the plan {})", quoted(plan)),
            None => Ok(()),
        }
    }
}

impl PlanFileError {
    /// What is wrong place by place, where the error goes into such detail.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Invalid { problems, .. } => problems,
            _ => &[],
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn cure(&self) -> &'static str {
        match self {
            Self::Empty => "Choose another file, or export the plan again: the export or a copy of it was cut off.",
            Self::TooLarge { .. } => "Choose the plan's own file: its name usually ends in .rollcall.json.",
            Self::NotUtf8 { .. } => {
                "Choose the plan's own file. If it was edited, save it in the encoding UTF-8; if it was packed, unpack it."
            }
            Self::Utf16 => "Open it in the editor that it was saved with, and save it in the encoding UTF-8.",
            Self::NotJson { .. } => {
                "If the file was edited by hand, mend that place; otherwise export the plan again and take the new file."
            }
            Self::LoneSurrogate { .. } => {
                "Replace the escape by the whole character or remove it; the program that wrote it cut a text in two."
            }
            Self::NotAPlan { .. } => "Choose a file that Rollcall exported: its name usually ends in .rollcall.json.",
            Self::IsBackup { .. } => {
                "Import the backup in Rollcall under Settings, Data, and export the one plan that you mean."
            }
            Self::IsPlan => "Import the plan from the list of releases.",
            Self::IsTemplates => "Import it in Rollcall under Settings, Templates.",
            Self::NoTemplates { .. } => {
                "Choose a file that Rollcall exported under Settings, Templates. Plans are imported from the list of releases."
            }
            Self::Newer { .. } => "Update this program, or export the plan again from a program of this version.",
            Self::Invalid { .. } => "Mend the places named, or export the plan again. Nothing was taken from the file.",
        }
    }

    /// The error of a file with one problem.
    pub(super) fn one(path: impl Into<String>, message: impl Into<String>) -> Self {
        let problem = Problem { path: path.into(), message: message.into(), plan: None };
        Self::Invalid { problems: vec![problem], complete: true }
    }

    /// The error of a file from the future.
    pub(super) fn newer(found: u64) -> Self {
        Self::Newer { found, known: VERSION }
    }
}

fn versions(known: u32) -> String {
    if known == 1 { "version 1".to_owned() } else { format!("versions 1 to {known}") }
}

fn count(problems: &[Problem], complete: bool) -> String {
    match (problems.len(), complete) {
        (1, true) => "The file has 1 problem.".to_owned(),
        (many, true) => format!("The file has {many} problems."),
        (many, false) => format!("The file has {many} problems and more; the search ended there."),
    }
}

/// A size as people read it, rounded so that a file above a limit never shows the limit itself.
fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes.div_ceil(100_000) / 10, bytes.div_ceil(100_000) % 10)
}
