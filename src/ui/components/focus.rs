//! Where the focus goes when what had it is drawn anew or gone.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Puts the focus on the first element that matches, once the page is drawn; on the page itself where none does and nothing
/// else has it.
pub fn focus_soon(selector: String) {
    request_animation_frame(move || {
        let find = |selector: &str| document().query_selector(selector).ok().flatten();
        let is_lost = || document().active_element().is_none_or(|at| at.tag_name() == "BODY");
        let element = find(&selector).or_else(|| if is_lost() { find("#main") } else { None });
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Focus is a courtesy: where the element cannot take it, nothing is lost.
            let _ = element.focus();
        }
    });
}
