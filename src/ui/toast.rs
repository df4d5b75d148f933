//! Short messages at the foot of the page, with an offer to undo where there is one.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

/// How long a message without an offer stays.
const STAY: Duration = Duration::from_secs(6);
/// How long an offer stays; it can be read, reached and taken in that time.
const OFFER: Duration = Duration::from_secs(20);

/// The messages that are shown now.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>, LocalStorage>,
    next: StoredValue<u32>,
}

#[derive(Clone)]
struct Toast {
    key: u32,
    text: String,
    offer: Option<Offer>,
}

/// The label of a button and what it does.
type Offer = (&'static str, Rc<dyn Fn()>);

impl Toasts {
    /// No messages.
    #[must_use]
    pub fn new() -> Self {
        Self { shown: RwSignal::new_local(Vec::new()), next: StoredValue::new(0) }
    }

    /// Says something.
    pub fn say(self, text: &str) {
        self.push(text, None, STAY);
    }

    /// Says something and offers to act on it. By the key the offer can be taken back.
    pub fn offer(self, text: &str, label: &'static str, act: impl Fn() + 'static) -> u32 {
        self.push(text, Some((label, Rc::new(act))), OFFER)
    }

    fn push(self, text: &str, offer: Option<Offer>, stay: Duration) -> u32 {
        let key = self.next.get_value();
        self.next.set_value(key.wrapping_add(1));
        // One message at a time: a newer one is about what the person just did.
        self.shown.set(vec![Toast { key, text: text.to_owned(), offer }]);
        set_timeout(move || self.dismiss(key), stay);
        key
    }

    /// Takes a message back, if it is still shown.
    pub fn dismiss(self, key: u32) {
        self.shown.try_update(|shown| shown.retain(|toast| toast.key != key));
    }
}

impl Default for Toasts {
    fn default() -> Self {
        Self::new()
    }
}

/// Where the messages appear.
#[component]
pub fn ToastList(
    /// The messages.
    toasts: Toasts,
) -> impl IntoView {
    let one = move |toast: Toast| {
        let key = toast.key;
        let offer = toast.offer.map(|(label, act)| {
            let take = move |_| {
                act();
                toasts.dismiss(key);
            };
            view! { <button class="button" type="button" on:click=take>{label}</button> }
        });
        view! { <div class="toast"><span>{toast.text}</span>{offer}</div> }
    };
    view! {
        <div class="toasts" role="status">
            {move || toasts.shown.get().into_iter().map(one).collect_view()}
        </div>
    }
}
