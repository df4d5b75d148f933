//! Whether the browser may clear what is stored here when it runs short of room, and how much room there is.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Whether the browser keeps what is stored until somebody clears it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It does.
    Granted,
    /// It may clear it when it runs short of room.
    Refused,
    /// It cannot tell.
    Unknown,
}

/// How much room the browser gives the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// How many bytes are used, by everything of this origin.
    pub used: u64,
    /// How many there may be.
    pub quota: u64,
}

/// Asks the browser to keep what is stored. Some ask the user in turn, and this waits for the answer, perhaps for ever: so
/// ask on a click, and let nothing else wait for it.
pub async fn ask_to_persist() -> Persistence {
    answered(manager().and_then(|manager| manager.persist().ok())).await
}

/// Whether the browser keeps what is stored already.
pub async fn is_persisted() -> Persistence {
    answered(manager().and_then(|manager| manager.persisted().ok())).await
}

/// How much room there is; none where the browser cannot tell.
pub async fn estimate() -> Option<Estimate> {
    let told: StorageEstimate = JsFuture::from(manager()?.estimate().ok()?).await.ok()?.unchecked_into();
    // A float beyond u64 saturates, and no browser tells a negative one.
    Some(Estimate { used: told.get_usage()? as u64, quota: told.get_quota()? as u64 })
}

/// The browser's storage manager. Pages that are not served securely have none.
fn manager() -> Option<StorageManager> {
    let manager: JsValue = web_sys::window()?.navigator().storage().into();
    if manager.is_undefined() { None } else { Some(manager.unchecked_into()) }
}

async fn answered(question: Option<Promise>) -> Persistence {
    let Some(question) = question else { return Persistence::Unknown };
    match JsFuture::from(question).await.ok().and_then(|answer| answer.as_bool()) {
        Some(true) => Persistence::Granted,
        Some(false) => Persistence::Refused,
        None => Persistence::Unknown,
    }
}
