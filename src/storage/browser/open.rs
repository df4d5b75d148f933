//! Finding the best place that this browser offers.

use std::rc::Rc;

use super::indexed_db::IndexedDbStore;
use super::local::LocalShelf;
use crate::storage::{
    Degraded, Kind, MemoryShelf, MemoryStore, MovedIn, Shelf, ShelfStore, Store, StoreError, TabId, move_in,
};

/// Where things are kept from now on.
#[derive(Clone)]
pub struct Opened {
    /// Where releases are kept.
    pub store: Rc<dyn Store>,
    /// Where settings and drafts are kept.
    pub shelf: Rc<dyn Shelf>,
    /// Why releases are kept in a lesser place than they should be; none where they are not.
    pub degraded: Option<Degraded>,
    /// What an earlier start without a database had left in localStorage.
    pub moved_in: MovedIn,
}

/// Opens the browser's database; without it localStorage; without that memory.
pub async fn open() -> Opened {
    let local = LocalShelf::open();
    let shelf: Rc<dyn Shelf> = match &local {
        Ok(local) => Rc::new(local.clone()),
        Err(_) => Rc::new(MemoryShelf::default()),
    };
    match (IndexedDbStore::open().await, local) {
        (Ok(database), local) => {
            let moved_in = match local {
                // What could not be moved stays where it is, for the next start.
                Ok(local) => move_in(&ShelfStore(local), &database).await.unwrap_or_default(),
                Err(_) => MovedIn::default(),
            };
            Opened { store: Rc::new(database), shelf, degraded: None, moved_in }
        }
        // There is a database, and the releases are in it. An empty list from elsewhere would look as if they were lost.
        (Err(why @ (StoreError::Newer | StoreError::HeldByOlderTab)), _) | (Err(why), Err(_)) => {
            lesser(Rc::new(MemoryStore::default()), shelf, why)
        }
        (Err(why), Ok(local)) => lesser(Rc::new(ShelfStore(local)), shelf, why),
    }
}

/// A name for this tab that no other has.
#[must_use]
pub fn this_tab() -> TabId {
    let part = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    TabId(format!("{:08x}{:08x}{:08x}", part(), part(), part()))
}

fn lesser(store: Rc<dyn Store>, shelf: Rc<dyn Shelf>, why: StoreError) -> Opened {
    let kind: Kind = store.kind();
    Opened { store, shelf, degraded: Some(Degraded { kind, why }), moved_in: MovedIn::default() }
}
