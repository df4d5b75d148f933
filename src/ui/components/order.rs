//! Buttons that move an entry within its list.

use leptos::prelude::*;

use super::focus::focus_soon;
use super::mark::Icon;
use crate::ui::plan::use_plan;

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
            focus_soon(format!("#main [data-entry=\"{entry}\"] [data-field=\"{field}\"]"));
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
