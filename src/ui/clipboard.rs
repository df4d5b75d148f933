//! Copying text out of the app.

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::toast::Toasts;

/// Puts a text on the clipboard and says so. Where the browser does not let the page do that, what is shown of the text is
/// selected, so that one key press copies it.
pub fn copy(text: String, shown: Option<Element>, toasts: Toasts) {
    leptos::task::spawn_local(async move {
        let said = match (written(&text).await, shown) {
            (true, _) => "Copied.",
            (false, Some(shown)) if select(&shown).is_some() => {
                "The browser does not let this page copy. The text is selected: copy it with Ctrl+C, or ⌘C on a Mac."
            }
            (false, _) => "The browser does not let this page copy. Select the text and copy it.",
        };
        toasts.say(said);
    });
}

async fn written(text: &str) -> bool {
    let navigator = window().navigator();
    // A page that was not served safely has no clipboard, and asking it for one would be an error.
    let known = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    known && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Selects what an element shows.
fn select(shown: &Element) -> Option<()> {
    let window: JsValue = window().into();
    let selection = method(&window, "getSelection")?.call0(&window).ok()?;
    method(&selection, "selectAllChildren")?.call1(&selection, shown).ok().map(drop)
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}
