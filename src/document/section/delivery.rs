//! The exact detail of running in parallel, of pushing and of pulling.

use crate::document::block::Column;
use crate::document::inline::{Mark, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Approach, Delivery, MegabitsPerSecond, ParallelPlan, PullPlan, PushPlan};
use crate::rollout::transfer_time;
use crate::text::{clock, day};

/// What the chosen strategy needs; and what else is written down, so that nothing of the plan is lost.
pub(super) fn details(view: &View, sheet: &mut Sheet) {
    let plan = &view.release.rollout;
    let strategy = view.release.strategy.choice.as_ref().map(|choice| choice.strategy);
    let runs_both = strategy.is_some_and(|strategy| strategy.approach == Approach::Parallel);
    let pushes = strategy.is_some_and(|strategy| strategy.delivery != Delivery::Pull);
    let pulls = strategy.is_some_and(|strategy| strategy.delivery != Delivery::Push);
    if runs_both || plan.parallel != ParallelPlan::default() {
        sheet.part("parallel", "Parallel running");
        apart(runs_both, sheet);
        parallel(view, sheet);
    }
    if pulls || plan.pull != PullPlan::default() {
        sheet.part("pull", "Pull");
        apart(pulls, sheet);
        pull(&plan.pull, sheet);
    }
    if pushes || plan.push != PushPlan::default() {
        sheet.part("push", "Push");
        apart(pushes, sheet);
        push(&plan.push, sheet);
    }
}

fn apart(part_of_strategy: bool, sheet: &mut Sheet) {
    if !part_of_strategy {
        sheet.note("This is written down in the plan, but is not part of the chosen strategy.");
    }
}

fn parallel(view: &View, sheet: &mut Sheet) {
    let plan = &view.release.rollout.parallel;
    let currency = view.release.identity.currency.as_str();
    let cost = plan.cost_per_day.map(|cost| format!("{cost} {currency}"));
    sheet.facts([
        ("Both run from", phrase::day_or(plan.from, "not set")),
        ("Both run until", phrase::day_or(plan.until, "not set")),
        ("Extra cost per day", Text::from(cost.unwrap_or_else(|| "not known".to_owned()))),
        ("Capacity for two", Text::from(plan.capacity.trim()).or("not stated")),
        (
            "People for both",
            Text::from(plan.people_for_both.map_or_else(|| "not known".to_owned(), |count| format!("{count} more"))),
        ),
    ]);
    let rows = plan.switch_off.iter().map(|criterion| {
        let state = match criterion.met {
            Some(on) => Mark::Go.with(format!("Met on {}", day(on))),
            None => Mark::Idle.with("Not met yet"),
        };
        let due = phrase::day_or(criterion.due, "no day set");
        [phrase::named(Some(&criterion.text), criterion.id.as_str()), due, state.into()]
    });
    let columns = [Column::wide("The old is switched off when"), Column::narrow("By"), Column::narrow("State")];
    sheet.table(columns, rows, "Nothing says yet when the old configuration is switched off.");
}

fn pull(plan: &PullPlan, sheet: &mut Sheet) {
    let half_life = plan.half_life.map(|time| time.to_string());
    let capacity = plan.server_capacity.map(|count| format!("{count} clients at a time"));
    sheet.facts([
        ("From", phrase::day_or(plan.from, "not set")),
        ("Where from", Text::from(plan.source.trim()).or("not stated")),
        ("Servers take", Text::from(capacity.unwrap_or_else(|| "not known".to_owned()))),
        ("Servers give out", Text::from(plan.server_rate.map_or_else(|| "not known".to_owned(), rate))),
        ("Half of the rest fetch it within", Text::from(half_life.unwrap_or_else(|| "not known".to_owned()))),
        ("Deadline", phrase::day_or(plan.deadline, "none")),
        ("Forced push after the deadline", phrase::yes(plan.forced_push)),
    ]);
}

fn push(plan: &PushPlan, sheet: &mut Sheet) {
    let unknown = || "not known".to_owned();
    let time = match (plan.targets, plan.package, plan.bandwidth_limit) {
        (Some(targets), Some(package), Some(rate)) => transfer_time(targets, package, rate),
        _ => None,
    };
    sheet.facts([
        ("Targets", Text::from(plan.targets.map_or_else(unknown, |count| count.to_string()))),
        ("Package", Text::from(plan.package.map_or_else(unknown, |size| format!("{} MB", phrase::number(size.0))))),
        ("Bandwidth limit", Text::from(plan.bandwidth_limit.map_or_else(|| "none".to_owned(), rate))),
        (
            "From machines on site",
            Text::from(plan.peer_share.map_or_else(|| "nothing".to_owned(), |share| format!("{share} of the package"))),
        ),
        ("Runs daily", Text::from(daily(plan))),
        ("Installation on each", Text::from(plan.install_time.map_or_else(unknown, |time| time.to_string()))),
        ("Transfer to all over one link", Text::from(time.map_or_else(unknown, |time| time.to_string()))),
        ("Windows", Text::from(plan.windows.trim()).or("not stated")),
        ("Tool", Text::from(plan.tool.trim()).or("not stated")),
    ]);
}

fn rate(of: MegabitsPerSecond) -> String {
    format!("{} Mbit/s", phrase::number(of.0))
}

/// The times of day between which the push runs; all day where one is missing, as the rollout plan takes it.
fn daily(plan: &PushPlan) -> String {
    let said = |time: Option<jiff::civil::Time>| time.map_or_else(|| "not set".to_owned(), clock);
    match (plan.window_from, plan.window_until) {
        (None, None) => "all day".to_owned(),
        (from, until) => format!("{} to {}", said(from), said(until)),
    }
}
