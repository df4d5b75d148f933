//! Reports of tests and scans dropped on criteria and gates: what becomes evidence, and what becomes of the answer.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use rollcall::gate::{AnswerKind, Contents};
use rollcall::plan::{
    AcceptanceCriterion, Answer, ChangeEntry, Evidence, GateOutcome, History, Id, Proof, QualityGate, Release, Waiver,
};
use rollcall::plan_file::{Kept, read_plan, to_json};
use rollcall::readiness::{Effect, assess, evidence_of, report_on_criterion, report_on_gate};
use rollcall::report::{Report, ReportError, ReportVerdict, Scan, TestRun, read};
use rollcall::text::{proof, reported, unnamed_failures};

use crate::ready::{id, ready_release};

const TODAY: Date = date(2026, 3, 2);

fn fixture(name: &str) -> Report {
    let path = format!("{}/tests/reports/{name}", env!("CARGO_MANIFEST_DIR"));
    read(name, &std::fs::read(path).unwrap()).unwrap()
}

fn run(passed: u32, failed: u32, skipped: u32) -> Report {
    Report::Tests(TestRun { name: "Suite".to_owned(), passed, failed, skipped, ..TestRun::default() })
}

fn scan(errors: u32, finished: bool) -> Report {
    Report::Scan(Scan { tool: "Semgrep".to_owned(), errors, finished, ..Scan::default() })
}

fn given(reports: &[Report]) -> Vec<(Id<Evidence>, Report)> {
    reports.iter().enumerate().map(|(at, report)| (id(&format!("new-{at}")), report.clone())).collect()
}

fn with_answer(answer: Answer) -> (Release, Id<AcceptanceCriterion>) {
    let mut release = ready_release();
    let criterion = release.criteria.iter_mut().next().unwrap();
    criterion.answer = answer;
    let id = criterion.id;
    (release, id)
}

fn after(release: &Release, command: rollcall::plan::Command) -> Release {
    let mut after = release.clone();
    command.apply(&mut after).unwrap();
    after
}

#[test]
fn a_report_answers_a_criterion() {
    let waived = Answer::Waived(Waiver { approver: "Sven".to_owned(), ..Waiver::default() });
    let not_applicable = Answer::NotApplicable { reason: "No screens".to_owned() };
    let met = Effect::Answered(AnswerKind::Met);
    let not_met = Effect::Answered(AnswerKind::NotMet);
    #[rustfmt::skip]
    let cases: [(Answer, Vec<Report>, Effect, &str); 14] = [
        (Answer::Unanswered, vec![run(412, 3, 0)], not_met, "Criterion set to Not met: 3 of 415 tests failed."),
        (Answer::Met, vec![run(0, 1, 0)], not_met, "Criterion set to Not met: 1 of 1 test failed."),
        (Answer::Unanswered, vec![run(415, 0, 7)], met, "Criterion set to Met: 415 tests passed."),
        (Answer::NotMet, vec![run(1, 0, 0)], met, "Criterion set to Met: 1 test passed."),
        (Answer::Unanswered, vec![run(0, 0, 4)], Effect::NothingRan, "Evidence added, and the answer stays as it was: no test ran."),
        (Answer::Unanswered, vec![run(3, 0, 0), run(0, 0, 4)], Effect::NothingRan, "Evidence added, and the answer stays as it was: in one report no test ran."),
        (Answer::Met, vec![run(3, 0, 0), run(5, 1, 0), run(0, 0, 4)], not_met, "Criterion set to Not met: 1 of 9 tests failed."),
        (Answer::Unanswered, vec![scan(0, true)], met, "Criterion set to Met: no error found."),
        (Answer::Unanswered, vec![scan(2, true)], not_met, "Criterion set to Not met: 2 errors found."),
        (Answer::Unanswered, vec![scan(0, false)], not_met, "Criterion set to Not met: a scan did not come to its end."),
        (Answer::Unanswered, vec![run(9, 0, 0), scan(0, true)], met, "Criterion set to Met: 9 tests passed, no error found."),
        (Answer::Unanswered, vec![run(8, 1, 0), scan(1, true)], not_met, "Criterion set to Not met: 1 of 9 tests failed, 1 error found."),
        (waived, vec![run(9, 0, 0)], Effect::Kept(AnswerKind::Waived), "Evidence added: 9 tests passed. The criterion stays waived until you answer it otherwise."),
        (not_applicable, vec![run(8, 1, 0)], Effect::Kept(AnswerKind::NotApplicable), "Evidence added: 1 of 9 tests failed. The criterion stays “not applicable” until you answer it otherwise."),
    ];
    for (before, reports, effect, said) in cases {
        let (release, criterion) = with_answer(before.clone());
        let reports = given(&reports);
        let found = report_on_criterion(&release, criterion, &reports, TODAY).unwrap();
        assert_eq!(found.effect, effect, "{said}");
        assert_eq!(reported(effect, reports.iter().map(|(_, report)| report)), said);
        let changed = after(&release, found.command);
        let answered = changed.criteria.get(criterion).unwrap();
        let expected = match effect {
            Effect::Answered(AnswerKind::Met) => Answer::Met,
            Effect::Answered(_) => Answer::NotMet,
            _ => before,
        };
        assert_eq!(answered.answer, expected, "{said}");
        let old = release.criteria.get(criterion).unwrap().evidence.len();
        assert_eq!(answered.evidence.len(), old + reports.len());
        // Nothing else is touched.
        let mut rest = changed.clone();
        *rest.criteria.get_mut(criterion).unwrap() = release.criteria.get(criterion).unwrap().clone();
        assert_eq!(rest, release);
        assert!(assess(&changed, TODAY).verdict <= assess(&after_met(&release, criterion), TODAY).verdict);
    }
}

/// The best that could become of the criterion.
fn after_met(release: &Release, id: Id<AcceptanceCriterion>) -> Release {
    let mut met = release.clone();
    met.criteria.get_mut(id).unwrap().answer = Answer::Met;
    met
}

#[test]
fn a_report_on_a_gate_is_evidence_and_nothing_else() {
    let release = ready_release();
    let gate: Id<QualityGate> = release.gates.first().unwrap().id;
    let point = release.gates.first().unwrap().checklist.first().unwrap().id;
    for (at, failing) in [(None, true), (Some(point), true), (None, false)] {
        let reports = given(&[run(4, u32::from(failing), 0), scan(0, true)]);
        let found = report_on_gate(&release, gate, at, &reports, TODAY).unwrap();
        assert_eq!(found.effect, Effect::Evidence);
        let changed = after(&release, found.command);
        let evidence = |release: &Release| {
            let gate = release.gates.get(gate).unwrap();
            at.map_or(gate.evidence.len(), |point| gate.checklist.get(point).unwrap().evidence.len())
        };
        assert_eq!(evidence(&changed), evidence(&release) + 2);
        let mut rest = changed.clone();
        let outcome = |release: &Release| release.gates.get(gate).unwrap().outcome.clone();
        assert_ne!(outcome(&changed), GateOutcome::NotHeld);
        assert_eq!(outcome(&changed), outcome(&release));
        let mine = rest.gates.get_mut(gate).unwrap();
        match at {
            Some(point) => mine.checklist.get_mut(point).unwrap().evidence = rollcall::plan::Items::default(),
            None => mine.evidence = rollcall::plan::Items::default(),
        }
        assert_eq!(rest, release);
    }
}

#[test]
fn what_is_not_there_takes_no_report() {
    let release = ready_release();
    let reports = given(&[run(1, 0, 0)]);
    let gate = release.gates.first().unwrap().id;
    assert_eq!(report_on_criterion(&release, id("gone"), &reports, TODAY), None);
    assert_eq!(report_on_gate(&release, id("gone"), None, &reports, TODAY), None);
    assert_eq!(report_on_gate(&release, gate, Some(id("gone")), &reports, TODAY), None);
    assert_eq!(report_on_criterion(&release, release.criteria.first().unwrap().id, &[], TODAY), None);
    assert_eq!(report_on_gate(&release, gate, None, &[], TODAY), None);
}

#[test]
fn undo_takes_a_report_back_whole() {
    let (mut release, criterion) = with_answer(Answer::Met);
    let digest = |release: &Release| Contents::of(release).plan();
    let before = (digest(&release), release.criteria.clone());
    let reports = given(&[fixture("nextest.xml"), fixture("two-tools.sarif"), run(0, 3, 0)]);
    let command = report_on_criterion(&release, criterion, &reports, TODAY).unwrap().command;
    let mut history = History::default();
    let entry = ChangeEntry { at: Timestamp::UNIX_EPOCH, who: String::new(), what: "Changed".to_owned() };
    history.dispatch(&mut release, command, entry, None).unwrap();
    assert_ne!(before, (digest(&release), release.criteria.clone()));
    assert!(history.undo(&mut release, Timestamp::UNIX_EPOCH, "").is_some());
    assert_eq!(before, (digest(&release), release.criteria.clone()));
}

#[test]
fn each_fixture_becomes_evidence_that_a_file_keeps() {
    let names = std::fs::read_dir(format!("{}/tests/reports", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let names = names.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
    let names: Vec<String> = names.filter(|name| name.ends_with(".xml") || name.ends_with(".sarif")).collect();
    assert!(names.len() > 10);
    let (mut release, criterion) = with_answer(Answer::Unanswered);
    for name in names {
        let report = fixture(&name);
        let evidence = evidence_of(&report, id(&name.replace(['.', '_'], "-")), TODAY);
        assert!(!evidence.title.is_empty(), "{name}");
        assert_eq!(evidence.added, Some(TODAY));
        match (&report, &evidence.shown_by) {
            (Report::Tests(run), Proof::TestReport { passed, failed, skipped, milliseconds, failed_names }) => {
                assert_eq!((*passed, *failed, *skipped), (run.passed, run.failed, run.skipped), "{name}");
                assert_eq!(*milliseconds, run.milliseconds, "{name}");
                assert_eq!(failed_names.len() + unnamed_failures(&evidence.shown_by) as usize, run.failed as usize);
            }
            (Report::Scan(scan), Proof::ScanReport { tool, errors, warnings, notes, unfinished }) => {
                assert_eq!((tool, *errors), (&scan.tool, scan.errors), "{name}");
                assert_eq!((*warnings, *notes, *unfinished), (scan.warnings, scan.notes, !scan.finished), "{name}");
            }
            other => panic!("{name} became {other:?}"),
        }
        assert!(!proof(&evidence.shown_by).is_empty());
        let reports = [(evidence.id, report)];
        release = after(&release, report_on_criterion(&release, criterion, &reports, TODAY).unwrap().command);
    }
    let text = to_json(&release, &Kept::default(), Timestamp::UNIX_EPOCH, "0");
    assert_eq!(read_plan(text.as_bytes()).unwrap().release, release);
}

#[test]
fn names_of_failed_tests_are_kept_short() {
    let failed_names = vec!["é".repeat(5_000), "short".to_owned(), "  ".to_owned()];
    let report = Report::Tests(TestRun { failed: 3, failed_names, ..TestRun::default() });
    assert_eq!(report.verdict(), ReportVerdict::Failed);
    let Proof::TestReport { failed_names, .. } = evidence_of(&report, id("e"), TODAY).shown_by else { panic!() };
    assert_eq!(failed_names, [format!("{}…", "é".repeat(200)), "short".to_owned()]);
}

/// What belongs on the list of releases is no report, and the other way round.
#[test]
fn a_plan_is_no_report_and_a_report_no_plan() {
    let plan = to_json(&ready_release(), &Kept::default(), Timestamp::UNIX_EPOCH, "0");
    let Err(ReportError::NotSarif { found }) = read("plan.json", plan.as_bytes()) else { panic!() };
    assert!(found.contains("Rollcall"), "{found}");
    for (name, said) in [("nextest.xml", "not JSON"), ("clean.sarif", "the report of a code scanner")] {
        let path = format!("{}/tests/reports/{name}", env!("CARGO_MANIFEST_DIR"));
        let error = read_plan(&std::fs::read(path).unwrap()).unwrap_err();
        assert!(error.to_string().contains(said), "{error}");
    }
}
