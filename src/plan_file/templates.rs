//! An organisation's templates as a file: an envelope like that of a plan, read by the same reader.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::envelope::{App, BACKUP_FORMAT, PLAN_FORMAT};
use super::error::{PlanFileError, Problem};
use super::fault::found_value;
use super::foreign::looks_like;
use super::json_text::{parse, parse_file};
use super::kept::Kept;
use super::reader::{self, Flaw, Reading};
use super::write::pretty_in_order;
use crate::plan::written::{Required, read_members, write_members};
use crate::plan::{Outcome, Source, Templates, Written};

/// The `format` of a file with templates.
pub const TEMPLATES_FORMAT: &str = "rollcall-templates";

/// The version of the format.
pub const TEMPLATES_VERSION: u32 = 1;

const ENVELOPE: &[&str] = &["format", "version", "exported_at", "app", "templates"];

/// How many problems are listed.
const MOST: usize = 100;

/// Templates as a file has them.
#[derive(Default)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub(super) struct Envelope {
    /// What kind of file this is.
    #[allow(dead_code, reason = "checked before the envelope is read, and described in the schema")]
    pub(super) format: String,
    /// The version of the format.
    #[allow(dead_code, reason = "checked before the envelope is read, and described in the schema")]
    pub(super) version: u32,
    /// When the file was written.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub(super) exported_at: Option<Timestamp>,
    /// The program that wrote it.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub(super) app: Option<App>,
    /// The templates themselves; any part may be absent.
    pub(super) templates: Templates,
}

impl Written for Envelope {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        let Self { format, version, exported_at, app, .. } = self;
        let mut templates = Required::<Templates>::default();
        read_members(from, ENVELOPE, &mut [format, version, exported_at, app, &mut templates])?;
        self.templates = templates.take(from, "templates")?;
        Ok(())
    }

    fn write(&self) -> Value {
        let Self { format, version, exported_at, app, templates } = self;
        write_members(ENVELOPE, &[format, version, exported_at, app, templates])
    }
}

/// Templates read from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TemplatesFile {
    /// The templates.
    pub templates: Templates,
    /// What the file holds beyond what this version knows.
    pub kept: Kept,
    /// When the file was written.
    pub exported_at: Option<Timestamp>,
    /// The program that wrote it.
    pub app: Option<App>,
}

/// Reads a file that holds templates: one that was exported as such, or a backup that holds them besides its plans.
///
/// # Errors
/// [`PlanFileError`], with everything that is wrong; a plan, and a backup without templates, are refused as well.
pub fn read_templates(bytes: &[u8]) -> Result<TemplatesFile, PlanFileError> {
    envelope(parse_file(bytes)?)
}

/// Reads templates back that this program stored.
///
/// # Errors
/// [`PlanFileError`], with everything that is wrong.
pub fn read_stored_templates(text: &str) -> Result<TemplatesFile, PlanFileError> {
    envelope(parse(text)?)
}

/// The text of a file with templates.
#[must_use]
pub fn templates_to_json(templates: &Templates, kept: &Kept, exported_at: Timestamp, app_version: &str) -> String {
    pretty_in_order(templates_value(templates, kept, exported_at, app_version))
}

/// The same as a JSON value, for a backup to hold.
#[must_use]
pub fn templates_value(templates: &Templates, kept: &Kept, exported_at: Timestamp, app_version: &str) -> Value {
    let mut envelope = json!({
        "format": TEMPLATES_FORMAT,
        "version": TEMPLATES_VERSION,
        "exported_at": exported_at.to_string(),
        "app": { "name": App::this(app_version).name, "version": app_version },
        "templates": templates.write(),
    });
    without_absent(&mut envelope);
    kept.put_back(&mut envelope);
    envelope
}

/// A part that the organisation says nothing about is left out rather than written as nothing. A list of its own that is empty
/// says something: that there are none.
fn without_absent(envelope: &mut Value) {
    if let Some(Value::Object(parts)) = envelope.get_mut("templates") {
        let is_empty = |part: &Value| part.as_array().is_some_and(Vec::is_empty);
        let besides = ["messages", "removals"];
        parts.retain(|name, part| !(part.is_null() || besides.contains(&name.as_str()) && is_empty(part)));
    }
}

fn envelope(value: Value) -> Result<TemplatesFile, PlanFileError> {
    let members = members(value)?;
    version(&members)?;
    let envelope = Value::Object(members);
    let Reading { value, unknown, flaws, complete } = reader::read::<Envelope>(&envelope, MOST);
    match value {
        Some(Envelope { exported_at, app, templates, .. }) if flaws.is_empty() => {
            Ok(TemplatesFile { templates, kept: Kept::new(unknown), exported_at, app })
        }
        _ => {
            let named = |flaw: Flaw| Problem { path: flaw.place.to_string(), message: flaw.sentence, plan: None };
            Err(PlanFileError::Invalid { problems: flaws.into_iter().map(named).collect(), complete })
        }
    }
}

/// The members of the envelope, or else what the file is.
fn members(value: Value) -> Result<Map<String, Value>, PlanFileError> {
    let none = |looks_like: String| Err(PlanFileError::NoTemplates { looks_like });
    let format = value.get("format").and_then(Value::as_str).map(str::to_owned);
    match (format.as_deref(), value) {
        (Some(TEMPLATES_FORMAT), Value::Object(members)) => Ok(members),
        (Some(PLAN_FORMAT), _) => none("the plan of one release".to_owned()),
        (Some(BACKUP_FORMAT), Value::Object(mut members)) => match members.remove("templates") {
            Some(Value::Object(templates)) => Ok(templates),
            _ => none("a backup of plans that holds no templates".to_owned()),
        },
        (_, value) => none(looks_like(&value)),
    }
}

fn version(members: &Map<String, Value>) -> Result<(), PlanFileError> {
    let expected = format!("expected the number {TEMPLATES_VERSION}");
    let Some(written) = members.get("version") else {
        return Err(PlanFileError::one("version", format!("this is missing; {expected}")));
    };
    match written.as_u64() {
        Some(version) if version == u64::from(TEMPLATES_VERSION) => Ok(()),
        Some(found @ 1..) => Err(PlanFileError::Newer { found, known: TEMPLATES_VERSION }),
        _ => Err(PlanFileError::one("version", format!("{expected}, found {}", found_value(written)))),
    }
}
