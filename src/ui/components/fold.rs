//! What is folded away at first, drawn once somebody looks, and on paper always.

use std::sync::Arc;

use leptos::prelude::*;

use super::Icon;

/// Draws what is folded away.
pub type Folded = Arc<dyn Fn() -> AnyView + Send + Sync>;

/// Whether the page is being printed. It is known before the browser sets the pages.
pub fn printing() -> ReadSignal<bool> {
    let (printing, set) = signal(false);
    let before = window_event_listener(leptos::ev::beforeprint, move |_| set.set(true));
    let after = window_event_listener(leptos::ev::afterprint, move |_| set.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    printing
}

/// Something behind words, drawn while it is open or printed. What somebody opened is open still after printing, and what
/// was opened for the printer is not.
pub fn fold(words: &'static str, open: RwSignal<bool>, printing: ReadSignal<bool>, body: Folded) -> AnyView {
    let is_open = move || printing.get() || open.get();
    let toggle = move |event: leptos::ev::Event| {
        // Told late: what the printer opened may be closed again by now.
        let details: web_sys::Element = event_target(&event);
        if !printing.get_untracked() {
            open.set(details.has_attribute("open"));
        }
    };
    view! {
        <details class="fold" open=is_open on:toggle=toggle>
            <summary><Icon name="next"/><span>{words}</span></summary>
            {move || is_open().then(|| body())}
        </details>
    }
    .into_any()
}
