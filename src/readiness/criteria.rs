//! What is found on the acceptance criteria.

use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use crate::gate::{contradicts, missing_criteria};
use crate::plan::{AcceptanceCriterion, Answer, Release};

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    if release.criteria.is_empty() {
        tally.blocker(Code::CriteriaMissing, Place::field(Section::Acceptance, "add"), "", "");
    }
    for criterion in &release.criteria {
        one(criterion, tally);
    }
    for entry in missing_criteria(release) {
        let place = Place::entry(Section::Acceptance, entry.key, "restore");
        tally.blocker(Code::RemovedWithoutReason, place, entry.title, "");
    }
    if let Some(review) = release.criteria_list.review.filter(|review| *review < tally.today) {
        let place = Place::field(Section::Acceptance, "criteria_review");
        tally.advice(Code::CriteriaReviewOverdue, place, "", review);
    }
}

fn one(criterion: &AcceptanceCriterion, tally: &mut Tally) {
    let title = criterion.title.as_str();
    let place = |field| Place::entry(Section::Acceptance, criterion.id, field);
    match &criterion.answer {
        Answer::Unanswered => tally.blocker(Code::CriterionUnanswered, place("answer"), title, ""),
        Answer::NotMet => tally.blocker(Code::CriterionNotMet, place("answer"), title, ""),
        Answer::NotApplicable { reason } if reason.trim().is_empty() => {
            tally.blocker(Code::CriterionReasonMissing, place("reason"), title, "");
        }
        // What does not apply is neither done nor to be done.
        Answer::NotApplicable { .. } => {}
        Answer::Waived(waiver) => tally.waived(waiver, place("waiver"), title),
        Answer::Met => {
            tally.done(Section::Acceptance);
            if criterion.evidence.is_empty() {
                tally.advice(Code::CriterionWithoutEvidence, place("evidence"), title, "");
            }
            for evidence in criterion.evidence.iter().filter(|evidence| contradicts(&evidence.shown_by)) {
                let place = Place::part(Section::Acceptance, criterion.id, evidence.id, "evidence_row");
                tally.advice(Code::EvidenceContradicts, place, title, &evidence.title);
            }
        }
    }
}
