//! Whatever is taken out of any release, by itself and without a reason: nothing that counted is cured by that.

use std::collections::HashSet;

use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::Index;
use rollcall::plan::*;
use rollcall::plan_file::read_entry;
use rollcall::readiness::{Code, Severity, assess};
use serde_json::{Value, json};

use crate::arbitrary;
use crate::document::rich;

/// An entry of a list less, for each entry of each list.
fn entries(release: &Release) -> Vec<(String, Command)> {
    let mut all = Vec::new();
    macro_rules! each {
        ($($list:ident $($path:ident).+;)*) => {
            $(for item in &release.$($path).+ {
                let path = concat!($("/", stringify!($path)),+);
                all.push((format!("{path}/{}", item.id()), Command::$list(Edit::Remove { id: item.id() })));
            })*
        };
    }
    each! {
        ConfigurationItems configuration_items; People people; Departments departments; Rfcs rfcs; Criteria criteria;
        Gates gates; Defects defects; Waves rollout.waves; Runbook rollout.runbook; Rules rules; Members board.members;
        Votes board.votes; BoardSignOffs board.sign_offs; Risks board.risks; Environments environments;
        Audiences training.audiences; Sessions training.sessions; Messages messages; Distribution distribution;
        HandOverItems hand_over.items; Meetings meetings; Capacity review.capacity; Periods calendar.periods;
        Incidents after.incidents; Removals removals;
    }
    all
}

/// What is left when a row, a text, a day or a choice is taken away at this path: nothing where that cannot be.
fn without(plan: &Value, path: &str) -> Option<Value> {
    let mut left = plan.clone();
    let (parent, last) = path.rsplit_once('/')?;
    match left.pointer_mut(parent)? {
        Value::Array(rows) => drop(rows.remove(last.parse().ok()?)),
        Value::Object(members) => {
            let emptied = match members.get(last)? {
                Value::Array(rows) if !rows.is_empty() => json!([]),
                Value::String(text) if !text.is_empty() && last != "id" => json!(""),
                Value::Object(_) => Value::Null,
                _ => return None,
            };
            members.insert(last.to_owned(), emptied);
        }
        _ => return None,
    }
    Some(left)
}

fn paths(value: &Value, path: &str, found: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Array(rows) => rows.iter().enumerate().map(|(at, row)| (at.to_string(), row)).collect(),
        Value::Object(members) => members.iter().map(|(name, member)| (name.clone(), member)).collect(),
        _ => return,
    };
    for (name, value) in below {
        let path = format!("{path}/{name}");
        found.push(path.clone());
        paths(value, &path, found);
    }
}

/// The command that takes away what is at this path within an entry or a fact of the release. A day or a reference that
/// cannot be blank is taken away whole.
fn taking(release: &Release, plan: &Value, path: &str) -> Option<Command> {
    let left = without(plan, path)?;
    let read = |left: Value| read_entry::<Release>(&left).ok();
    let left = read(left).or_else(|| {
        let mut left = plan.clone();
        *left.pointer_mut(path)? = Value::Null;
        read(left)
    });
    Command::between(release, &left?)
}

type Weighty = HashSet<(Code, String)>;

/// What blocks and what sets a condition. Signatures over an earlier plan are left aside: everybody may sign again.
fn weighty(release: &Release, today: Date) -> (Weighty, Weighty) {
    let of = |severity| {
        let findings = assess(release, today).findings;
        let counts = findings.into_iter().filter(|it| it.severity == severity);
        let fresh = counts.filter(|it| !matches!(it.code, Code::SignOffStale | Code::SeniorSignOffStale));
        fresh.map(|it| (it.code, format!("{:?} {:?}", it.section, it.place))).collect()
    };
    (of(Severity::Blocker), of(Severity::Condition))
}

/// What is cured by taking something away, so that the verdict could be better for it if nothing else were wrong.
fn cured(before: &(Weighty, Weighty), release: &Release, today: Date, taking: Command) -> Vec<(Code, String)> {
    if taking.removes_without_reason(release).is_some() {
        return Vec::new();
    }
    let mut left = release.clone();
    taking.apply(&mut left).unwrap();
    let after = weighty(&left, today);
    let lost = |of: fn(&(Weighty, Weighty)) -> &Weighty| of(before).difference(of(&after)).cloned().collect::<Vec<_>>();
    let (blocks, sets) = (after.0.difference(&before.0).next(), after.1.difference(&before.1).next());
    match (blocks, sets) {
        (Some(_), _) => Vec::new(),
        (None, Some(_)) => lost(|it| &it.0),
        (None, None) => [lost(|it| &it.0), lost(|it| &it.1)].concat(),
    }
}

/// Whether a day says when something came about that is said besides: without a day it came about as well, and whoever
/// takes away a day that lies ahead says that it has.
fn is_day_of_what_is_said(path: &str) -> bool {
    path.ends_with("/on")
}

#[test]
fn nothing_is_cured_by_taking_away_what_the_rich_release_says() {
    let release = rich::release();
    let plan = serde_json::to_value(&release).unwrap();
    let (mut all, mut found, mut wrong) = (entries(&release), Vec::new(), Vec::new());
    let lists: HashSet<String> = all.iter().filter_map(|(path, _)| Some(path.rsplit_once('/')?.0.to_owned())).collect();
    paths(&plan, "", &mut found);
    for path in &found {
        match taking(&release, &plan, path) {
            Some(command) => all.push((path.clone(), command)),
            None => {
                let (list, at) = path.rsplit_once('/').unwrap();
                let is_row = at.parse::<usize>().is_ok() && !path.starts_with("/log");
                assert!(!is_row || lists.contains(list), "{path} cannot be taken away");
            }
        }
    }
    assert!(all.len() > 500, "{}", all.len());
    let go_live = release.go_live().unwrap();
    for today in [rich::today(), go_live] {
        let before = weighty(&release, today);
        for (path, taking) in &all {
            let cured = cured(&before, &release, today, taking.clone());
            if !cured.is_empty() && !is_day_of_what_is_said(path) {
                wrong.push(format!("{path} on {today} cures {cured:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_is_cured_by_taking_anything_away(
        mut release in arbitrary::release(),
        picks in prop::collection::vec(any::<Index>(), 8),
        today in arbitrary::day(),
    ) {
        // A rule may ask for less of what is planned, and then less of it is the cure.
        release.rules = Items::default();
        let plan = serde_json::to_value(&release).unwrap();
        let (before, whole) = (weighty(&release, today), entries(&release));
        let mut found = Vec::new();
        paths(&plan, "", &mut found);
        for pick in picks {
            let path = pick.get(&found);
            let mut takings: Vec<(&str, Command)> = taking(&release, &plan, path).map(|it| (path.as_str(), it)).into_iter().collect();
            if !whole.is_empty() {
                let (path, command) = pick.get(&whole);
                takings.push((path, command.clone()));
            }
            for (path, taking) in takings {
                let cured = cured(&before, &release, today, taking);
                prop_assert!(cured.is_empty() || is_day_of_what_is_said(path), "{path} on {today} cures {cured:?}");
            }
        }
    }
}
