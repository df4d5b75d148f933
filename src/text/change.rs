//! Signatures that do not count yet, and what changed since others, in words.

use jiff::civil::{Date, DateTime, Time};

use super::day::{clock, day, day_and_time};
use super::finding::lower_first;
use super::message::from_go_live;
use super::name::{counted, priced};
use crate::days::FromText;
use crate::plan::{
    Approach, AutomaticCheck, BasisPoints, Choice, DAY_MEMBERS, Days, Fact, Minutes, Money, Operator, Release, SignOff,
};

/// Members that hold the ids of other things.
const REFERENCES: &[&str] = &[
    "owner",
    "led_by",
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
    "departments",
    "people",
    "sender",
    "sent_by",
    "audiences",
    "audience",
    "group",
    "trainer",
    "defect",
    "deputy",
    "cast_by",
    "gate",
    "environments",
    "lead",
    "by",
    "set_up_by",
];

/// Members that hold the key of a choice.
const CHOICES: &[&str] = &[
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
    "teaches",
    "channel",
    "document",
    "purpose",
    "fitness",
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
        "check" => label::<AutomaticCheck>(value),
        _ if CHOICES.contains(&member) => word_for(value),
        "approach" => label::<Approach>(value),
        "fact" => label::<Fact>(value),
        "operator" => label::<Operator>(value),
        "duration" | "shortest" | "longest" | "bake" | "verification" | "install_time" | "half_life" => {
            value.parse().map_or_else(|_| value.to_owned(), |minutes| Minutes(minutes).to_string())
        }
        "days_per_wave" => value.parse::<u32>().map_or_else(|_| value.to_owned(), |days| counted(days, "day", "days")),
        "window_from" | "window_until" => Time::from_text(value).map_or_else(|| value.to_owned(), clock),
        "defect_rate" => {
            let rate = value.parse::<u32>().ok().and_then(|hundredths| BasisPoints::try_from(hundredths).ok());
            rate.map_or_else(|| value.to_owned(), |rate| rate.to_string())
        }
        "cost_per_day" => {
            value.parse().map_or_else(|_| value.to_owned(), |cents| priced(Money(cents), &release.identity.currency))
        }
        "send" => value.parse().map_or_else(|_| value.to_owned(), |days| from_go_live(Days(days))),
        _ if DAY_MEMBERS.contains(&member) => in_days(value),
        _ => value.to_owned(),
    }
}

fn label<C: Choice>(key: &str) -> String {
    C::from_key(key).map_or_else(|| key.to_owned(), |choice| choice.label().to_owned())
}

fn in_days(value: &str) -> String {
    let moment = || value.contains('T').then(|| DateTime::from_text(value)).flatten();
    match (moment(), Date::from_text(value)) {
        (Some(moment), _) => day_and_time(moment),
        (None, Some(date)) => day(date),
        (None, None) => value.to_owned(),
    }
}

/// The name of what has this id; the id itself where nothing has it any more.
fn name_of(release: &Release, id: &str) -> String {
    let mut all: Vec<(&str, &str)> = Vec::new();
    all.extend(release.people.iter().map(|it| (it.id.as_str(), it.name.as_str())));
    all.extend(release.departments.iter().map(|it| (it.id.as_str(), it.name.as_str())));
    all.extend(release.groups().map(|(_, it)| (it.id.as_str(), it.name.as_str())));
    all.extend(release.gates.iter().map(|it| (it.id.as_str(), it.name.as_str())));
    all.extend(release.rollout.runbook.iter().map(|it| (it.id.as_str(), it.title.as_str())));
    all.extend(release.rfcs.iter().map(|it| (it.id.as_str(), it.title.as_str())));
    all.extend(release.environments.iter().map(|it| (it.id.as_str(), it.name.as_str())));
    all.extend(release.training.audiences.iter().map(|it| (it.id.as_str(), it.name.as_str())));
    all.extend(release.defects.iter().map(|it| (it.id.as_str(), it.title.as_str())));
    match all.iter().find(|(key, _)| *key == id) {
        Some((_, name)) if name.trim().is_empty() => "(no name)".to_owned(),
        Some((_, name)) => (*name).to_owned(),
        None => id.to_owned(),
    }
}
