//! What everybody must do: each kind from its part of the plan, in order, and closed with a tick.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::action::{
    DueBand, Todo, TodoKind, TodoSource, actions, actions_with_done, close, due_band, overdue_agreed,
};
use rollcall::plan::*;
use rollcall::readiness::{assess, todo_place};
use rollcall::route::Route;
use rollcall::text::{todo, todo_origin};

use crate::arbitrary;
use crate::ready::*;

const YESTERDAY: Date = date(2026, 3, 1);
const TOMORROW: Date = date(2026, 3, 3);

/// The ready release once its last message is sent and its environment is refreshed: nothing is left to do.
fn settled() -> Release {
    let mut release = ready_release();
    edit_message(&mut release, "live", |it| it.sent = Some(TODAY));
    edit_environment(&mut release, "staging", |it| it.refreshed = Some(TODAY));
    release
}

/// A change to the settled release, and what is to be done then and was not before: kind, sentence, owner, due day.
type Case = (&'static str, fn(&mut Release), TodoKind, &'static str, Option<&'static str>, Option<Date>);

fn action(owner: Option<&str>, due: Option<Date>, closed: Option<Date>) -> Action {
    Action { id: id("act"), text: "Ring them".to_owned(), owner: owner.map(id), due, closed }
}

fn cases() -> Vec<Case> {
    use TodoKind as K;
    let said = |day: Date| Some(day);
    vec![
        (
            "finding of a gate",
            |r| edit_gate(r, "code-review", |it| it.findings.push(action(Some("ben"), Some(GO_LIVE), None))),
            K::GateFinding,
            "Ring them",
            Some("ben"),
            said(GO_LIVE),
        ),
        (
            "condition of a gate",
            |r| {
                edit_gate(r, "code-review", |it| {
                    let conditions = items([condition("tidy")]);
                    it.outcome = GateOutcome::PassedWithConditions { on: Some(TODAY), conditions };
                });
            },
            K::GateCondition,
            "tidy",
            Some("ana"),
            said(GO_LIVE),
        ),
        (
            "condition of the Board",
            |r| edit_decision(r, |it| it.conditions.push(condition("watch"))),
            K::BoardCondition,
            "watch",
            Some("ana"),
            said(GO_LIVE),
        ),
        (
            "action of a meeting that nobody owns",
            |r| edit_meeting(r, "checkpoint", |it| it.actions.push(action(None, None, None))),
            K::MeetingAction,
            "Ring them",
            Some("ana"),
            None,
        ),
        (
            "action of a meeting whose owner is gone",
            |r| edit_meeting(r, "checkpoint", |it| it.actions.push(action(Some("gone"), None, None))),
            K::MeetingAction,
            "Ring them",
            Some("ana"),
            None,
        ),
        (
            "action of the review",
            |r| r.after.review.actions.push(action(Some("eva"), Some(TOMORROW), Some(TOMORROW))),
            K::ReviewAction,
            "Ring them",
            Some("eva"),
            said(TOMORROW),
        ),
        (
            "capacity issue",
            |r| {
                let issue = CapacityIssue { title: "Disk".to_owned(), due: Some(GO_LIVE), ..CapacityIssue::default() };
                r.review.capacity.push(CapacityIssue { id: id("disk"), ..issue });
            },
            K::Capacity,
            "Settle capacity issue “Disk”",
            Some("ana"),
            said(GO_LIVE),
        ),
        (
            "criterion not met",
            |r| {
                edit_criterion(r, "training", |it| {
                    it.title = "Trained".to_owned();
                    it.answer = Answer::NotMet;
                    it.owner = Some(id("eva"));
                    it.due = Some(TOMORROW);
                });
            },
            K::Criterion,
            "Answer criterion “Trained”",
            Some("eva"),
            said(TOMORROW),
        ),
        (
            "criterion waived",
            |r| {
                edit_criterion(r, "training", |it| {
                    it.title = "Trained".to_owned();
                    it.answer = Answer::Waived(Waiver { until: Some(GO_LIVE), ..Waiver::default() });
                });
            },
            K::Waiver,
            "Make good or renew what is waived: “Trained”",
            Some("ana"),
            said(GO_LIVE),
        ),
        (
            "gate not held",
            |r| {
                edit_gate(r, "code-review", |it| {
                    it.outcome = GateOutcome::NotHeld;
                    it.led_by = Some(id("ben"));
                    it.due = Some(TOMORROW);
                });
            },
            K::Gate,
            "Hold gate “Code review”",
            Some("ben"),
            said(TOMORROW),
        ),
        (
            "defect undecided",
            |r| {
                edit_defect(r, "rounding", |it| {
                    it.decision = DefectDecision::Undecided;
                    it.number = "B-1".to_owned();
                });
            },
            K::DefectDecision,
            "Decide defect B-1 “rounding”",
            Some("ana"),
            None,
        ),
        (
            "defect to fix",
            |r| edit_defect(r, "rounding", |it| it.decision = DefectDecision::Fix { fixed: Some(TOMORROW) }),
            K::DefectFix,
            "Fix defect “rounding”",
            Some("ana"),
            None,
        ),
        (
            "known error to review",
            |r| edit_defect(r, "flicker", |it| it.known_error.review = Some(GO_LIVE)),
            K::KnownError,
            "Look at known error “flicker” again",
            Some("ana"),
            said(GO_LIVE),
        ),
        (
            "rule waived",
            |r| {
                edit_rule(r, "floor-walkers", |it| {
                    it.name = "Walkers".to_owned();
                    it.waiver = Some(Waiver { until: Some(GO_LIVE), ..Waiver::default() });
                });
            },
            K::Waiver,
            "Make good or renew what is waived: “Walkers”",
            Some("ana"),
            said(GO_LIVE),
        ),
        (
            "message two days before go-live",
            |r| {
                let (subject, sender) = ("Soon".to_owned(), Some(id("eva")));
                r.messages.push(Message { id: id("m"), subject, sender, send: Days(-2), ..Message::default() });
            },
            K::Message,
            "Send message “Soon” (mail)",
            Some("eva"),
            said(date(2026, 3, 12)),
        ),
        (
            "document to somebody",
            |r| {
                let copy =
                    Distribution { id: id("d"), person: Some(id("ben")), by: Days(-7), ..Distribution::default() };
                r.distribution.push(copy);
            },
            K::Document,
            "Send the release plan to Ben Barros",
            Some("ana"),
            said(date(2026, 3, 7)),
        ),
        (
            "environment to refresh",
            |r| {
                let environment = Environment { id: id("e"), name: "Staging".to_owned(), ..Environment::default() };
                let (refresh_days, refreshed) = (Some(Count(10)), Some(date(2026, 2, 25)));
                let owner = Some(id("ben"));
                r.environments.push(Environment { refresh_days, refreshed, owner, ..environment });
            },
            K::Environment,
            "Refresh environment “Staging”",
            Some("ben"),
            said(date(2026, 3, 7)),
        ),
        (
            "environment never refreshed",
            |r| {
                let environment = Environment { id: id("e"), name: "Staging".to_owned(), ..Environment::default() };
                r.environments.push(Environment { refresh_days: Some(Count(10)), ..environment });
            },
            K::Environment,
            "Refresh environment “Staging”",
            Some("ana"),
            None,
        ),
        (
            "session",
            |r| {
                let (title, trainer) = ("Basics".to_owned(), Some(id("eva")));
                let at = Some(at(TOMORROW, 9));
                r.training.sessions.push(TrainingSession {
                    id: id("t"),
                    title,
                    trainer,
                    at,
                    ..TrainingSession::default()
                });
            },
            K::Session,
            "Hold training session “Basics” and note who was there",
            Some("eva"),
            said(TOMORROW),
        ),
        (
            "point of the hand-over",
            |r| {
                r.hand_over.items.push(HandOverItem {
                    id: id("h"),
                    title: "Code".to_owned(),
                    ..HandOverItem::default()
                })
            },
            K::HandOver,
            "Hand over to the service desk: “Code”",
            Some("ana"),
            said(GO_LIVE),
        ),
        (
            "risk without response",
            |r| {
                edit_risk(r, "volume", |it| {
                    it.response = " ".to_owned();
                    it.owner = Some(id("ben"));
                });
            },
            K::Risk,
            "Say what is done about risk “Volume”",
            Some("ben"),
            None,
        ),
        (
            "runbook step that nobody does",
            |r| edit_step(r, "install", |it| it.owner = None),
            K::Step,
            "Say who does runbook step “install”",
            Some("ana"),
            said(GO_LIVE),
        ),
        (
            "list of criteria",
            |r| {
                let reviewed = Some(YESTERDAY);
                r.criteria_list = CriteriaList { review: Some(GO_LIVE), reviewed, reviewed_by: Some(id("ben")) };
            },
            K::CriteriaList,
            "Look at the list of acceptance criteria again",
            Some("ben"),
            said(GO_LIVE),
        ),
        (
            "incident",
            |r| {
                let (number, title) = ("INC-4".to_owned(), "No totals".to_owned());
                let incident = Incident { id: id("i"), number, title, ..Incident::default() };
                r.after.incidents.push(Incident { owner: Some(id("eva")), ..incident });
            },
            K::Incident,
            "Resolve incident INC-4 “No totals”",
            Some("eva"),
            None,
        ),
    ]
}

#[test]
fn the_ready_release_leaves_what_is_planned_and_nothing_else() {
    let left: Vec<_> = actions(&ready_release(), TODAY).iter().map(|it| (it.kind, it.due)).collect();
    let (refresh, message) = (Some(date(2026, 3, 4)), Some(date(2026, 3, 16)));
    assert_eq!(left, [(TodoKind::Environment, refresh), (TodoKind::Message, message)]);
    assert_eq!(actions(&settled(), TODAY), []);
}

#[test]
fn each_part_of_the_plan_says_what_is_to_be_done_by_whom_and_when() {
    for (name, alter, kind, sentence, owner, due) in cases() {
        let mut release = settled();
        alter(&mut release);
        let found = actions(&release, TODAY);
        let [one] = found.as_slice() else { panic!("{name}: {found:?}") };
        assert_eq!((one.kind, one.source.kind()), (kind, kind), "{name}");
        assert_eq!(todo(one), sentence, "{name}");
        assert_eq!(one.owner, owner.map(id), "{name}");
        assert_eq!((one.due, one.overdue, one.done), (due, false, None), "{name}");
        assert!(!todo_origin(one).is_empty());
        // It leads to a place of the plan that the address can name.
        let address = Route::cure(release.id, &todo_place(one.source)).to_string();
        assert_eq!(Route::parse(&address).to_string(), address, "{name}");
    }
}

#[test]
fn each_kind_has_its_case() {
    let covered: Vec<TodoKind> = cases().into_iter().map(|(_, _, kind, ..)| kind).collect();
    let missing: Vec<&TodoKind> = TodoKind::ALL.iter().filter(|kind| !covered.contains(kind)).collect();
    assert_eq!(missing, [&TodoKind::Gate; 0]);
}

#[test]
fn what_nobody_owns_falls_to_the_release_manager_and_says_so() {
    let mut release = settled();
    edit_meeting(&mut release, "checkpoint", |it| it.actions.push(action(None, None, None)));
    let default = |release: &Release| actions(release, TODAY).first().map(|one| (one.owner, one.by_default)).unwrap();
    assert_eq!(default(&release), (Some(id("ana")), true));
    edit_meeting(&mut release, "checkpoint", |it| it.actions = items([action(Some("ana"), None, None)]));
    assert_eq!(default(&release), (Some(id("ana")), false));
    edit_meeting(&mut release, "checkpoint", |it| it.actions = items([action(None, None, None)]));
    edit_identity(&mut release, |it| it.release_manager = None);
    assert_eq!(default(&release), (None, true));
}

#[test]
fn it_is_overdue_from_the_day_after() {
    let with = |due: Option<Date>, closed: Option<Date>| {
        let mut release = settled();
        edit_meeting(&mut release, "checkpoint", |it| it.actions.push(action(None, due, closed)));
        let all = actions_with_done(&release, TODAY);
        let one = all.into_iter().find(|one| one.kind == TodoKind::MeetingAction).unwrap();
        (one.overdue, due_band(&one, TODAY))
    };
    let week = date(2026, 3, 9);
    assert_eq!(with(Some(YESTERDAY), None), (true, DueBand::Overdue));
    assert_eq!(with(Some(TODAY), None), (false, DueBand::Soon));
    assert_eq!(with(Some(week), None), (false, DueBand::Soon));
    assert_eq!(with(Some(week.tomorrow().unwrap()), None), (false, DueBand::Later));
    assert_eq!(with(None, None), (false, DueBand::NoDay));
    assert_eq!(with(Some(YESTERDAY), Some(TODAY)), (false, DueBand::Done));
    // What is dated ahead is not done yet.
    assert_eq!(with(Some(YESTERDAY), Some(TOMORROW)), (true, DueBand::Overdue));
}

#[test]
fn the_earliest_comes_first_and_what_is_done_last() {
    let mut release = settled();
    let one = |key: &str, due, closed| Action { id: id(key), text: key.to_owned(), owner: None, due, closed };
    edit_meeting(&mut release, "checkpoint", |it| {
        it.actions = items([
            one("done", Some(YESTERDAY), Some(YESTERDAY)),
            one("open", None, None),
            one("late", Some(GO_LIVE), None),
            one("early", Some(YESTERDAY), None),
        ]);
    });
    let all = actions_with_done(&release, TODAY);
    let texts: Vec<&str> =
        all.iter().filter(|it| it.kind == TodoKind::MeetingAction).map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["early", "late", "open", "done"]);
    // Gates that passed are among what is done.
    assert_eq!(all.iter().filter(|it| it.kind == TodoKind::Gate && it.done.is_some()).count(), 7);
}

#[test]
fn an_environment_that_comes_due_after_go_live_is_not_asked_for() {
    let mut release = settled();
    let refreshed = Some(date(2026, 2, 25));
    let environment = Environment { id: id("e"), refresh_days: Some(Count(30)), refreshed, ..Environment::default() };
    release.environments.push(environment);
    assert_eq!(actions(&release, TODAY), []);
    // Once its day has passed it is, whenever go-live was.
    assert_eq!(actions(&release, date(2026, 3, 28)).iter().filter(|it| it.kind == TodoKind::Environment).count(), 1);
}

#[test]
fn agreed_actions_are_in_time_or_named() {
    let mut release = settled();
    assert_eq!(overdue_agreed(&release, TODAY), None, "nothing was ever agreed");
    edit_meeting(&mut release, "checkpoint", |it| it.actions.push(action(None, Some(TODAY), None)));
    assert_eq!(overdue_agreed(&release, TODAY), Some(vec![]));
    let late = overdue_agreed(&release, TOMORROW).unwrap();
    assert_eq!(late.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["Ring them"]);
    edit_meeting(&mut release, "checkpoint", |it| it.actions = items([action(None, Some(TODAY), Some(TODAY))]));
    assert_eq!(overdue_agreed(&release, TOMORROW), Some(vec![]), "what is done was agreed");
    // A gate that is late is not agreed: a check of the gate itself could never be ticked.
    edit_gate(&mut release, "code-review", |it| {
        it.outcome = GateOutcome::NotHeld;
        it.due = Some(YESTERDAY);
    });
    assert_eq!(overdue_agreed(&release, TODAY), Some(vec![]));
}

/// The agreed actions of every kind, open.
fn with_all_agreed() -> Release {
    let mut release = settled();
    edit_gate(&mut release, "code-review", |it| {
        it.findings.push(action(None, None, None));
        it.outcome = GateOutcome::PassedWithConditions { on: Some(TODAY), conditions: items([condition("tidy")]) };
    });
    edit_decision(&mut release, |it| it.conditions.push(condition("watch")));
    edit_meeting(&mut release, "checkpoint", |it| it.actions.push(action(None, None, None)));
    release.after.review.actions.push(action(None, None, None));
    release
}

#[test]
fn a_tick_closes_plain_actions_and_can_be_taken_back() {
    let mut release = with_all_agreed();
    sign_all(&mut release);
    let before = release.clone();
    let open = actions(&release, TODAY);
    assert_eq!(open.len(), 5);
    for one in &open {
        let command = close(&release, one.source, Some(TODAY)).expect("it is plain");
        let inverse = command.apply(&mut release).unwrap();
        let now = actions_with_done(&release, TODAY).into_iter().find(|it| it.source == one.source).unwrap();
        assert_eq!(now.done, Some(TODAY));
        assert_eq!(close(&release, one.source, Some(TODAY)), None, "it is closed already");
        let again = close(&release, one.source, None).expect("it can be opened again");
        assert_eq!(again.apply(&mut release).unwrap(), close(&release, one.source, Some(TODAY)).unwrap());
        inverse.apply(&mut release).unwrap();
        assert_eq!(release, before);
    }
    // Doing what was promised makes no signature stale.
    for one in &open {
        close(&release, one.source, Some(TODAY)).unwrap().apply(&mut release).unwrap();
    }
    assert_eq!(actions(&release, TODAY), []);
    assert!(!assess(&release, TODAY).sections.iter().any(|section| section.stale));
}

#[test]
fn what_is_not_plain_is_done_where_it_stands() {
    for (name, alter, kind, ..) in cases() {
        let mut release = settled();
        alter(&mut release);
        let one = actions(&release, TODAY).into_iter().next().unwrap();
        let plain = kind.is_agreed() && kind != TodoKind::Capacity;
        assert_eq!(close(&release, one.source, Some(TODAY)).is_some(), plain, "{name}");
    }
    let release = settled();
    assert_eq!(close(&release, TodoSource::ReviewAction(id("gone")), Some(TODAY)), None);
    assert_eq!(close(&release, TodoSource::MeetingAction(id("checkpoint"), id("gone")), Some(TODAY)), None);
}

fn sound(todo_of: &Todo, today: Date) {
    assert_eq!(todo_of.overdue, todo_of.done.is_none() && todo_of.due.is_some_and(|due| due < today));
    assert!(todo_of.done.is_none_or(|done| done <= today));
    assert!(!todo(todo_of).trim().is_empty());
    assert_eq!(todo_of.overdue, due_band(todo_of, today) == DueBand::Overdue);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_release_has_its_list(release in arbitrary::release(), today in arbitrary::day()) {
        let all = actions_with_done(&release, today);
        all.iter().for_each(|one| sound(one, today));
        let open = actions(&release, today);
        prop_assert!(open.iter().all(|one| one.done.is_none()));
        prop_assert_eq!(&open, &all.iter().filter(|one| one.done.is_none()).cloned().collect::<Vec<_>>());
        prop_assert!(open.is_sorted_by_key(|one| (one.due.is_none(), one.due)));
        for one in &all {
            // Whoever is named is in the plan.
            prop_assert!(one.owner.is_none_or(|owner| release.people.contains(owner)));
            let address = Route::cure(id("r"), &todo_place(one.source)).to_string();
            prop_assert!(matches!(Route::parse(&address), Route::Release(..)), "{}", address);
            if let Some(command) = close(&release, one.source, Some(today)) {
                let mut closed = release.clone();
                let inverse = command.apply(&mut closed).unwrap();
                prop_assert!(!actions(&closed, today).iter().any(|it| it.source == one.source));
                inverse.apply(&mut closed).unwrap();
                prop_assert_eq!(&closed, &release);
            }
        }
    }
}
