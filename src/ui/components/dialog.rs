//! A dialog over the page: the browser's own, so that focus, Escape and what lies behind are taken care of.

use leptos::html;
use leptos::prelude::*;

use super::field::control_id;

/// A dialog that is shown while `open` is true. Its children are made anew each time.
#[component]
pub fn Dialog(
    /// Whether it is shown.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when the person closes it, with Escape for instance.
    #[prop(into)]
    on_close: Callback<()>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let id = control_id("dialog");
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), open) = (node.get(), open.get()) else { return };
        match (open, dialog.open()) {
            // A dialog that is not in the page yet cannot be shown; the effect runs again once it is.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog class="dialog" node_ref=node aria-labelledby=id.clone() on:close=move |_| on_close.run(())>
            <h2 id=id.clone()>{title}</h2>
            {move || open.get().then(|| children())}
        </dialog>
    }
}
