//! Where the focus goes when what had it is drawn anew or gone.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Puts the focus on the first element that matches, once the page is drawn.
pub fn focus_soon(selector: String) {
    request_animation_frame(move || {
        let element = document().query_selector(&selector).ok().flatten();
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Focus is a courtesy: where the element cannot take it, nothing is lost.
            let _ = element.focus();
        }
    });
}
