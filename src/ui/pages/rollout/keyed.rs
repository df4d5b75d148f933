//! Moving and removing entries without losing the place: the focus goes where the entry went, or to its neighbour.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::plan::Id;
pub use crate::ui::components::Reorder;

/// Puts the focus on the first thing that one of the selectors finds, once the page is drawn anew.
pub fn focus_soon(selectors: Vec<String>) {
    request_animation_frame(move || {
        let found = selectors.iter().find_map(|selector| document().query_selector(selector).ok().flatten());
        if let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Focus is a courtesy: where the element cannot take it, nothing is lost.
            let _ = element.focus();
        }
    });
}

/// After an entry is gone: its neighbour, or the control that adds another.
pub fn focus_neighbour<T>(ids: &[Id<T>], gone: Id<T>, add: &str) {
    let at = ids.iter().position(|id| *id == gone).unwrap_or_default();
    let neighbour = ids.get(at + 1).or_else(|| ids.get(at.checked_sub(1)?));
    let first = |id: &Id<T>| format!("#main [data-entry=\"{id}\"] :is(input, select, textarea)");
    focus_soon(neighbour.map(first).into_iter().chain([format!("#main [data-field=\"{add}\"]")]).collect());
}

/// Where an entry stands in its list, and how long the list is.
pub fn place_in<T: 'static>(ids: Memo<Vec<Id<T>>>, id: Id<T>) -> Signal<(usize, usize)> {
    let at =
        Memo::new(move |_| ids.with(|ids| (ids.iter().position(|other| *other == id).unwrap_or_default(), ids.len())));
    at.into()
}
