//! Automatic checks: each fulfilled, each falling short, each without anything to look at; what is signed of them, and how
//! long gates take.

use std::collections::HashSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::gate::{GATES, GateTime, Point, default_gates, gate_content, gate_time, time_in_all};
use rollcall::plan::*;
use rollcall::readiness::{Checked, Code, Place, Section, automatic, few, item_state};
use rollcall::text;

use crate::arbitrary;
use crate::ready::*;

const YESTERDAY: Date = date(2026, 3, 1);
const TOMORROW: Date = date(2026, 3, 3);

type Alter = fn(&mut Release);

/// A release that fulfils every check.
fn full() -> Release {
    let mut release = ready_release();
    edit_risk(&mut release, "volume", |it| it.owner = Some(id("ana")));
    let said = |text: &str| text.to_owned();
    let audience =
        TrainingAudience { id: id("desk"), name: said("Desk"), size: Some(Count(10)), ..TrainingAudience::default() };
    let attendance = Attendance { id: id("a"), audience: id("desk"), attended: Count(9), ..Attendance::default() };
    let clerks =
        TrainingAudience { id: id("clerks"), name: said("Clerks"), group: Some(id("clerks")), ..audience.clone() };
    let auditors =
        TrainingAudience { id: id("auditors"), name: said("Auditors"), group: Some(id("auditors")), ..clerks.clone() };
    let session = TrainingSession {
        id: id("first"),
        title: said("Introduction"),
        audiences: vec![id("desk"), id("clerks"), id("auditors")],
        at: Some(at(YESTERDAY, 9)),
        capacity: Count(70),
        attendance: items([
            attendance.clone(),
            Attendance { id: id("b"), audience: id("clerks"), attended: Count(10), ..attendance.clone() },
            Attendance { id: id("c"), audience: id("auditors"), attended: Count(10), ..attendance },
        ]),
        ..TrainingSession::default()
    };
    release.training.audiences = items([audience, clerks, auditors]);
    release.training.sessions = items([session]);
    let message = Message { id: id("m"), departments: vec![id("finance")], sent: Some(TODAY), ..Message::default() };
    release.messages = items([message]);
    let sent = Distribution {
        id: id("d"),
        person: Some(id("ben")),
        sent: Some(YESTERDAY),
        acknowledged: Some(TODAY),
        ..Distribution::default()
    };
    release.distribution = items([sent]);
    let item = HandOverItem {
        id: id("h"),
        title: said("Code PAY-7"),
        set_up_by: Some(id("eva")),
        set_up: Some(YESTERDAY),
        ..HandOverItem::default()
    };
    release.hand_over.items = items([item]);
    release.hand_over.acceptance =
        HandOverAcceptance { by: Some(id("eva")), on: Some(YESTERDAY), ..HandOverAcceptance::default() };
    release.review.record.held = Some(YESTERDAY);
    let action = Action { id: id("x"), text: said("Log errors"), due: Some(TODAY), ..Action::default() };
    edit_gate(&mut release, "code-review", |it| it.findings.push(action));
    let closed = ClosedPeriod {
        id: id("year-end"),
        name: said("Year end"),
        from: Some(date(2026, 12, 20)),
        until: Some(date(2027, 1, 2)),
        ..ClosedPeriod::default()
    };
    release.calendar.periods = items([closed]);
    // What was sent is what now stands.
    sign_all(&mut release);
    release
}

fn found(check: AutomaticCheck, alter: Alter) -> Checked {
    let mut release = full();
    alter(&mut release);
    automatic(check, &release, TODAY)
}

#[test]
fn a_full_release_fulfils_every_check() {
    for check in AutomaticCheck::ALL {
        let checked = found(*check, |_| ());
        assert_eq!((checked.state, checked.missing.as_slice()), (CheckState::Done, &[][..]), "{check:?}");
    }
}

#[test]
fn an_empty_release_fulfils_none_and_each_leads_somewhere() {
    for check in AutomaticCheck::ALL {
        let checked = automatic(*check, &Release::default(), TODAY);
        assert_eq!(checked.state, CheckState::Open, "{check:?}: absence never counts as fulfilled");
        assert!(checked.missing.is_empty() && checked.place.field.is_some(), "{check:?}");
        assert!(text::checked(*check, &checked).ends_with('.'), "{check:?}");
    }
}

/// Each way in which a check falls short, and what is said to be missing.
fn shortcomings() -> Vec<(AutomaticCheck, Alter, &'static [&'static str])> {
    use AutomaticCheck as C;
    vec![
        (C::BackOutReady, |r| edit_back_out(r, |it| it.steps = Items::default()), &["steps"]),
        (C::BackOutReady, |r| edit_back_out(r, |it| it.triggers = Items::default()), &["triggers"]),
        (C::BackOutReady, |r| edit_back_out(r, |it| it.test = None), &["a test that worked"]),
        (
            C::BackOutReady,
            |r| edit_back_out(r, |it| it.test.as_mut().unwrap().on = Some(TOMORROW)),
            &["a test that worked"],
        ),
        (C::BackOutReady, |r| edit_back_out(r, |it| it.test.as_mut().unwrap().worked = false), &["a test that worked"]),
        (C::WaveCriteria, |r| edit_wave(r, "rest", |it| it.success_criteria = " ".to_owned()), &["rest"]),
        (C::RunbookOwned, |r| edit_step(r, "install", |it| it.owner = None), &["install"]),
        (C::RunbookOwned, |r| edit_step(r, "freeze", |it| it.owner = Some(id("gone"))), &["freeze"]),
        (C::RunbookOwned, |r| edit_step(r, "freeze", |it| it.duration = Minutes(0)), &["freeze"]),
        (C::WindowFits, |r| edit_step(r, "install", |it| it.duration = Minutes(480 - 30 - 54)), &["1 min"]),
        (
            C::DefectsDecided,
            |r| edit_defect(r, "rounding", |it| it.decision = DefectDecision::Undecided),
            &["rounding"],
        ),
        (
            C::DefectsDecided,
            |r| edit_defect(r, "rounding", |it| it.decision = DefectDecision::Fix { fixed: Some(TOMORROW) }),
            &["rounding"],
        ),
        (
            C::DefectsDecided,
            |r| edit_defect(r, "flicker", |it| it.decision = DefectDecision::Postpone { reason: String::new() }),
            &["flicker"],
        ),
        (C::KnownErrorsComplete, |r| edit_defect(r, "flicker", |it| it.known_error.symptoms.clear()), &["flicker"]),
        (C::KnownErrorsComplete, |r| edit_defect(r, "flicker", |it| it.known_error.workaround.clear()), &["flicker"]),
        (C::KnownErrorsComplete, |r| edit_defect(r, "flicker", |it| it.known_error.quick_fix.clear()), &["flicker"]),
        (C::KnownErrorsComplete, |r| edit_defect(r, "flicker", |it| it.known_error.desk_code.clear()), &["flicker"]),
        (C::FloorWalkers, |r| edit_department(r, "finance", |it| it.floor_walkers.clear()), &["Finance"]),
        (C::FloorWalkers, |r| edit_department(r, "legal", |it| it.impacted = true), &["Legal"]),
        (
            C::TrainingCapacity,
            |r| r.training.sessions.iter_mut().for_each(|it| it.capacity = Count(9)),
            &["Desk", "Clerks", "Auditors"],
        ),
        (
            C::TrainingAttended,
            |r| r.training.sessions.iter_mut().for_each(|it| it.attendance = Items::default()),
            &["Desk", "Clerks", "Auditors"],
        ),
        (C::DepartmentsTold, |r| r.messages.iter_mut().for_each(|it| it.sent = None), &["Finance"]),
        (C::DepartmentsTold, |r| r.messages.iter_mut().for_each(|it| it.sent = Some(TOMORROW)), &["Finance"]),
        (C::DepartmentsTold, |r| r.messages = Items::default(), &["Finance"]),
        (
            C::DocumentsAcknowledged,
            |r| r.distribution.iter_mut().for_each(|it| it.acknowledged = None),
            &["Release plan to Ben Barros"],
        ),
        (
            C::DocumentsAcknowledged,
            |r| r.distribution.iter_mut().for_each(|it| it.sent = Some(TOMORROW)),
            &["Release plan to Ben Barros"],
        ),
        (
            C::EnvironmentsRefreshed,
            |r| edit_environment(r, "staging", |it| it.refreshed = Some(date(2026, 1, 30))),
            &["staging"],
        ),
        (C::EnvironmentsRefreshed, |r| edit_environment(r, "staging", |it| it.refreshed = None), &["staging"]),
        (C::EnvironmentsFit, |r| edit_environment(r, "live", |it| it.fitness = Fitness::Unfit), &["live"]),
        (C::EnvironmentsFit, |r| edit_environment(r, "live", |it| it.fitness = Fitness::Unknown), &["live"]),
        (
            C::CriteriaMet,
            |r| edit_criterion(r, "training", |it| it.answer = Answer::NotMet),
            &["Training is scheduled and every team concerned is trained"],
        ),
        (
            C::CriteriaMet,
            |r| {
                let waiver = Waiver { approver: "B".to_owned(), reason: "R".to_owned(), until: Some(YESTERDAY) };
                edit_criterion(r, "training", |it| it.answer = Answer::Waived(waiver));
            },
            &["Training is scheduled and every team concerned is trained"],
        ),
        (C::RfcsApproved, |r| edit_rfc(r, "rfc", |it| it.outcome = RfcOutcome::Pending), &["RFC-17"]),
        (
            C::RfcsApproved,
            |r| edit_rfc(r, "rfc", |it| it.outcome = RfcOutcome::Rejected(RfcRefusal::default())),
            &["an approval"],
        ),
        (C::HandOverComplete, |r| r.hand_over.items.iter_mut().for_each(|it| it.set_up = None), &["Code PAY-7"]),
        (C::HandOverComplete, |r| r.hand_over.acceptance.on = Some(TOMORROW), &["the service desk's acceptance"]),
        (
            C::CapacitySettled,
            |r| {
                let issue = CapacityIssue { id: id("disk"), title: "Disk".to_owned(), ..CapacityIssue::default() };
                change(r, Command::Capacity(Edit::add(issue)));
            },
            &["Disk"],
        ),
        (C::RisksAnswered, |r| edit_risk(r, "volume", |it| it.response.clear()), &["Volume"]),
        (C::RisksAnswered, |r| edit_risk(r, "volume", |it| it.owner = None), &["Volume"]),
        (
            C::ActionsInTime,
            |r| edit_gate(r, "code-review", |it| it.findings.iter_mut().for_each(|it| it.due = Some(YESTERDAY))),
            &["Log errors"],
        ),
        (
            C::CalendarClear,
            |r| r.calendar.periods.iter_mut().for_each(|it| (it.from, it.until) = (Some(GO_LIVE), None)),
            &["Go-live", "Wave starts: pilot", "Wave starts: rest"],
        ),
    ]
}

#[test]
fn each_check_unticks_itself_and_names_what_falls_short() {
    let mut seen = HashSet::new();
    for (check, alter, missing) in shortcomings() {
        let checked = found(check, alter);
        assert_eq!(checked.state, CheckState::Failed, "{check:?}");
        assert_eq!(checked.missing, missing, "{check:?}");
        let said = text::checked(check, &checked);
        assert!(said.contains(missing[0]) && said.ends_with('.'), "{said}");
        assert!(checked.place.field.is_some(), "{check:?}");
        seen.insert(check);
    }
    assert_eq!(seen.len(), AutomaticCheck::ALL.len(), "each check has a way to fall short");
}

#[test]
fn what_the_plan_spares_does_not_apply() {
    use AutomaticCheck as C;
    let cases: [(C, Alter); 4] = [
        (C::WaveCriteria, |r| {
            edit_strategy(r, |it| it.strategy.approach = Approach::BigBang);
            r.rollout.waves = Items::default();
        }),
        (C::KnownErrorsComplete, |r| change(r, Command::Defects(Edit::Remove { id: id("flicker") }))),
        (C::FloorWalkers, |r| edit_department(r, "finance", |it| it.impacted = false)),
        (C::DepartmentsTold, |r| edit_department(r, "finance", |it| it.impacted = false)),
    ];
    for (check, alter) in cases {
        assert_eq!(found(check, alter).state, CheckState::NotApplicable, "{check:?}");
    }
    let phased = found(C::WaveCriteria, |r| r.rollout.waves = Items::default());
    assert_eq!(phased.state, CheckState::Open, "a phased rollout needs waves");
    let undecided = found(C::KnownErrorsComplete, |r| {
        change(r, Command::Defects(Edit::Remove { id: id("flicker") }));
        edit_defect(r, "rounding", |it| it.decision = DefectDecision::Undecided);
    });
    assert_eq!(undecided.state, CheckState::Open, "it may still go live");
}

#[test]
fn a_check_leads_to_the_first_thing_that_falls_short() {
    use AutomaticCheck as C;
    let lead = |check, alter: Alter| found(check, alter).place;
    assert_eq!(
        lead(C::RunbookOwned, |r| edit_step(r, "install", |it| it.duration = Minutes(0))),
        Place::entry(Section::Rollout, "install", "duration")
    );
    assert_eq!(
        lead(C::KnownErrorsComplete, |r| edit_defect(r, "flicker", |it| it.known_error.quick_fix.clear())),
        Place::entry(Section::Defects, "flicker", "quick_fix")
    );
    assert_eq!(
        lead(C::EnvironmentsFit, |r| edit_environment(r, "live", |it| it.fitness = Fitness::Unfit)),
        Place::entry(Section::Environments, "live", "fitness")
    );
    assert_eq!(
        lead(C::ActionsInTime, |r| {
            edit_gate(r, "code-review", |it| it.findings.iter_mut().for_each(|it| it.due = Some(YESTERDAY)));
        }),
        Place::part(Section::Gates, "code-review", "x", "findings")
    );
}

#[test]
fn a_sentence_names_three_and_counts_the_rest() {
    assert_eq!(few::<&str>(&[]), "");
    assert_eq!(few(&["A"]), "A");
    assert_eq!(few(&["A", " "]), "A and (no name)");
    assert_eq!(few(&["A", "B", "C"]), "A, B and C");
    assert_eq!(few(&["A", "B", "C", "D", "E"]), "A, B, C and 2 more");
    let checked = found(AutomaticCheck::WaveCriteria, |r| edit_wave(r, "rest", |it| it.success_criteria.clear()));
    assert_eq!(text::checked(AutomaticCheck::WaveCriteria, &checked), "Without success criteria: rest.");
}

#[test]
fn each_check_says_something_else_in_each_state() {
    let states = [CheckState::Done, CheckState::Open, CheckState::Failed];
    for state in states {
        let of = |check: &AutomaticCheck| {
            let checked = Checked { state, missing: vec!["X".to_owned()], place: Place::field(Section::Gates, "add") };
            text::checked(*check, &checked)
        };
        assert!(
            AutomaticCheck::ALL
                .iter()
                .map(of)
                .all(|said| said.ends_with('.') && !said.trim_end_matches('.').is_empty())
        );
    }
}

// Gates.

fn asking(check: AutomaticCheck) -> ChecklistItem {
    ChecklistItem { id: id("auto"), check: Some(check), ..ChecklistItem::default() }
}

#[test]
fn a_point_stands_as_the_plan_answers_it_whatever_was_once_seen() {
    let mut release = full();
    let item = ChecklistItem { state: CheckState::Failed, ..asking(AutomaticCheck::RisksAnswered) };
    assert_eq!(item_state(&item, &release, TODAY), CheckState::Done);
    edit_risk(&mut release, "volume", |it| it.owner = None);
    assert_eq!(item_state(&item, &release, TODAY), CheckState::Failed);
    let by_hand = ChecklistItem { check: None, state: CheckState::NotApplicable, ..item };
    assert_eq!(item_state(&by_hand, &release, TODAY), CheckState::NotApplicable);
    assert_eq!(text::check_item(&asking(AutomaticCheck::RisksAnswered)), AutomaticCheck::RisksAnswered.label());
    assert_eq!(text::check_item(&ChecklistItem { text: " Own words ".to_owned(), ..by_hand }), "Own words");
}

#[test]
fn a_signature_covers_that_the_plan_is_asked_and_not_what_it_answers() {
    let mut release = full();
    edit_gate(&mut release, "sponsor-review", |it| {
        it.covers.clear();
        it.checklist = items([asking(AutomaticCheck::RisksAnswered)]);
    });
    let content = |release: &Release| gate_content(release, release.gates.get(id("sponsor-review")).unwrap());
    let signed = content(&release);
    assert!(signed.contains("risks_answered"), "{signed}");
    edit_risk(&mut release, "volume", |it| it.owner = None);
    assert_eq!(content(&release), signed, "the answer changed, the question did not");
    edit_gate(&mut release, "sponsor-review", |it| {
        it.checklist.iter_mut().for_each(|item| item.state = CheckState::Done);
    });
    assert_eq!(content(&release), signed, "what somebody once saw counts for nothing");
    let mut other = release.clone();
    edit_gate(&mut other, "sponsor-review", |it| it.checklist = items([asking(AutomaticCheck::CriteriaMet)]));
    assert_ne!(content(&other), signed, "another question");
    edit_gate(&mut release, "sponsor-review", |it| {
        it.checklist.iter_mut().for_each(|item| item.check = None);
    });
    assert_ne!(content(&release), signed, "answered by hand");
}

#[test]
fn a_review_of_readiness_is_signed_without_what_the_plan_answers() {
    let mut release = full();
    release.review.record.points = items([asking(AutomaticCheck::RisksAnswered)]);
    edit_gate(&mut release, "sponsor-review", |it| it.covers = vec![Part::Review]);
    let content = |release: &Release| gate_content(release, release.gates.get(id("sponsor-review")).unwrap());
    let signed = content(&release);
    release.review.record.points.iter_mut().for_each(|item| item.state = CheckState::Failed);
    assert_eq!(content(&release), signed);
}

#[test]
fn a_passed_gate_tells_which_point_the_plan_does_not_bear_out_and_leads_to_its_cure() {
    let mut release = full();
    edit_gate(&mut release, "sponsor-review", |it| it.checklist = items([asking(AutomaticCheck::RunbookOwned)]));
    edit_step(&mut release, "install", |it| it.owner = None);
    sign_all(&mut release);
    let all = rollcall::readiness::assess(&release, TODAY).findings;
    let told: Vec<_> = all.iter().filter(|it| it.code == Code::ChecklistUnticked).collect();
    let [finding] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(
        (finding.section, &finding.place),
        (Section::Gates, &Place::entry(Section::Rollout, "install", "owner"))
    );
    assert_eq!(
        text::what(finding),
        "Gate “Sponsor review” passed, and the plan does not bear it out: Every runbook step has an owner and a duration."
    );
    assert!(!all.iter().any(|it| matches!(it.code, Code::ChecklistFailed | Code::ChecklistOpen)), "said once");
}

#[test]
fn the_default_gates_ask_the_plan_what_it_knows_and_people_the_rest() {
    let asked = |key: &str| -> Vec<(String, Option<AutomaticCheck>)> {
        let gates = default_gates();
        let gate = gates.iter().find(|gate| gate.id == id(key)).unwrap().clone();
        gate.checklist.iter().map(|item| (item.id.to_string(), item.check)).collect()
    };
    use AutomaticCheck as C;
    let number = |at: usize, check| ((at + 1).to_string(), check);
    let expected: [(&str, Vec<Option<C>>); 3] = [
        ("environment-review", vec![Some(C::EnvironmentsFit), None, Some(C::EnvironmentsRefreshed), None]),
        (
            "deployment-review",
            vec![
                None,
                Some(C::RunbookOwned),
                None,
                Some(C::WindowFits),
                None,
                Some(C::BackOutReady),
                Some(C::WaveCriteria),
            ],
        ),
        ("defect-review", vec![None, None, Some(C::KnownErrorsComplete), None, Some(C::DefectsDecided)]),
    ];
    for (key, checks) in expected {
        assert_eq!(
            asked(key),
            checks.into_iter().enumerate().map(|(at, it)| number(at, it)).collect::<Vec<_>>(),
            "{key}"
        );
    }
    for entry in &GATES {
        assert!(entry.checklist.iter().any(|point| matches!(point, Point::Seen(_))), "{} asks somebody", entry.key);
        let checks: Vec<_> = entry.checklist.iter().filter(|point| matches!(point, Point::Automatic(_))).collect();
        assert!(checks.iter().enumerate().all(|(at, one)| !checks[..at].contains(one)), "{}", entry.key);
    }
}

/// The time of a gate that requires others, each with when it passed.
fn time(opened: Date, passed: Option<Date>, others: &[Option<Date>]) -> Option<GateTime> {
    let outcome = |on: Option<Date>| on.map_or(GateOutcome::NotHeld, |on| GateOutcome::Passed { on: Some(on) });
    let other = |(at, on): (usize, &Option<Date>)| QualityGate {
        id: id(&format!("g{at}")),
        outcome: outcome(*on),
        ..QualityGate::default()
    };
    let before: Vec<QualityGate> = others.iter().enumerate().map(other).collect();
    let requires = before.iter().map(|it| it.id).chain([id("gone")]).collect();
    let gate =
        QualityGate { id: id("g"), opened: Some(opened), outcome: outcome(passed), requires, ..QualityGate::default() };
    let release = Release { gates: items(before.into_iter().chain([gate.clone()])), ..Release::default() };
    gate_time(&release, &gate, TODAY)
}

#[test]
fn the_time_of_a_gate_is_waiting_until_what_it_requires_has_passed() {
    let day = |day| date(2026, 2, day);
    let took = |days, waiting| Some(GateTime { days, waiting, running: false });
    let so_far = |days, waiting| Some(GateTime { days, waiting, running: true });
    assert_eq!(time(day(10), Some(day(22)), &[]), took(12, 0));
    assert_eq!(time(day(10), Some(day(22)), &[Some(day(15))]), took(12, 5));
    assert_eq!(time(day(10), Some(day(22)), &[Some(day(15)), Some(day(12))]), took(12, 5), "the latest of them");
    assert_eq!(time(day(10), Some(day(22)), &[Some(day(3))]), took(12, 0), "it had passed before");
    assert_eq!(time(day(10), Some(day(22)), &[Some(day(25))]), took(12, 0), "it was not waited for");
    assert_eq!(time(day(10), Some(day(22)), &[None]), took(12, 0));
    assert_eq!(time(day(20), None, &[None]), so_far(10, 10), "it waits until today");
    assert_eq!(time(day(20), None, &[Some(day(24))]), so_far(10, 4));
    assert_eq!(time(day(20), Some(TOMORROW), &[]), so_far(10, 0), "dated ahead, it has not passed");
    assert_eq!(time(day(20), Some(day(19)), &[]), None);
}

#[test]
fn a_gate_that_failed_still_takes_time_and_one_that_nobody_opened_takes_none() {
    let gate = QualityGate {
        id: id("g"),
        opened: Some(date(2026, 2, 20)),
        outcome: GateOutcome::Failed { on: Some(date(2026, 2, 22)), must_change: String::new() },
        ..QualityGate::default()
    };
    let alone = Release::default();
    assert_eq!(gate_time(&alone, &gate, TODAY), Some(GateTime { days: 10, waiting: 0, running: true }));
    assert_eq!(gate_time(&alone, &QualityGate { opened: None, ..gate }, TODAY), None);
}

#[test]
fn the_time_of_gates_is_summed_up_in_a_line() {
    let time = |days, waiting, running| GateTime { days, waiting, running };
    assert_eq!(time_in_all([]), None);
    let all = time_in_all([time(8, 5, false), time(4, 0, false)]).unwrap();
    assert_eq!(text::gates_time(all), "Gates took 12 days, 5 of them waiting for another gate.");
    let running = time_in_all([all, time(1, 0, true)]).unwrap();
    assert_eq!(text::gates_time(running), "Gates have taken 13 days so far, 5 of them waiting for another gate.");
    let words = [
        (time(4, 2, false), "took 4 days, 2 of them waiting"),
        (time(1, 1, false), "took 1 day, all of it waiting"),
        (time(3, 0, true), "3 days so far"),
        (time(0, 0, false), "took the day"),
        (time(0, 0, true), "opened today"),
    ];
    for (time, said) in words {
        assert_eq!(text::gate_time(time), said);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_release_answers_every_check(release in arbitrary::release(), day in arbitrary::day()) {
        for check in AutomaticCheck::ALL {
            let checked = automatic(*check, &release, day);
            prop_assert_eq!(checked.state == CheckState::Failed, !checked.missing.is_empty());
            prop_assert!(checked.place.field.is_some());
            prop_assert!(text::checked(*check, &checked).ends_with('.'));
        }
        for gate in &release.gates {
            if let Some(time) = gate_time(&release, gate, day) {
                prop_assert!(0 <= time.waiting && time.waiting <= time.days);
            }
        }
    }
}
