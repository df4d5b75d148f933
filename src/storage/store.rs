//! What every store does.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use super::error::StoreError;
use super::record::{Broken, Entry, Record, Removed, Revision, Saved, Summary};
use crate::plan::{Count, Id, Release};

/// What a store answers with, once it has it.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + 'a>>;

/// A place where releases are kept. Each call happens as a whole or not at all.
pub trait Store {
    /// Where it keeps them.
    fn kind(&self) -> Kind;

    /// The lines of the list, and what of it could not be read.
    fn list(&self) -> StoreFuture<'_, Listing>;

    /// The record of one release. A damaged one is [`StoreError::Broken`].
    fn load(&self, id: Id<Release>) -> StoreFuture<'_, Option<Record>>;

    /// Keeps the release with its line for the list, where `expected` is what is stored: [`Revision::NEW`] for nothing.
    ///
    /// Otherwise the answer is [`StoreError::Conflict`] or [`StoreError::Gone`]. Success means that the save is as
    /// durable as this kind of store makes it.
    fn save(&self, entry: Entry, expected: Revision) -> StoreFuture<'_, Saved>;

    /// Takes a release out, where `expected` is what is stored. A record that cannot be read goes by [`Revision::NEW`].
    fn remove(&self, id: Id<Release>, expected: Revision) -> StoreFuture<'_, Removed>;

    /// Puts a removed release back exactly as it was, unless something else is stored under its id by now.
    fn restore(&self, removed: Removed) -> StoreFuture<'_, ()>;

    /// Every record, and what of it could not be read.
    fn all(&self) -> StoreFuture<'_, Contents>;

    /// Takes out everything.
    fn erase_all(&self) -> StoreFuture<'_, ()>;

    /// How much is kept.
    fn usage(&self) -> StoreFuture<'_, Usage>;
}

/// Where a store keeps its releases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The browser's database. A save is on the disk when it is acknowledged.
    IndexedDb,
    /// The browser's key-value storage. It survives closing, but a crash can lose the last seconds.
    LocalStorage,
    /// This page's memory.
    Memory,
}

/// The lines of the list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Listing {
    /// Those that can be read, in no particular order.
    pub summaries: Vec<Summary>,
    /// Releases whose line is missing or damaged. The release itself may well be sound: loading and saving it mends it.
    pub broken: Vec<Broken>,
}

/// Everything that is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// The records that can be read.
    pub records: Vec<Record>,
    /// Those that cannot, with their text.
    pub broken: Vec<Broken>,
}

/// How much is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// How many releases.
    pub releases: Count,
    /// The size of their plan files' text.
    pub bytes: u64,
}

/// Why releases are kept in a lesser place than they should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Degraded {
    /// Where they are kept instead.
    pub kind: Kind,
    /// Why.
    pub why: StoreError,
}

impl Kind {
    /// Whether releases are still there when the tab is closed and opened again.
    #[must_use]
    pub fn survives_closing(self) -> bool {
        self != Self::Memory
    }

    /// Whether a save that was acknowledged survives a crash of the browser.
    #[must_use]
    pub fn survives_a_crash(self) -> bool {
        self == Self::IndexedDb
    }
}

impl Listing {
    /// How much the listed releases take.
    #[must_use]
    pub fn usage(&self) -> Usage {
        let releases = u32::try_from(self.summaries.len() + self.broken.len()).unwrap_or(u32::MAX);
        Usage { releases: Count(releases), bytes: self.summaries.iter().map(|summary| summary.bytes).sum() }
    }
}

/// What the banner says.
impl fmt::Display for Degraded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, why } = self;
        match (kind, why) {
            (Kind::Memory, StoreError::Newer | StoreError::HeldByOlderTab) => {
                write!(f, "{why} {} {}", why.safe(), why.cure())
            }
            (Kind::Memory, _) => write!(f, "Not stored: {why} {} {}", why.safe(), why.cure()),
            (Kind::IndexedDb | Kind::LocalStorage, _) => write!(
                f,
                "This browser's database cannot be used, so releases are kept in its smaller storage. They survive \
                 closing the tab; a crash can lose the last seconds. Export a plan as a file to be safe. ({why})"
            ),
        }
    }
}
