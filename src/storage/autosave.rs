//! When to write, and what the save indicator says: a state machine that knows neither timers nor stores.
//!
//! Time comes in as the span since any fixed moment, such as the start of the page.
//!
//! Invariants: nothing is written before a load has succeeded; `Saved` is said only while the newest edit is durable;
//! an edit that can be written is due at most [`LONGEST_WAIT`] later, or as soon as the write before it has ended.

use std::time::Duration;

use super::error::StoreError;
use super::record::Revision;
use super::store::Degraded;

/// How long a pause in the edits has to be for a write.
pub const PAUSE: Duration = Duration::from_millis(50);

/// How long edits without a pause wait for a write.
pub const LONGEST_WAIT: Duration = Duration::from_millis(100);

/// The first wait before a failed write is tried again by itself. It doubles with each failure in a row …
pub const FIRST_RETRY: Duration = Duration::from_secs(2);

/// … up to this.
pub const LONGEST_RETRY: Duration = Duration::from_secs(30);

/// What the save indicator says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing is loaded yet, so that there is nothing to save.
    Loading,
    /// The newest edit is stored.
    Saved,
    /// There are edits on their way.
    Saving,
    /// There are edits that could not be stored, and why.
    NotSaved(StoreError),
}

/// When to write, and what to say of it, for one open release.
#[derive(Debug, Clone, Default)]
pub struct Autosave {
    /// The revision that the next save builds on; none before the load.
    base: Option<Revision>,
    /// How many edits there were …
    edits: u64,
    /// … how many of them are stored …
    durable: u64,
    /// … and how many the write under way carries.
    carried: Option<u64>,
    /// Which load this is. A write that began before another load counts no more.
    load: u64,
    waiting: Option<Waiting>,
    trouble: Option<Trouble>,
}

/// The permission to write, and what the write is about. It is handed back when the write has ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Write {
    /// The revision that the save builds on.
    pub expected: Revision,
    edits: u64,
    load: u64,
}

/// Since when edits have been waiting that no write carries.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    first: Duration,
    newest: Duration,
    /// Whether to write without waiting for a pause.
    at_once: bool,
}

#[derive(Debug, Clone)]
struct Trouble {
    error: StoreError,
    failures: u32,
    /// When to try again by itself.
    retry: Duration,
}

impl Autosave {
    /// Nothing is loaded yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What is on the screen is now what is stored at this revision; [`Revision::NEW`] where nothing is stored yet.
    ///
    /// Also said after another tab's save was taken over. Edits that were not stored count as dealt with.
    pub fn loaded(&mut self, revision: Revision) {
        *self = Self { base: Some(revision), load: self.load + 1, ..Self::default() };
    }

    /// The plan was edited.
    pub fn edited(&mut self, now: Duration) {
        self.edits += 1;
        let waiting = self.waiting.get_or_insert(Waiting { first: now, newest: now, at_once: false });
        waiting.newest = now;
    }

    /// Write what there is without waiting: the page is hidden, the field is left, somebody wants to try again.
    pub fn flush(&mut self, now: Duration) {
        if self.edits == self.durable || self.carried == Some(self.edits) {
            return;
        }
        let waiting = self.waiting.get_or_insert(Waiting { first: now, newest: now, at_once: true });
        waiting.at_once = true;
    }

    /// When the next write is due, on the clock of the other calls; none while there is nothing to write, or it cannot be
    /// written, or a write is under way. May lie in the past.
    #[must_use]
    pub fn due(&self) -> Option<Duration> {
        self.base?;
        if self.carried.is_some() || self.trouble.as_ref().is_some_and(|trouble| !trouble.error.may_pass()) {
            return None;
        }
        let asked = self.waiting.map(|waiting| match waiting {
            Waiting { at_once: true, first, .. } => first,
            Waiting { first, newest, .. } => (newest + PAUSE).min(first + LONGEST_WAIT),
        });
        let retry = self.trouble.as_ref().filter(|_| self.is_unsaved()).map(|trouble| trouble.retry);
        asked.into_iter().chain(retry).min()
    }

    /// Begins a write of everything that is on the screen, where one may begin.
    pub fn begin(&mut self) -> Option<Write> {
        let expected = self.base?;
        self.due()?;
        self.carried = Some(self.edits);
        self.waiting = None;
        Some(Write { expected, edits: self.edits, load: self.load })
    }

    /// The write has ended, and what it carried is durable at this revision. Tells how many edits are durable.
    pub fn committed(&mut self, write: &Write, revision: Revision) {
        if write.load != self.load {
            return;
        }
        self.carried = None;
        self.durable = write.edits;
        self.base = Some(revision);
        self.trouble = None;
    }

    /// The write has ended, and nothing of it is stored.
    pub fn failed(&mut self, write: &Write, error: StoreError, now: Duration) {
        if write.load != self.load {
            return;
        }
        self.carried = None;
        let failures = self.trouble.take().map_or(1, |trouble| trouble.failures.saturating_add(1));
        let wait = FIRST_RETRY.saturating_mul(1 << (failures - 1).min(8)).min(LONGEST_RETRY);
        self.trouble = Some(Trouble { error, failures, retry: now + wait });
    }

    /// What the indicator says.
    #[must_use]
    pub fn state(&self) -> SaveState {
        match &self.trouble {
            _ if self.base.is_none() => SaveState::Loading,
            _ if !self.is_unsaved() => SaveState::Saved,
            Some(trouble) => SaveState::NotSaved(trouble.error.clone()),
            None => SaveState::Saving,
        }
    }

    /// Whether there are edits that are not durable.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.edits > self.durable
    }

    /// Whether a write is under way.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.carried.is_some()
    }

    /// The revision that the next save builds on; none before the load.
    #[must_use]
    pub fn base(&self) -> Option<Revision> {
        self.base
    }

    /// How many edits there were since the load.
    #[must_use]
    pub fn edits(&self) -> u64 {
        self.edits
    }
}

impl Write {
    /// How many of the edits since the load it carries.
    #[must_use]
    pub fn edits(&self) -> u64 {
        self.edits
    }
}

impl SaveState {
    /// What this state is worth where releases are kept: what is in memory alone is not saved.
    #[must_use]
    pub fn in_place(self, degraded: Option<&Degraded>) -> Self {
        match (self, degraded) {
            (Self::Saved | Self::Saving, Some(Degraded { kind, why })) if !kind.survives_closing() => {
                Self::NotSaved(why.clone())
            }
            (other, _) => other,
        }
    }

    /// The word that people read.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self {
            Self::Loading => "Loading",
            Self::Saved => "Saved",
            Self::Saving => "Saving",
            Self::NotSaved(_) => "Not saved",
        }
    }
}
