//! Go-live as it went, beside go-live as it was planned.

use jiff::civil::DateTime;

use super::schedule::{clock_time, runbook_duration, schedule};
use crate::plan::{Id, Minutes, Release, RunbookStep, StepResult, WaveState};

/// When a step was planned to run, and when it ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepActual {
    /// Which.
    pub id: Id<RunbookStep>,
    /// From when to when it was planned to run; nothing without a window.
    pub planned: Option<(DateTime, DateTime)>,
    /// When it began.
    pub started: Option<DateTime>,
    /// When it had ended.
    pub ended: Option<DateTime>,
    /// By how many minutes it was late at its end, or at its start while it has not ended; early where negative.
    pub late: Option<i64>,
}

/// What was forecast and what came of it, in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outturn {
    /// When go-live was planned.
    pub planned_go_live: Option<DateTime>,
    /// When the release was live.
    pub go_live: Option<DateTime>,
    /// How long the runbook was planned to take.
    pub planned_duration: Minutes,
    /// How long it took, from the first start to the last end; nothing before a step has both begun and ended.
    pub duration: Option<Minutes>,
    /// By how many minutes the step that ended last was late; early where negative.
    pub late: Option<i64>,
    /// How many steps there are.
    pub steps: usize,
    /// How many of them failed.
    pub failed: usize,
    /// How many waves there are.
    pub waves: usize,
    /// How many of them were backed out.
    pub backed_out: usize,
}

/// When each step was planned to run and when it ran, in the order of the runbook.
#[must_use]
pub fn actuals(release: &Release) -> Vec<StepActual> {
    let runbook = &release.rollout.runbook;
    let times = schedule(runbook);
    runbook
        .iter()
        .zip(times)
        .map(|(step, time)| {
            let window = release.identity.window;
            let planned = window.and_then(|window| clock_time(window, time.start).zip(clock_time(window, time.end)));
            StepActual { id: step.id, planned, started: step.started, ended: step.ended, late: late(step, planned) }
        })
        .collect()
}

fn late(step: &RunbookStep, planned: Option<(DateTime, DateTime)>) -> Option<i64> {
    let (start, end) = planned?;
    let ended = step.ended.map(|ended| minutes_from(end, ended));
    ended.or_else(|| step.started.map(|started| minutes_from(start, started)))
}

/// What was forecast and what came of it.
#[must_use]
pub fn outturn(release: &Release) -> Outturn {
    let runbook = &release.rollout.runbook;
    let waves = &release.rollout.waves;
    let began = runbook.iter().filter_map(|step| step.started).min();
    let ended = runbook.iter().filter_map(|step| step.ended).max();
    let duration = began.zip(ended).map(|(began, ended)| minutes_from(began, ended));
    let last = actuals(release).into_iter().filter(|step| step.ended.is_some()).max_by_key(|step| step.ended);
    Outturn {
        planned_go_live: release.identity.window.map(crate::plan::Window::start),
        go_live: release.after.go_live.at,
        planned_duration: runbook_duration(runbook),
        duration: duration.and_then(|minutes| u32::try_from(minutes).ok()).map(Minutes),
        late: last.and_then(|step| step.late),
        steps: runbook.len(),
        failed: runbook.iter().filter(|step| step.result == StepResult::Failed).count(),
        waves: waves.len(),
        backed_out: waves.iter().filter(|wave| wave.state == WaveState::BackedOut).count(),
    }
}

/// The step as it is once somebody has begun it. What it had come to before counts no more.
#[must_use]
pub fn begun(step: &RunbookStep, now: DateTime) -> RunbookStep {
    RunbookStep { started: Some(now), ended: None, result: StepResult::Pending, ..step.clone() }
}

/// The step as it is once it has ended, one way or the other. One that nobody began began then.
#[must_use]
pub fn over(step: &RunbookStep, now: DateTime, result: StepResult) -> RunbookStep {
    RunbookStep { started: step.started.or(Some(now)), ended: Some(now), result, ..step.clone() }
}

fn minutes_from(from: DateTime, until: DateTime) -> i64 {
    until.duration_since(from).as_mins()
}
