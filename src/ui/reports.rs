//! Reports of tests and scans that somebody chose or dropped: read, made evidence, and said.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::desk::Desk;
use super::files;
use super::import::Refused;
use super::plan::{Plan, new_id};
use crate::plan::{AcceptanceCriterion, ChecklistItem, Evidence, Id, QualityGate};
use crate::readiness::{report_on_criterion, report_on_gate};
use crate::report::{self, Report, ReportError};
use crate::text;

/// What evidence belongs to.
#[derive(Clone, Copy)]
pub enum Shown {
    /// A criterion, which a report answers.
    Criterion(Id<AcceptanceCriterion>),
    /// A gate, or a point of its checklist: people say what was seen there.
    Gate(Id<QualityGate>, Option<Id<ChecklistItem>>),
}

/// Reads the files and makes evidence of all of them, as one step that can be undone. Nothing is taken where one of them
/// cannot be read.
pub fn take(desk: Desk, plan: Plan, refused: RwSignal<Option<Refused>>, shown: Option<Shown>, files: Vec<File>) {
    if plan.read_only {
        desk.toasts.say("This is a sample. Keep a copy to change it.");
        return;
    }
    let Some(shown) = shown else {
        desk.toasts.say("Reports are dropped on a criterion, a gate or a point of its checklist. Nothing was changed.");
        return;
    };
    spawn_local(async move {
        match read(&files).await {
            Ok(reports) => add(plan, shown, &reports),
            Err(why) => drop(refused.try_set(Some(why))),
        }
    });
}

async fn read(files: &[File]) -> Result<Vec<(Id<Evidence>, Report)>, Refused> {
    let mut reports = Vec::with_capacity(files.len());
    for file in files {
        let refuse = |what: String, cure: &str| Refused {
            name: file.name(),
            what,
            cure: cure.to_owned(),
            problems: Vec::new(),
            safe: ReportError::SAFE,
        };
        let refuse_report = |error: &ReportError| refuse(error.to_string(), error.cure());
        // The size is known before anything is read: a file that is far too large costs nothing.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        report::check_size(file.size() as u64).map_err(|error| refuse_report(&error))?;
        let bytes = files::bytes_of(file).await.map_err(|what| refuse(what, "Choose it once more."))?;
        let report = report::read(&file.name(), &bytes).map_err(|error| refuse_report(&error))?;
        reports.push((new_id(), report));
    }
    Ok(reports)
}

fn add(plan: Plan, shown: Shown, reports: &[(Id<Evidence>, Report)]) {
    // While the files were read, somebody may have left the plan.
    let (Some(release), Some(today)) = (plan.release.try_get_untracked(), plan.today.try_get_untracked()) else {
        return;
    };
    let reported = match shown {
        Shown::Criterion(id) => report_on_criterion(&release, id, reports, today),
        Shown::Gate(id, point) => report_on_gate(&release, id, point, reports, today),
    };
    if let Some(reported) = reported {
        plan.dispatch(reported.command);
        let said = text::reported(reported.effect, reports.iter().map(|(_, report)| report));
        plan.offer_undo_saying(&said);
    }
}
