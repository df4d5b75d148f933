//! That everything in the plan stands in a document.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::civil::Date;
use rollcall::document::{Block, Document, Span, Text, html, markdown};
use rollcall::plan::{
    Approach, AudienceKind, AutomaticCheck, Ballot, BoardRole, ChangeType, Channel, CheckState, Choice, Criticality,
    Delivery, DocumentKind, EnvironmentPurpose, Fact, Fitness, GroupKind, HandOverKind, LessonKind, Level, MeetingKind,
    Operator, Part, PartKind, Release, ReleaseType, RemovedKind, StepResult, Teaches, TestResult, Verdict, WaveState,
};
use rollcall::plan_file::{read_entry, read_plan};
use serde_json::{Value, json};

use super::rich::{self, today};
use super::{all, check, words};

/// Texts of the plan that no document prints, each with the reason.
const OMITTED: [(&str, &str); 6] = [
    ("/strategy/answers/*", "keys of the advisor's table; question and answer are printed in its words"),
    ("/criteria/*/catalogue", "a key; the criterion itself is printed"),
    ("/gates/*/catalogue", "a key; the gate itself is printed"),
    ("/rules/*/catalogue", "a key; the rule itself is printed"),
    ("/removals/*/key", "a key; the name of what was removed is printed"),
    ("/**/sign_offs/*/content", "what was signed: its digest is printed, and what changed since"),
];

/// A name that stands back behind the registered person's.
const BEHIND_A_PERSON: &str = "/board/members/0/name";

/// Every leaf of a JSON value, with its path.
fn leaves(value: &Value, path: &str, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| leaves(member, &format!("{path}/{name}"), found));
        }
        Value::Array(list) if !list.is_empty() => {
            list.iter().enumerate().for_each(|(at, entry)| leaves(entry, &format!("{path}/{at}"), found));
        }
        leaf => found.push((path.to_owned(), leaf.clone())),
    }
}

pub fn leaves_of(release: &Release) -> (Value, Vec<(String, Value)>) {
    let value = serde_json::to_value(release).expect("a release can be written");
    let mut found = Vec::new();
    leaves(&value, "", &mut found);
    (value, found)
}

/// A path with its positions left out.
fn pattern(path: &str) -> String {
    let is_position = |step: &str| !step.is_empty() && step.chars().all(|digit| digit.is_ascii_digit());
    let step = |step: &str| if is_position(step) { "*".to_owned() } else { step.to_owned() };
    path.split('/').map(step).collect::<Vec<_>>().join("/").replace("/answers/reversibility", "/answers/*")
}

fn is_omitted(path: &str) -> bool {
    let path = pattern(path);
    OMITTED.iter().any(|(omitted, _)| match omitted.strip_prefix("/**") {
        Some(end) => path.ends_with(end),
        None => path == *omitted,
    })
}

pub fn with(value: &Value, path: &str, new: Value) -> Option<Release> {
    let mut changed = value.clone();
    *changed.pointer_mut(path)? = new;
    read_entry(&changed).ok()
}

#[test]
fn the_rich_release_says_something_in_every_member() {
    let (_, found) = leaves_of(&rich::release());
    let empty = |value: &Value| matches!(value, Value::Null | Value::Array(_)) || value == &json!("");
    let mut said: BTreeMap<String, bool> = BTreeMap::new();
    for (path, value) in &found {
        *said.entry(pattern(path)).or_default() |= !empty(value);
    }
    // A list that is filled elsewhere has its leaves under another pattern.
    let filled: BTreeSet<String> = said.iter().filter(|(_, said)| **said).map(|(path, _)| path.clone()).collect();
    let silent = |path: &str| !filled.iter().any(|other| other == path || other.starts_with(&format!("{path}/")));
    let missing: Vec<_> = said.keys().filter(|path| silent(path)).collect();
    assert!(missing.is_empty(), "nothing is said in {missing:#?}");
}

fn without_changes(mut document: Document) -> Document {
    document.blocks.retain(|block| !matches!(block, Block::Changes(_)));
    document
}

#[test]
fn every_text_of_the_plan_stands_in_a_document() {
    let release = rich::release();
    let (value, found) = leaves_of(&release);
    let ids: HashSet<Value> =
        found.iter().filter(|(path, _)| path.ends_with("/id")).map(|(_, id)| id.clone()).collect();
    let mut looked_at = 0;
    for (at, (path, old)) in found.iter().enumerate() {
        // An id is how the plan refers to a thing. What cannot hold a token is a word of a closed set, or a day.
        if !old.is_string() || ids.contains(old) || is_omitted(path) || path == BEHIND_A_PERSON {
            continue;
        }
        let token = format!("tok{at:04}en");
        let Some(release) = with(&value, path, json!(token)) else { continue };
        looked_at += 1;
        // A change of content shows in the differences of stale signatures too; here only the place of its own counts.
        let documents: Vec<_> = all(&release).into_iter().map(without_changes).collect();
        // Twelve letters of a digest are shown; the token is shorter.
        assert!(documents.iter().any(|document| words(document).contains(&token)), "{path} is in no document");
        assert!(documents.iter().any(|document| html(document, "").contains(&token)), "{path} is in no page");
        assert!(documents.iter().any(|document| markdown(document).contains(&token)), "{path} is in no Markdown");
    }
    assert!(looked_at > 100, "only {looked_at} texts were looked at");
}

#[test]
fn every_number_day_and_choice_of_the_plan_shows_in_a_document() {
    let mut release = rich::release();
    // A change of content would show in the signatures alone.
    release.board.sign_offs = rollcall::plan::Items::default();
    for gate in release.gates.iter_mut() {
        gate.sign_offs = rollcall::plan::Items::default();
    }
    let without_digest = |release: &Release| {
        all(release).into_iter().map(|document| Document { digest: String::new(), ..document }).collect::<Vec<_>>()
    };
    let strip = |mut document: Document| {
        document.blocks.retain(|block| !matches!(block, Block::Signatures(_)));
        words(&document)
    };
    let before = without_digest(&release).into_iter().map(strip).collect::<Vec<_>>();
    let (value, found) = leaves_of(&release);
    let mut looked_at = 0;
    for (path, old) in &found {
        let new = match old {
            Value::Number(number) => json!(number.as_u64().map_or(0, |number| number.checked_sub(1).unwrap_or(1))),
            Value::Bool(yes) => json!(!yes),
            Value::String(text) if text.parse::<Date>().is_ok() => json!("2026-07-19"),
            // A free text would take the token; a word of a closed set takes another one of the set.
            Value::String(old) if with(&value, path, json!("tok-en")).is_none() => {
                let others = keys().into_iter().filter(|key| key != old);
                others.map(|key| json!(key)).find(|key| with(&value, path, key.clone()).is_some()).unwrap_or_default()
            }
            _ => continue,
        };
        let Some(changed) = with(&value, path, new) else { continue };
        if path.ends_with("/state") && is_automatic(&value, path) {
            continue;
        }
        looked_at += 1;
        if value.pointer(path).is_some_and(|old| old.as_str().is_some_and(|text| text.parse::<Date>().is_ok())) {
            let said = all(&changed).iter().map(words).collect::<Vec<_>>().concat();
            assert!(said.contains("19 Jul 2026"), "{path} is in no document");
        }
        assert_ne!(
            without_digest(&changed).into_iter().map(strip).collect::<Vec<_>>(),
            before,
            "{path} shows in no document"
        );
    }
    assert!(looked_at > 80, "only {looked_at} values were looked at");
}

/// Whether this is the state of a point that the plan answers itself: then it counts for nothing.
fn is_automatic(value: &Value, state: &str) -> bool {
    let point = state.rsplit_once('/').and_then(|(point, _)| value.pointer(point));
    point.is_some_and(|point| !point["check"].is_null())
}

/// Every word of every closed set.
fn keys() -> Vec<&'static str> {
    fn all<T: Choice>() -> Vec<&'static str> {
        T::ALL.iter().map(|choice| choice.key()).collect()
    }
    let identity = [all::<ReleaseType>(), all::<Criticality>(), all::<GroupKind>(), all::<ChangeType>()];
    let rollout = [all::<Approach>(), all::<Delivery>(), all::<WaveState>(), all::<StepResult>()];
    let gates = [all::<CheckState>(), all::<Part>(), all::<Level>(), all::<rollcall::plan::Severity>()];
    let board = [all::<BoardRole>(), all::<Ballot>(), all::<Verdict>(), all::<RemovedKind>(), all::<HandOverKind>()];
    let rules = [all::<Fact>(), all::<Operator>()];
    let training = [all::<AudienceKind>(), all::<Teaches>(), all::<AutomaticCheck>()];
    let communications = [all::<Channel>(), all::<DocumentKind>()];
    let plan = [identity.concat(), rollout.concat(), gates.concat(), board.concat(), rules.concat()].concat();
    let places = [all::<EnvironmentPurpose>(), all::<Fitness>(), all::<PartKind>(), all::<TestResult>()];
    let after = [all::<MeetingKind>(), all::<LessonKind>()];
    [plan, training.concat(), communications.concat(), places.concat(), after.concat()].concat()
}

/// The sample plans.
fn samples() -> Vec<Release> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/samples");
    let files = std::fs::read_dir(folder).expect("there are samples").map(|file| file.expect("a file").path());
    let plans = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let read =
        |path| read_plan(&std::fs::read(path).expect("it can be read")).expect("a sample is a valid plan").release;
    plans.map(read).collect()
}

#[test]
fn the_samples_are_printed_whole() {
    let samples = samples();
    assert!(!samples.is_empty());
    for release in &samples {
        let said = all(release).iter().map(words).collect::<Vec<_>>().concat();
        let (_, found) = leaves_of(release);
        let titles = ["name", "title", "text", "rationale", "summary", "reason", "workaround", "response"];
        for (path, value) in &found {
            let (Some(text), Some(member)) = (value.as_str(), path.rsplit('/').next()) else { continue };
            if titles.contains(&member) && !path.starts_with("/board/members") {
                let lines = Text::from(text).0;
                for span in lines {
                    let Span::Plain(line) = span else { continue };
                    assert!(
                        said.contains(line.trim()),
                        "{path} of {} is in no document: {line}",
                        release.identity.name
                    );
                }
            }
        }
        check(release, today());
    }
}
