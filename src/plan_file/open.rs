//! Reading, step by step.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::checks;
use super::envelope::{App, BACKUP_FORMAT, Backup, Envelope, Opened, PLAN_FORMAT, PlanFile, VERSION};
use super::error::{PlanFileError, Problem};
use super::fault::found_value;
use super::foreign::looks_like;
use super::json_text::{parse, parse_file};
use super::kept::Kept;
use super::migrate;
use super::reader::{self, Flaw, Reading};
use super::templates::TEMPLATES_FORMAT;
use crate::plan::written::{read_members, write_members};
use crate::plan::{Outcome, Source, Written};

/// How far the search for problems goes. Each that is found costs another pass over the plan.
#[derive(Clone, Copy)]
struct Search {
    /// The most problems that are listed.
    problems: usize,
    /// How many values are read over and over again, in all passes together.
    work: usize,
}

/// Somebody waits in front of a screen: what a person can read, found in a moment.
const FOR_PEOPLE: Search = Search { problems: 100, work: 5_000_000 };

/// The whole list, as far as a search of some seconds finds it.
const THOROUGH: Search = Search { problems: 10_000, work: 1_000_000_000 };

/// Reads a file that may hold one plan or several.
///
/// # Errors
/// [`PlanFileError`], with everything that is wrong; then nothing was taken from the file.
pub fn open(bytes: &[u8]) -> Result<Opened, PlanFileError> {
    opened(bytes, FOR_PEOPLE)
}

/// Reads a file that may hold one plan or several, and takes its time to find everything that is wrong: up to 10,000 problems
/// where [`open`] lists 100.
///
/// # Errors
/// [`PlanFileError`], with everything that is wrong.
pub fn open_thoroughly(bytes: &[u8]) -> Result<Opened, PlanFileError> {
    opened(bytes, THOROUGH)
}

fn opened(bytes: &[u8], search: Search) -> Result<Opened, PlanFileError> {
    match file(parse_file(bytes)?)? {
        (Format::Plan, envelope) => {
            plan(envelope, Checks::All, search).map(|plan| Opened::Plan(Box::new(plan))).map_err(Refusal::of_the_plan)
        }
        (Format::Backup, members) => backup(members, search).map(Opened::Backup),
    }
}

/// Reads a file that holds one plan.
///
/// # Errors
/// [`PlanFileError`], with everything that is wrong; a backup is refused as well.
pub fn read_plan(bytes: &[u8]) -> Result<PlanFile, PlanFileError> {
    match file(parse_file(bytes)?)? {
        (Format::Plan, envelope) => plan(envelope, Checks::All, FOR_PEOPLE).map_err(Refusal::of_the_plan),
        (Format::Backup, members) => {
            let plans = members.get("plans").and_then(Value::as_array).map_or(0, Vec::len);
            Err(PlanFileError::IsBackup { plans })
        }
    }
}

/// Reads a file that holds several plans.
///
/// # Errors
/// [`PlanFileError`], with everything that is wrong in any of the plans; a single plan is refused as well.
pub fn read_backup(bytes: &[u8]) -> Result<Backup, PlanFileError> {
    match file(parse_file(bytes)?)? {
        (Format::Plan, _) => Err(PlanFileError::IsPlan),
        (Format::Backup, members) => backup(members, FOR_PEOPLE),
    }
}

/// Reads a plan back that this program stored.
///
/// It is read whatever its size is, and whatever its dates are: nobody is locked out of their own work by a check that
/// is meant for files.
///
/// # Errors
/// [`PlanFileError`], with everything that is wrong.
pub fn read_record(text: &str) -> Result<PlanFile, PlanFileError> {
    match file(parse(text)?)? {
        (Format::Plan, envelope) => plan(envelope, Checks::Types, FOR_PEOPLE).map_err(Refusal::of_the_plan),
        (Format::Backup, _) => Err(PlanFileError::IsBackup { plans: 0 }),
    }
}

enum Format {
    Plan,
    Backup,
}

#[derive(Clone, Copy, PartialEq)]
enum Checks {
    /// What the types ask for.
    Types,
    /// What a file must hold to besides.
    All,
}

/// Why a plan was refused, while it is not known yet whether it stood alone.
enum Refusal {
    Newer(u64),
    Flaws { problems: Vec<Problem>, complete: bool },
}

impl Refusal {
    fn one(path: &str, message: impl Into<String>) -> Self {
        let problem = Problem { path: path.to_owned(), message: message.into(), plan: None };
        Self::Flaws { problems: vec![problem], complete: true }
    }

    fn of_the_plan(self) -> PlanFileError {
        match self {
            Self::Newer(found) => PlanFileError::newer(found),
            Self::Flaws { problems, complete } => PlanFileError::Invalid { problems, complete },
        }
    }

    /// The problems of a plan in a backup, and whether they are all.
    fn of_an_entry(self, at: usize, name: Option<&String>) -> (Vec<Problem>, bool) {
        let (problems, complete) = match self {
            Self::Flaws { problems, complete } => (problems, complete),
            Self::Newer(found) => {
                let message =
                    format!("version {found} is newer than this program, which knows versions 1 to {VERSION}");
                (vec![Problem { path: "version".to_owned(), message, plan: None }], true)
            }
        };
        let placed = |problem: Problem| Problem {
            path: match problem.path.as_str() {
                "" => format!("plans[{at}]"),
                path => format!("plans[{at}].{path}"),
            },
            plan: name.cloned(),
            ..problem
        };
        (problems.into_iter().map(placed).collect(), complete)
    }
}

/// The members of something of ours and which kind it is, or else what it seems to be.
fn members(value: Value) -> Result<(Format, Map<String, Value>), String> {
    let format = match value.get("format").and_then(Value::as_str) {
        Some(PLAN_FORMAT) => Format::Plan,
        Some(BACKUP_FORMAT) => Format::Backup,
        _ => return Err(looks_like(&value)),
    };
    match value {
        Value::Object(members) => Ok((format, members)),
        other => Err(looks_like(&other)),
    }
}

fn file(value: Value) -> Result<(Format, Map<String, Value>), PlanFileError> {
    if value.get("format").and_then(Value::as_str) == Some(TEMPLATES_FORMAT) {
        return Err(PlanFileError::IsTemplates);
    }
    members(value).map_err(|looks_like| PlanFileError::NotAPlan { looks_like })
}

/// The version of a file, where it is one that we know.
fn version(members: &Map<String, Value>) -> Result<u32, Refusal> {
    let expected = format!("expected a whole number from 1 to {VERSION}");
    let Some(written) = members.get("version") else {
        return Err(Refusal::one("version", format!("this is missing; {expected}")));
    };
    match (written.as_u64(), written.as_u64().and_then(|number| u32::try_from(number).ok())) {
        (_, Some(version @ 1..=VERSION)) => Ok(version),
        (Some(newer @ 1..), _) => Err(Refusal::Newer(newer)),
        _ => Err(Refusal::one("version", format!("{expected}, found {}", found_value(written)))),
    }
}

fn plan(mut envelope: Map<String, Value>, checks: Checks, search: Search) -> Result<PlanFile, Refusal> {
    let version = version(&envelope)?;
    migrate::bring_up_to_date(&mut envelope, version);
    let envelope = Value::Object(envelope);
    let Reading { value, unknown, mut flaws, complete } = reader::read::<Envelope>(&envelope, search.most(&envelope));
    if matches!(envelope.get("release"), Some(Value::Object(release)) if !release.contains_key("id")) {
        flaws.push(no_release_id());
    }
    if checks == Checks::All {
        flaws.extend(checks::flaws(&envelope));
    }
    match value {
        Some(Envelope { exported_at, app, release, .. }) if flaws.is_empty() => {
            Ok(PlanFile { release, kept: Kept::new(unknown), exported_at, app })
        }
        _ => {
            let named = |flaw: Flaw| Problem {
                path: migrate::path_in(version, flaw.place.to_string()),
                message: flaw.sentence,
                plan: None,
            };
            Err(Refusal::Flaws { problems: flaws.into_iter().map(named).collect(), complete })
        }
    }
}

fn no_release_id() -> Flaw {
    let place = super::place::Place::default().member("release").member("id");
    Flaw { place, sentence: "the id is missing; every release needs one of its own".to_owned() }
}

/// What stands around the plans of a backup.
#[derive(Default)]
struct Around {
    exported_at: Option<jiff::Timestamp>,
    app: Option<App>,
}

impl Written for Around {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        read_members(from, AROUND, &mut [&mut self.exported_at, &mut self.app])
    }

    fn write(&self) -> Value {
        write_members(AROUND, &[&self.exported_at, &self.app])
    }
}

const AROUND: &[&str] = &["exported_at", "app"];

fn backup(mut members: Map<String, Value>, search: Search) -> Result<Backup, PlanFileError> {
    version(&members).map_err(Refusal::of_the_plan)?;
    let written = match members.remove("plans") {
        Some(Value::Array(plans)) => plans,
        Some(_) => return Err(PlanFileError::one("plans", "expected a list of plans")),
        None => return Err(PlanFileError::one("plans", "this is missing")),
    };
    let members = Value::Object(members);
    let around = reader::read::<Around>(&members, search.problems);
    let named = |flaw: Flaw| Problem { path: flaw.place.to_string(), message: flaw.sentence, plan: None };
    let mut problems: Vec<Problem> = around.flaws.into_iter().map(named).collect();
    let mut complete = true;
    let mut plans = Vec::with_capacity(written.len());
    let mut taken: HashMap<String, usize> = HashMap::new();
    for (at, value) in written.into_iter().enumerate() {
        let name = name_of(&value);
        match entry(value, search) {
            Ok(plan) => {
                if let Some(first) = taken.insert(plan.release.id.to_string(), at) {
                    problems.push(Problem {
                        path: format!("plans[{at}].release.id"),
                        message: format!("this is the same release as that of plans[{first}]"),
                        plan: name,
                    });
                }
                plans.push(plan);
            }
            Err(refusal) => {
                let (found, all) = refusal.of_an_entry(at, name.as_ref());
                problems.extend(found);
                complete &= all;
            }
        }
        if problems.len() >= search.problems {
            complete = false;
            break;
        }
    }
    match around.value {
        Some(Around { exported_at, app }) if problems.is_empty() => Ok(Backup { plans, exported_at, app }),
        _ => Err(PlanFileError::Invalid { problems, complete }),
    }
}

fn entry(value: Value, search: Search) -> Result<PlanFile, Refusal> {
    match members(value) {
        Ok((Format::Plan, envelope)) => plan(envelope, Checks::All, search),
        Ok((Format::Backup, _)) => Err(Refusal::one("format", "a backup cannot hold another backup")),
        Err(looks_like) => Err(Refusal::one("", format!("this is no plan; it seems to be {looks_like}"))),
    }
}

/// The name of a plan as far as it can be read.
fn name_of(envelope: &Value) -> Option<String> {
    let identity = envelope.get("release")?.get("identity")?;
    let text = |name: &str| identity.get(name).and_then(Value::as_str).unwrap_or_default().trim();
    let whole = format!("{} {}", text("name"), text("version"));
    let whole = whole.trim();
    (!whole.is_empty()).then(|| whole.to_owned())
}

impl Search {
    /// How many problems to look for in a plan of this size.
    fn most(self, envelope: &Value) -> usize {
        (self.work / values_in(envelope).max(1)).clamp(3, self.problems)
    }
}

fn values_in(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(values_in).sum(),
        Value::Object(members) => members.values().map(values_in).sum(),
        _ => 0,
    }
}
