//! JUnit XML: there is no standard, only what many tools write.
//!
//! All of them have `testcase` elements within `testsuite` elements, and say what became of a test by the elements within it.
//! What is there besides differs: the names, the times, the depth, the sums.

use std::time::Duration;

use jiff::civil::DateTime;
use quick_xml::XmlVersion;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::decode::place;
use super::error::ReportError;
use super::shown::shown;
use super::tests::TestRun;
use super::time::{moment, seconds};

/// How many elements may lie within each other. Suites of suites need a dozen.
pub const MAX_DEPTH: usize = 100;

/// Words for a test that did not run, where a tool says so in an attribute instead of an element.
const NOT_RUN: &[&str] = &["skipped", "notrun", "disabled", "ignored", "pending", "suppressed"];

/// Words for a test that failed, where a tool says so in an attribute.
const FAILED: &[&str] = &["failed", "fail", "failure", "error", "broken", "timeout"];

/// Reads the tests of a file.
pub(super) fn read(text: &str, file_name: &str) -> Result<TestRun, ReportError> {
    let mut reader = Reader::from_str(text);
    let mut walk = Walk::new(text);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or_default();
        match reader.read_event() {
            Ok(Event::Start(tag)) => walk.enter(&tag, at)?,
            Ok(Event::Empty(tag)) => {
                walk.enter(&tag, at)?;
                walk.leave();
            }
            Ok(Event::End(_)) => walk.leave(),
            Ok(Event::Text(content)) => {
                let words = content.trim_start();
                walk.text(words.is_empty(), at + content.len() - words.len())?;
            }
            Ok(Event::CData(_)) => walk.text(false, at)?,
            Ok(Event::GeneralRef(name)) => {
                walk.text(false, at)?;
                // Numbered characters pass whatever they are: the output of tests has control characters in it.
                if !name.is_char_ref() && resolve_predefined_entity(&name).is_none() {
                    return Err(not_xml(text, at, format!("&{}; stands for nothing", shown(&name))));
                }
            }
            Ok(Event::DocType(kind)) => return Err(document_type(&kind)),
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_)) => {}
            Ok(Event::Eof) => return walk.end(file_name),
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or_default();
                return Err(refusal(text, at, &error));
            }
        }
    }
}

/// Where the reader is, and what it has counted.
struct Walk<'t> {
    text: &'t str,
    /// What the reader is within, from the outermost element.
    open: Vec<(Open, usize)>,
    run: TestRun,
    times: Times,
    /// The name that a run of one suite goes by.
    suite: String,
    /// Whether the outermost element has begun.
    begun: bool,
    /// Whether there was a test in the file, or what failed without being one.
    found: bool,
}

/// The times that a file states, which seldom agree.
#[derive(Default)]
struct Times {
    /// That of the outermost element.
    total: Option<Duration>,
    /// Those of the suites directly within it, added.
    suites: Option<Duration>,
    /// Those of the tests, added.
    cases: Option<Duration>,
}

/// An element that the reader is within.
enum Open {
    Suites,
    Suite { name: String, counted: bool },
    Case(Case),
    Other,
}

/// A test.
struct Case {
    name: String,
    class: String,
    outcome: Outcome,
    /// Whether it failed before and was repeated.
    repeated: bool,
}

/// What became of a test. Where several things are said of one, the worst holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Passed,
    Skipped,
    Failed,
}

/// What an element says of itself.
struct Attributes {
    name: String,
    class: String,
    time: Option<Duration>,
    at: Option<DateTime>,
    outcome: Outcome,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        let (run, times) = (TestRun::default(), Times::default());
        Self { text, open: Vec::new(), run, times, suite: String::new(), begun: false, found: false }
    }

    fn enter(&mut self, tag: &BytesStart<'_>, at: usize) -> Result<(), ReportError> {
        if self.open.len() >= MAX_DEPTH {
            return Err(ReportError::TooDeep { limit: MAX_DEPTH });
        }
        if self.open.is_empty() && self.begun {
            return Err(not_xml(self.text, at, "something follows after the end of the report".to_owned()));
        }
        let kind = tag.local_name();
        let own = attributes(tag).map_err(|reason| not_xml(self.text, at, reason.to_owned()))?;
        if !self.begun {
            self.begun = true;
            if !["testsuites", "testsuite"].contains(&kind.as_ref()) {
                return Err(ReportError::NotJUnit { root: shown(kind.as_ref()) });
            }
            self.run.name.clone_from(&own.name);
            self.times.total = own.time;
        }
        let opened = self.opened(kind.as_ref(), own);
        self.open.push((opened, at));
        Ok(())
    }

    /// What an element is where it stands. Outside suites, names mean nothing: tests print what they like.
    fn opened(&mut self, kind: &str, own: Attributes) -> Open {
        let parent = self.open.last_mut().map(|(open, _)| open);
        match (kind, parent) {
            ("testsuites", None) => {
                self.run.at = own.at;
                Open::Suites
            }
            ("testsuites" | "testsuite", None | Some(Open::Suites | Open::Suite { .. })) => {
                self.run.at = self.run.at.into_iter().chain(own.at).min();
                if self.open.len() == 1 {
                    add(&mut self.times.suites, own.time);
                }
                Open::Suite { name: own.name, counted: false }
            }
            ("testcase", Some(Open::Suites | Open::Suite { .. } | Open::Case(_))) => {
                add(&mut self.times.cases, own.time);
                self.count_suite();
                Open::Case(Case { name: own.name, class: own.class, outcome: own.outcome, repeated: false })
            }
            ("failure" | "error", Some(Open::Case(case))) => {
                case.outcome = Outcome::Failed;
                Open::Other
            }
            ("skipped" | "disabled", Some(Open::Case(case))) => {
                case.outcome = case.outcome.max(Outcome::Skipped);
                Open::Other
            }
            ("flakyFailure" | "flakyError", Some(Open::Case(case))) => {
                case.repeated = true;
                Open::Other
            }
            // Its set-up failed, and its tests may not even be listed.
            ("failure" | "error", Some(Open::Suite { name, .. })) => {
                let name = shown(name);
                self.found = true;
                self.run.fail(name);
                Open::Other
            }
            _ => Open::Other,
        }
    }

    /// Counts the innermost suite, once.
    fn count_suite(&mut self) {
        self.found = true;
        if let Some(Open::Suite { name, counted: counted @ false }) = self.innermost_suite() {
            *counted = true;
            let name = shown(name);
            self.suite = name;
            self.run.suites = self.run.suites.saturating_add(1);
        }
    }

    fn innermost_suite(&mut self) -> Option<&mut Open> {
        self.open.iter_mut().map(|(open, _)| open).rfind(|open| matches!(open, Open::Suite { .. }))
    }

    fn leave(&mut self) {
        let Some((Open::Case(case), _)) = self.open.pop() else { return };
        let count = match case.outcome {
            Outcome::Failed => {
                let name = self.name_of(&case);
                return self.run.fail(name);
            }
            Outcome::Skipped => &mut self.run.skipped,
            Outcome::Passed => {
                self.run.flaky = self.run.flaky.saturating_add(u32::from(case.repeated));
                &mut self.run.passed
            }
        };
        *count = count.saturating_add(1);
    }

    /// What to call a test: by its class, or else by its suite.
    fn name_of(&mut self, case: &Case) -> String {
        let (class, name) = (case.class.trim(), case.name.trim());
        let suite = match self.innermost_suite() {
            Some(Open::Suite { name, .. }) if class.is_empty() => name.trim(),
            _ => "",
        };
        match (suite, class, name) {
            ("", "", name) => shown(name),
            ("", class, "") => shown(class),
            // Some tools put the whole name into both.
            ("", class, name) if name.starts_with(class) => shown(name),
            ("", class, name) => shown(&format!("{class}.{name}")),
            (suite, _, "") => shown(suite),
            (suite, _, name) => shown(&format!("{suite} › {name}")),
        }
    }

    /// Text belongs within the outermost element.
    fn text(&self, blank: bool, at: usize) -> Result<(), ReportError> {
        if blank || !self.open.is_empty() {
            return Ok(());
        }
        Err(not_xml(self.text, at, "a text stands outside the report".to_owned()))
    }

    fn end(mut self, file_name: &str) -> Result<TestRun, ReportError> {
        if let Some((_, at)) = self.open.last() {
            return Err(cut_off(self.text, *at));
        }
        if !self.begun {
            return Err(cut_off(self.text, 0));
        }
        if !self.found {
            return Err(ReportError::NoTests);
        }
        let suite = if self.run.suites == 1 { self.suite.as_str() } else { "" };
        let names = [self.run.name.as_str(), suite, file_name];
        let name = names.iter().find(|name| !name.trim().is_empty()).map(|name| shown(name));
        self.run.name = name.unwrap_or_default();
        self.run.milliseconds = self.times.taken().map(|time| u32::try_from(time.as_millis()).unwrap_or(u32::MAX));
        Ok(self.run)
    }
}

impl Times {
    /// How long the run took. A total of nothing is what tools write that never took the time, and what suites take to
    /// get ready is in their own times alone.
    fn taken(&self) -> Option<Duration> {
        self.total.filter(|total| !total.is_zero()).or(self.suites.max(self.cases))
    }
}

fn add(sum: &mut Option<Duration>, time: Option<Duration>) {
    if let Some(time) = time {
        *sum = Some(sum.unwrap_or_default().saturating_add(time));
    }
}

/// What an element says of itself. All its attributes are looked at, so that a damaged one does not pass unseen.
fn attributes(tag: &BytesStart<'_>) -> Result<Attributes, &'static str> {
    let mut own =
        Attributes { name: String::new(), class: String::new(), time: None, at: None, outcome: Outcome::Passed };
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| "an attribute stands there twice or is not written name=\"value\"")?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|_| "an & in an attribute stands for nothing; alone it is written &amp;")?;
        match attribute.key.as_ref() {
            "name" => own.name = value.into_owned(),
            "classname" => own.class = value.into_owned(),
            "time" => own.time = seconds(&value),
            "timestamp" => own.at = moment(&value),
            "status" | "result" => own.outcome = own.outcome.max(outcome(&value)),
            _ => {}
        }
    }
    Ok(own)
}

fn outcome(word: &str) -> Outcome {
    let is = |words: &[&str]| words.iter().any(|known| word.trim().eq_ignore_ascii_case(known));
    if is(FAILED) {
        Outcome::Failed
    } else if is(NOT_RUN) {
        Outcome::Skipped
    } else {
        Outcome::Passed
    }
}

/// A page is named as one; any other definition of a document type is refused for what it can do.
fn document_type(kind: &str) -> ReportError {
    match kind.trim_start().get(..4) {
        Some(name) if name.eq_ignore_ascii_case("html") => ReportError::NotJUnit { root: "html".to_owned() },
        _ => ReportError::DocumentType,
    }
}

fn refusal(text: &str, at: usize, error: &Error) -> ReportError {
    let reason = match error {
        // What begins with <! and is nothing known. All others of these are met at the end of the file only.
        Error::Syntax(SyntaxError::InvalidBangMarkup) if text.len() > at.saturating_add(9) => {
            "nothing begins like this".to_owned()
        }
        Error::Syntax(_) => return cut_off(text, at),
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            format!("</{}> stands where </{}> was expected", shown(found), shown(expected))
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => {
            format!("</{}> ends what never began", shown(found))
        }
        Error::IllFormed(IllFormedError::UnclosedReference) => "an & stands alone; it is written &amp;".to_owned(),
        _ => "the markup is damaged".to_owned(),
    };
    not_xml(text, at, reason)
}

fn not_xml(text: &str, at: usize, reason: String) -> ReportError {
    let (line, column) = place(text, at);
    ReportError::NotXml { line, column, reason }
}

fn cut_off(text: &str, at: usize) -> ReportError {
    let (line, column) = place(text, at);
    ReportError::CutOff { line, column }
}
