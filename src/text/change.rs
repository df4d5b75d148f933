//! Signatures that do not count yet, and what changed since others, in words.

use jiff::civil::{Date, DateTime};

use super::day::{day, day_and_time};
use super::finding::lower_first;
use crate::plan::{Approach, Choice, DAY_MEMBERS, Fact, Minutes, Money, Operator, Release, SignOff};

/// Members that hold the ids of other things.
const REFERENCES: [&str; 14] = [
    "owner",
    "led_by",
    "lead",
    "attendees",
    "groups",
    "floor_walkers",
    "champion",
    "release_manager",
    "sponsor",
    "person",
    "decided_by",
    "after",
    "requires",
    "replaces",
];

/// Members that hold the key of a choice.
const CHOICES: [&str; 12] = [
    "outcome",
    "answer",
    "state",
    "decision",
    "severity",
    "criticality",
    "release_type",
    "delivery",
    "kind",
    "change_type",
    "probability",
    "impact",
];

/// Why a sign-off counts for nothing yet: it lacks a name or a day, or it is dated ahead.
#[must_use]
pub fn does_not_count(sign_off: &SignOff, role: &str) -> String {
    let name = sign_off.name.trim();
    let who = if name.is_empty() { "Somebody" } else { name };
    let why = match sign_off.on {
        _ if name.is_empty() => "without a name".to_owned(),
        None => "without a day".to_owned(),
        Some(on) => format!("dated ahead to {}", day(on)),
    };
    format!("{who} signed as {}, {why}: it does not count yet.", lower_first(role))
}

/// The way to a change in words: "Waves › Pilot › Start".
#[must_use]
pub fn path_in_words(path: &[String]) -> String {
    path.iter().map(|step| word_for(step)).collect::<Vec<_>>().join(" › ")
}

/// A member's name as people read it. What is no member's name, such as a title, stays as it is.
#[must_use]
pub fn word_for(step: &str) -> String {
    let is_key = step.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    if !is_key {
        return step.to_owned();
    }
    let spaced = step.replace('_', " ").replace("back out", "back-out").replace("rfcs", "RFCs");
    let mut letters = spaced.chars();
    letters.next().map(|first| format!("{}{}", first.to_uppercase(), letters.as_str())).unwrap_or_default()
}

/// A value of the signed content in words: names instead of ids, days as people write them. One with members is a row
/// of them, "due: 2026-09-24; owner: p1".
#[must_use]
pub fn value_in_words(release: &Release, path: &[String], value: &str) -> String {
    let member = path.last().map(String::as_str).unwrap_or_default();
    let part = |part: &str| match part.rsplit_once(": ") {
        Some((names, value)) => {
            let member = names.rsplit(": ").next().unwrap_or(names).replace(' ', "_");
            format!("{names}: {}", said(release, &member, value))
        }
        None => said(release, member, part),
    };
    value.split("; ").map(part).collect::<Vec<_>>().join("; ")
}

/// A value of a member as people read it.
fn said(release: &Release, member: &str, value: &str) -> String {
    match member {
        _ if REFERENCES.contains(&member) => {
            value.split(", ").map(|id| name_of(release, id)).collect::<Vec<_>>().join(", ")
        }
        _ if CHOICES.contains(&member) => word_for(value),
        "approach" => label::<Approach>(value),
        "fact" => label::<Fact>(value),
        "operator" => label::<Operator>(value),
        "duration" | "bake" | "verification" => {
            value.parse().map_or_else(|_| value.to_owned(), |minutes| Minutes(minutes).to_string())
        }
        "cost_per_day" => value.parse().map_or_else(|_| value.to_owned(), |cents| Money(cents).to_string()),
        _ if DAY_MEMBERS.contains(&member) => in_days(value),
        _ => value.to_owned(),
    }
}

fn label<C: Choice>(key: &str) -> String {
    C::from_key(key).map_or_else(|| key.to_owned(), |choice| choice.label().to_owned())
}

fn in_days(value: &str) -> String {
    let moment = || value.contains('T').then(|| value.parse::<DateTime>().ok()).flatten();
    match (moment(), value.parse::<Date>()) {
        (Some(moment), _) => day_and_time(moment),
        (None, Ok(date)) => day(date),
        (None, Err(_)) => value.to_owned(),
    }
}

/// The name of what has this id; the id itself where nothing has it any more.
fn name_of(release: &Release, id: &str) -> String {
    let people = release.people.iter().map(|person| (person.id.as_str(), person.name.as_str()));
    let groups = release.groups().map(|(_, group)| (group.id.as_str(), group.name.as_str()));
    let gates = release.gates.iter().map(|gate| (gate.id.as_str(), gate.name.as_str()));
    let steps = release.rollout.runbook.iter().map(|step| (step.id.as_str(), step.title.as_str()));
    let rfcs = release.rfcs.iter().map(|rfc| (rfc.id.as_str(), rfc.title.as_str()));
    let mut all = people.chain(groups).chain(gates).chain(steps).chain(rfcs);
    match all.find(|(key, _)| *key == id) {
        Some((_, name)) if name.trim().is_empty() => "(no name)".to_owned(),
        Some((_, name)) => name.to_owned(),
        None => id.to_owned(),
    }
}
