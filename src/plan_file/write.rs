//! Writing: a release into the text of a file.

use jiff::Timestamp;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Map, Value, json};

use super::envelope::{App, BACKUP_FORMAT, PLAN_FORMAT, VERSION};
use super::kept::Kept;
use crate::plan::{Release, Written};

/// The order of an envelope's members: what tells a reader what this is comes first.
const ORDER: &[&str] = &["format", "version", "exported_at", "app", "plans", "release"];

/// The text of a file with one plan, for people to keep, compare and pass on.
#[must_use]
pub fn to_json(release: &Release, kept: &Kept, exported_at: Timestamp, app_version: &str) -> String {
    pretty(&envelope(release, kept, exported_at, app_version))
}

/// The same text without white space, for the store.
#[must_use]
pub fn to_record(release: &Release, kept: &Kept, saved_at: Timestamp, app_version: &str) -> String {
    text(serde_json::to_string(&envelope(release, kept, saved_at, app_version)))
}

/// A stored text that goes into a backup as it is, because it is no plan that can be read. Reading the backup passes over
/// it; it is there for people to save what can be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Raw {
    /// What it is stored under.
    pub id: String,
    /// Why it is no plan of the backup.
    pub why: String,
    /// The stored text.
    pub text: String,
}

/// The text of a file with several plans, with what could not be read as it is stored, and with the organisation's
/// [templates](super::templates_value) where there are any.
#[must_use]
pub fn backup_to_json<'p>(
    plans: impl IntoIterator<Item = (&'p Release, &'p Kept)>,
    raw: &[Raw],
    templates: Option<Value>,
    exported_at: Timestamp,
    app_version: &str,
) -> String {
    let plans = plans.into_iter().map(|(release, kept)| envelope(release, kept, exported_at, app_version));
    pretty(&Backup {
        exported_at,
        app: App::this(app_version),
        plans: plans.collect(),
        raw,
        templates: templates.map(in_order),
    })
}

/// An envelope whose members are written in a sensible order.
struct InOrder(Map<String, Value>);

impl Serialize for InOrder {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut members = to.serialize_map(Some(self.0.len()))?;
        for (name, value) in ORDER.iter().filter_map(|name| self.0.get_key_value(*name)) {
            members.serialize_entry(name, value)?;
        }
        for (name, value) in self.0.iter().filter(|(name, _)| !ORDER.contains(&name.as_str())) {
            members.serialize_entry(name, value)?;
        }
        members.end()
    }
}

struct Backup<'p> {
    exported_at: Timestamp,
    app: App,
    plans: Vec<InOrder>,
    raw: &'p [Raw],
    templates: Option<InOrder>,
}

impl Serialize for Backup<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut members = to.serialize_map(None)?;
        members.serialize_entry("format", BACKUP_FORMAT)?;
        members.serialize_entry("version", &VERSION)?;
        members.serialize_entry("exported_at", &self.exported_at)?;
        members.serialize_entry("app", &self.app)?;
        members.serialize_entry("plans", &self.plans)?;
        if !self.raw.is_empty() {
            members.serialize_entry("raw", self.raw)?;
        }
        if let Some(templates) = &self.templates {
            members.serialize_entry("templates", templates)?;
        }
        members.end()
    }
}

fn envelope(release: &Release, kept: &Kept, exported_at: Timestamp, app_version: &str) -> InOrder {
    let mut envelope = json!({
        "format": PLAN_FORMAT,
        "version": VERSION,
        "exported_at": exported_at.to_string(),
        "app": { "name": App::this(app_version).name, "version": app_version },
        "release": release.write(),
    });
    kept.put_back(&mut envelope);
    in_order(envelope)
}

/// The text of a file whose members are written in a sensible order.
pub(super) fn pretty_in_order(envelope: Value) -> String {
    pretty(&in_order(envelope))
}

fn in_order(envelope: Value) -> InOrder {
    match envelope {
        Value::Object(members) => InOrder(members),
        _ => InOrder(Map::new()),
    }
}

fn pretty(value: &impl Serialize) -> String {
    let mut text = text(serde_json::to_string_pretty(value));
    text.push('\n');
    text
}

/// JSON values and text keys always become text.
fn text(written: serde_json::Result<String>) -> String {
    written.unwrap_or_default()
}
