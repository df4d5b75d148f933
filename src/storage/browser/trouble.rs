//! The browser's exceptions as [`StoreError`]s.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::storage::StoreError;

/// What an exception means for whoever wanted to store or read something.
pub(super) fn error_of(thrown: &JsValue) -> StoreError {
    let Some(exception) = thrown.dyn_ref::<DomException>() else { return StoreError::Failed { what: words(thrown) } };
    match exception.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Full,
        "SecurityError" | "NotAllowedError" => blocked(thrown),
        "VersionError" => StoreError::Newer,
        _ => StoreError::Failed { what: words(thrown) },
    }
}

/// The same for an exception at the very door.
pub(super) fn blocked(thrown: &JsValue) -> StoreError {
    StoreError::Blocked { why: words(thrown) }
}

/// Whether the exception says that the connection is closing.
pub(super) fn is_closing(thrown: &JsValue) -> bool {
    thrown.dyn_ref::<DomException>().is_some_and(|exception| exception.name() == "InvalidStateError")
}

fn words(thrown: &JsValue) -> String {
    match thrown.dyn_ref::<DomException>() {
        Some(exception) => format!("{}: {}", exception.name(), exception.message()),
        None => thrown.dyn_ref::<js_sys::Error>().map_or_else(
            || thrown.as_string().unwrap_or_else(|| "no reason was given".to_owned()),
            |error| String::from(error.message()),
        ),
    }
}
