//! Reports of tests and scans as a line: "412 passed, 3 failed, 2 skipped in 1 min 12 s".

use super::name::named;
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
    let time = run.milliseconds.filter(|time| *time > 0).map(|time| format!(" in {}", duration(time)));
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

/// A time as precise as it matters: "840 ms", "12 s", "1 min 12 s", "2 h 5 min".
fn duration(milliseconds: u32) -> String {
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
