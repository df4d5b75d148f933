//! Points that the plan answers itself: adding one, its mark, and the way to the cure.

use leptos::prelude::*;

use super::choose::{OneOf, Options};
use super::mark::{Icon, Role};
use crate::plan::{AutomaticCheck, CheckState, ChecklistItem, Choice, Items};
use crate::readiness::Checked;
use crate::route::Route;
use crate::text;
use crate::ui::plan::{Plan, use_plan};

/// A check with what it finds today; none where somebody answers the point.
pub type Answered = Option<(AutomaticCheck, Checked)>;

/// The mark of a point.
#[must_use]
pub fn state_role(state: CheckState) -> Role {
    match state {
        CheckState::Done => Role::Go,
        CheckState::Failed => Role::NoGo,
        CheckState::NotApplicable => Role::NotApplicable,
        CheckState::Open => Role::Idle,
    }
}

/// The checks that a list of points asks for already.
#[must_use]
pub fn asked_of(points: &Items<ChecklistItem>) -> Vec<AutomaticCheck> {
    points.iter().filter_map(|item| item.check).collect()
}

/// Adds a point that the plan answers itself, among those that the list does not ask yet.
#[component]
pub fn AddCheck(
    /// The checks that the list asks for already.
    asked: Signal<Vec<AutomaticCheck>>,
    /// Takes the one that was chosen.
    on_add: Callback<AutomaticCheck>,
) -> impl IntoView {
    let plan = use_plan();
    let picked = RwSignal::new(String::new());
    let unused = Signal::derive(move || {
        let unused = |check: &&AutomaticCheck| asked.with(|asked| !asked.contains(check));
        let option = |check: &AutomaticCheck| (check.key().to_owned(), check.label().to_owned());
        AutomaticCheck::ALL.iter().filter(unused).map(option).collect::<Options>()
    });
    let take = Callback::new(move |key: String| picked.set(key));
    let add = move |_| {
        if let Some(check) = AutomaticCheck::from_key(&picked.get_untracked()) {
            picked.set(String::new());
            on_add.run(check);
        }
    };
    let none_picked = move || picked.with(String::is_empty);
    view! {
        <Show when=move || !unused.with(Vec::is_empty)>
            <div class="actions add-check">
                <OneOf label=Signal::stored("Point that the plan answers itself".to_owned()) field="add_check" inline=true
                    options=unused value=picked.into() on_change=take none="What the plan answers itself…"/>
                <button class="button quiet small" type="button" disabled=move || plan.read_only || none_picked()
                    on:click=add><Icon name="plus"/>"Add automatic point"</button>
            </div>
        </Show>
    }
}

/// The way to where a point that the plan answers is cured; nothing where there is nothing to cure.
pub fn cure_link(plan: Plan, checked: Signal<Answered>) -> AnyView {
    let link = move || {
        let place = checked.with(|checked| match checked {
            Some((_, checked)) if matches!(checked.state, CheckState::Failed | CheckState::Open) => {
                Some(checked.place.clone())
            }
            _ => None,
        });
        place.map(|place| {
            let address = Route::cure(plan.id(), &place).to_string();
            view! { " "<a href=address>{text::go_to_cure(place.section)}</a> }
        })
    };
    link.into_any()
}
