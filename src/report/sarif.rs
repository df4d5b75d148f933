//! SARIF 2.1.0, the interchange format of static analysis, and its drafts as far as they agree with it.

use serde_json::Value;

use super::decode::place;
use super::error::ReportError;
use super::scan::{MAX_RULES, Rule, Scan};
use super::shown::shown;
use super::time::moment;
use crate::order;

/// How deep the parser of JSON goes.
const MAX_DEPTH: usize = 128;

/// How many parts of a rule's id may be left out to find the rule: `CA1000/type/generic` belongs to `CA1000`.
const MAX_PARTS: usize = 5;

/// How bad a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Error,
    Warning,
    Note,
}

/// Reads what a file says was found.
pub(super) fn read(text: &str) -> Result<Scan, ReportError> {
    let file: Value = serde_json::from_str(text).map_err(|error| refusal(text, &error))?;
    let runs = runs(&file)?;
    let mut scan = Scan { finished: true, ..Scan::default() };
    let mut tools: Vec<&str> = Vec::new();
    let mut found: Vec<(&str, Level)> = Vec::new();
    let mut has_results = false;
    for run in runs {
        if !list(run, "/externalPropertyFileReferences/results").is_empty() {
            return Err(ReportError::Elsewhere);
        }
        has_results |= run.get("results").is_some_and(Value::is_array);
        describe(run, &mut scan, &mut tools);
        count(run, &mut scan, &mut found);
    }
    if !has_results {
        return Err(ReportError::NoRuns);
    }
    scan.tool = shown(&tools.join(", "));
    rank(found, &mut scan);
    Ok(scan)
}

/// The runs of a file that is SARIF.
fn runs(file: &Value) -> Result<&[Value], ReportError> {
    let not = |found: String| Err(ReportError::NotSarif { found });
    let Some(members) = file.as_object() else { return not("it is a list".to_owned()) };
    if members.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("rollcall-")) {
        return not("it is a file of Rollcall itself, and no report".to_owned());
    }
    let Some(runs) = members.get("runs").and_then(Value::as_array) else {
        let names: Vec<String> = members.keys().take(4).map(|name| format!("“{}”", shown(name))).collect();
        let names = if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
        return not(format!("it has no list of runs, but {names}"));
    };
    match members.get("version").and_then(Value::as_str) {
        Some(version) if version.starts_with("2.") => Ok(runs),
        Some(version) => not(format!("its version is “{}”, and 2.1.0 is read", shown(version))),
        None => not("it does not say its version".to_owned()),
    }
}

/// Notes which tool ran, when, and whether it came to its end.
fn describe<'v>(run: &'v Value, scan: &mut Scan, tools: &mut Vec<&'v str>) {
    // The drafts have no driver within the tool.
    let tool = run.pointer("/tool/driver").or_else(|| run.get("tool")).unwrap_or(&Value::Null);
    let name = text(tool, "name");
    if !name.is_empty() && !tools.contains(&name) && tools.len() < MAX_RULES {
        tools.push(name);
    }
    if scan.version.is_empty() {
        let versions = [text(tool, "semanticVersion"), text(tool, "version")];
        scan.version = shown(versions.into_iter().find(|version| !version.is_empty()).unwrap_or_default());
    }
    for invocation in list(run, "/invocations") {
        scan.finished &= invocation.get("executionSuccessful").and_then(Value::as_bool) != Some(false);
        let ends = ["endTimeUtc", "startTimeUtc"].into_iter().find_map(|name| moment(text(invocation, name)));
        scan.at = scan.at.into_iter().chain(ends).min();
    }
}

/// Counts what a run found.
fn count<'v>(run: &'v Value, scan: &mut Scan, found: &mut Vec<(&'v str, Level)>) {
    let rules = Rules::of(run);
    for result in list(run, "/results") {
        let Some((id, level)) = judged(result, &rules) else { continue };
        if is_suppressed(result) {
            scan.suppressed = scan.suppressed.saturating_add(1);
            continue;
        }
        let count = match level {
            Level::Error => &mut scan.errors,
            Level::Warning => &mut scan.warnings,
            Level::Note => &mut scan.notes,
        };
        *count = count.saturating_add(1);
        found.push((id, level));
    }
}

/// A result's rule and level; nothing where it says that all is well, or that it was there once and is gone.
fn judged<'v>(result: &'v Value, rules: &Rules<'v>) -> Option<(&'v str, Level)> {
    let (kind, level) = (text(result, "kind"), text(result, "level"));
    let well = |word: &str| ["pass", "notApplicable"].contains(&word);
    if well(kind) || well(level) || text(result, "baselineState") == "absent" {
        return None;
    }
    let (id, usual) = rules.behind(result);
    let level = match (level, kind) {
        ("", "" | "fail") => usual,
        // It is a question, or information.
        ("", _) => Level::Note,
        (level, _) => level_named(level),
    };
    Some((id, level))
}

/// Set aside, unless whoever decides on that has refused to or is still thinking.
fn is_suppressed(result: &Value) -> bool {
    let suppressions = list(result, "/suppressions");
    let all = suppressions.iter().all(|one| ["", "accepted"].contains(&text(one, "status")));
    // The drafts have a list of words instead.
    !suppressions.is_empty() && all || !list(result, "/suppressionStates").is_empty()
}

/// The rules of a run, with the level of what each finds.
struct Rules<'v> {
    run: &'v Value,
    /// By id, in order.
    named: Vec<(&'v str, Level)>,
}

impl<'v> Rules<'v> {
    fn of(run: &'v Value) -> Self {
        let extensions = list(run, "/tool/extensions").iter();
        let lists = [list(run, "/tool/driver/rules"), list(run, "/resources/rules")].into_iter();
        let lists = lists.chain(extensions.map(|extension| list(extension, "/rules")));
        let mut named: Vec<_> = lists.flatten().map(|rule| (text(rule, "id"), usual_level(rule))).collect();
        // Where two rules have one id, the tool's own comes first and the sort leaves it there.
        order::sort_by_key(&mut named, |(id, _)| *id);
        named.dedup_by_key(|(id, _)| *id);
        Self { run, named }
    }

    /// The id of the rule behind a result, and the level that its results have where they do not say.
    fn behind(&self, result: &'v Value) -> (&'v str, Level) {
        let rule = self.pointed_at(result);
        let ids = [text(result, "ruleId"), result.pointer("/rule/id").and_then(Value::as_str).unwrap_or_default()];
        let id = ids.into_iter().find(|id| !id.is_empty()).or(rule.map(|rule| text(rule, "id"))).unwrap_or_default();
        let level = rule.map(usual_level).or_else(|| self.level_of(id));
        (id, level.unwrap_or(Level::Warning))
    }

    /// The rule that a result names by its position.
    fn pointed_at(&self, result: &Value) -> Option<&'v Value> {
        let position = |pointer: &str| result.pointer(pointer).and_then(Value::as_u64);
        let at = position("/ruleIndex").or_else(|| position("/rule/index"))?;
        let rules = match position("/rule/toolComponent/index") {
            Some(extension) => {
                list(list(self.run, "/tool/extensions").get(usize::try_from(extension).ok()?)?, "/rules")
            }
            None => list(self.run, "/tool/driver/rules"),
        };
        rules.get(usize::try_from(at).ok()?)
    }

    fn level_of(&self, id: &str) -> Option<Level> {
        let mut ids = std::iter::successors(Some(id), shorter).take(MAX_PARTS);
        ids.find_map(|id| {
            let at = self.named.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
            self.named.get(at).map(|(_, level)| *level)
        })
    }
}

/// A rule's id without its last part.
fn shorter<'v>(id: &&'v str) -> Option<&'v str> {
    id.rsplit_once('/').map(|(before, _)| before)
}

/// The level of what a rule finds.
fn usual_level(rule: &Value) -> Level {
    let places = ["/defaultConfiguration/level", "/configuration/defaultLevel"];
    let level = places.into_iter().find_map(|place| rule.pointer(place)).and_then(Value::as_str);
    level.map_or(Level::Warning, level_named)
}

/// A level by its name. One that is not known is taken for the worst: it must not pass unseen.
fn level_named(name: &str) -> Level {
    match name {
        "none" | "note" | "open" => Level::Note,
        "warning" => Level::Warning,
        _ => Level::Error,
    }
}

/// Sorts what was found by rule.
fn rank(mut found: Vec<(&str, Level)>, scan: &mut Scan) {
    found.retain(|(id, _)| !id.is_empty());
    order::sort(&mut found);
    let mut rules: Vec<(u32, u32, &str)> = Vec::new();
    for same in found.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((id, _)) = same.first() else { continue };
        let errors = same.iter().filter(|(_, level)| *level == Level::Error).count();
        rules.push((number(errors), number(same.len()), id));
    }
    order::sort_by(&mut rules, |one, other| (other.0, other.1, one.2).cmp(&(one.0, one.1, other.2)));
    scan.further_rules = number(rules.len().saturating_sub(MAX_RULES));
    let kept = rules.into_iter().take(MAX_RULES);
    scan.rules = kept.map(|(errors, found, id)| Rule { id: shown(id), errors, found }).collect();
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The text of a member, empty where there is none.
fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A list, empty where there is none.
fn list<'v>(value: &'v Value, pointer: &str) -> &'v [Value] {
    value.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn refusal(text: &str, error: &serde_json::Error) -> ReportError {
    let (line, column) = (error.line(), error.column());
    if error.is_eof() {
        // The parser does not say what it was in.
        let (line, column) = place(text, text.find(['{', '[']).unwrap_or_default());
        return ReportError::CutOff { line, column };
    }
    let words = error.to_string();
    if words.starts_with("recursion limit") {
        return ReportError::TooDeep { limit: MAX_DEPTH };
    }
    let reason = words.rsplit_once(" at line ").map_or(words.as_str(), |(reason, _)| reason).replace('`', "\"");
    ReportError::NotJson { line, column: column.max(1), reason }
}
