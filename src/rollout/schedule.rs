//! The runbook against the clock, and the last safe moment to abort.

use jiff::civil::DateTime;

use super::network::waits_for;
use crate::days::plus_minutes;
use crate::plan::{BackOutPlan, Id, Items, Minutes, RolloutPlan, RunbookStep, Window};

/// When a runbook step starts and ends, counted from the start of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScheduledStep {
    /// Which.
    pub id: Id<RunbookStep>,
    /// Minutes from the start of the window to its start.
    pub start: Minutes,
    /// Minutes from the start of the window to its end.
    pub end: Minutes,
}

/// When each step starts and ends, in the order of the runbook: it starts when the last that it
/// [waits for](super::waits_for) has ended.
#[must_use]
pub fn schedule(runbook: &Items<RunbookStep>) -> Vec<ScheduledStep> {
    let mut times: Vec<ScheduledStep> = Vec::with_capacity(runbook.len());
    for (step, before) in runbook.iter().zip(waits_for(runbook)) {
        let start = before.iter().filter_map(|at| times.get(*at)).map(|time| time.end).max().unwrap_or_default();
        let end = Minutes(start.0.saturating_add(step.duration.0));
        times.push(ScheduledStep { id: step.id, start, end });
    }
    times
}

/// When the last step ends, counted from the start of the window.
#[must_use]
pub fn runbook_duration(runbook: &Items<RunbookStep>) -> Minutes {
    schedule(runbook).iter().map(|step| step.end).max().unwrap_or_default()
}

/// What the clock says some minutes after the window starts; nothing beyond the calendar.
#[must_use]
pub fn clock_time(window: Window, after: Minutes) -> Option<DateTime> {
    plus_minutes(window.start(), i64::from(after.0))
}

/// How long it takes to be back: all steps one after the other, and the verification.
#[must_use]
pub fn back_out_duration(plan: &BackOutPlan) -> Minutes {
    let steps = plan.steps.iter().map(|step| step.duration.0);
    Minutes(steps.fold(plan.verification.0, u32::saturating_add))
}

/// The last moment at which backing out still ends within the window; none where it never would.
#[must_use]
pub fn last_safe_moment(plan: &RolloutPlan, window: Window) -> Option<DateTime> {
    last_safe_start(&plan.back_out, window)
}

/// The last moment at which this way back still ends within the window.
pub(super) fn last_safe_start(plan: &BackOutPlan, window: Window) -> Option<DateTime> {
    if plan.steps.is_empty() {
        return None;
    }
    let moment = plus_minutes(window.end(), -i64::from(back_out_duration(plan).0))?;
    (moment >= window.start()).then_some(moment)
}

/// By how many minutes the runbook, with the back-out after it, runs over the window; nothing where it fits.
#[must_use]
pub fn minutes_over(plan: &RolloutPlan, window: Window) -> Option<Minutes> {
    let last = schedule(&plan.runbook).iter().map(|step| step.end.0).max().unwrap_or(0);
    let needed = i64::from(last) + i64::from(back_out_duration(&plan.back_out).0);
    let over = needed - window.end().duration_since(window.start()).as_mins();
    u32::try_from(over).ok().filter(|over| *over > 0).map(Minutes)
}
