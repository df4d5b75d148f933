//! Small phrases that several sections share: people, days, marks.

use jiff::civil::{Date, DateTime};

use super::inline::{Mark, Status, Text};
use crate::plan::{Choice, Evidence, Id, Person, Proof, Release, Verdict, Waiver, Window};
use crate::readiness::{WaiverStanding, waiver_standing};
use crate::text::{self, day, day_and_time, running_time, time, unnamed_failures};

/// The name of a person, or that nobody is named.
pub(super) fn person(release: &Release, id: Option<Id<Person>>) -> Text {
    id.filter(|id| !id.is_empty()).map_or_else(|| Text::from("nobody named"), |id| registered(release, id))
}

/// The names of several people.
pub(super) fn people(release: &Release, ids: &[Id<Person>]) -> Text {
    commas(ids.iter().map(|id| registered(release, *id))).or("nobody named")
}

fn registered(release: &Release, id: Id<Person>) -> Text {
    named(release.people.get(id).map(|person| person.name.as_str()), id.as_str())
}

/// A thing's name; where it has none its id, and where it is gone that too.
pub(super) fn named(name: Option<&str>, id: &str) -> Text {
    match name {
        Some(name) => Text::from(name.trim()).or_mono(id),
        None => Text::mono(id).or("something").then(" (no longer in the plan)"),
    }
}

/// A thing's name as a title over what is said of it.
pub(super) fn titled(name: &str, id: &str) -> Text {
    Text::strong(name).or_mono(id)
}

/// Texts in a row, with commas between them.
pub(super) fn commas(texts: impl IntoIterator<Item = Text>) -> Text {
    let mut joined = Text::default();
    for text in texts {
        let more = if joined.is_empty() { text } else { Text::from(", ").then(text) };
        joined = joined.then(more);
    }
    joined
}

/// A day, or that none is set.
pub(super) fn day_or(of: Option<Date>, otherwise: &str) -> Text {
    Text::from(of.map_or_else(|| otherwise.to_owned(), day))
}

/// A day behind words: " on Thu 14 Mar 2026"; nothing where none is set.
pub(super) fn on(of: Option<Date>) -> String {
    of.map_or_else(String::new, |of| format!(" on {}", day(of)))
}

/// A moment, or that none is set.
pub(super) fn moment_or(of: Option<DateTime>, otherwise: &str) -> Text {
    Text::from(of.map_or_else(|| otherwise.to_owned(), day_and_time))
}

/// A span of time: the second day is named only where it is another one.
pub(super) fn span(window: Window) -> String {
    let (start, end) = (window.start(), window.end());
    let until = if start.date() == end.date() { time(end) } else { day_and_time(end) };
    format!("{} to {until}", day_and_time(start))
}

/// A number with a comma after every three digits.
pub(super) fn number(of: u32) -> String {
    crate::plan::Count(of).to_string()
}

/// "1 blocker", "3 blockers".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    text::counted(number(u32::try_from(count).unwrap_or(u32::MAX)), one, many)
}

/// "yes" or "no".
pub(super) fn yes(of: bool) -> Text {
    Text::from(if of { "yes" } else { "no" })
}

/// A verdict with its mark.
pub(super) fn verdict(of: Verdict) -> Status {
    let mark = match of {
        Verdict::NoGo => Mark::NoGo,
        Verdict::ConditionalGo => Mark::Conditional,
        Verdict::Go => Mark::Go,
    };
    mark.with(of.label())
}

/// What shows that something is met.
pub(super) fn evidence(of: &Evidence) -> Text {
    let proof = match &of.shown_by {
        Proof::Note { text } => Text::from(text.as_str()),
        Proof::Link { url } => Text::address(url),
        Proof::TestReport { passed, failed, skipped, milliseconds, failed_names } => {
            let tests = if *passed == 1 { "test" } else { "tests" };
            let [passed, failed, skipped] = [passed, failed, skipped].map(|count| number(*count));
            let time = milliseconds.map(|time| format!(" in {}", running_time(time))).unwrap_or_default();
            let names = match failed_names.as_slice() {
                [] => String::new(),
                names => format!("; failed: {}", names.join(", ")),
            };
            let more = unnamed_failures(&of.shown_by);
            let more = if more > 0 && !failed_names.is_empty() {
                format!(" and {} more", number(more))
            } else {
                String::new()
            };
            Text::from(format!("{passed} {tests} passed, {failed} failed, {skipped} skipped{time}{names}{more}"))
        }
        Proof::ScanReport { tool, errors, warnings, notes, unfinished } => {
            let [errors, warnings, notes] = [errors, warnings, notes].map(|count| number(*count));
            let tool = Text::from(tool.trim()).or("a scan");
            let end = if *unfinished { " and did not come to its end" } else { "" };
            tool.then(format!(" found {errors} errors, {warnings} warnings, {notes} notes{end}"))
        }
        Proof::Measured { value, threshold } => {
            let measured = crate::text::measured(value, threshold);
            let [value, threshold] = [value, threshold].map(|said| Text::from(said.trim()).or("nothing"));
            let shown = Text::from("measured ").then(value).then(", asked for ").then(threshold);
            shown.then(measured.map_or_else(Text::default, |verdict| Text::from(format!(", {verdict}"))))
        }
    };
    let title = Text::from(of.title.trim());
    let start = if title.is_empty() || proof.is_empty() { title } else { title.then(": ") };
    let shown = start.then(proof).or("evidence without content");
    shown.then(of.added.map_or_else(Text::default, |on| Text::from(format!(" (added {})", day(on)))))
}

/// Several pieces of evidence, a line each.
pub(super) fn evidences<'a>(of: impl IntoIterator<Item = &'a Evidence>) -> Text {
    Text::lines(of.into_iter().map(evidence))
}

/// How a waiver stands, in a word with its mark.
pub(super) fn waiver_status(waiver: &Waiver, release: &Release, today: Date) -> Status {
    match waiver_standing(waiver, release.go_live(), today) {
        WaiverStanding::Incomplete => Mark::NoGo.with("Waiver incomplete"),
        WaiverStanding::Expired(_) => Mark::NoGo.with("Waiver expired"),
        WaiverStanding::EndsBeforeGoLive(_) => Mark::NoGo.with("Waiver ends before go-live"),
        WaiverStanding::InForce(_) => Mark::Conditional.with("Waived"),
    }
}

/// Who accepted a departure, why, and until when.
pub(super) fn waiver(of: &Waiver) -> Text {
    let approver = Text::from(of.approver.trim()).or("nobody named");
    let until = day_or(of.until, "no day set");
    Text::from("Accepted by ")
        .then(approver)
        .then(" until ")
        .then(until)
        .then(": ")
        .then(Text::from(of.reason.trim()).or("no reason given"))
}

impl Text {
    /// This text, or this identifier where it is empty.
    fn or_mono(self, identifier: &str) -> Self {
        if self.is_empty() { Self::mono(identifier).or("without a name") } else { self }
    }
}
