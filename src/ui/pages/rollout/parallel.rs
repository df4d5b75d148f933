//! Running old and new side by side: how long, at what cost, and when the old is switched off.

use leptos::prelude::*;

use super::frame::framed;
use super::period::{End, Period};
use super::switch_off::SwitchOff;
use super::typed::Typed;
use crate::document::parallel_in_words;
use crate::plan::{Count, ParallelPlan, Release};
use crate::rollout::Part;
use crate::text::{NO_CURRENCY, amount_typed};
use crate::ui::components::{Area, Number};
use crate::ui::currency::no_currency;
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
    let label = plan.from(|release| match release.identity.currency.trim() {
        "" => format!("Cost per day ({NO_CURRENCY})"),
        currency => format!("Cost per day in {currency}"),
    });
    let cost =
        plan.from(|release| release.rollout.parallel.cost_per_day.map(|cost| cost.to_string()).unwrap_or_default());
    let take = Callback::new(move |text: String| {
        let cost = match text.trim() {
            "" => None,
            some => match amount_typed(some) {
                Ok(cost) => Some(cost),
                Err(why) => return Some(why),
            },
        };
        plan.edit_part("cost_per_day", |parallel: &mut ParallelPlan| parallel.cost_per_day = cost);
        None
    });
    let set_people = move |count: Option<u32>| {
        plan.edit_part("people_for_both", |parallel: &mut ParallelPlan| parallel.people_for_both = count.map(Count));
    };
    let total = plan.from(total);
    view! {
        <div class="fields pair">
            <Typed label field="cost_per_day" id="cost-per-day".to_owned() value=cost take
                help="What a day of both costs more: people, licences, machines."/>
            <div class="field"><span class="label">"Whole period"</span><p>{total}</p></div>
        </div>
        {no_currency(plan)}
        <div class="fields">
            <Number<u32> label="People for both" field="people_for_both" optional=true
                help="How many more people running both takes than running one."
                value=plan.from(|release| release.rollout.parallel.people_for_both.map(|count| count.0))
                on_change=set_people/>
            <Area label="Capacity for two" field="capacity" rows=2
                help="Where people, licences and machines for both come from."
                value=plan.from(|release| release.rollout.parallel.capacity.clone())
                on_change=move |text| plan.edit_part("capacity", |p: &mut ParallelPlan| p.capacity = text)/>
        </div>
    }
}

fn total(release: &Release) -> String {
    match parallel_in_words(release) {
        none if none.is_empty() => "Known once both days are.".to_owned(),
        words => words,
    }
}
