//! What storing needs of the browser: its database, its key-value storage, its timers and events, its other tabs.

mod channel;
mod indexed_db;
mod listener;
mod local;
mod open;
mod persistence;
mod saver;
mod timer;
mod transaction;
mod trouble;

pub use channel::Channel;
pub use indexed_db::IndexedDbStore;
pub use local::{LocalShelf, LocalStore};
pub use open::{Opened, open, this_tab};
pub use persistence::{Estimate, Persistence, ask_to_persist, estimate, is_persisted};
pub use saver::{Place, Saver};
