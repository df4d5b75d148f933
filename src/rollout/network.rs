//! The runbook as a network: what each step waits for, when it starts, and which steps hold up the end.

use crate::plan::{Id, Items, RunbookStep};

/// For each step, the positions of those that it waits for.
///
/// A step without predecessors waits for the one before it. A predecessor that stands later in the runbook, or is not there, is
/// passed over, so that no circle can arise.
#[must_use]
pub fn waits_for(runbook: &Items<RunbookStep>) -> Vec<Vec<usize>> {
    let one = |(at, step): (usize, &RunbookStep)| {
        let named: Vec<usize> = runbook
            .iter()
            .take(at)
            .enumerate()
            .filter(|(_, other)| step.after.contains(&other.id))
            .map(|(at, _)| at)
            .collect();
        if named.is_empty() { at.checked_sub(1).into_iter().collect() } else { named }
    };
    runbook.iter().enumerate().map(one).collect()
}

/// When each step ends, from how long each takes: it starts when the last that it waits for has ended.
#[must_use]
pub fn ends(waits_for: &[Vec<usize>], durations: &[f64]) -> Vec<f64> {
    let mut ends: Vec<f64> = Vec::with_capacity(durations.len());
    for (before, duration) in waits_for.iter().zip(durations) {
        let start = before.iter().filter_map(|at| ends.get(*at)).fold(0.0, |latest: f64, end| latest.max(*end));
        ends.push(start + duration);
    }
    ends
}

/// The steps that hold up the end: by the most likely durations, each minute that one of them takes longer makes the whole
/// runbook a minute longer. In the order of the runbook.
#[must_use]
pub fn critical_steps(runbook: &Items<RunbookStep>) -> Vec<Id<RunbookStep>> {
    let waits_for = waits_for(runbook);
    let durations: Vec<f64> = runbook.iter().map(|step| f64::from(step.duration.0)).collect();
    let ends = ends(&waits_for, &durations);
    let last = ends.iter().copied().fold(0.0, f64::max);
    // From the end backwards: by when a step must have ended so that nothing is late.
    let mut latest = vec![last; ends.len()];
    for (at, before) in waits_for.iter().enumerate().rev() {
        let starts = latest.get(at).copied().unwrap_or(last) - durations.get(at).copied().unwrap_or_default();
        for earlier in before {
            if let Some(slot) = latest.get_mut(*earlier) {
                *slot = slot.min(starts);
            }
        }
    }
    // Sums of whole minutes are exact, so that no slack is exactly none.
    let holds_up = |(end, latest): (&f64, &f64)| end >= latest;
    let steps = runbook.iter().zip(ends.iter().zip(&latest));
    steps.filter(|(step, times)| step.duration.0 > 0 && holds_up(*times)).map(|(step, _)| step.id).collect()
}
