//! A timer that stops when it is dropped, and the clock that goes with it.

use std::time::Duration;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

pub(super) struct Timer {
    handle: Option<i32>,
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    pub(super) fn after(wait: Duration, callback: impl FnMut() + 'static) -> Self {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let millis = i32::try_from(wait.as_millis()).unwrap_or(i32::MAX);
        let handle = web_sys::window().and_then(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.as_ref().unchecked_ref(), millis).ok()
        });
        Self { handle, _callback: callback }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (web_sys::window(), self.handle) {
            window.clear_timeout_with_handle(handle);
        }
    }
}

/// The span since the page was opened.
pub(super) fn now() -> Duration {
    let millis = web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now());
    Duration::try_from_secs_f64(millis / 1000.0).unwrap_or_default()
}
