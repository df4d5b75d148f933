//! The JSON Schema of a plan file, from the types.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::envelope::{Envelope, PLAN_FORMAT, VERSION};

/// The JSON Schema of a file with one plan, of the version that is written.
#[must_use]
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Envelope>();
    schema.insert("$id".to_owned(), json!(format!("plan-{VERSION}.json")));
    schema.insert("title".to_owned(), json!(format!("Rollcall plan, version {VERSION}")));
    schema.insert("description".to_owned(), json!("One release plan as Rollcall exports it."));
    if let Some(properties) = schema.get_mut("properties") {
        for (name, value) in [("format", json!(PLAN_FORMAT)), ("version", json!(VERSION))] {
            if let Some(Value::Object(property)) = properties.get_mut(name) {
                let description = property.remove("description").unwrap_or_default();
                property.clear();
                property.insert("description".to_owned(), description);
                property.insert("const".to_owned(), value);
            }
        }
    }
    schema.to_value()
}
