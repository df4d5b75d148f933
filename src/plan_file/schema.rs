//! The JSON Schema of a plan file, from the types.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::envelope::{Envelope, PLAN_FORMAT, VERSION};
use super::templates::{self, TEMPLATES_FORMAT, TEMPLATES_VERSION};
use crate::strategy::FACTORS;

/// The JSON Schema of a file with one plan, of the version that is written.
#[must_use]
pub fn schema() -> Value {
    schema_of::<Envelope>("plan", PLAN_FORMAT, VERSION, "One release plan as Rollcall exports it.")
}

/// The JSON Schema of a file with an organisation's templates, of the version that is written.
#[must_use]
pub fn templates_schema() -> Value {
    let about = "What an organisation gives each of its releases to start from, as Rollcall exports it.";
    schema_of::<templates::Envelope>("templates", TEMPLATES_FORMAT, TEMPLATES_VERSION, about)
}

fn schema_of<T: schemars::JsonSchema>(what: &str, format: &str, version: u32, about: &str) -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    schema.insert("$id".to_owned(), json!(format!("{what}-{version}.json")));
    schema.insert("title".to_owned(), json!(format!("Rollcall {what}, version {version}")));
    schema.insert("description".to_owned(), json!(about));
    if let Some(properties) = schema.get_mut("properties") {
        for (name, value) in [("format", json!(format)), ("version", json!(version))] {
            if let Some(Value::Object(property)) = properties.get_mut(name) {
                let description = property.remove("description").unwrap_or_default();
                property.clear();
                property.insert("description".to_owned(), description);
                property.insert("const".to_owned(), value);
            }
        }
    }
    let mut schema = schema.to_value();
    for (pointer, name, value) in said_by_reading_alone() {
        if let Some(Value::Object(definition)) = schema.pointer_mut(pointer) {
            definition.insert(name.to_owned(), value);
        }
    }
    tidy(&mut schema);
    schema
}

/// What reading asks for and the types do not show.
fn said_by_reading_alone() -> [(&'static str, &'static str, Value); 8] {
    let questions = FACTORS.each_ref().map(|factor| factor.key);
    [
        ("/$defs/Release", "required", json!(["id"])),
        ("/$defs/Percent", "maximum", json!(100)),
        ("/$defs/BasisPoints", "maximum", json!(10_000)),
        ("/$defs/Weight", "maximum", json!(5)),
        ("/$defs/WaveDays", "minimum", json!(1)),
        ("/$defs/WaveDays", "maximum", json!(365)),
        ("/$defs/StrategyRecord/properties/weights", "propertyNames", json!({ "enum": questions })),
        ("/$defs/Window", "description", json!("A span of civil time that does not end before it starts.")),
    ]
}

/// Takes out what only makes sense in the source: an empty id as a default, and links in descriptions.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Array(list) => list.iter_mut().for_each(tidy),
        Value::Object(members) => {
            if members.contains_key("pattern") && members.get("default") == Some(&json!("")) {
                members.remove("default");
            }
            if let Some(Value::String(description)) = members.get_mut("description") {
                *description = without_links(description);
            }
            members.values_mut().for_each(tidy);
        }
        _ => {}
    }
}

/// The text with every ``[`name`](target)`` written as `name`.
fn without_links(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::new();
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((name, after)) = link.split_once("`](") else { break };
        let Some((_, after)) = after.split_once(')') else { break };
        plain.push_str(before);
        plain.push_str(name);
        rest = after;
    }
    plain + rest
}
