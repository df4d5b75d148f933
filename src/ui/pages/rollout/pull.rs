//! Letting users fetch it: from when, from where, until when.

use leptos::prelude::*;

use super::frame::framed;
use super::period::{End, Period};
use crate::plan::{Count, PullPlan};
use crate::rollout::Part;
use crate::ui::components::{Check, Number, Text};
use crate::ui::plan::use_plan;

const FROM: End = End { label: "From", field: "pull_from", help: "The first day on which users can fetch it." };
const DEADLINE: End = End {
    label: "Deadline",
    field: "pull_deadline",
    help: "The last day on which it is left to them. Without one, some never install it.",
};

/// The details of a pull.
#[component]
pub fn Pull(
    /// Whether they stand in a fold.
    folded: bool,
) -> impl IntoView {
    let plan = use_plan();
    let days = plan.from(|release| (release.rollout.pull.from, release.rollout.pull.deadline));
    let set_days = move |(from, deadline)| {
        plan.edit_part("pull_days", |pull: &mut PullPlan| (pull.from, pull.deadline) = (from, deadline));
    };
    let set_capacity = move |count: Option<u32>| {
        plan.edit_part("server_capacity", |pull: &mut PullPlan| pull.server_capacity = count.map(Count));
    };
    let body = view! {
        <div class="form">
            <Period from=FROM until=DEADLINE value=days on_change=set_days/>
            <div class="fields">
                <Check label="After the deadline it is pushed to those who have not fetched it" field="forced_push"
                    value=plan.from(|release| release.rollout.pull.forced_push)
                    on_change=move |on| plan.edit_part("forced_push", |pull: &mut PullPlan| pull.forced_push = on)/>
                <Text label="Source" field="pull_source" help="Where they fetch it: software centre, store, portal."
                    value=plan.from(|release| release.rollout.pull.source.clone())
                    on_change=move |text| plan.edit_part("pull_source", |pull: &mut PullPlan| pull.source = text)/>
                <Number<u32> label="Server capacity" field="server_capacity" optional=true
                    help="How many clients the distribution servers take at a time."
                    value=plan.from(|release| release.rollout.pull.server_capacity.map(|count| count.0))
                    on_change=set_capacity/>
            </div>
        </div>
    };
    framed(Part::Pull, folded, ().into_any(), body.into_any())
}
