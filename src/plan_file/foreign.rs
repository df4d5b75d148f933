//! What a JSON value seems to be that is none of ours.

use serde_json::Value;

use super::place::quoted;

/// Members that give a kind of file away, and what people call it. The first that fits counts.
const KINDS: &[(&[&str], &str)] = &[
    (&["identity", "criteria", "gates"], "a release without the envelope that Rollcall puts around it"),
    (&["$schema", "properties"], "a JSON Schema"),
    (&["verdict", "findings"], "the answer of the rollcall command, not the plan that it was about"),
    (&["dependencies", "version"], "the description of a software package"),
    (&["lockfileVersion"], "the lock file of a software package"),
    (&["openapi"], "the description of a web interface"),
    (&["coordinates"], "a place on a map"),
    (&["features", "type"], "a map"),
    (&["version", "log"], "a recording of web traffic"),
    (&["bomFormat"], "a bill of materials"),
    (&["runs", "version"], "the report of a code scanner"),
    (&["testsuites"], "a test report"),
    (&["numTotalTests"], "a test report"),
];

/// What it seems to be, to follow "It seems to be".
pub(super) fn looks_like(value: &Value) -> String {
    match value {
        Value::Null => "nothing at all (null)".to_owned(),
        Value::Bool(_) => "a single yes or no".to_owned(),
        Value::Number(_) => "a single number".to_owned(),
        Value::String(_) => "a single text".to_owned(),
        Value::Array(list) => format!("a list of {} entries", list.len()),
        Value::Object(members) => {
            let known = KINDS.iter().find(|(names, _)| names.iter().all(|name| members.contains_key(*name)));
            if let Some((_, words)) = known {
                return (*words).to_owned();
            }
            if let Some(format) = members.get("format").and_then(Value::as_str) {
                return format!("a file in the format {}", quoted(format));
            }
            let names: Vec<String> = members.keys().take(4).map(|name| quoted(name)).collect();
            match (names.len(), members.len() > names.len()) {
                (0, _) => "an empty object".to_owned(),
                (_, false) => format!("an object with {}", names.join(", ")),
                (_, true) => format!("an object with {} and more", names.join(", ")),
            }
        }
    }
}
