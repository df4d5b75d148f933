//! Meetings: what the plan proposes to talk about, what is not said twice, and the minutes.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::document::{Kind, build, markdown};
use rollcall::plan::*;
use rollcall::readiness::{Code, Topic, assess, proposals};
use rollcall::text::{agenda_point, proposed_points, what};

use crate::arbitrary;
use crate::ready::*;

const YESTERDAY: Date = date(2026, 3, 1);

fn points(release: &Release, kind: MeetingKind) -> Vec<String> {
    proposals(release, kind, TODAY).iter().map(agenda_point).collect()
}

fn action(text: &str, due: Date) -> Action {
    Action { id: id("act"), text: text.to_owned(), owner: Some(id("eva")), due: Some(due), closed: None }
}

#[test]
fn a_checkpoint_asks_the_questions_of_go_or_no_go_where_nothing_is_open() {
    assert_eq!(
        points(&ready_release(), MeetingKind::Checkpoint),
        [
            "Is everybody who acts on the night there, awake and in reach?",
            "Who decides to go back, on what sign, and no later than Sun 15 Mar 2026, 03:05?",
            "Go, Conditional Go or No-Go for Sat 14 Mar 2026: what does each of us say?",
        ]
    );
    assert_eq!(
        points(&Release::default(), MeetingKind::Checkpoint).last().unwrap(),
        "Go, Conditional Go or No-Go: what does each of us say?"
    );
}

#[test]
fn a_checkpoint_names_what_is_open() {
    let mut release = ready_release();
    edit_gate(&mut release, "sponsor-review", |it| {
        it.outcome = GateOutcome::NotHeld;
        it.due = Some(YESTERDAY);
        it.led_by = Some(id("ben"));
    });
    edit_defect(&mut release, "rounding", |it| {
        it.decision = DefectDecision::Undecided;
        it.severity = Severity::High;
    });
    edit_meeting(&mut release, "checkpoint", |it| it.actions.push(action("Ring them", YESTERDAY)));
    sign_all(&mut release);
    let found = points(&release, MeetingKind::Checkpoint);
    assert_eq!(
        found[..5],
        [
            "Gates: 1 blocker",
            "Defects: 1 blocker",
            "Overdue action (Eva Esteves), due on Sun 1 Mar 2026: Ring them",
            "Gate “Sponsor review” has not passed, led by Ben Barros, due on Sun 1 Mar 2026",
            "Decide defect “rounding” (severity high)",
        ]
    );
    assert_eq!(found.len(), 8);
    // A condition is counted apart from blockers.
    let mut release = ready_release();
    let waiver = Waiver { approver: "Board".to_owned(), reason: "Small".to_owned(), until: Some(GO_LIVE) };
    edit_criterion(&mut release, "training", |it| it.answer = Answer::Waived(waiver));
    sign_all(&mut release);
    assert_eq!(points(&release, MeetingKind::Checkpoint)[0], "Acceptance: 1 condition");
}

#[test]
fn a_look_back_sets_what_came_against_what_was_planned() {
    let mut release = ready_release();
    let incident = Incident { id: id("i"), title: "No totals".to_owned(), ..Incident::default() };
    let reported = Some(at(date(2026, 3, 15), 9));
    release.after.incidents.push(Incident { severity: Severity::High, reported, ..incident });
    change(&mut release, Command::Live(Box::new(GoLive { at: Some(at(date(2026, 3, 15), 1)), note: String::new() })));
    edit_step(&mut release, "freeze", |it| {
        it.started = Some(at(GO_LIVE, 20));
        it.ended = Some(at(GO_LIVE, 21));
        it.result = StepResult::Failed;
        it.note = "A lock stayed".to_owned();
    });
    edit_wave(&mut release, "pilot", |it| it.state = WaveState::Done);
    edit_wave(&mut release, "rest", |it| {
        it.state = WaveState::BackedOut;
        it.backed_out_because = "Mainz was dark".to_owned();
    });
    edit_support(&mut release, |it| it.until = Some(date(2026, 3, 27)));
    assert_eq!(
        points(&release, MeetingKind::PostImplementation),
        [
            "Go-live: planned for Sat 14 Mar 2026, 20:00, live since Sun 15 Mar 2026, 01:00",
            "Runbook: planned to take 2 h, took 1 h",
            "Why did step “freeze” fail? Written down: A lock stayed",
            "Wave “pilot”: done",
            "Why was wave “rest” backed out? Written down: Mainz was dark",
            "Incident “No totals” (severity high), since Sun 15 Mar 2026",
            "Exit criterion of early life support, not met yet: Five days without an incident",
            "What went well, what did not, and what should the next release of this type know?",
        ]
    );
    let empty = points(&Release::default(), MeetingKind::PostImplementation);
    assert_eq!(empty.first().unwrap(), "Go-live: when was it live?");
}

#[test]
fn a_process_review_looks_at_refusals_gates_waivers_and_lists() {
    let mut release = ready_release();
    let refusal =
        |reason: &str| RfcRefusal { on: Some(YESTERDAY), reason: reason.to_owned(), what_next: String::new() };
    let rfc = |key: &str, outcome| Rfc { id: id(key), title: key.to_owned(), outcome, ..Rfc::default() };
    release.rfcs.push(rfc("Keys", RfcOutcome::Rejected(refusal("Late"))));
    release.rfcs.push(rfc("Batch", RfcOutcome::Deferred(refusal(""))));
    edit_gate(&mut release, "code-review", |it| it.opened = Some(date(2026, 2, 24)));
    edit_gate(&mut release, "test-review", |it| {
        it.opened = Some(date(2026, 2, 20));
        it.outcome = GateOutcome::NotHeld;
    });
    edit_gate(&mut release, "sponsor-review", |it| {
        it.outcome = GateOutcome::NotHeld;
        it.requires = vec![id("test-review")];
    });
    let waiver = Waiver { approver: "Board".to_owned(), reason: "Small".to_owned(), until: Some(GO_LIVE) };
    edit_criterion(&mut release, "training", |it| {
        it.title = "Trained".to_owned();
        it.answer = Answer::Waived(waiver.clone());
    });
    edit_rule(&mut release, "floor-walkers", |it| {
        it.name = "Walkers".to_owned();
        it.waiver = Some(Waiver { until: Some(YESTERDAY), ..waiver });
    });
    release.criteria_list.review = Some(YESTERDAY);
    let found = points(&release, MeetingKind::ProcessReview);
    let expected = [
        "RFC “Keys” was rejected on Sun 1 Mar 2026: Late",
        "RFC “Batch” was deferred on Sun 1 Mar 2026, and nobody says why",
        "Gate “Code review”: took 1 day",
        "Gate “Test review”: 10 days so far, 5 of them waiting",
        "Gate “Sponsor review” waits for Test review",
        "Waiver for “Trained” until Sat 14 Mar 2026, accepted by Board",
        "The list of criteria was due for review on Sun 1 Mar 2026",
        "What should the release process itself do otherwise?",
    ];
    expected.iter().for_each(|point| assert!(found.iter().any(|other| other == point), "{point}: {found:#?}"));
    assert!(!found.iter().any(|point| point.contains("Walkers")), "a waiver that has ended is not in force");
}

#[test]
fn problem_management_takes_each_known_error() {
    let mut release = ready_release();
    let resolved = Some(at(YESTERDAY, 9));
    release.after.incidents.push(Incident { id: id("i"), title: "Gone".to_owned(), resolved, ..Incident::default() });
    release.after.incidents.push(Incident { id: id("j"), title: "Still".to_owned(), ..Incident::default() });
    edit_defect(&mut release, "flicker", |it| it.known_error.review = Some(date(2026, 4, 1)));
    assert_eq!(
        points(&release, MeetingKind::ProblemManagement),
        [
            "Known error “flicker”: Reload. (looked at again on Wed 1 Apr 2026)",
            "Incident “Still” (severity low)",
            "Which known error is cured for good, by whom and in which release?",
        ]
    );
}

/// The meeting with everything that is proposed for it.
fn filled(release: &Release, meeting: &Meeting) -> Meeting {
    let mut meeting = meeting.clone();
    proposed_points(release, &meeting, TODAY).into_iter().for_each(|point| meeting.agenda.push(point));
    meeting
}

#[test]
fn what_is_on_the_agenda_is_not_put_there_twice() {
    let mut release = ready_release();
    edit_defect(&mut release, "rounding", |it| it.decision = DefectDecision::Undecided);
    let meeting = release.meetings.first().unwrap().clone();
    let once = filled(&release, &meeting);
    assert_eq!(once.agenda.len(), proposals(&release, meeting.kind, TODAY).len());
    assert_eq!(proposed_points(&release, &once, TODAY), []);
    // Nor once its words would be others, or somebody has changed them.
    edit_defect(&mut release, "rounding", |it| {
        it.title = "Rounding down".to_owned();
        it.severity = Severity::Critical;
    });
    assert_eq!(proposed_points(&release, &once, TODAY), []);
    let mut reworded = once.clone();
    reworded.agenda.iter_mut().for_each(|point| point.text = "Mine".to_owned());
    assert_eq!(proposed_points(&release, &reworded, TODAY), []);
    // What somebody wrote by hand in the same words counts as well.
    let mut by_hand = meeting.clone();
    let text = "Is everybody who acts on the night there, awake and in reach? ".to_owned();
    by_hand.agenda.push(AgendaPoint { id: id("own"), text, outcome: String::new() });
    assert!(proposed_points(&release, &by_hand, TODAY).iter().all(|point| !point.text.starts_with("Is everybody")));
    // What has come up since is added.
    edit_defect(&mut release, "flicker", |it| it.decision = DefectDecision::Undecided);
    let fresh: Vec<String> = proposed_points(&release, &once, TODAY).into_iter().map(|point| point.text).collect();
    assert_eq!(fresh, ["Decide defect “flicker” (severity low)"]);
}

#[test]
fn each_topic_is_proposed_somewhere() {
    // The cases above by their topics: a topic that no meeting takes up would be dead.
    let mut release = ready_release();
    edit_gate(&mut release, "code-review", |it| {
        it.outcome = GateOutcome::NotHeld;
        it.opened = Some(YESTERDAY);
    });
    edit_gate(&mut release, "test-review", |it| {
        it.outcome = GateOutcome::NotHeld;
        it.requires = vec![id("code-review")];
    });
    edit_defect(&mut release, "rounding", |it| it.decision = DefectDecision::Undecided);
    edit_step(&mut release, "freeze", |it| it.result = StepResult::Failed);
    edit_wave(&mut release, "rest", |it| it.state = WaveState::BackedOut);
    edit_meeting(&mut release, "checkpoint", |it| it.actions.push(action("Ring them", YESTERDAY)));
    release.after.incidents.push(Incident { id: id("i"), ..Incident::default() });
    release.rfcs.push(Rfc { id: id("o"), outcome: RfcOutcome::Deferred(RfcRefusal::default()), ..Rfc::default() });
    let waiver = Waiver { approver: "Board".to_owned(), reason: "Small".to_owned(), until: Some(GO_LIVE) };
    edit_criterion(&mut release, "training", |it| it.answer = Answer::Waived(waiver));
    release.criteria_list.review = Some(YESTERDAY);
    let kinds = MeetingKind::ALL.iter();
    let taken: Vec<Topic> = kinds.flat_map(|kind| proposals(&release, *kind, TODAY)).map(|it| it.topic).collect();
    let missing: Vec<&Topic> = Topic::ALL.iter().filter(|topic| !taken.contains(topic)).collect();
    assert_eq!(missing, [&Topic::Section; 0]);
}

#[test]
fn an_overdue_action_names_its_owner_and_its_meeting() {
    let mut release = ready_release();
    edit_meeting(&mut release, "checkpoint", |it| it.actions.push(action("Ring them", YESTERDAY)));
    let said = |release: &Release| {
        let found = assess(release, TODAY).findings;
        found.iter().filter(|it| it.code == Code::ActionOverdue).map(what).collect::<Vec<_>>()
    };
    assert_eq!(said(&release), ["Overdue action from Checkpoint (Eva Esteves): Ring them"]);
    edit_meeting(&mut release, "checkpoint", |it| {
        it.title = " ".to_owned();
        it.actions.iter_mut().for_each(|action| action.owner = None);
    });
    assert_eq!(said(&release), ["Overdue action from Pre-release checkpoint (Ana Alves): Ring them"]);
    edit_identity(&mut release, |it| it.release_manager = None);
    assert_eq!(said(&release), ["Overdue action from Pre-release checkpoint: Ring them"]);
}

#[test]
fn the_minutes_say_who_was_there_what_was_decided_and_what_follows() {
    let mut release = ready_release();
    edit_meeting(&mut release, "checkpoint", |it| {
        it.at = Some(at(YESTERDAY, 10));
        it.invited = vec![id("ana"), id("ben")];
        it.attended = vec![id("ana")];
        let point =
            |key: &str, outcome: &str| AgendaPoint { id: id(key), text: key.to_owned(), outcome: outcome.to_owned() };
        it.agenda = items([point("Desk", "It is ready"), point("Calls", "")]);
        it.actions.push(action("Ring them", YESTERDAY));
    });
    let later = Meeting { id: id("later"), kind: MeetingKind::ProcessReview, ..Meeting::default() };
    change(&mut release, Command::Meetings(Edit::Insert { at: 0, item: Box::new(later) }));
    let minutes = markdown(&build(Kind::Minutes, &release, TODAY));
    for words in [
        "Held for",
        "Pre-release checkpoint",
        "Ana Alves, Ben Barros",
        "Not present",
        "It is ready",
        "nothing written down",
        "Ring them",
        "Eva Esteves",
        "Open, overdue",
    ] {
        assert!(minutes.contains(words), "{words}: {minutes}");
    }
    // The earliest first; one without a day last.
    assert!(minutes.find("## Checkpoint").unwrap() < minutes.find("## Monthly process review").unwrap(), "{minutes}");
    let none = markdown(&build(Kind::Minutes, &Release::default(), TODAY));
    assert!(none.contains("No meeting is planned yet."), "{none}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_release_yields_an_agenda_that_does_not_repeat_itself(release in arbitrary::release(), today in arbitrary::day()) {
        for kind in MeetingKind::ALL {
            for meeting in release.meetings.iter().cloned().chain([Meeting { id: id("new"), ..Meeting::default() }]) {
                let mut meeting = Meeting { kind: *kind, ..meeting };
                let before = meeting.agenda.len();
                let fresh = proposed_points(&release, &meeting, today);
                let count = fresh.len();
                for point in fresh {
                    prop_assert!(!point.id.is_empty() && !point.text.trim().is_empty());
                    meeting.agenda.push(point);
                }
                prop_assert_eq!(meeting.agenda.len(), before + count, "an id was taken");
                prop_assert_eq!(proposed_points(&release, &meeting, today), vec![]);
            }
        }
    }
}
