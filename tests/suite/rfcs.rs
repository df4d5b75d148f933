//! Requests for change: the check list before the CAB, submitting again, how often the CAB refuses, and the two documents.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::document::{Block, Document, cab_sheet, rejection_report, rejection_report_over};
use rollcall::plan::*;
use rollcall::readiness::{
    CabPoint, CabPointKind, Code, Lack, Missing, Place, Rejections, Section, assess, automatic, cab_lead, cab_points,
    rejections,
};
use rollcall::text::{point_lacks, points_missing, reason_or_none, rejections_in_words, rejections_mean};

use crate::arbitrary;
use crate::document::words;
use crate::readiness::{add_rfc, ready_for_cab};
use crate::ready::*;

/// The ready release with a pending RFC besides, for which nothing is missing.
fn complete() -> Release {
    let mut release = ready_release();
    add_rfc(&mut release, RfcOutcome::Pending);
    ready_for_cab(&mut release);
    release
}

fn points(release: &Release, change_type: ChangeType) -> Vec<CabPoint> {
    let mut release = release.clone();
    edit_rfc(&mut release, "other", |it| it.change_type = change_type);
    cab_points(&release, release.rfcs.get(id("other")).unwrap(), TODAY)
}

fn kinds(points: &[CabPoint]) -> Vec<CabPointKind> {
    points.iter().map(|point| point.kind).collect()
}

fn open(points: Vec<CabPoint>) -> Vec<CabPoint> {
    points.into_iter().filter(|point| !point.fulfilled).collect()
}

#[test]
fn each_type_of_change_is_asked_for_its_own_points() {
    use CabPointKind::*;
    let release = complete();
    let normal = [Information, Impact, BackOut, Triggers, Approvals, InTime, Tests, Clash, Risks, Communication];
    assert_eq!(kinds(&points(&release, ChangeType::Normal)), normal);
    assert_eq!(kinds(&points(&release, ChangeType::Standard)), [Information, Impact, BackOut, Clash]);
    let emergency = [Information, Impact, BackOut, Triggers, Approvals, Afterwards, Tests, Risks, Communication];
    assert_eq!(kinds(&points(&release, ChangeType::Emergency)), emergency);
    assert_eq!(open(points(&release, ChangeType::Normal)), []);
    assert_eq!(open(points(&release, ChangeType::Standard)), []);
    let [left] = open(points(&release, ChangeType::Emergency)).try_into().unwrap();
    assert_eq!((left.kind, left.place), (Afterwards, Place::field(Section::Meetings, "add")));
}

type Lacking = (&'static str, fn(&mut Release), CabPointKind, Lack, &'static str, Place);

/// What is taken away, and what is missing then: the point, what of it, of which thing, and where it is cured.
fn lacking() -> Vec<Lacking> {
    let own = |field| Place::entry(Section::Rfcs, "other", field);
    let field = Place::field;
    let risk = |field| Place::entry(Section::Board, "volume", field);
    use CabPointKind::*;
    vec![
        (
            "description",
            |r| edit_rfc(r, "other", |it| it.description = " ".to_owned()),
            Information,
            Lack::Description,
            "",
            own("description"),
        ),
        (
            "owner",
            |r| edit_rfc(r, "other", |it| it.owner = Some(id("gone"))),
            Information,
            Lack::Owner,
            "",
            own("owner"),
        ),
        (
            "configuration items",
            |r| change(r, Command::ConfigurationItems(Edit::Remove { id: id("ledger") })),
            Information,
            Lack::ConfigurationItems,
            "",
            field(Section::Overview, "configuration_items"),
        ),
        (
            "version",
            |r| {
                let ledger = r.configuration_items.get(id("ledger")).unwrap().clone();
                let bare = ConfigurationItem { version_after: String::new(), ..ledger };
                change(r, Command::ConfigurationItems(Edit::replace(bare)));
            },
            Information,
            Lack::Version,
            "Ledger",
            Place::entry(Section::Overview, "ledger", "version_after"),
        ),
        ("impact", |r| edit_rfc(r, "other", |it| it.impact.clear()), Impact, Lack::Impact, "", own("impact")),
        (
            "departments",
            |r| edit_department(r, "finance", |it| it.impacted = false),
            Impact,
            Lack::Departments,
            "",
            field(Section::People, "add"),
        ),
        (
            "steps",
            |r| edit_back_out(r, |it| it.steps = Items::default()),
            BackOut,
            Lack::BackOutSteps,
            "",
            field(Section::Rollout, "back_out_steps"),
        ),
        (
            "a test that worked",
            |r| edit_back_out(r, |it| it.test.as_mut().unwrap().worked = false),
            BackOut,
            Lack::BackOutTest,
            "",
            field(Section::Rollout, "back_out_test"),
        ),
        (
            "triggers",
            |r| edit_back_out(r, |it| it.triggers = Items::default()),
            Triggers,
            Lack::Triggers,
            "",
            field(Section::Rollout, "back_out_triggers"),
        ),
        (
            "sponsor",
            |r| edit_identity(r, |it| it.sponsor = None),
            Approvals,
            Lack::Sponsor,
            "",
            field(Section::Overview, "sponsor"),
        ),
        (
            "submission",
            |r| edit_rfc(r, "other", |it| it.submitted = None),
            InTime,
            Lack::Submitted,
            "",
            own("submitted"),
        ),
        ("CAB date", |r| edit_rfc(r, "other", |it| it.cab_date = None), InTime, Lack::CabDate, "", own("cab_date")),
        (
            "five days",
            |r| edit_rfc(r, "other", |it| it.submitted = Some(date(2026, 3, 6))),
            InTime,
            Lack::Lead,
            "",
            own("submitted"),
        ),
        (
            "the organisation's own days",
            |r| change(r, Command::Cab(Box::new(Cab { lead: Some(Days(19)) }))),
            InTime,
            Lack::Lead,
            "",
            own("submitted"),
        ),
        (
            "test results",
            |r| {
                edit_gate(r, "test-review", |it| it.outcome = GateOutcome::NotHeld);
                edit_criterion(r, "training", |it| it.answer = Answer::Unanswered);
            },
            Tests,
            Lack::TestResults,
            "",
            Place::entry(Section::Gates, "test-review", "outcome"),
        ),
        (
            "window",
            |r| edit_identity(r, |it| it.window = None),
            Clash,
            Lack::Window,
            "",
            field(Section::Overview, "window"),
        ),
        (
            "an open day",
            |r| closed(r, PeriodKind::Blackout, date(2026, 3, 1), Some(GO_LIVE)),
            Clash,
            Lack::OpenDay,
            "Year end",
            field(Section::Overview, "window"),
        ),
        (
            "risks",
            |r| change(r, Command::Risks(Edit::Remove { id: id("volume") })),
            Risks,
            Lack::Risks,
            "",
            field(Section::Board, "risks"),
        ),
        (
            "response",
            |r| edit_risk(r, "volume", |it| it.response.clear()),
            Risks,
            Lack::Response,
            "Volume",
            risk("response"),
        ),
        (
            "risk owner",
            |r| edit_risk(r, "volume", |it| it.owner = None),
            Risks,
            Lack::RiskOwner,
            "Volume",
            risk("owner"),
        ),
        (
            "messages",
            |r| r.messages = Items::default(),
            Communication,
            Lack::Messages,
            "",
            field(Section::Communications, "add"),
        ),
    ]
}

fn closed(release: &mut Release, kind: PeriodKind, from: Date, until: Option<Date>) {
    let period = ClosedPeriod { id: id("end"), name: "Year end".to_owned(), kind, from: Some(from), until };
    change(release, Command::Periods(Edit::add(period)));
}

#[test]
fn what_is_missing_is_named_and_leads_to_its_cure() {
    for (name, alter, kind, lack, of, place) in lacking() {
        let mut release = complete();
        alter(&mut release);
        let open = open(points(&release, ChangeType::Normal));
        let [point] = open.as_slice() else { panic!("{name}: {open:?}") };
        assert_eq!((point.kind, &point.place), (kind, &place), "{name}");
        assert_eq!(point.missing, [Missing { lack, of: of.to_owned() }], "{name}");
        let said = point_lacks(point).unwrap();
        assert!(said.starts_with("Missing: ") && said.contains(of) && said.ends_with('.'), "{said}");
    }
}

#[test]
fn each_lack_has_its_case() {
    let covered: Vec<Lack> = lacking().into_iter().map(|(_, _, _, lack, _, _)| lack).collect();
    let others = [Lack::SeniorSignature, Lack::Review];
    let missing: Vec<&Lack> =
        Lack::ALL.iter().filter(|lack| !covered.contains(lack) && !others.contains(lack)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn enough_is_enough() {
    // A criterion for each answer is as good as a passed review, and the other way round.
    for half in [true, false] {
        let mut release = complete();
        if half {
            edit_gate(&mut release, "test-review", |it| it.outcome = GateOutcome::NotHeld);
        } else {
            edit_criterion(&mut release, "training", |it| it.answer = Answer::NotMet);
        }
        assert_eq!(open(points(&release, ChangeType::Normal)), [], "{half}");
    }
    // The fifth day before is in time; a holiday forbids nothing, nor does a blackout that ends the day before.
    let mut release = complete();
    edit_rfc(&mut release, "other", |it| it.submitted = Some(date(2026, 3, 5)));
    closed(&mut release, PeriodKind::Holiday, GO_LIVE, None);
    assert_eq!(open(points(&release, ChangeType::Normal)), []);
    let mut release = complete();
    closed(&mut release, PeriodKind::Blackout, date(2026, 3, 1), Some(date(2026, 3, 13)));
    assert_eq!(open(points(&release, ChangeType::Normal)), []);
    // The window runs over midnight: a blackout of its second day counts.
    let mut release = complete();
    closed(&mut release, PeriodKind::Blackout, date(2026, 3, 15), None);
    assert_eq!(kinds(&open(points(&release, ChangeType::Normal))), [CabPointKind::Clash]);
}

#[test]
fn senior_signatures_are_advice_alone() {
    let mut release = complete();
    let approvals = |release: &Release| {
        points(release, ChangeType::Normal).into_iter().find(|it| it.kind == CabPointKind::Approvals).unwrap()
    };
    assert_eq!(point_lacks(&approvals(&release)), None);
    change(&mut release, Command::BoardSignOffs(Edit::Remove { id: id("senior_it") }));
    let point = approvals(&release);
    assert!(point.fulfilled && point.missing.is_empty());
    assert_eq!(point_lacks(&point).unwrap(), "Would help: the signature of senior IT management.");
}

#[test]
fn an_emergency_is_documented_afterwards() {
    let mut release = complete();
    let ledger = release.configuration_items.get(id("ledger")).unwrap().clone();
    let bare = ConfigurationItem { version_after: String::new(), ..ledger };
    change(&mut release, Command::ConfigurationItems(Edit::replace(bare)));
    edit_rfc(&mut release, "other", |it| {
        (it.change_type, it.submitted) = (ChangeType::Emergency, it.cab_date);
    });
    let at = |release: &Release, day| kinds(&open(cab_points(release, release.rfcs.get(id("other")).unwrap(), day)));
    assert_eq!(at(&release, TODAY), [CabPointKind::Afterwards]);
    assert_eq!(at(&release, GO_LIVE), [CabPointKind::Information, CabPointKind::Afterwards]);
    let meeting = Meeting { id: id("look-back"), kind: MeetingKind::PostImplementation, ..Meeting::default() };
    change(&mut release, Command::Meetings(Edit::add(meeting.clone())));
    assert_eq!(at(&release, TODAY), [CabPointKind::Afterwards], "a meeting without a day is none yet");
    change(
        &mut release,
        Command::Meetings(Edit::replace(Meeting { at: Some(super::ready::at(GO_LIVE, 9)), ..meeting })),
    );
    assert_eq!(at(&release, TODAY), []);
    let lead = cab_lead(&release, release.rfcs.get(id("other")).unwrap());
    assert_eq!(lead, Days(0));
}

#[test]
fn the_points_are_counted_in_words() {
    let mut release = complete();
    assert_eq!(points_missing(&points(&release, ChangeType::Normal)), None);
    edit_rfc(&mut release, "other", |it| it.impact.clear());
    assert_eq!(points_missing(&points(&release, ChangeType::Normal)).unwrap(), "1 point missing");
    edit_rfc(&mut release, "other", |it| it.submitted = None);
    assert_eq!(points_missing(&points(&release, ChangeType::Normal)).unwrap(), "2 points missing");
    let bare = points(&Release { rfcs: release.rfcs.clone(), ..Release::default() }, ChangeType::Normal);
    assert_eq!(open(bare.clone()).len(), bare.len(), "an empty plan answers nothing");
}

#[test]
fn a_finding_says_what_the_cab_would_miss_and_leads_to_the_list() {
    let mut release = complete();
    edit_rfc(&mut release, "other", |it| it.impact.clear());
    change(&mut release, Command::Risks(Edit::Remove { id: id("volume") }));
    let readiness = assess(&release, TODAY);
    let finding = readiness.findings.iter().find(|it| it.code == Code::RfcIncomplete).unwrap();
    assert_eq!(finding.detail, "clear impact, risks with responses and owners");
    assert_eq!(finding.place, Place::entry(Section::Rfcs, "other", "cab_points"));
}

// Submitting again.

#[test]
fn an_rfc_is_submitted_again_as_a_copy_without_days_and_outcome() {
    let refusal = RfcRefusal { reason: "Risk".to_owned(), ..RfcRefusal::default() };
    let before = Rfc {
        id: id("a"),
        number: "RFC-1".to_owned(),
        title: "Ledger".to_owned(),
        description: "All of it".to_owned(),
        impact: "An hour".to_owned(),
        owner: Some(id("ana")),
        change_type: ChangeType::Emergency,
        submitted: Some(TODAY),
        cab_date: Some(GO_LIVE),
        outcome: RfcOutcome::Deferred(refusal.clone()),
        replaces: Some(id("z")),
    };
    let again = before.resubmitted(id("b"));
    let expected = Rfc {
        id: id("b"),
        number: String::new(),
        submitted: None,
        cab_date: None,
        outcome: RfcOutcome::Pending,
        replaces: Some(id("a")),
        ..before.clone()
    };
    assert_eq!(again, expected);
    assert_eq!(before.outcome.refusal(), Some(&refusal));
    assert_eq!(again.outcome.refusal(), None);
}

// The automatic check.

#[test]
fn every_rfc_is_decided_and_one_is_approved() {
    let outcome = |release: &mut Release, outcome| edit_rfc(release, "rfc", |it| it.outcome = outcome);
    let check = |release: &Release, today| {
        let checked = automatic(AutomaticCheck::RfcsApproved, release, today);
        (checked.state, checked.missing)
    };
    let short = |of: &[&str]| (CheckState::Failed, of.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    let done = || (CheckState::Done, Vec::new());
    assert_eq!(check(&Release::default(), TODAY), (CheckState::Open, Vec::new()));
    let mut release = ready_release();
    assert_eq!(check(&release, TODAY), done());
    add_rfc(&mut release, RfcOutcome::Rejected(RfcRefusal::default()));
    assert_eq!(check(&release, TODAY), done(), "another one is approved");
    outcome(&mut release, RfcOutcome::Pending);
    assert_eq!(check(&release, TODAY), short(&["RFC-17"]), "the other one is decided");
    outcome(&mut release, RfcOutcome::Approved(RfcApproval { on: Some(GO_LIVE), note: String::new() }));
    assert_eq!(check(&release, TODAY), short(&["RFC-17"]), "dated ahead");
    assert_eq!(check(&release, GO_LIVE), done());
    outcome(&mut release, RfcOutcome::Rejected(RfcRefusal::default()));
    assert_eq!(check(&release, TODAY), short(&["an approval"]), "all are refused");
}

// Refusals over all releases.

/// A release with so many approved, refused for this reason, and pending RFCs.
fn with_rfcs(approved: usize, refused: usize, reason: &str, pending: usize) -> Release {
    let refusal = RfcRefusal { reason: reason.to_owned(), ..RfcRefusal::default() };
    let outcomes = [
        vec![RfcOutcome::Approved(RfcApproval::default()); approved],
        vec![RfcOutcome::Rejected(refusal); refused],
        vec![RfcOutcome::Pending; pending],
    ];
    let rfcs = outcomes.concat().into_iter().enumerate();
    let rfc = |(at, outcome): (usize, RfcOutcome)| Rfc { id: id(&format!("r{at}")), outcome, ..Rfc::default() };
    Release { rfcs: rfcs.map(rfc).collect(), ..Release::default() }
}

#[test]
fn a_high_share_of_refusals_is_flagged() {
    // approved, refused, pending; the share; whether it is high
    let cases = [
        (0, 0, 0, None, false),
        (0, 0, 9, None, false),
        (4, 0, 0, Some(0), false),
        (0, 4, 9, Some(100), false),
        (4, 1, 0, Some(20), false),
        (3, 2, 0, Some(40), true),
        (0, 5, 0, Some(100), true),
        (79, 20, 0, Some(20), true),
        (80, 20, 3, Some(20), false),
        (81, 20, 0, Some(19), false),
    ];
    for (approved, refused, pending, rate, many) in cases {
        let release = with_rfcs(approved, refused, "Risk", pending);
        let found = rejections(&[&release]);
        assert_eq!(found.rate().map(Percent::get), rate, "{approved} {refused}");
        assert_eq!(found.are_many(), many, "{approved} {refused}");
        let mean = rejections_mean(&found);
        assert_eq!(mean.contains("look into how RFCs are prepared"), many, "{mean}");
        assert_eq!(mean.contains("says little yet"), found.decided < 5, "{mean}");
    }
}

#[test]
fn reasons_are_counted_over_releases() {
    let releases = [
        with_rfcs(1, 2, "Risk not accepted", 1),
        with_rfcs(0, 1, " risk  Not accepted", 0),
        with_rfcs(0, 1, " ", 0),
        with_rfcs(0, 1, "\u{7f}\u{2066} ", 0),
        with_rfcs(0, 1, "Clash", 0),
    ];
    let all: Vec<&Release> = releases.iter().collect();
    let found = rejections(&all);
    let by_reason = [("Risk not accepted", 3), ("", 2), ("Clash", 1)].map(|(reason, count)| (reason.to_owned(), count));
    assert_eq!(found, Rejections { all: 8, decided: 7, refused: 6, by_reason: by_reason.to_vec() });
    assert_eq!(rejections_in_words(&found), "7 RFCs were decided; 6 of them were refused, 85 %.");
    assert_eq!(rejections_in_words(&rejections(&[])), "The CAB has not decided on any RFC yet.");
    assert_eq!(rejections_in_words(&rejections(&[&with_rfcs(1, 0, "", 0)])), "1 RFC was decided; none was refused.");
    assert_eq!((reason_or_none(""), reason_or_none("Clash")), ("No reason given", "Clash"));
    assert_eq!(rejections(&[]), Rejections::default());
}

// Documents.

#[test]
fn the_cab_gets_a_sheet_for_each_rfc() {
    let mut release = complete();
    let refusal = RfcRefusal {
        on: Some(date(2026, 2, 3)),
        reason: "No load test".to_owned(),
        what_next: "A load test was made".to_owned(),
    };
    let deferred = RfcOutcome::Deferred(refusal);
    let old = Rfc { id: id("old"), number: "RFC-9".to_owned(), outcome: deferred, ..Rfc::default() };
    change(&mut release, Command::Rfcs(Edit::add(old)));
    edit_rfc(&mut release, "other", |it| {
        it.number = "RFC-18".to_owned();
        it.replaces = Some(id("old"));
        it.submitted = None;
    });
    let sheet = cab_sheet(&release, TODAY);
    let said = words(&sheet);
    let sections: Vec<&str> = sheet.headings().filter(|it| it.depth.level() == 2).map(|it| it.text.as_str()).collect();
    assert_eq!(sections, ["RFC-17 Ledger 4.2", "RFC-18 other", "RFC-9 old"]);
    let expected = [
        "Opens the new ledger",
        "Posting pauses for an hour",
        "Owner: Ana Alves",
        "Submitted: not submitted; asked for 5 days before the CAB",
        "CAB: Tue 10 Mar 2026",
        "Departments that notice it: Finance.",
        "Strategy: Phased, pushed from the centre",
        "Restore the snapshot.",
        "2 steps, 2 triggers; back after 55 min",
        "Acceptance criteria: 9 met",
        "RFC-9 was deferred on Tue 3 Feb 2026: No load test. What was done about it: A load test was made",
        "1 point missing of 10.",
        "Submitted in time | ■ Missing | Missing: the day on which it was submitted.",
        "Volume | 1 | Add a node | Eva Esteves",
        "Ledger | none | 4.2",
        "Approved Holder of Change manager   Open",
    ];
    for line in expected {
        assert!(said.contains(line), "{line} is not in\n{said}");
    }
    let to_sign = |document: &Document| document.blocks.iter().filter(|it| matches!(it, Block::Signatures(_))).count();
    assert_eq!(to_sign(&sheet), 1, "what is decided is not signed again");
    assert!(words(&cab_sheet(&Release::default(), TODAY)).contains("No request for change has been written yet."));
}

#[test]
fn a_report_shows_what_was_refused_and_what_came_of_it() {
    let report = words(&rejection_report(&crate::document::rich::release(), TODAY));
    let expected = [
        "3 RFCs were decided; 2 of them were refused, 66 %.",
        "With fewer than 5 decisions, the share says little yet.",
        "1 RFC waits for the CAB.",
        "After year end | 1",
        "RFC-1 | Open the new endpoint\nNormal | Mon 5 Jan 2026 | ■ Rejected on Thu 8 Jan 2026 | No load test | Submit again with one | RFC-2 (approved)",
        "RFC-3 | Retire the old batch\nStandard | not noted | ◐ Deferred on Fri 23 Jan 2026 | After year end | Ask in May | not submitted again",
    ];
    for line in expected {
        assert!(report.contains(line), "{line} is not in\n{report}");
    }
    assert!(words(&rejection_report(&ready_release(), TODAY)).contains("Nothing was refused."));
    let over = rejection_report_over(&[&with_rfcs(1, 5, "Clash", 0), &ready_release(), &Release::default()], TODAY);
    let said = words(&over);
    assert_eq!((over.subtitle.as_str(), over.digest.len()), ("3 releases", 64));
    for line in [
        "7 RFCs were decided; 5 of them were refused, 71 %.",
        "Clash | 5",
        "Payments 4.2 | 1 | 0 | 0 %",
        "To be looked into",
    ] {
        assert!(said.contains(line), "{line} is not in\n{said}");
    }
    assert!(words(&rejection_report_over(&[], TODAY)).contains("No release has an RFC yet."));
}

// Any release.

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_release_has_a_check_list_that_leads_somewhere(release in arbitrary::release(), day in arbitrary::day()) {
        for rfc in &release.rfcs {
            for point in cab_points(&release, rfc, day) {
                prop_assert_eq!(point.fulfilled, point.missing.is_empty());
                prop_assert!(point.place.field.is_some());
                prop_assert_eq!(point_lacks(&point).is_none(), point.fulfilled && point.advice.is_empty());
            }
        }
        let found = rejections(&[&release, &release]);
        let once = rejections(&[&release]);
        prop_assert_eq!((found.all, found.refused, found.decided), (2 * once.all, 2 * once.refused, 2 * once.decided));
        prop_assert_eq!(found.rate(), once.rate());
        prop_assert_eq!(found.by_reason.iter().map(|(_, count)| count).sum::<u32>(), found.refused);
        prop_assert!(found.refused <= found.decided && found.decided <= found.all);
    }

    #[test]
    fn taking_evidence_away_fulfils_no_point(release in arbitrary::release(), day in arbitrary::day()) {
        let emptied: [fn(&mut Release); 9] = [
            |r| r.rollout.back_out = BackOutPlan::default(),
            |r| r.identity.sponsor = None,
            |r| r.identity.window = None,
            |r| r.messages = Items::default(),
            |r| r.departments = Items::default(),
            |r| r.configuration_items = Items::default(),
            |r| r.people = Items::default(),
            |r| r.gates = Items::default(),
            |r| r.meetings = Items::default(),
        ];
        for rfc in &release.rfcs {
            let before = cab_points(&release, rfc, day);
            for (at, empty) in emptied.iter().enumerate() {
                let mut bare = release.clone();
                empty(&mut bare);
                let after = cab_points(&bare, rfc, day);
                for (before, after) in before.iter().zip(&after) {
                    prop_assert!(before.fulfilled || !after.fulfilled, "{at}: {:?}", after.kind);
                }
            }
        }
    }
}
