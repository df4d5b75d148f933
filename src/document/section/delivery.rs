//! The exact detail of running in parallel, of pushing and of pulling.

use crate::document::block::Column;
use crate::document::inline::{Mark, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Approach, Delivery, ParallelPlan, PullPlan, PushPlan};
use crate::rollout::transfer_time;
use crate::text::day;

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
    ]);
    let rows = plan.switch_off.iter().map(|criterion| {
        let state = match criterion.met {
            Some(on) => Mark::Go.with(format!("Met on {}", day(on))),
            None => Mark::Idle.with("Not met yet"),
        };
        [phrase::named(Some(&criterion.text), criterion.id.as_str()), state.into()]
    });
    let columns = [Column::wide("The old is switched off when"), Column::narrow("State")];
    sheet.table(columns, rows, "Nothing says yet when the old configuration is switched off.");
}

fn pull(plan: &PullPlan, sheet: &mut Sheet) {
    let capacity = plan.server_capacity.map(|count| format!("{count} clients at a time"));
    sheet.facts([
        ("From", phrase::day_or(plan.from, "not set")),
        ("Where from", Text::from(plan.source.trim()).or("not stated")),
        ("Servers take", Text::from(capacity.unwrap_or_else(|| "not known".to_owned()))),
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
        (
            "Bandwidth limit",
            Text::from(
                plan.bandwidth_limit
                    .map_or_else(|| "none".to_owned(), |rate| format!("{} Mbit/s", phrase::number(rate.0))),
            ),
        ),
        ("Transfer to all over one link", Text::from(time.map_or_else(unknown, |time| time.to_string()))),
        ("Windows", Text::from(plan.windows.trim()).or("not stated")),
        ("Tool", Text::from(plan.tool.trim()).or("not stated")),
    ]);
}
