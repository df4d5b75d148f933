//! Older versions of the format brought up to date, one version at a time, on the JSON itself.

use serde_json::{Map, Value, json};

use super::place::id_of;

/// The way from one version to the next.
pub(super) struct Migration {
    /// The version that it starts from.
    pub(super) from: u32,
    /// Changes the envelope's members. It leaves alone what it does not understand: reading will name it.
    apply: fn(&mut Map<String, Value>),
    /// The places that were called something else before, now and then: problems are named as the file has them.
    moved: &'static [(&'static str, &'static str)],
}

/// Every migration, the oldest first.
pub(super) const CHAIN: &[Migration] = &[
    // Version 1 called the list "acceptance_criteria", and named the owner of a criterion instead of referring to a
    // registered person.
    Migration { from: 1, apply: register_owners, moved: &[("release.criteria", "release.acceptance_criteria")] },
    // Version 2 knew of the list of criteria only when it is looked at again.
    Migration {
        from: 2,
        apply: list_of_criteria,
        moved: &[("release.criteria_list.review", "release.criteria_review")],
    },
];

/// Brings an envelope of this version up to date.
pub(super) fn bring_up_to_date(envelope: &mut Map<String, Value>, version: u32) {
    for migration in CHAIN.iter().filter(|migration| migration.from >= version) {
        (migration.apply)(envelope);
        envelope.insert("version".to_owned(), json!(migration.from + 1));
    }
}

/// The path that a place has in a file of this version.
pub(super) fn path_in(version: u32, path: String) -> String {
    let mut path = path;
    for migration in CHAIN.iter().rev().filter(|migration| migration.from >= version) {
        for (now, then) in migration.moved {
            if let Some(rest) = path.strip_prefix(now)
                && (rest.is_empty() || rest.starts_with(['.', '[']))
            {
                path = format!("{then}{rest}");
                break;
            }
        }
    }
    path
}

fn list_of_criteria(envelope: &mut Map<String, Value>) {
    let Some(Value::Object(release)) = envelope.get_mut("release") else { return };
    if let Some(review) = release.remove("criteria_review") {
        release.insert("criteria_list".to_owned(), json!({ "review": review }));
    }
}

fn register_owners(envelope: &mut Map<String, Value>) {
    let Some(Value::Object(release)) = envelope.get_mut("release") else { return };
    let Some(mut criteria) = release.remove("acceptance_criteria") else { return };
    let mut people = match release.remove("people") {
        None => Vec::new(),
        Some(Value::Array(people)) => people,
        Some(other) => {
            // Whoever is named cannot be registered there: reading will say what is wrong with it.
            release.insert("people".to_owned(), other);
            release.insert("criteria".to_owned(), criteria);
            return;
        }
    };
    for criterion in criteria.as_array_mut().into_iter().flatten() {
        if let Some(owner) = criterion.get_mut("owner")
            && let Some(name) = owner.as_str().map(str::trim)
        {
            *owner = if name.is_empty() { Value::Null } else { json!(person_called(name, &mut people)) };
        }
    }
    release.insert("people".to_owned(), Value::Array(people));
    release.insert("criteria".to_owned(), criteria);
}

/// The id of the person with this name, who is registered where nobody has it yet.
fn person_called(name: &str, people: &mut Vec<Value>) -> String {
    let known = people.iter().find(|person| person.get("name").and_then(Value::as_str).map(str::trim) == Some(name));
    if let Some(id) = known.and_then(id_of) {
        return id.to_owned();
    }
    let id = (people.len() + 1..)
        .map(|number| format!("person-{number}"))
        .find(|id| !people.iter().any(|person| id_of(person) == Some(id)))
        .unwrap_or_default();
    people.push(json!({ "id": id, "name": name }));
    id
}
