//! Running old and new side by side: how long, at what cost, and when the old is switched off.

use leptos::prelude::*;

use super::frame::framed;
use super::period::{End, Period};
use super::switch_off::SwitchOff;
use super::typed::Typed;
use crate::plan::{ParallelPlan, Release};
use crate::rollout::{Part, parallel_cost, parallel_days, read_money};
use crate::ui::components::Area;
use crate::ui::plan::use_plan;

const FROM: End = End { label: "From", field: "parallel_from", help: "The first day on which both run." };
const UNTIL: End = End { label: "Until", field: "parallel_until", help: "The last day on which both run." };

/// The details of running in parallel.
#[component]
pub fn Parallel(
    /// Whether they stand in a fold.
    folded: bool,
) -> impl IntoView {
    let body = view! { <div class="form"><Dates/><Costs/></div><SwitchOff/> };
    framed(Part::Parallel, folded, ().into_any(), body.into_any())
}

#[component]
fn Dates() -> impl IntoView {
    let plan = use_plan();
    let days = plan.from(|release| (release.rollout.parallel.from, release.rollout.parallel.until));
    let set = move |(from, until)| {
        plan.edit_part("parallel_days", |parallel: &mut ParallelPlan| {
            (parallel.from, parallel.until) = (from, until);
        });
    };
    view! { <Period from=FROM until=UNTIL value=days on_change=set/> }
}

#[component]
fn Costs() -> impl IntoView {
    let plan = use_plan();
    let label = plan.from(|release| format!("Cost per day{}", currency(release, " in ")));
    let cost =
        plan.from(|release| release.rollout.parallel.cost_per_day.map(|cost| cost.to_string()).unwrap_or_default());
    let take = Callback::new(move |text: String| {
        let cost = read_money(&text);
        if cost.is_none() && !text.trim().is_empty() {
            return Some("Enter an amount, such as 1,250 or 1,250.50.".to_owned());
        }
        plan.edit_part("cost_per_day", |parallel: &mut ParallelPlan| parallel.cost_per_day = cost);
        None
    });
    let total = plan.from(total);
    view! {
        <div class="fields pair">
            <Typed label field="cost_per_day" id="cost-per-day".to_owned() value=cost take
                help="What a day of both costs more: people, licences, machines."/>
            <div class="field"><span class="label">"Whole period"</span><p>{total}</p></div>
        </div>
        <div class="fields">
            <Area label="Capacity for two" field="capacity" rows=2
                help="Where people, licences and machines for both come from."
                value=plan.from(|release| release.rollout.parallel.capacity.clone())
                on_change=move |text| plan.edit_part("capacity", |p: &mut ParallelPlan| p.capacity = text)/>
        </div>
    }
}

fn total(release: &Release) -> String {
    let parallel = &release.rollout.parallel;
    let Some(days) = parallel_days(parallel) else { return "Known once both days are.".to_owned() };
    let days = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    match (parallel_cost(parallel), parallel.cost_per_day) {
        (Some(cost), Some(per_day)) => format!("{cost}{} = {days} × {per_day}", currency(release, " ")),
        _ => days,
    }
}

/// The plan's currency, led in by a word; nothing where none is named.
fn currency(release: &Release, before: &str) -> String {
    match release.identity.currency.trim() {
        "" => String::new(),
        currency => format!("{before}{currency}"),
    }
}
