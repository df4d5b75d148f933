//! Whatever is taken out of any release, by itself and without a reason: nothing that counted is cured by that.

use std::collections::HashSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::Index;
use rollcall::gate::put_back;
use rollcall::plan::*;
use rollcall::plan_file::read_entry;
use rollcall::readiness::{Code, Severity, assess};
use serde_json::{Value, json};

use crate::arbitrary;
use crate::document::rich;
use crate::ready::*;

/// An entry of a list less, for each entry of each list.
pub fn entries(release: &Release) -> Vec<(String, Command)> {
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
fn less(plan: &Value, path: &str) -> Option<Value> {
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
    let left = less(plan, path)?;
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
    let (mut blocks, mut sets) = (Weighty::new(), Weighty::new());
    for finding in assess(release, today).findings {
        let found = (finding.code, format!("{:?} {:?}", finding.section, finding.place));
        match finding.severity {
            _ if matches!(finding.code, Code::SignOffStale | Code::SeniorSignOffStale) => false,
            Severity::Blocker => blocks.insert(found),
            Severity::Condition => sets.insert(found),
            Severity::Advice => false,
        };
    }
    (blocks, sets)
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

/// Everything that can be taken out of a release by itself. Whatever is a row of a list can be.
fn takings(release: &Release) -> Vec<(String, Command)> {
    let plan = serde_json::to_value(release).unwrap();
    let (mut all, mut found) = (entries(release), Vec::new());
    let lists: HashSet<String> = all.iter().filter_map(|(path, _)| Some(path.rsplit_once('/')?.0.to_owned())).collect();
    paths(&plan, "", &mut found);
    for path in found {
        let taking = taking(release, &plan, &path);
        let (list, at) = path.rsplit_once('/').unwrap();
        let is_row = at.parse::<usize>().is_ok() && !path.starts_with("/log");
        assert!(taking.is_some() || !is_row || lists.contains(list), "{path} cannot be taken away");
        all.extend(taking.map(|taking| (path, taking)));
    }
    all
}

/// What taking things away cures, each with what it cures.
fn cures(release: &Release, today: Date, takings: Vec<(String, Command)>) -> Vec<String> {
    let before = weighty(release, today);
    let mut all = Vec::new();
    for (path, taking) in takings {
        let cured = cured(&before, release, today, taking);
        if !cured.is_empty() && !is_day_of_what_is_said(&path) {
            all.push(format!("{path} cures {cured:?}"));
        }
    }
    all
}

#[test]
fn nothing_is_cured_by_taking_away_what_the_rich_release_says() {
    let release = rich::release();
    let all = takings(&release);
    assert!(all.len() > 500, "{}", all.len());
    // On that day what is not handed over blocks too.
    assert_eq!(cures(&release, release.go_live().unwrap(), all), [""; 0]);
}

/// A release that breaks a rule on each thing of the world that rules ask about.
fn breaking() -> Release {
    use Operator::{AtLeast, AtMost};
    let mut release = ready_release();
    let facts = [
        (Fact::KnownErrors, AtMost, "0"),
        (Fact::AudiencesNotTrained, AtMost, "0"),
        (Fact::Reach, AtMost, "10"),
        (Fact::CabLead, AtLeast, "30"),
        (Fact::DepartmentsWithoutFloorWalkers, AtMost, "0"),
    ];
    for (fact, operator, value) in facts {
        let then = Clause { fact, operator, value: value.to_owned() };
        let rule = GovernanceRule { id: id(fact.key()), then, ..GovernanceRule::default() };
        change(&mut release, Command::Rules(Edit::add(rule)));
    }
    edit_session(&mut release, "lesson-desk", |it| it.attendance = Items::default());
    edit_department(&mut release, "finance", |it| it.floor_walkers.clear());
    edit_rfc(&mut release, "rfc", |it| (it.submitted, it.cab_date) = (Some(date(2026, 2, 1)), Some(date(2026, 2, 10))));
    let early = Rfc { id: id("early"), submitted: Some(date(2026, 1, 1)), ..release.rfcs.first().unwrap().clone() };
    change(&mut release, Command::Rfcs(Edit::Insert { at: 0, item: Box::new(early) }));
    release
}

#[test]
fn no_rule_on_the_world_is_met_by_taking_some_of_it_out_of_the_plan() {
    let release = breaking();
    let broken = assess(&release, TODAY).findings.iter().filter(|it| it.code == Code::RuleBroken).count();
    // The one on floor walkers comes with the app as well.
    assert_eq!(broken, 6);
    // An outcome that is taken back is no approval any more, and says so.
    let world = ["/people", "/departments", "/rfcs", "/defects", "/training"];
    let of_the_world = |path: &str| world.iter().any(|of| path.starts_with(of)) && !path.ends_with("/outcome");
    let all = takings(&release).into_iter().filter(|(path, _)| of_the_world(path)).collect();
    assert_eq!(cures(&release, TODAY, all), [""; 0]);
}

#[test]
fn what_a_rule_asks_about_goes_only_with_a_reason_and_comes_back() {
    let finance = |release: &Release| release.departments.get(id("finance")).unwrap().clone();
    let groups = without(&finance(&ready_release()).groups, "clerks");
    let fewer = Department { groups, ..finance(&breaking()) };
    let lawless =
        Department { groups: Items::default(), ..ready_release().departments.get(id("legal")).unwrap().clone() };
    let cases = [
        (RemovedKind::UserGroup, "finance:clerks", Command::Departments(Edit::replace(fewer))),
        (RemovedKind::UserGroup, "legal:lawyers", Command::Departments(Edit::replace(lawless))),
        (RemovedKind::Department, "legal", Command::Departments(Edit::Remove { id: id("legal") })),
        (RemovedKind::Rfc, "rfc", Command::Rfcs(Edit::Remove { id: id("rfc") })),
        (RemovedKind::Audience, "desk", Command::Audiences(Edit::Remove { id: id("desk") })),
    ];
    for (kind, key, remove) in cases {
        assert_eq!(remove.removes_without_reason(&ready_release()), None, "{key}: no rule asks about it");
        explained(&mut breaking(), kind, key, remove);
    }
}

#[test]
fn what_a_gate_passed_on_goes_only_with_a_reason_and_comes_back() {
    let mut release = ready_release();
    let conditions = items([condition("tidy"), Condition { met: Some(TODAY), ..condition("met") }]);
    let outcome = GateOutcome::PassedWithConditions { on: Some(TODAY), conditions };
    edit_gate(&mut release, "code-review", |it| it.outcome = outcome.clone());
    let gate = release.gates.get(id("code-review")).unwrap().clone();
    let with = |outcome| Command::Gates(Edit::replace(QualityGate { outcome, ..gate.clone() }));
    let GateOutcome::PassedWithConditions { on, conditions } = outcome else { unreachable!() };
    let kept = without(&conditions, "tidy");
    explained(
        &mut release,
        RemovedKind::GateCondition,
        "code-review:tidy",
        with(GateOutcome::PassedWithConditions { on, conditions: kept }),
    );
    // A gate that ended otherwise says so itself, and one that is removed has its own reason.
    assert_eq!(with(GateOutcome::Passed { on }).removes_without_reason(&release), None);
    let remove = Command::Gates(Edit::Remove { id: id("code-review") });
    assert_eq!(remove.removes_without_reason(&release), Some(RemovedKind::Gate));
}

/// Removes something that goes only with a reason, which is then told where it was; and puts it back.
fn explained(release: &mut Release, kind: RemovedKind, key: &str, remove: Command) {
    assert_eq!(remove.removes_without_reason(release), Some(kind), "{key}");
    let said = |text: &str| text.to_owned();
    let removal =
        Removal { id: id("why"), kind, key: said(key), name: said(key), reason: said("Agreed"), ..Removal::default() };
    let remove = with_reason(removal.clone(), remove);
    assert_eq!(remove.removes_without_reason(release), None, "{key}");
    change(release, remove);
    let told = |release: &Release| assess(release, TODAY).findings.into_iter().find(|it| it.code == Code::Removed);
    assert_eq!(told(release).unwrap().place.id.as_deref(), Some("why"), "{key}");
    let forgotten = Command::Removals(Edit::Remove { id: id("why") });
    assert_eq!(forgotten.removes_without_reason(release), Some(kind), "{key}");
    let back = put_back(release, &removal).unwrap();
    change(release, back);
    assert!(told(release).is_none() && release.removals.is_empty(), "{key}");
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
