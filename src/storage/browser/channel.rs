//! Telling the other tabs, and hearing from them.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, Event, MessageEvent, StorageEvent};

use super::listener::Listener;
use crate::storage::tabs::{News, Notice};
use crate::storage::{Shelf, TabId};

const NAME: &str = "rollcall";
const KEY: &str = "rollcall:notice";

/// This tab's line to the others.
pub struct Channel {
    tab: TabId,
    way: Way,
    _listener: Option<Listener>,
}

enum Way {
    Broadcast(BroadcastChannel),
    /// Without broadcasts: writing to localStorage raises an event in the other tabs.
    Shelf(Rc<dyn Shelf>),
}

impl Channel {
    /// Opens the line. `hear` is called with what the other tabs tell.
    pub fn open(tab: TabId, shelf: Rc<dyn Shelf>, hear: impl Fn(Notice) + 'static) -> Self {
        let this_tab = tab.clone();
        let pass_on = move |text: Option<String>| {
            if let Some(notice) = text.and_then(|text| Notice::from_text(&text, &this_tab)) {
                hear(notice);
            }
        };
        match BroadcastChannel::new(NAME) {
            Ok(channel) => {
                let listener = Listener::new(&channel, "message", move |event| pass_on(message(&event)));
                Self { tab, way: Way::Broadcast(channel), _listener: Some(listener) }
            }
            Err(_) => {
                let listener = web_sys::window()
                    .map(|window| Listener::new(&window, "storage", move |event| pass_on(stored_notice(&event))));
                Self { tab, way: Way::Shelf(shelf), _listener: listener }
            }
        }
    }

    /// The tab that this is.
    #[must_use]
    pub fn tab(&self) -> &TabId {
        &self.tab
    }

    /// Tells the other tabs. They also find out by themselves, at their next save; so a failure here loses nothing.
    pub fn tell(&self, news: News) {
        let text = Notice { from: self.tab.clone(), news }.to_text();
        let _ = match &self.way {
            Way::Broadcast(channel) => channel.post_message(&text.into()).is_ok(),
            Way::Shelf(shelf) => shelf.set(KEY, &text).is_ok(),
        };
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Way::Broadcast(channel) = &self.way {
            channel.close();
        }
    }
}

fn message(event: &Event) -> Option<String> {
    event.dyn_ref::<MessageEvent>()?.data().as_string()
}

fn stored_notice(event: &Event) -> Option<String> {
    let event = event.dyn_ref::<StorageEvent>()?;
    if event.key().as_deref() == Some(KEY) { event.new_value() } else { None }
}
