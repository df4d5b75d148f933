//! Why something could not be stored or read: what happened, what is safe, and what to do about it.

use super::record::{Broken, Revision};

/// Why a store did not do what it was asked. What is stored is as before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser keeps nothing for this page: a private window, a setting, a policy.
    #[error("This browser does not let the page store anything ({why}).")]
    Blocked {
        /// The browser's own words.
        why: String,
    },
    /// The browser has no room left for this page.
    #[error("The storage that this browser gives the page is full.")]
    Full,
    /// Something else is stored than the save was to build on: another tab was first.
    #[error("Another tab has saved this release in the meantime.")]
    Conflict {
        /// The revision that the save was to build on.
        expected: Revision,
        /// The revision that is stored.
        stored: Revision,
    },
    /// Nothing is stored under this id any more.
    #[error("This release is no longer stored: it was deleted in another tab, or the browser has cleared it.")]
    Gone,
    /// What is stored cannot be read.
    #[error("The stored release \"{}\" cannot be read: {}.", .0.id, .0.what)]
    Broken(Broken),
    /// What is stored was written by a newer version of the app, which another tab runs.
    #[error("The releases here were stored by a newer version of Rollcall than this tab runs.")]
    Newer,
    /// Another tab with an older version keeps the store from being opened.
    #[error("A tab with an older version of Rollcall is still open and holds the stored releases.")]
    HeldByOlderTab,
    /// Anything else that the browser said.
    #[error("The browser could not store or read the releases: {what}.")]
    Failed {
        /// The browser's own words.
        what: String,
    },
}

impl StoreError {
    /// What is safe in spite of it.
    #[must_use]
    pub fn safe(&self) -> &'static str {
        match self {
            Self::Blocked { .. } => "What you enter stays in this tab until you close it.",
            Self::Full | Self::Failed { .. } => {
                "What was saved before is untouched, and your last edits are in this tab."
            }
            Self::Conflict { .. } => "Both versions are there: the other tab's is stored, yours is in this tab.",
            Self::Gone => "Your version is complete in this tab.",
            Self::Broken(_) => "The stored text is left exactly as it is.",
            Self::Newer | Self::HeldByOlderTab => "The stored releases are untouched.",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn cure(&self) -> &'static str {
        match self {
            Self::Blocked { .. } => {
                "Export the plan as a file before you close the tab, or allow this site to store data."
            }
            Self::Full => "Export the plan as a file, then delete releases that you no longer need and try again.",
            Self::Conflict { .. } => "Keep yours as a copy, then go on with the stored one.",
            Self::Gone => "Save yours as a new release, or export it as a file.",
            Self::Broken(_) => "Download the text as a file, then delete the release or import it again once mended.",
            Self::Newer => "Reload this page to get the newer version.",
            Self::HeldByOlderTab => "Close the other Rollcall tabs, then reload this page.",
            Self::Failed { .. } => "Try again. If it goes on, export the plan as a file and restart the browser.",
        }
    }

    /// Whether the same save may succeed later, without anybody deciding anything.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Blocked { .. } | Self::Full | Self::Failed { .. } => true,
            Self::Conflict { .. } | Self::Gone | Self::Broken(_) | Self::Newer | Self::HeldByOlderTab => false,
        }
    }
}
