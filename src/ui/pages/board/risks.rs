//! What may go wrong, and what is done about it.

use leptos::prelude::*;

use crate::plan::{Level, Risk};
use crate::plan_file::access;
use crate::ui::plan::use_plan;
use crate::ui::register::{Field, Rows, rows_table, words};

static RISKS: Rows = Rows::new(
    "Risks",
    "a risk",
    &[
        Field::area("text", "Risk"),
        Field::choice("probability", "Probability", words::<Level>),
        Field::choice("impact", "Impact", words::<Level>),
        Field::area("response", "Response").aloud("Response to “{}”"),
        Field::person("owner", "Owner").aloud("Owner of the risk"),
    ],
)
.empty("What may go wrong, how likely and how bad it is, and who does what about it.");

/// The table of risks.
#[component]
pub fn Risks() -> impl IntoView {
    rows_table(use_plan(), access::<Risk>(), &RISKS)
}
