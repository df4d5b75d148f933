//! Reports of tests and scans as a line: "412 passed, 3 failed, 2 skipped in 1 min 12 s", and what they did to the plan.

use super::name::named;
use crate::gate::AnswerKind;
use crate::plan::{Choice, Proof};
use crate::readiness::Effect;
use crate::report::{Report, Scan, TestRun};

/// What a report says.
#[must_use]
pub fn report_in_words(report: &Report) -> String {
    match report {
        Report::Tests(run) => tests(run),
        Report::Scan(scan) => found(scan),
    }
}

fn tests(run: &TestRun) -> String {
    let TestRun { passed, failed, skipped, flaky, .. } = run;
    let flaky = if *flaky == 0 { String::new() } else { format!(" ({flaky} only when repeated)") };
    let skipped = if *skipped == 0 { String::new() } else { format!(", {skipped} skipped") };
    let time = run.milliseconds.filter(|time| *time > 0).map(|time| format!(" in {}", running_time(time)));
    format!("{passed} passed{flaky}, {failed} failed{skipped}{}", time.unwrap_or_default())
}

fn found(scan: &Scan) -> String {
    let levels = [(scan.errors, "error"), (scan.warnings, "warning"), (scan.notes, "note")];
    let counted: Vec<String> = levels.into_iter().filter(|(count, _)| *count > 0).map(several).collect();
    let counted = if counted.is_empty() { "nothing found".to_owned() } else { counted.join(", ") };
    let suppressed = if scan.suppressed == 0 { String::new() } else { format!(", {} suppressed", scan.suppressed) };
    let stopped = if scan.finished { "" } else { "; the tool did not finish" };
    format!("{}: {counted}{suppressed}{stopped}", named(&scan.tool, "Scan"))
}

fn several((count, what): (u32, &str)) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}

/// What reports that were dropped on something did to it: "Criterion set to Not met: 3 of 415 tests failed."
#[must_use]
pub fn reported<'r>(effect: Effect, reports: impl IntoIterator<Item = &'r Report> + Clone) -> String {
    let why = in_sum(reports);
    match effect {
        Effect::Answered(answer) => format!("Criterion set to {}: {why}.", answer.label()),
        Effect::Kept(AnswerKind::Waived) => {
            format!("Evidence added: {why}. The criterion stays waived until you answer it otherwise.")
        }
        Effect::Kept(answer) => {
            let answer = answer.label().to_lowercase();
            format!("Evidence added: {why}. The criterion stays “{answer}” until you answer it otherwise.")
        }
        Effect::NothingRan => format!("Evidence added, and the answer stays as it was: {why}."),
        Effect::Evidence => format!("Evidence added: {why}."),
    }
}

/// What several reports come to: what failed, or else what did not run, or else what passed.
fn in_sum<'r>(reports: impl IntoIterator<Item = &'r Report> + Clone) -> String {
    let (mut ran, mut failed, mut errors, mut scans, mut stopped, mut empty) =
        (0_u32, 0_u32, 0_u32, 0_u32, false, false);
    for report in reports {
        match report {
            Report::Tests(run) => {
                ran = ran.saturating_add(run.ran());
                failed = failed.saturating_add(run.failed);
                empty |= run.ran() == 0;
            }
            Report::Scan(scan) => {
                scans += 1;
                errors = errors.saturating_add(scan.errors);
                stopped |= !scan.finished;
            }
        }
    }
    let tests = |count: u32| several((count, "test"));
    let bad = [
        (failed > 0).then(|| format!("{failed} of {} failed", tests(ran))),
        (errors > 0).then(|| format!("{} found", several((errors, "error")))),
        stopped.then(|| "a scan did not come to its end".to_owned()),
    ];
    let none_ran = || empty.then(|| if ran == 0 { "no test ran" } else { "in one report no test ran" }.to_owned());
    let good =
        || [(ran > 0).then(|| format!("{} passed", tests(ran))), (scans > 0).then(|| "no error found".to_owned())];
    let said: Vec<String> = bad.into_iter().flatten().collect();
    let said = if said.is_empty() { none_ran().into_iter().collect() } else { said };
    let said = if said.is_empty() { good().into_iter().flatten().collect() } else { said };
    said.join(", ")
}

/// How many failed whose names are not among those that were kept.
#[must_use]
pub fn unnamed_failures(proof: &Proof) -> u32 {
    match proof {
        Proof::TestReport { failed, failed_names, .. } => {
            failed.saturating_sub(u32::try_from(failed_names.len()).unwrap_or(u32::MAX))
        }
        _ => 0,
    }
}

/// A time as precise as it matters: "840 ms", "12 s", "1 min 12 s", "2 h 5 min".
#[must_use]
pub fn running_time(milliseconds: u32) -> String {
    let seconds = milliseconds / 1000 + u32::from(milliseconds % 1000 >= 500);
    let (minutes, hours) = (seconds / 60, seconds / 3600);
    let with = |large: u32, unit: &str, small: u32, rest: &str| match small {
        0 => format!("{large} {unit}"),
        small => format!("{large} {unit} {small} {rest}"),
    };
    match (hours, minutes) {
        (0, 0) if milliseconds < 1000 => format!("{milliseconds} ms"),
        (0, 0) => format!("{seconds} s"),
        (0, _) => with(minutes, "min", seconds % 60, "s"),
        _ => with(hours, "h", minutes % 60, "min"),
    }
}
