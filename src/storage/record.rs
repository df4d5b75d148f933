//! What is kept of a release: the record with the plan's text, and the line that the list shows of it.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::when;
use crate::plan::{Count, Id, Release, Strategy, Verdict};

/// Which save of a release this is. It grows by one with each save, so that two tabs can tell whose is newer.
///
/// The first revision of a release is taken from the time of its first save. A release that was removed and made anew
/// therefore never meets its old numbers again, and a tab that still shows the old one cannot overwrite the new one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(pub u64);

/// One tab of the browser, for as long as its page lives.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TabId(pub String);

/// One release as it is handed over to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Whose.
    pub id: Id<Release>,
    /// When it is handed over.
    pub saved_at: Timestamp,
    /// Which tab hands it over.
    pub saved_by: TabId,
    /// The plan file's text.
    pub body: String,
    /// What the list is to show.
    pub headline: Headline,
}

/// One release as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Whose.
    pub id: Id<Release>,
    /// Which save of it.
    pub revision: Revision,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// Which tab saved it.
    pub saved_by: TabId,
    /// The plan file's text.
    pub body: String,
}

/// What a save gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// The revision that is stored now. The next save builds on it.
    pub revision: Revision,
}

/// A line of the list: enough to show a release without opening it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Whose.
    pub id: Id<Release>,
    /// Which save of it.
    pub revision: Revision,
    /// When it was saved.
    #[serde(with = "when::moment")]
    pub saved_at: Timestamp,
    /// The size of the plan file's text.
    pub bytes: u64,
    /// What the plan says of itself.
    pub headline: Headline,
}

/// What the list shows of a plan. Whoever saves the plan works it out, for readiness is no business of a store.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Headline {
    /// The release's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The strategy that was chosen.
    pub strategy: Option<Strategy>,
    /// The first gate that is not passed.
    pub next_gate: Option<String>,
    /// The day of go-live.
    #[serde(default, with = "when::day")]
    pub go_live: Option<Date>,
    /// Whether it is a Go.
    pub verdict: Verdict,
    /// How much is done …
    pub done: Count,
    /// … out of what applies.
    pub applicable: Count,
    /// The release manager's name.
    pub release_manager: Option<String>,
    /// The civil day for which the verdict was worked out. On another day it may be another.
    #[serde(default, with = "when::day")]
    pub assessed_on: Option<Date>,
    /// The time zone of the plan, in which that day is reckoned.
    pub time_zone: String,
}

/// Something that is stored and cannot be read. It is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The key that it is stored under.
    pub id: String,
    /// What is wrong with it.
    pub what: String,
    /// The stored text, byte for byte; empty where nothing is stored.
    pub text: String,
}

/// A release that was taken out of a store, exactly as it was there. [`Store::restore`](super::Store::restore) puts it
/// back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// Whose.
    pub id: Id<Release>,
    /// The record's stored text.
    pub(super) record: String,
    /// The summary's stored text.
    pub(super) summary: Option<String>,
}

/// What precedes the body in a record's stored text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    pub(super) revision: Revision,
    #[serde(with = "when::moment")]
    pub(super) saved_at: Timestamp,
    #[serde(default)]
    pub(super) saved_by: TabId,
}

impl Revision {
    /// Nothing is stored yet: what the first save of a release builds on.
    pub const NEW: Self = Self(0);

    /// The revision of the save that follows.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The revision of a first save at this time.
    #[must_use]
    pub fn first(at: Timestamp) -> Self {
        Self(u64::try_from(at.as_millisecond()).unwrap_or_default().max(1))
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Display for TabId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Entry {
    /// The record and the summary that this entry becomes as the save after `expected`.
    pub(super) fn numbered(self, expected: Revision) -> (Record, Summary) {
        let Self { id, saved_at, saved_by, body, headline } = self;
        let revision = if expected == Revision::NEW { Revision::first(saved_at) } else { expected.next() };
        let bytes = u64::try_from(body.len()).unwrap_or(u64::MAX);
        (Record { id, revision, saved_at, saved_by, body }, Summary { id, revision, saved_at, bytes, headline })
    }
}

impl Record {
    /// The stored text: a line of JSON about the save, then the body untouched.
    pub(super) fn to_text(&self) -> Result<String, StoreError> {
        let header =
            Header { revision: self.revision, saved_at: self.saved_at, saved_by: self.saved_by.clone() }.to_text()?;
        Ok(format!("{header}\n{}", self.body))
    }

    /// Reads what [`to_text`](Self::to_text) wrote.
    pub(super) fn from_text(key: &str, text: &str) -> Result<Self, Broken> {
        let broken = |what: String| Broken { id: key.to_owned(), what, text: text.to_owned() };
        let id = Id::new(key).map_err(|bad| broken(format!("its key is no id: {bad}")))?;
        let (head, body) = text.split_once('\n').ok_or_else(|| broken("its first line is missing".to_owned()))?;
        let Header { revision, saved_at, saved_by } = Header::read(head).map_err(broken)?;
        Ok(Self { id, revision, saved_at, saved_by, body: body.to_owned() })
    }
}

impl Header {
    /// The first line of a stored text.
    pub(super) fn to_text(&self) -> Result<String, StoreError> {
        serde_json::to_string(self).map_err(|error| StoreError::Failed { what: error.to_string() })
    }

    /// Reads the first line of a stored text, without the line break.
    pub(super) fn read(line: &str) -> Result<Self, String> {
        serde_json::from_str(line).map_err(|error| format!("its first line is damaged: {error}"))
    }
}

impl Summary {
    /// The stored text.
    pub(super) fn to_text(&self) -> Result<String, StoreError> {
        serde_json::to_string(self).map_err(|error| StoreError::Failed { what: error.to_string() })
    }

    /// Reads what [`to_text`](Self::to_text) wrote.
    pub(super) fn from_text(key: &str, text: &str) -> Result<Self, Broken> {
        let broken = |what: String| Broken { id: key.to_owned(), what, text: text.to_owned() };
        let summary: Self =
            serde_json::from_str(text).map_err(|error| broken(format!("its line for the list is damaged: {error}")))?;
        if summary.id.as_str() == key {
            Ok(summary)
        } else {
            Err(broken(format!("its line for the list belongs to \"{}\"", summary.id)))
        }
    }
}

impl Removed {
    /// What was removed, where it can be read.
    ///
    /// # Errors
    /// [`StoreError::Broken`] where it cannot. Restoring it works all the same.
    pub fn record(&self) -> Result<Record, StoreError> {
        Record::from_text(self.id.as_str(), &self.record).map_err(StoreError::Broken)
    }
}
