//! Letting users fetch it: from when, from where, until when.

use leptos::prelude::*;

use super::super::documents::text_view;
use super::figures::figure;
use super::frame::framed;
use super::period::{End, Period};
use super::typed::Typed;
use crate::document::{curve, load_facts};
use crate::plan::{Approach, Count, MegabitsPerSecond, PullPlan, WaveDays};
use crate::rollout::{Adoption, Part, adoption, read_minutes};
use crate::ui::components::{Amount, Check, Number, Text};
use crate::ui::plan::use_plan;

const FROM: End = End { label: "From", field: "pull_from", help: "The first day on which users can fetch it." };
const DEADLINE: End = End {
    label: "Deadline",
    field: "pull_deadline",
    help: "The last day on which it is left to them, whichever wave they are in. Without one, some never install it.",
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
    let set_rate = move |rate: Option<f64>| {
        let rate = rate.and_then(|rate| MegabitsPerSecond::try_from(rate).ok());
        plan.edit_part("server_rate", |pull: &mut PullPlan| pull.server_rate = rate);
    };
    // Only a phased rollout has waves to count from.
    let phased =
        plan.from(|release| release.strategy.choice.as_ref().is_none_or(|it| it.strategy.approach == Approach::Phased));
    let set_days_per_wave = move |days: Option<u32>| {
        let days = days.and_then(|days| WaveDays::try_from(days).ok());
        plan.edit_part("days_per_wave", |pull: &mut PullPlan| pull.days_per_wave = days);
    };
    let per_wave = move || {
        phased.get().then(|| {
            view! {
                <Number<u32> label="Days per wave until the rest is pushed" field="days_per_wave" optional=true min=1 max=365
                    help="From the start of each wave, 24 hours each, and never beyond the deadline. Without it only the deadline counts."
                    value=plan.from(|release| release.rollout.pull.days_per_wave.map(WaveDays::get))
                    on_change=set_days_per_wave/>
            }
        })
    };
    let half_life =
        plan.from(|release| release.rollout.pull.half_life.map(|time| time.to_string()).unwrap_or_default());
    let take_half_life = Callback::new(move |typed: String| {
        let time = read_minutes(&typed).filter(|time| time.0 > 0);
        if time.is_none() && !typed.trim().is_empty() {
            return Some("Say how long, with its unit: 3 d or 36 h.".to_owned());
        }
        plan.edit_part("half_life", |pull: &mut PullPlan| pull.half_life = time);
        None
    });
    let body = view! {
        <div class="form">
            <Period from=FROM until=DEADLINE value=days on_change=set_days/>
            <div class="fields">
                <Check label="After the deadline it is pushed to those who have not fetched it" field="forced_push"
                    value=plan.from(|release| release.rollout.pull.forced_push)
                    on_change=move |on| plan.edit_part("forced_push", |pull: &mut PullPlan| pull.forced_push = on)/>
                {per_wave}
                <Text label="Source" field="pull_source" help="Where they fetch it: software centre, store, portal."
                    value=plan.from(|release| release.rollout.pull.source.clone())
                    on_change=move |text| plan.edit_part("pull_source", |pull: &mut PullPlan| pull.source = text)/>
                <Number<u32> label="Server capacity" field="server_capacity" optional=true
                    help="How many clients the distribution servers take at a time."
                    value=plan.from(|release| release.rollout.pull.server_capacity.map(|count| count.0))
                    on_change=set_capacity/>
                <Amount label="Servers give out, in Mbit/s" field="server_rate" optional=true
                    help="All distribution servers together."
                    value=plan.from(|release| release.rollout.pull.server_rate.map(MegabitsPerSecond::get))
                    on_change=set_rate/>
                <Typed label=Signal::stored("Half of the rest fetch it within".to_owned()) field="half_life" id="half-life".to_owned()
                    value=half_life take=take_half_life
                    help="With its unit: 3 d, 36 h. Unforced patches of a desktop reader took about 152 d (2015 study of 8.4 million hosts)."/>
            </div>
        </div>
        <Course/>
    };
    framed(Part::Pull, folded, ().into_any(), body.into_any())
}

/// How the pull goes: the curve, the load on the servers, and what is left at the deadline.
#[component]
fn Course() -> impl IntoView {
    let plan = use_plan();
    let found = plan.from(|release| adoption(release).map(|found| (found, release.rollout.pull.forced_push)));
    move || {
        match found.get() {
        Some((found, forced)) => course(&found, forced),
        None => view! {
            <p class="soft">"The curve and the load follow once the half-life, the sizes of the groups or the targets, and the starts of all waves are known."</p>
        }
        .into_any(),
    }
    }
}

fn course(found: &Adoption, forced: bool) -> AnyView {
    let facts = load_facts(found, forced);
    let facts = facts.iter().map(|(name, value)| view! { <dt>{*name}</dt><dd>{text_view(value)}</dd> });
    view! {
        <div class="section-head lower"><h3>"How the pull goes"</h3></div>
        {figure("Adoption", &curve(found))}
        <dl class="facts">{facts.collect_view()}</dl>
    }
    .into_any()
}
