//! The browser's localStorage: for settings and drafts, and for releases where there is no database.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::JsValue;

use super::trouble::{blocked, error_of};
use crate::storage::{Kind, Shelf, ShelfStore, StoreError};

const PROBE: &str = "rollcall:probe";

/// Texts in localStorage. Keys carry a prefix, for pages opened from disk share theirs with all others.
#[derive(Debug, Clone)]
pub struct LocalShelf {
    storage: web_sys::Storage,
}

/// Releases in localStorage.
pub type LocalStore = ShelfStore<LocalShelf>;

impl LocalShelf {
    /// Opens localStorage where the browser allows it. gloo-storage throws where it does not, so this looks first.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where it does not.
    pub fn open() -> Result<Self, StoreError> {
        let window = web_sys::window().ok_or_else(|| blocked(&JsValue::from_str("there is no window")))?;
        let found = window.local_storage().map_err(|thrown| blocked(&thrown))?;
        let storage = found.ok_or_else(|| blocked(&JsValue::from_str("there is no localStorage")))?;
        probe(&storage)?;
        Ok(Self { storage: LocalStorage::raw() })
    }
}

/// Some browsers hand out a storage that takes nothing. One that is merely full still has what is in it.
fn probe(storage: &web_sys::Storage) -> Result<(), StoreError> {
    let is_empty = storage.length().map_err(|thrown| blocked(&thrown))? == 0;
    match storage.set_item(PROBE, "") {
        Ok(()) => storage.remove_item(PROBE).map_err(|thrown| blocked(&thrown)),
        Err(thrown) if is_empty => Err(blocked(&thrown)),
        Err(_) => Ok(()),
    }
}

impl Shelf for LocalShelf {
    fn kind(&self) -> Kind {
        Kind::LocalStorage
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.storage.get_item(key).map_err(|thrown| error_of(&thrown))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.storage.set_item(key, text).map_err(|thrown| error_of(&thrown))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage.remove_item(key).map_err(|thrown| error_of(&thrown))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let count = self.storage.length().map_err(|thrown| error_of(&thrown))?;
        let keys: Result<Vec<_>, _> = (0..count).map(|at| self.storage.key(at)).collect();
        Ok(keys.map_err(|thrown| error_of(&thrown))?.into_iter().flatten().collect())
    }
}
