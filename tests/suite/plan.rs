//! The release record, the commands that change it, and undo.

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use rollcall::plan::{
    AcceptanceCriterion, Approach, Ballot, BoardRole, ChangeEntry, ChangeType, CheckState, Choice, Command,
    CriteriaList, Criticality, Defect, Delivery, Department, Edit, EditError, Fact, GroupKind, History, Id, Identity,
    Item, Items, Level, Minutes, Money, Operator, Part, Percent, Person, QualityGate, Refused, Release, ReleaseType,
    Removal, RemovedKind, Severity, StepResult, Verdict, WaveState, Window, Written, with_reason,
};
use rollcall::plan_file::read_entry;
use rollcall::readiness::{Code, Section};
use rollcall::strategy::{FACTORS, Reply, asks_for_identity, reply_to};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::commands::{command, seeds, start};
use crate::ready::{self, change, id, items, ready_release};

fn entry(what: &str) -> ChangeEntry {
    ChangeEntry { at: Timestamp::UNIX_EPOCH, who: "Ana".to_owned(), what: what.to_owned() }
}

fn undo(history: &mut History, release: &mut Release) -> Option<String> {
    history.undo(release, Timestamp::UNIX_EPOCH, "Ana")
}

fn redo(history: &mut History, release: &mut Release) -> Option<String> {
    history.redo(release, Timestamp::UNIX_EPOCH, "Ana")
}

/// The release without its log, which only grows.
fn bare(release: &Release) -> Release {
    Release { log: Vec::new(), ..release.clone() }
}

// Commands and their inverses.

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_command_and_its_inverse_restore_the_release(which: u8, seeds in seeds(12)) {
        let mut release = start(which);
        for seed in seeds {
            let before = release.clone();
            match command(seed, &before).apply(&mut release) {
                Ok(inverse) => {
                    let after = release.clone();
                    let again = inverse.apply(&mut release);
                    prop_assert_eq!(&release, &before);
                    prop_assert!(again.unwrap().apply(&mut release).is_ok());
                    prop_assert_eq!(&release, &after);
                }
                Err(_) => prop_assert_eq!(&release, &before),
            }
        }
    }

    #[test]
    fn undoing_everything_restores_and_redoing_everything_repeats(
        which: u8, seeds in seeds(20), keys in proptest::collection::vec(proptest::option::of(0u8..2), 20),
    ) {
        let mut release = start(which);
        let (before, mut history) = (bare(&release), History::default());
        for (seed, key) in seeds.into_iter().zip(keys) {
            let next = command(seed, &release);
            let (was, steps) = (release.clone(), history.to_undo().map(str::to_owned));
            if history.dispatch(&mut release, next, entry("Edited"), key.map(|key| key.to_string())).is_err() {
                prop_assert_eq!(&release, &was);
                prop_assert_eq!(history.to_undo().map(str::to_owned), steps);
            }
        }
        let after = bare(&release);
        let mut undone = 0;
        while undo(&mut history, &mut release).is_some() {
            undone += 1;
        }
        prop_assert_eq!(bare(&release), before);
        let redone = std::iter::from_fn(|| redo(&mut history, &mut release)).count();
        prop_assert_eq!(redone, undone);
        prop_assert_eq!(bare(&release), after);
    }

    #[test]
    fn a_refused_command_leaves_what_can_be_redone(which: u8, seeds in seeds(20)) {
        let mut release = start(which);
        let mut history = History::default();
        history.dispatch(&mut release, Command::CriteriaList(Box::new(CriteriaList { review: Some(ready::TODAY), ..CriteriaList::default() })), entry("Dated"), None).unwrap();
        undo(&mut history, &mut release);
        for seed in seeds {
            let next = command(seed, &release);
            if history.dispatch(&mut release, next, entry("Edited"), None).is_err() {
                prop_assert_eq!(history.to_redo(), Some("Dated"));
            } else {
                prop_assert_eq!(history.to_redo(), None);
                break;
            }
        }
    }

    #[test]
    fn a_batch_is_all_or_nothing(which: u8, seeds in seeds(6)) {
        let mut release = start(which);
        let before = release.clone();
        let mut commands: Vec<Command> = seeds.into_iter().map(|seed| command(seed, &before)).collect();
        commands.push(Command::People(Edit::Remove { id: id("nobody") }));
        prop_assert!(Command::Batch(commands).apply(&mut release).is_err());
        prop_assert_eq!(release, before);
    }

    #[test]
    fn an_edit_anywhere_has_its_inverse(
        ids in proptest::sample::subsequence(vec!["a", "b", "c", "d", "e", "f"], 0..=6), which in 0usize..7, at in 0usize..9, kind in 0u8..4,
    ) {
        let person = |key: &str, name: &str| Person { id: id(key), name: name.to_owned(), ..Person::default() };
        let key = ["a", "b", "c", "d", "e", "f", "g"][which];
        let before = items(ids.iter().map(|key| person(key, "before")));
        let edit = match kind {
            0 => Edit::Insert { at, item: Box::new(person(key, "new")) },
            1 => Edit::Remove { id: id(key) },
            2 => Edit::replace(person(key, "after")),
            _ => Edit::Move { id: id(key), to: at },
        };
        let mut list = before.clone();
        let there = ids.contains(&key);
        match list.apply(edit) {
            Err(refused) => {
                let expected = if there { EditError::Duplicate(key.to_owned()) } else { EditError::NotFound(key.to_owned()) };
                prop_assert_eq!(refused, expected);
                prop_assert_eq!(there, kind == 0);
                prop_assert_eq!(list, before);
            }
            Ok(inverse) => {
                prop_assert_eq!(there, kind != 0);
                let mut expected: Vec<&str> = ids.clone();
                let from = expected.iter().position(|it| *it == key);
                if let (1 | 3, Some(from)) = (kind, from) {
                    expected.remove(from);
                }
                if kind == 0 || kind == 3 {
                    expected.insert(at.min(expected.len()), key);
                }
                let ids: Vec<String> = list.iter().map(|person| person.id.to_string()).collect();
                prop_assert_eq!(ids, expected);
                if kind == 2 {
                    prop_assert_eq!(&list.get(id(key)).unwrap().name, "after");
                }
                list.apply(inverse).unwrap();
                prop_assert_eq!(list, before);
            }
        }
    }
}

#[test]
fn an_entry_without_an_id_is_refused() {
    let mut release = Release::default();
    let refused = Command::People(Edit::add(Person::default())).apply(&mut release);
    assert_eq!(refused, Err(EditError::Unnamed));
    assert_eq!(release, Release::default());
}

#[test]
fn undo_goes_back_five_hundred_steps() {
    let (mut release, mut history) = (Release::default(), History::default());
    for quorum in 1..=510 {
        let next = Command::Quorum(Box::new(rollcall::plan::Count(quorum)));
        history.dispatch(&mut release, next, entry("Changed the quorum"), None).unwrap();
    }
    assert_eq!(std::iter::from_fn(|| undo(&mut history, &mut release)).count(), 500);
    assert_eq!(release.board.quorum.0, 10);
}

/// An offer to undo holds for the step that it names: no other step ever has its number.
#[test]
fn each_step_has_a_number_of_its_own() {
    let (mut release, mut history) = (Release::default(), History::default());
    let set = |quorum| Command::Quorum(Box::new(rollcall::plan::Count(quorum)));
    assert_eq!(history.last_step(), None);
    history.dispatch(&mut release, set(1), entry("One"), None).unwrap();
    let one = history.last_step();
    history.dispatch(&mut release, set(2), entry("Two"), None).unwrap();
    let two = history.last_step();
    assert!(one.is_some() && two.is_some() && one != two);
    undo(&mut history, &mut release);
    assert_eq!(history.last_step(), one);
    redo(&mut history, &mut release);
    assert_eq!(history.last_step(), two);
    undo(&mut history, &mut release);
    history.dispatch(&mut release, set(3), entry("Three"), None).unwrap();
    assert!(history.last_step() != one && history.last_step() != two, "what was undone lends its number to nothing");
}

// Typing.

fn rename(name: &str) -> Command {
    Command::Identity(Box::new(Identity { name: name.to_owned(), ..Identity::default() }))
}

/// Types a text letter by letter into one field.
fn type_text(history: &mut History, release: &mut Release, text: &str) {
    for end in 1..=text.len() {
        let key = Some("identity.name".to_owned());
        history.dispatch(release, rename(&text[..end]), entry("Changed the overview"), key).unwrap();
    }
}

#[test]
fn a_run_of_typing_is_one_step_with_one_line_in_the_log() {
    let (mut release, mut history) = (Release::default(), History::default());
    type_text(&mut history, &mut release, "Ledger");
    assert_eq!((release.identity.name.as_str(), release.log.len()), ("Ledger", 1));
    assert_eq!(undo(&mut history, &mut release).as_deref(), Some("Changed the overview"));
    assert_eq!(release.identity.name, "");
    assert_eq!(undo(&mut history, &mut release), None);
    redo(&mut history, &mut release);
    assert_eq!(release.identity.name, "Ledger");
}

#[test]
fn sealing_ends_a_run_of_typing() {
    let (mut release, mut history) = (Release::default(), History::default());
    type_text(&mut history, &mut release, "Led");
    history.seal();
    type_text(&mut history, &mut release, "Ledger");
    undo(&mut history, &mut release);
    assert_eq!((release.identity.name.as_str(), release.log.len()), ("Led", 3));
}

#[test]
fn undo_and_redo_end_a_run_of_typing() {
    let (mut release, mut history) = (Release::default(), History::default());
    type_text(&mut history, &mut release, "Led");
    let other = Command::CriteriaList(Box::new(CriteriaList { review: Some(ready::TODAY), ..CriteriaList::default() }));
    history.dispatch(&mut release, other, entry("Dated"), None).unwrap();
    undo(&mut history, &mut release);
    type_text(&mut history, &mut release, "Ledger");
    let lines: Vec<&str> = release.log.iter().map(|line| line.what.as_str()).collect();
    assert_eq!(lines, ["Changed the overview", "Dated", "Undid: Dated", "Changed the overview"]);
    undo(&mut history, &mut release);
    assert_eq!(release.identity.name, "Led");

    redo(&mut history, &mut release);
    type_text(&mut history, &mut release, "L");
    undo(&mut history, &mut release);
    assert_eq!(release.identity.name, "Ledger");
}

#[test]
fn the_same_key_on_another_entry_is_a_step_of_its_own() {
    let (mut release, mut history) = (ready_release(), History::default());
    let before = bare(&release);
    for key in ["ana", "ben"] {
        let renamed = Person { id: id(key), name: "X".to_owned(), ..Person::default() };
        history
            .dispatch(&mut release, Command::People(Edit::replace(renamed)), entry("Renamed"), Some("name".to_owned()))
            .unwrap();
    }
    while undo(&mut history, &mut release).is_some() {}
    assert_eq!(bare(&release), before);
}

/// Several changes of one step, each of which puts something in the place of what it finds.
fn dated_and_named(name: &str, review: Option<jiff::civil::Date>) -> Command {
    Command::Batch(vec![
        rename(name),
        Command::CriteriaList(Box::new(CriteriaList { review, ..CriteriaList::default() })),
    ])
}

#[test]
fn several_changes_at_once_go_on_with_the_same_changes() {
    let (mut release, mut history) = (Release::default(), History::default());
    let dispatch = |history: &mut History, release: &mut Release, command| {
        history.dispatch(release, command, entry("Changed"), Some("both".to_owned())).unwrap();
    };
    for name in ["A", "B", "C"] {
        dispatch(&mut history, &mut release, dated_and_named(name, Some(ready::TODAY)));
    }
    assert_eq!((release.identity.name.as_str(), release.log.len()), ("C", 1));
    // Fewer of them, or others, are a step of their own.
    dispatch(&mut history, &mut release, Command::Batch(vec![rename("D")]));
    dispatch(&mut history, &mut release, dated_and_named("E", None));
    let added = Person { id: id("ana"), ..Person::default() };
    dispatch(&mut history, &mut release, Command::Batch(vec![rename("F"), Command::People(Edit::add(added))]));
    for before in ["E", "D", "C", ""] {
        assert!(undo(&mut history, &mut release).is_some());
        assert_eq!(release.identity.name, before);
    }
    assert_eq!((undo(&mut history, &mut release), bare(&release)), (None, Release::default()));
    redo(&mut history, &mut release);
    assert_eq!((release.identity.name.as_str(), release.criteria_list.review), ("C", Some(ready::TODAY)));
}

#[test]
fn arrowing_through_the_answers_of_one_question_is_one_step() {
    let (mut release, mut history) = (ready_release(), History::default());
    let before = bare(&release);
    let asked = FACTORS.iter().filter(|factor| asks_for_identity(factor));
    for (steps, factor) in asked.enumerate() {
        for reply in factor.answers.iter().map(Reply::Answer).chain([Reply::Unknown]) {
            let Some(command) = reply_to(&release, factor, reply) else { continue };
            history.dispatch(&mut release, command, entry("Answered"), Some(factor.key.to_owned())).unwrap();
        }
        assert_eq!(release.log.len(), steps + 1, "{}", factor.key);
    }
    while undo(&mut history, &mut release).is_some() {}
    assert_eq!(bare(&release), before);
}

// Removing what readiness depends on.

/// Each thing that goes only with a reason: its kind, its key, and the command that takes it away.
fn protected() -> Vec<(RemovedKind, &'static str, Command)> {
    let mut gate: QualityGate = ready_release().gates.get(id("ops-review")).unwrap().clone();
    gate.signatories = ready::without(&gate.signatories, "2");
    vec![
        (RemovedKind::Criterion, "training", Command::Criteria(Edit::Remove { id: id("training") })),
        (RemovedKind::Gate, "code-review", Command::Gates(Edit::Remove { id: id("code-review") })),
        (RemovedKind::Defect, "rounding", Command::Defects(Edit::Remove { id: id("rounding") })),
        (RemovedKind::Rule, "floor-walkers", Command::Rules(Edit::Remove { id: id("floor-walkers") })),
        (RemovedKind::Department, "finance", Command::Departments(Edit::Remove { id: id("finance") })),
        (RemovedKind::Impact, "finance", spared("finance")),
        (RemovedKind::HandOverItem, "reload", Command::HandOverItems(Edit::Remove { id: id("reload") })),
        (RemovedKind::Signatory, "ops-review:2", Command::Gates(Edit::replace(gate))),
    ]
}

/// A department that does not notice the release after all.
fn spared(key: &str) -> Command {
    let department = ready_release().departments.get(id(key)).unwrap().clone();
    Command::Departments(Edit::replace(Department { impacted: false, ..department }))
}

fn removal(kind: RemovedKind, key: &str, reason: &str) -> Removal {
    let (key, reason) = (key.to_owned(), reason.to_owned());
    Removal { id: id("why"), kind, name: key.clone(), key, reason, ..Removal::default() }
}

#[test]
fn what_readiness_depends_on_goes_only_with_a_reason() {
    for (kind, key, remove) in protected() {
        let (mut release, mut history) = (ready_release(), History::default());
        let before = release.clone();
        let other_kind = if kind == RemovedKind::Gate { RemovedKind::Rule } else { RemovedKind::Gate };
        let add = |removal| Command::Removals(Edit::add(removal));
        let take_back = Command::Removals(Edit::Remove { id: id("why") });
        let refused = [
            remove.clone(),
            Command::Batch(vec![Command::CriteriaList(Box::default()), Command::Batch(vec![remove.clone()])]),
            with_reason(removal(kind, key, " \n"), remove.clone()),
            with_reason(removal(kind, "another", "Not needed"), remove.clone()),
            with_reason(removal(other_kind, key, "Not needed"), remove.clone()),
            Command::Batch(vec![add(removal(kind, key, "Not needed")), remove.clone(), take_back]),
        ];
        for command in refused {
            let answer = history.dispatch(&mut release, command, entry("Removed"), None);
            assert_eq!(answer, Err(Refused::ReasonNeeded(kind)), "{key}");
            assert_eq!(release, before, "{key}");
            assert_eq!(history.to_undo(), None, "{key}");
        }

        let with = with_reason(removal(kind, key, "Not needed"), remove);
        assert_eq!(with.removes_without_reason(&release), None, "{key}");
        history.dispatch(&mut release, with, entry("Removed"), None).unwrap();
        let after = bare(&release);
        assert_ne!(after, bare(&before));
        assert_eq!(undo(&mut history, &mut release).as_deref(), Some("Removed"), "undo does not ask");
        assert_eq!(bare(&release), before);
        redo(&mut history, &mut release);
        assert_eq!(bare(&release), after);
    }
}

#[test]
fn the_record_of_a_removal_stays_until_the_thing_is_back() {
    for (kind, key, remove) in protected() {
        let mut release = ready_release();
        let back = with_reason(removal(kind, key, "Not needed"), remove).apply(&mut release).unwrap();
        let forget = Command::Removals(Edit::Remove { id: id("why") });
        assert_eq!(forget.removes_without_reason(&release), Some(kind), "{key}");
        let elsewhere = Command::Removals(Edit::replace(removal(kind, "another", "Not needed")));
        assert_eq!(elsewhere.removes_without_reason(&release), Some(kind), "{key}");
        let better = Command::Removals(Edit::replace(removal(kind, key, "Outsourced")));
        assert_eq!(better.removes_without_reason(&release), None, "a reason may be put better: {key}");

        back.apply(&mut release).unwrap();
        change(&mut release, Command::Removals(Edit::add(removal(kind, key, "Not needed"))));
        assert_eq!(forget.removes_without_reason(&release), None, "it is back: {key}");
    }
}

#[test]
fn a_default_may_be_named_by_the_key_that_it_came_from() {
    let mut release = ready_release();
    let copy =
        AcceptanceCriterion { id: id("c-1"), catalogue: Some("training".to_owned()), ..AcceptanceCriterion::default() };
    change(&mut release, Command::Criteria(Edit::Remove { id: id("training") }));
    change(&mut release, Command::Criteria(Edit::add(copy)));
    let remove = Command::Criteria(Edit::Remove { id: id("c-1") });
    for key in ["c-1", "training"] {
        let with = with_reason(removal(RemovedKind::Criterion, key, "Not needed"), remove.clone());
        assert_eq!(with.removes_without_reason(&release), None, "{key}");
    }
    assert_eq!(remove.removes_without_reason(&release), Some(RemovedKind::Criterion));
}

#[test]
fn what_readiness_does_not_depend_on_goes_freely() {
    let release = ready_release();
    let free = [
        Command::Departments(Edit::Remove { id: id("legal") }),
        spared("legal"),
        Command::People(Edit::Remove { id: id("ana") }),
        Command::Waves(Edit::Remove { id: id("pilot") }),
        Command::Rfcs(Edit::Remove { id: id("rfc") }),
        Command::Gates(Edit::replace(release.gates.get(id("ops-review")).unwrap().clone())),
        Command::Gates(Edit::Move { id: id("ops-review"), to: 0 }),
    ];
    for command in free {
        assert_eq!(command.removes_without_reason(&release), None, "{command:?}");
    }
}

#[test]
fn a_department_that_loses_its_impact_in_the_same_step_still_needs_a_reason() {
    let release = ready_release();
    let remove = Command::Departments(Edit::Remove { id: id("finance") });
    let both = Command::Batch(vec![spared("finance"), remove]);
    assert_eq!(both.removes_without_reason(&release), Some(RemovedKind::Department));
}

#[test]
fn a_department_that_lost_its_impact_for_a_reason_goes_freely_and_the_reason_stays() {
    let mut release = ready_release();
    change(&mut release, with_reason(removal(RemovedKind::Impact, "finance", "They stay on paper"), spared("finance")));
    let remove = Command::Departments(Edit::Remove { id: id("finance") });
    assert_eq!(remove.removes_without_reason(&release), None);
    change(&mut release, remove);
    let forget = Command::Removals(Edit::Remove { id: id("why") });
    assert_eq!(forget.removes_without_reason(&release), Some(RemovedKind::Impact));
}

#[test]
fn a_signatory_who_takes_the_role_of_another_is_gone() {
    let release = ready_release();
    let gate = release.gates.get(id("ops-review")).unwrap();
    let renamed = |role: &str| {
        let mut gate = gate.clone();
        gate.signatories.iter_mut().nth(1).unwrap().role = role.to_owned();
        Command::Gates(Edit::replace(gate))
    };
    assert_eq!(renamed(" project MANAGER").removes_without_reason(&release), Some(RemovedKind::Signatory));
    assert_eq!(renamed("Service desk lead").removes_without_reason(&release), None);
}

// Values.

#[test]
fn ids_have_one_to_forty_plain_characters() {
    let longest = "a".repeat(40);
    for good in ["a", "Z9", "a.b_c-d", "018f3c1e-7d2a-7000-8000-0123456789ab", &longest] {
        let id: Id<Person> = Id::new(good).unwrap();
        let copy = id;
        assert_eq!((copy.as_str(), copy, id.to_string()), (good, id, good.to_owned()));
        assert_eq!(good.parse::<Id<Person>>(), Ok(id));
        assert_eq!(serde_json::to_value(id).unwrap(), json!(good));
        assert_eq!(read_entry::<Id<Person>>(&json!(good)), Ok(id));
        assert_eq!(serde_json::from_value::<Id<Person>>(json!(good)).unwrap(), id);
    }
    let too_long = "a".repeat(41);
    for bad in ["", " ", "a b", "a/b", "ä", "a:b", "a\0", "“", &too_long] {
        assert!(Id::<Person>::new(bad).is_err(), "{bad:?}");
        // A reference to nothing is written as an empty text; whatever is in a list must have an id all the same.
        if !bad.is_empty() {
            let message = serde_json::from_value::<Id<Person>>(json!(bad)).unwrap_err().to_string();
            assert!(message.contains("1 to 40 letters"), "{message}");
            let message = read_entry::<Id<Person>>(&json!(bad)).unwrap_err();
            assert!(message.contains("1 to 40 letters"), "{message}");
        }
    }
    assert!(Id::<Person>::default().is_empty());
    assert_eq!(Id::<Person>::of_key("a b ü.").as_str(), "ab.");
}

proptest! {
    #[test]
    fn ids_sort_and_hash_as_their_text(one in "[a-zA-Z0-9._-]{1,40}", other in "[a-zA-Z0-9._-]{1,40}") {
        let (a, b): (Id<Person>, Id<Person>) = (id(&one), id(&other));
        prop_assert_eq!(a.cmp(&b), one.cmp(&other));
        prop_assert_eq!(a == b, one == other);
        prop_assert_eq!(HashSet::from([a, b]).len(), HashSet::from([&one, &other]).len());
    }

    #[test]
    fn money_is_grouped_and_keeps_its_hundredths(amount: i64) {
        let shown = Money(amount).to_string();
        let plain = shown.replace(',', "").replace('−', "-");
        let (units, hundredths) = plain.split_once('.').unwrap_or((&plain, "0"));
        let sign = if plain.starts_with('-') { -1 } else { 1 };
        let value = i128::from(units.trim_start_matches('-').parse::<u64>().unwrap()) * 100 + hundredths.parse::<i128>().unwrap();
        prop_assert_eq!(value * sign, i128::from(amount));
        let groups: Vec<&str> = shown.split('.').next().unwrap().trim_start_matches('−').split(',').collect();
        prop_assert!(groups.iter().skip(1).all(|group| group.len() == 3));
    }

    #[test]
    fn minutes_say_days_hours_and_minutes(minutes: u32) {
        let shown = Minutes(minutes).to_string();
        let words: Vec<&str> = shown.split(' ').collect();
        let total: u64 = words.chunks(2).map(|pair| {
            let unit = match pair[1] { "d" => 1440, "h" => 60, "min" => 1, other => panic!("{other}") };
            pair[0].parse::<u64>().unwrap() * unit
        }).sum();
        prop_assert_eq!(total, u64::from(minutes));
    }

    #[test]
    fn a_percentage_goes_from_0_to_100(share: u8) {
        prop_assert_eq!(Percent::try_from(share).is_ok(), share <= 100);
        prop_assert_eq!(read_entry::<Percent>(&json!(share)).is_ok(), share <= 100);
    }
}

#[test]
fn quantities_read_as_people_write_them() {
    let cases = [
        (rollcall::plan::Count(0).to_string(), "0"),
        (rollcall::plan::Count(999).to_string(), "999"),
        (rollcall::plan::Count(6_400).to_string(), "6,400"),
        (rollcall::plan::Count(u32::MAX).to_string(), "4,294,967,295"),
        (Minutes(0).to_string(), "0 min"),
        (Minutes(45).to_string(), "45 min"),
        (Minutes(120).to_string(), "2 h"),
        (Minutes(150).to_string(), "2 h 30 min"),
        (Minutes(4560).to_string(), "3 d 4 h"),
        (Minutes(1441).to_string(), "1 d 1 min"),
        (Money(0).to_string(), "0"),
        (Money(5).to_string(), "0.05"),
        (Money(-5).to_string(), "−0.05"),
        (Money(123_456_700).to_string(), "1,234,567"),
        (Money(-123_450).to_string(), "−1,234.50"),
        (Percent::try_from(95).unwrap().to_string(), "95 %"),
    ];
    for (shown, expected) in cases {
        assert_eq!(shown, expected);
    }
    for bad in [json!(101), json!(-1), json!(300), json!(9.5), json!("50")] {
        assert!(read_entry::<Percent>(&bad).is_err());
    }
}

#[test]
fn a_window_never_ends_before_it_starts() {
    let (start, end) = (date(2026, 3, 14).at(20, 0, 0, 0), date(2026, 3, 15).at(4, 0, 0, 0));
    let window = Window::new(start, end).unwrap();
    assert_eq!((window.start(), window.end(), window.go_live()), (start, end, date(2026, 3, 14)));
    assert!(Window::new(start, start).is_ok());
    assert!(Window::new(end, start).is_err());
    let written = json!({ "start": "2026-03-14T20:00:00", "end": "2026-03-15T04:00:00" });
    assert_eq!(read_entry::<Option<Window>>(&written), Ok(Some(window)));
    let reversed = json!({ "start": "2026-03-15T04:00:00", "end": "2026-03-14T20:00:00" });
    let message = read_entry::<Option<Window>>(&reversed).unwrap_err();
    assert!(message.contains("ends") && message.contains("before it starts"), "{message}");
}

#[test]
fn a_list_is_read_with_unique_ids_only() {
    let read = |value| read_entry::<Items<Defect>>(&value);
    assert_eq!(read(json!([{ "id": "a" }, { "id": "b" }])).unwrap().len(), 2);
    assert!(read(json!([{ "id": "a" }, { "title": "b" }])).unwrap_err().contains("the id is missing"));
    assert!(read(json!([{ "id": "" }])).unwrap_err().contains("the id is missing"));
    assert!(
        read(json!([{ "id": "a" }, { "id": "a" }]))
            .unwrap_err()
            .contains("the id \"a\" is taken already, by entry [0]")
    );
}

#[test]
fn leaving_out_what_cannot_be_kept_keeps_the_rest() {
    let unnamed = Defect::default();
    let twice = [id("a"), id("a"), id("b")].map(|id| Defect { id, ..Defect::default() });
    let list = items(twice.into_iter().chain([unnamed]));
    assert_eq!(list.iter().map(|it| it.id().to_string()).collect::<Vec<_>>(), ["a", "b"]);
}

/// Checks a closed set of words: the file has exactly its keys.
fn check_words<T: Choice + Written + Serialize + DeserializeOwned + std::fmt::Debug + Default>() {
    let keys: Vec<&str> = T::ALL.iter().map(|choice| choice.key()).collect();
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len(), "{keys:?}");
    assert_eq!(T::default(), T::ALL[0]);
    for choice in T::ALL {
        let key = choice.key();
        assert!(key.starts_with(|c: char| c.is_ascii_lowercase()), "{key}");
        assert!(key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'), "{key}");
        assert!(!choice.label().trim().is_empty(), "{key}");
        assert_eq!(T::from_key(key), Some(*choice));
        assert_eq!(serde_json::to_value(choice).unwrap(), json!(key));
        assert_eq!(serde_json::from_value::<T>(json!(key)).unwrap(), *choice);
        assert_eq!((read_entry::<T>(&json!(key)), choice.write()), (Ok(*choice), json!(key)));
    }
    assert_eq!(T::from_key("no such word"), None);
    assert!(serde_json::from_value::<T>(json!("no such word")).is_err());
    assert!(read_entry::<T>(&json!("no such word")).is_err());
}

#[test]
fn words_in_files_are_their_keys() {
    check_words::<ReleaseType>();
    check_words::<Criticality>();
    check_words::<GroupKind>();
    check_words::<ChangeType>();
    check_words::<Approach>();
    check_words::<Delivery>();
    check_words::<WaveState>();
    check_words::<StepResult>();
    check_words::<CheckState>();
    check_words::<Part>();
    check_words::<Severity>();
    check_words::<Fact>();
    check_words::<Operator>();
    check_words::<RemovedKind>();
    check_words::<BoardRole>();
    check_words::<Ballot>();
    check_words::<Level>();
    check_words::<Verdict>();
    check_words::<Code>();
    check_words::<Section>();
    check_words::<rollcall::readiness::Severity>();
}
