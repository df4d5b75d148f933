//! Who may overwrite what: the one rule that all stores follow.

use super::error::StoreError;
use super::record::{Broken, Header, Revision};

/// What stands under a key before a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing.
    Nothing,
    /// A record at this revision.
    At(Revision),
    /// Something that cannot be read.
    Damaged(Broken),
}

impl Standing {
    /// What the stored text under a key is.
    pub(super) fn of(key: &str, text: Option<&str>) -> Self {
        match text {
            None => Self::Nothing,
            Some(text) => Self::with_first_line(key, text.split('\n').next().unwrap_or_default(), || text.to_owned()),
        }
    }

    /// The same from the first line alone; the rest is asked for only where the line is damaged.
    pub(super) fn with_first_line(key: &str, line: &str, whole: impl FnOnce() -> String) -> Self {
        match Header::read(line) {
            Ok(header) => Self::At(header.revision),
            Err(what) => Self::Damaged(Broken { id: key.to_owned(), what, text: whole() }),
        }
    }

    /// Whether a save that builds on `expected` may take its place. Nothing takes the place of what cannot be read.
    pub(super) fn admits_save(self, expected: Revision) -> Result<(), StoreError> {
        match self {
            Self::Nothing if expected == Revision::NEW => Ok(()),
            Self::Nothing => Err(StoreError::Gone),
            Self::At(stored) if stored == expected => Ok(()),
            Self::At(stored) => Err(StoreError::Conflict { expected, stored }),
            Self::Damaged(broken) => Err(StoreError::Broken(broken)),
        }
    }

    /// Whether it may be removed by somebody who saw `expected`. What cannot be read has no revision to have seen.
    pub(super) fn admits_removal(self, expected: Revision) -> Result<(), StoreError> {
        match self {
            Self::Nothing => Err(StoreError::Gone),
            Self::Damaged(_) if expected == Revision::NEW => Ok(()),
            other => other.admits_save(expected),
        }
    }
}
