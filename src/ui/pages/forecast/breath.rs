//! Letting the browser have its turn: a message to oneself comes back after it has drawn and listened, and sooner than any timer.

use std::time::Duration;

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// A channel to oneself.
pub struct Breath(MessageChannel);

impl Breath {
    /// A new channel; nothing where the browser has none.
    #[must_use]
    pub fn new() -> Option<Self> {
        MessageChannel::new().ok().map(Self)
    }

    /// Gives the browser its turn, and comes back.
    pub async fn taken(&self) {
        let mut ask = |come: js_sys::Function, _| {
            self.0.port1().set_onmessage(Some(&come));
            // Where nothing can be sent nothing comes back, and what waited is dropped with the page.
            let _ = self.0.port2().post_message(&JsValue::NULL);
        };
        // The promise is only ever kept.
        let _ = JsFuture::from(Promise::new(&mut ask)).await;
    }
}

impl Drop for Breath {
    fn drop(&mut self) {
        // A port that is listened to would keep the channel alive.
        self.0.port1().close();
    }
}

/// Waits so long.
pub async fn pause(how_long: Duration) {
    let millis = i32::try_from(how_long.as_millis()).unwrap_or(i32::MAX);
    let mut ask = |come: js_sys::Function, _| {
        // Where there is no timer nothing comes, and nothing is begun.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&come, millis);
    };
    // The promise is only ever kept.
    let _ = JsFuture::from(Promise::new(&mut ask)).await;
}

/// Milliseconds since the page was opened.
#[must_use]
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
