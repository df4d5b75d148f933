//! What is found on the defects.

use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use crate::gate::{DefectState, defect_state, found_late, missing_in, review_overdue};
use crate::plan::{Defect, DefectDecision, Release};

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    for defect in &release.defects {
        one(defect, tally);
        // Whatever was decided on it since, the Board answers for what goes live, and did not know of it.
        if let Some(found) = found_late(release, defect) {
            tally.advice(Code::LateDefect, Place::field(Section::Board, "decided_on"), &defect.title, found);
        }
    }
}

fn one(defect: &Defect, tally: &mut Tally) {
    let place = |field| Place::entry(Section::Defects, defect.id, field);
    match defect_state(defect, tally.today) {
        DefectState::Undecided => tally.blocker(Code::DefectUndecided, place("decision"), &defect.title, ""),
        DefectState::Fixed => tally.done(Section::Defects),
        DefectState::ToBeFixed | DefectState::FixedFrom(_) => {
            tally.blocker(Code::DefectNotFixed, place("fixed"), &defect.title, "");
        }
        DefectState::Postpones => {
            let reason = match &defect.decision {
                DefectDecision::Postpone { reason } => reason.as_str(),
                _ => "",
            };
            tally.blocker(Code::DefectPostpones, place("decision"), &defect.title, reason);
        }
        DefectState::WithoutWorkaround => {
            tally.blocker(Code::DefectWithoutWorkaround, place("workaround"), &defect.title, "");
        }
        DefectState::KnownError => {
            tally.done(Section::Defects);
            let missing = missing_in(&defect.known_error);
            if let Some(first) = missing.first() {
                let names: Vec<&str> = missing.iter().map(|field| field.name).collect();
                tally.advice(Code::KnownErrorIncomplete, place(first.field), &defect.title, names.join(", no "));
            }
        }
    }
    if let Some(review) = review_overdue(defect, tally.today) {
        tally.advice(Code::KnownErrorReviewDue, place("review"), &defect.title, review);
    }
}
