//! That everything in the plan stands in a document.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::{Date, Time};
use rollcall::document::{Block, Kind, Span, Text, build, html, markdown};
use rollcall::gate::{Contents, Digests};
use rollcall::plan::{
    Approach, AudienceKind, AutomaticCheck, Ballot, BoardRole, ChangeType, Channel, CheckState, Choice, Criticality,
    Delivery, DocumentKind, EnvironmentPurpose, Fact, Fitness, GroupKind, HandOverKind, LessonKind, Level, MeetingKind,
    Operator, Part, PartKind, PeriodKind, Release, ReleaseType, RemovedKind, Rhythm, StepResult, Teaches, TestResult,
    Verdict, WaveState, Weekend,
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

/// The documents in the order in which they are worth looking at: what stands beside a thing in the plan stands mostly in
/// the same document, and building one takes its time.
struct Likely(Vec<Kind>);

impl Likely {
    fn new() -> Self {
        Self(Kind::ALL.to_vec())
    }

    /// Whether any document is as asked. The one that is comes first the next time.
    fn any(&mut self, mut is: impl FnMut(Kind) -> bool) -> bool {
        let found = self.0.iter().position(|kind| is(*kind));
        if let Some(at) = found {
            self.0[..=at].rotate_right(1);
        }
        found.is_some()
    }
}

#[test]
fn every_text_of_the_plan_stands_in_a_document() {
    let release = rich::release();
    let (value, found) = leaves_of(&release);
    let ids: HashSet<Value> =
        found.iter().filter(|(path, _)| path.ends_with("/id")).map(|(_, id)| id.clone()).collect();
    let (mut looked_at, mut likely) = (0, Likely::new());
    for (at, (path, old)) in found.iter().enumerate() {
        // An id is how the plan refers to a thing. What cannot hold a token is a word of a closed set, or a day.
        if !old.is_string() || ids.contains(old) || is_omitted(path) || path == BEHIND_A_PERSON {
            continue;
        }
        let token = format!("tok{at:04}en");
        let Some(release) = with(&value, path, json!(token)) else { continue };
        looked_at += 1;
        let (mut in_words, mut in_page, mut in_markdown) = (false, false, false);
        likely.any(|kind| {
            let mut document = build(kind, &release, today());
            // A change of content shows in the differences of stale signatures too; here only the place of its own counts.
            document.blocks.retain(|block| !matches!(block, Block::Changes(_)));
            // Twelve letters of a digest are shown; the token is shorter.
            in_words |= words(&document).contains(&token);
            in_page |= html(&document, "").contains(&token);
            in_markdown |= markdown(&document).contains(&token);
            in_words && in_page && in_markdown
        });
        assert!(in_words, "{path} is in no document");
        assert!(in_page, "{path} is in no page");
        assert!(in_markdown, "{path} is in no Markdown");
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
    // What was handed out is another thing already, and does not become so by the change.
    let contents = Contents::of(&release);
    let digests = Digests::of(&contents);
    assert!(release.distribution.iter().all(|entry| entry.sha256 != digests.digest(entry.document)));
    let said = |kind, release: &Release| {
        let mut document = build(kind, release, today());
        document.blocks.retain(|block| !matches!(block, Block::Signatures(_)));
        words(&document)
    };
    let before: HashMap<Kind, String> = Kind::ALL.iter().map(|kind| (*kind, said(*kind, &release))).collect();
    let (value, found) = leaves_of(&release);
    let (mut looked_at, mut likely) = (0, Likely::new());
    for (path, old) in &found {
        let is_day = old.as_str().is_some_and(|text| text.parse::<Date>().is_ok());
        let new = match old {
            Value::Number(number) => json!(number.as_u64().map_or(0, |number| number.checked_sub(1).unwrap_or(1))),
            Value::Bool(yes) => json!(!yes),
            Value::String(_) if is_day => json!("2026-07-19"),
            Value::String(text) if text.parse::<Time>().is_ok() => json!("03:17:00"),
            // A free text would take the token; a word of a closed set takes another one of the set.
            Value::String(old) if with(&value, path, json!("tok-en")).is_none() => {
                let sets = sets().into_iter().filter(|set| set.contains(&old.as_str()));
                let others = sets.flatten().filter(|key| key != old);
                let other = others.map(|key| json!(key)).find(|key| with(&value, path, key.clone()).is_some());
                assert!(other.is_some() || ALONE.contains(&pattern(path).as_str()), "{path} is of no known set");
                other.unwrap_or_default()
            }
            _ => continue,
        };
        let Some(changed) = with(&value, path, new) else { continue };
        if path.ends_with("/state") && is_automatic(&value, path) {
            continue;
        }
        looked_at += 1;
        let shows = likely.any(|kind| {
            let said = said(kind, &changed);
            said != before[&kind] && (!is_day || said.contains("19 Jul 2026"))
        });
        assert!(shows, "{path} shows in no document");
    }
    assert!(looked_at > 80, "only {looked_at} values were looked at");
}

/// Whether this is the state of a point that the plan answers itself: then it counts for nothing.
fn is_automatic(value: &Value, state: &str) -> bool {
    let point = state.rsplit_once('/').and_then(|(point, _)| value.pointer(point));
    point.is_some_and(|point| !point["check"].is_null())
}

/// What is written without particulars in one way alone, and the moment of a change.
const ALONE: [&str; 3] = ["/gates/*/outcome", "/rfcs/*/outcome", "/log/*/at"];

/// The words of each closed set.
fn sets() -> Vec<Vec<&'static str>> {
    fn all<T: Choice>() -> Vec<&'static str> {
        T::ALL.iter().map(|choice| choice.key()).collect()
    }
    let identity = vec![all::<ReleaseType>(), all::<Criticality>(), all::<GroupKind>(), all::<ChangeType>()];
    let rollout = vec![all::<Approach>(), all::<Delivery>(), all::<WaveState>(), all::<StepResult>()];
    let gates = vec![all::<CheckState>(), all::<Part>(), all::<Level>(), all::<rollcall::plan::Severity>()];
    let board = vec![all::<BoardRole>(), all::<Ballot>(), all::<Verdict>(), all::<RemovedKind>(), all::<Rhythm>()];
    let rules = vec![all::<Fact>(), all::<Operator>(), all::<AutomaticCheck>()];
    let training = vec![all::<AudienceKind>(), all::<Teaches>(), all::<HandOverKind>()];
    let communications = vec![all::<Channel>(), all::<DocumentKind>()];
    let places = vec![all::<EnvironmentPurpose>(), all::<Fitness>(), all::<PartKind>(), all::<TestResult>()];
    let after = vec![all::<MeetingKind>(), all::<LessonKind>(), all::<PeriodKind>(), all::<Weekend>()];
    // Answers and decisions without particulars.
    let plain = vec![vec!["met", "not_met", "unanswered"], vec!["workaround", "undecided"]];
    [identity, rollout, gates, board, rules, training, communications, places, after, plain].concat()
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
