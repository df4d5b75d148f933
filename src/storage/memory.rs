//! Releases kept in this page's memory: for tests, and where the browser keeps nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::error::StoreError;
use super::shelf::{Shelf, ShelfStore};
use super::store::Kind;

/// A store in memory.
pub type MemoryStore = ShelfStore<MemoryShelf>;

/// Texts under keys, in memory.
#[derive(Debug, Clone, Default)]
pub struct MemoryShelf {
    texts: RefCell<BTreeMap<String, String>>,
    room: Option<usize>,
}

impl MemoryShelf {
    /// A shelf that is full beyond this many bytes, keys included.
    #[must_use]
    pub fn with_room(bytes: usize) -> Self {
        Self { texts: RefCell::default(), room: Some(bytes) }
    }

    fn has_room_for(&self, key: &str, text: &str) -> bool {
        let texts = self.texts.borrow();
        let others = texts.iter().filter(|(other, _)| *other != key).map(|(key, text)| key.len() + text.len());
        self.room.is_none_or(|room| others.sum::<usize>() + key.len() + text.len() <= room)
    }
}

impl Shelf for MemoryShelf {
    fn kind(&self) -> Kind {
        Kind::Memory
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        if !self.has_room_for(key, text) {
            return Err(StoreError::Full);
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
