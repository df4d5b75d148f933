//! Several tabs on the same releases: what they tell each other, and what a tab makes of it.

use serde::{Deserialize, Serialize};

use super::record::{Revision, TabId};
use crate::plan::{Id, Release};

/// What one tab tells the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The tab that tells it.
    pub from: TabId,
    /// What happened.
    pub news: News,
}

/// What happened in a tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// A release was saved, or put back.
    Saved {
        /// Which.
        id: Id<Release>,
        /// The revision that is stored now.
        revision: Revision,
    },
    /// A release was removed.
    Removed {
        /// Which.
        id: Id<Release>,
    },
    /// Everything was erased.
    Erased,
}

/// How this tab stands to the release that it has open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mine {
    /// The revision that its next save builds on.
    pub base: Revision,
    /// Whether it has edits that are not stored, those under way included.
    pub unsaved: bool,
}

/// What this tab makes of another tab's save of the same release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaction {
    /// It has that save already, or a later one.
    Ignore,
    /// Load the stored record and show it.
    Follow,
    /// Both have edits: save this tab's version as a release of its own, then load the stored one.
    KeepBoth,
}

/// What this tab makes of another tab's save at `revision`.
#[must_use]
pub fn on_other_saved(mine: Mine, revision: Revision) -> Reaction {
    if revision <= mine.base {
        Reaction::Ignore
    } else if mine.unsaved {
        Reaction::KeepBoth
    } else {
        Reaction::Follow
    }
}

impl Notice {
    /// The text that travels.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what another tab sent, unless it is this tab's own or of no kind that is known here.
    #[must_use]
    pub fn from_text(text: &str, this_tab: &TabId) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|notice: &Self| notice.from != *this_tab)
    }
}
