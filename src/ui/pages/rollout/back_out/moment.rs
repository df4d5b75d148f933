//! The last safe moment to abort, large, with its reasoning.

use leptos::prelude::*;

use crate::plan::{Minutes, Release};
use crate::rollout::{back_out_duration, last_safe_moment};
use crate::text;
use crate::ui::components::{Mark, Role};
use crate::ui::plan::use_plan;

/// The moment after which backing out no longer ends within the window.
#[component]
pub fn LastSafeMoment() -> impl IntoView {
    let plan = use_plan();
    let found = plan.from(reasoned);
    let shown = move || {
        let (moment, why, missed) = found.get();
        let class = if missed { "verdict large no-go" } else { "verdict large" };
        view! {
            <p class="soft">"Last safe moment to abort"</p>
            <p><strong class=class>{missed.then(|| view! { <Mark role=Role::NoGo/> })}{moment}</strong></p>
            <p class="soft">{why}</p>
        }
    };
    view! { <div class="last-moment">{shown}</div> }
}

/// The moment, its reasoning, and whether there is none although all is known.
fn reasoned(release: &Release) -> (String, String, bool) {
    let plan = &release.rollout;
    let total = back_out_duration(&plan.back_out);
    let steps = Minutes(total.0.saturating_sub(plan.back_out.verification.0));
    let takes = format!("{steps} of steps and {} of verification", plan.back_out.verification);
    let unknown = |why: &str| ("Not known yet".to_owned(), why.to_owned(), false);
    match release.identity.window {
        _ if plan.back_out.steps.is_empty() => unknown("It follows from the steps of the way back. Add them below."),
        None => unknown("It follows from the end of the window, which is not planned yet."),
        Some(window) => match last_safe_moment(plan, window) {
            Some(moment) => {
                let why = format!("The window ends on {}, less {total}: {takes}.", text::day_and_time(window.end()));
                (text::day_and_time(moment), why, false)
            }
            None => {
                let why = format!("The way back takes {total}, longer than the whole window: {takes}.");
                ("There is none".to_owned(), why, true)
            }
        },
    }
}
