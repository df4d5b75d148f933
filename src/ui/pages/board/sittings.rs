//! When the Board meets.

use leptos::prelude::*;

use crate::plan::{Rhythm, Sittings as Meets};
use crate::plan_file::sole;
use crate::ui::plan::use_plan;
use crate::ui::register::{Field, Group, form, words};

static SITTINGS: [Group; 1] = [Group::pair(&[
    Field::choice("rhythm", "The Board meets", words::<Rhythm>),
    Field::moment("next", "Next meeting").named("next_sitting").optional(),
])];

/// The rhythm of the Board and its next meeting.
#[component]
pub fn Sittings() -> impl IntoView {
    form(use_plan(), sole::<Meets>(), "", &SITTINGS)
}
