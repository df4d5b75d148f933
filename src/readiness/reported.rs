//! What the reports of tests and scans say about a criterion or a gate: evidence, and for a criterion its answer too.

use jiff::civil::Date;

use crate::gate::AnswerKind;
use crate::plan::{
    AcceptanceCriterion, Answer, ChecklistItem, Command, Edit, Evidence, Id, Items, Proof, QualityGate, Release,
};
use crate::report::{Report, ReportVerdict, Scan, TestRun};

/// The longest name of a failed test that is kept: enough to find it by, and a plan stays small.
const LONGEST_NAME: usize = 200;

/// What comes of reports that were dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Adds the evidence and sets the answer, as one step.
    pub command: Command,
    /// What became of the answer.
    pub effect: Effect,
}

/// What reports do to the answer of what they were dropped on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The criterion has this answer now.
    Answered(AnswerKind),
    /// The criterion keeps an answer that a person gave for a reason, such as a waiver.
    Kept(AnswerKind),
    /// Nothing ran, which shows nothing: the answer stays.
    NothingRan,
    /// There is no answer to set: people decide how a gate ends.
    Evidence,
}

/// What reports that were dropped on a criterion do: each is evidence, and the criterion is met only where all passed.
/// `named` gives each its id. Nothing where there is no such criterion, or no report.
#[must_use]
pub fn report_on_criterion(
    release: &Release,
    id: Id<AcceptanceCriterion>,
    reports: &[(Id<Evidence>, Report)],
    today: Date,
) -> Option<Reported> {
    let mut criterion = release.criteria.get(id)?.clone();
    let effect = effect(&criterion.answer, together(reports)?);
    match effect {
        Effect::Answered(AnswerKind::Met) => criterion.answer = Answer::Met,
        Effect::Answered(_) => criterion.answer = Answer::NotMet,
        Effect::Kept(_) | Effect::NothingRan | Effect::Evidence => {}
    }
    add(&mut criterion.evidence, reports, today);
    Some(Reported { command: Command::Criteria(Edit::replace(criterion)), effect })
}

/// What reports that were dropped on a gate, or on a point of its checklist, do: each is evidence there, and nothing else
/// changes.
#[must_use]
pub fn report_on_gate(
    release: &Release,
    id: Id<QualityGate>,
    point: Option<Id<ChecklistItem>>,
    reports: &[(Id<Evidence>, Report)],
    today: Date,
) -> Option<Reported> {
    let mut gate = release.gates.get(id)?.clone();
    together(reports)?;
    let evidence = match point {
        Some(point) => &mut gate.checklist.get_mut(point)?.evidence,
        None => &mut gate.evidence,
    };
    add(evidence, reports, today);
    Some(Reported { command: Command::Gates(Edit::replace(gate)), effect: Effect::Evidence })
}

/// What several reports come to: one that failed is enough to fail, and one in which nothing ran shows nothing.
fn together(reports: &[(Id<Evidence>, Report)]) -> Option<ReportVerdict> {
    let has = |verdict| reports.iter().any(|(_, report)| report.verdict() == verdict);
    [ReportVerdict::Failed, ReportVerdict::Empty, ReportVerdict::Passed].into_iter().find(|verdict| has(*verdict))
}

fn effect(before: &Answer, verdict: ReportVerdict) -> Effect {
    match (before, verdict) {
        (Answer::Waived(_) | Answer::NotApplicable { .. }, _) => Effect::Kept(AnswerKind::of(before)),
        (_, ReportVerdict::Passed) => Effect::Answered(AnswerKind::Met),
        (_, ReportVerdict::Failed) => Effect::Answered(AnswerKind::NotMet),
        (_, ReportVerdict::Empty) => Effect::NothingRan,
    }
}

fn add(evidence: &mut Items<Evidence>, reports: &[(Id<Evidence>, Report)], today: Date) {
    for (id, report) in reports {
        evidence.push(evidence_of(report, *id, today));
    }
}

/// A report as evidence.
#[must_use]
pub fn evidence_of(report: &Report, id: Id<Evidence>, today: Date) -> Evidence {
    let (title, shown_by) = match report {
        Report::Tests(run) => (run.name.trim().to_owned(), proof_of_tests(run)),
        Report::Scan(scan) => {
            (format!("{} {}", scan.tool.trim(), scan.version.trim()).trim().to_owned(), proof_of_scan(scan))
        }
    };
    Evidence { id, title, shown_by, added: Some(today) }
}

fn proof_of_tests(run: &TestRun) -> Proof {
    Proof::TestReport {
        passed: run.passed,
        failed: run.failed,
        skipped: run.skipped,
        milliseconds: run.milliseconds,
        failed_names: run
            .failed_names
            .iter()
            .map(|name| shortened(name.trim()))
            .filter(|name| !name.is_empty())
            .collect(),
    }
}

fn proof_of_scan(scan: &Scan) -> Proof {
    Proof::ScanReport {
        tool: scan.tool.clone(),
        errors: scan.errors,
        warnings: scan.warnings,
        notes: scan.notes,
        unfinished: !scan.finished,
    }
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name)),
        None => name.to_owned(),
    }
}
