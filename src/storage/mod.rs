//! Where releases are kept. It knows nothing of what is in a plan: a body is text that somebody else reads.
//!
//! Everything that can be decided without a browser is decided here, natively tested: who may overwrite what
//! ([`Store`], [`Revision`]), when to write and what to say of it ([`Autosave`]), what becomes of work that a closing
//! page left behind ([`draft`]), what another tab's save means ([`tabs`]). The browser's own parts are in `browser`.
//!
//! Invariants: a save names the revision that it builds on and is refused where something else is stored; a reader
//! never drops what it cannot read, it reports it; nothing here reads a clock.

pub mod autosave;
#[cfg(feature = "web")]
pub mod browser;
pub mod draft;
mod error;
mod memory;
mod move_in;
mod outcome;
mod record;
pub mod settings;
mod shelf;
mod standing;
mod store;
pub mod tabs;
mod when;

pub use autosave::{Autosave, SaveState};
pub use error::StoreError;
pub use memory::{MemoryShelf, MemoryStore};
pub use move_in::{MovedIn, move_in};
pub use outcome::{Outcome, Promised, outcome};
pub use record::{Broken, Entry, Headline, Record, Removed, Revision, Saved, Summary, TabId};
pub use settings::Settings;
pub use shelf::{Shelf, ShelfStore};
pub use store::{Contents, Degraded, Kind, Listing, Store, StoreFuture, Usage};
