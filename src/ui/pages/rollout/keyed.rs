//! Moving and removing entries without losing the place: the focus goes where the entry went, or to its neighbour.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::plan::Id;
use crate::ui::components::Icon;
use crate::ui::plan::use_plan;

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

/// Buttons that move an entry up and down its list.
#[component]
pub fn Reorder(
    /// What people call the entry.
    #[prop(into)]
    name: Signal<String>,
    /// Its id.
    entry: String,
    /// Where it stands, and how many there are.
    at: Signal<(usize, usize)>,
    /// Takes the position to move to.
    #[prop(into)]
    on_move: Callback<usize>,
    /// Whether the buttons show their words.
    #[prop(optional)]
    words: bool,
) -> impl IntoView {
    let plan = use_plan();
    let button = move |up: bool| {
        let entry = entry.clone();
        let press = move |_| {
            let (now, count) = at.get_untracked();
            let to = if up { now.saturating_sub(1) } else { now + 1 };
            on_move.run(to);
            // At the end of the list this button can do no more; the other one can.
            let field = if to == 0 {
                "move_down"
            } else if to + 1 >= count {
                "move_up"
            } else {
                way(up)
            };
            focus_soon(vec![format!("#main [data-entry=\"{entry}\"] [data-field=\"{field}\"]")]);
        };
        let at_end = move || if up { at.get().0 == 0 } else { at.get().0 + 1 >= at.get().1 };
        let word = if up { "Move up" } else { "Move down" };
        let label = move || format!("{word}: {}", name.get());
        view! {
            <button class=if words { "button small" } else { "icon-button" } type="button" data-field=way(up)
                aria-label=label title=word disabled=move || plan.read_only || at_end() on:click=press>
                <Icon name=if up { "up" } else { "down" }/>{words.then_some(word)}
            </button>
        }
    };
    view! { {button.clone()(true)} {button(false)} }
}

fn way(up: bool) -> &'static str {
    if up { "move_up" } else { "move_down" }
}
