//! What happens when the program itself fails: a dialog with a download of the last good state.
//!
//! After a panic nothing of the app runs any more, so that the dialog is made of plain elements and links.

use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDialogElement};

use super::files;

thread_local! {
    /// The open plan as it was last written down.
    static LAST_GOOD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Notes the open plan, as the text of its file.
pub fn remember(body: &str) {
    LAST_GOOD.with(|last| {
        if let Ok(mut last) = last.try_borrow_mut() {
            *last = Some(body.to_owned());
        }
    });
}

/// Shows the dialog at a panic, besides the message in the console.
pub fn set_hook() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        // Where even the dialog cannot be shown, the message in the console is all there is.
        let _ = show();
    }));
}

fn show() -> Result<(), JsValue> {
    // One failure brings others with it; the first dialog says it all.
    if document().get_element_by_id("panic-title").is_some() {
        return Ok(());
    }
    let dialog = element("dialog", "dialog", "")?;
    dialog.set_attribute("aria-labelledby", "panic-title")?;
    let title = element("h2", "", "Rollcall has stopped")?;
    title.set_id("panic-title");
    dialog.append_child(&title)?;
    let what = "Something went wrong in the program itself. What was marked “Saved” is safe in this browser. \
                Download the last good state to be sure, then load the page again.";
    dialog.append_child(&element("p", "", what)?.into())?;
    let actions = element("div", "actions", "")?;
    let body = LAST_GOOD.with(|last| last.try_borrow().ok().and_then(|last| last.clone()));
    if let Some(body) = body {
        let download = element("a", "button", "Download the last good state")?;
        download.set_attribute("href", &files::address_of(&body, "application/json")?)?;
        download.set_attribute("download", "last-good-state.rollcall.json")?;
        actions.append_child(&download)?;
    }
    let reload = element("a", "button primary", "Load the page again")?;
    reload.set_attribute("href", "./")?;
    actions.append_child(&reload)?;
    dialog.append_child(&actions)?;
    document().body().ok_or(JsValue::NULL)?.append_child(&dialog)?;
    dialog.unchecked_ref::<HtmlDialogElement>().show_modal()
}

fn element(name: &str, class: &str, text: &str) -> Result<Element, JsValue> {
    let element = document().create_element(name)?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element.set_text_content(Some(text));
    Ok(element)
}
