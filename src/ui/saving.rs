//! Saved, Saving, or not saved: always the truth.

use leptos::prelude::*;

use super::components::{Mark, Role};
use super::opening::Saving;
use crate::storage::SaveState;

/// The mark in the header. A sample that is only looked at has none.
#[component]
pub fn SaveMark() -> impl IntoView {
    let saving = use_context::<Saving>()?;
    Some(move || {
        let state = saving.state.get();
        let role = match state {
            SaveState::Saved => Role::Go,
            SaveState::NotSaved(_) => Role::NoGo,
            SaveState::Saving | SaveState::Loading => Role::Idle,
        };
        let terse = if role == Role::NoGo { "" } else { "terse" };
        view! {
            <span class=format!("saved status {}", role.class()) role="status"><Mark role/><span class=terse>{state.label()}</span></span>
        }
    })
}
