//! What is found on the defects.

use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use crate::gate::{DefectState, defect_state};
use crate::plan::{Defect, DefectDecision, Release};

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    for defect in &release.defects {
        one(defect, tally);
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
            if let Some((field, missing)) = missing(defect) {
                tally.advice(Code::KnownErrorIncomplete, place(field), &defect.title, missing);
            }
        }
    }
}

/// The first thing that the service desk would miss.
fn missing(defect: &Defect) -> Option<(&'static str, &'static str)> {
    let known = &defect.known_error;
    let needed = [
        ("symptoms", "symptoms", &known.symptoms),
        ("quick_fix", "quick fix", &known.quick_fix),
        ("desk_code", "code in the desk's tool", &known.desk_code),
    ];
    needed.into_iter().find(|(_, _, text)| text.trim().is_empty()).map(|(field, name, _)| (field, name))
}
