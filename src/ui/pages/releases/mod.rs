//! The releases: a board of them all, or what a first visit shows.

mod board;
mod first_visit;
mod import;

use leptos::ev;
use leptos::prelude::*;

use self::board::Board;
use self::first_visit::FirstVisit;
use self::import::DropZone;
pub use self::import::ImportButton;
use crate::storage::Listing;
use crate::ui::desk::{Desk, use_desk};

/// The list of releases. Files can be dropped anywhere on it.
#[component]
pub fn Releases() -> impl IntoView {
    let desk = use_desk();
    let keys = window_event_listener(ev::keydown, move |event| undo_keys(desk, &event));
    on_cleanup(move || keys.remove());
    let empty = Memo::new(move |_| {
        desk.listing.with(|listing| match listing {
            Some(Ok(Listing { summaries, broken })) => Some(summaries.is_empty() && broken.is_empty()),
            Some(Err(_)) => Some(false),
            None => None,
        })
    });
    view! {
        <DropZone>
            {move || match empty.get() {
                None => view! { <p class="soft" role="status">"Reading your releases"</p> }.into_any(),
                Some(true) => view! { <FirstVisit/> }.into_any(),
                Some(false) => view! { <Board/> }.into_any(),
            }}
        </DropZone>
    }
}

/// Ctrl+Z and Ctrl+Shift+Z take back duplicating, deleting and importing. In a text field they belong to the field.
fn undo_keys(desk: Desk, event: &web_sys::KeyboardEvent) {
    let in_field = document().active_element().is_some_and(|element| element.tag_name() == "INPUT");
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || !event.key().eq_ignore_ascii_case("z") || in_field
    {
        return;
    }
    event.prevent_default();
    if event.shift_key() { desk.redo() } else { desk.undo() }
}
