//! Several tabs on the same releases: what they tell each other, and what a tab makes of it.

use serde::{Deserialize, Serialize};

use super::record::{Revision, TabId};
use crate::gate::sha256_hex;
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
    /// The organisation's templates were stored.
    Templates {
        /// What they were before, by [`mark_of`].
        before: u64,
    },
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

/// A number that stands for a text: the same for the same text in every tab, and for practical purposes for no other. Nought
/// where there is no text.
#[must_use]
pub fn mark_of(text: Option<&str>) -> u64 {
    let digest = text.map(sha256_hex);
    digest.and_then(|digest| u64::from_str_radix(digest.get(..16)?, 16).ok()).unwrap_or_default()
}

/// How this tab stands to the organisation's templates, which it has open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// What was stored when it last read or wrote them.
    pub mark: u64,
    /// Whether something was edited here since it last read them.
    pub edited: bool,
}

/// What this tab makes of templates that another tab has stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnTemplates {
    /// It has them already.
    Ignore,
    /// Read them and show them: they hold everything that was edited here, or nothing was.
    Follow,
    /// Both were edited from the same outset: somebody chooses.
    Ask,
}

/// What this tab makes of templates that another tab has stored: what is stored now, and what the other built on where it is
/// known.
#[must_use]
pub fn on_other_templates(shown: Shown, stored: u64, before: Option<u64>) -> OnTemplates {
    if stored == shown.mark {
        OnTemplates::Ignore
    } else if !shown.edited || before == Some(shown.mark) {
        OnTemplates::Follow
    } else {
        OnTemplates::Ask
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
