//! What the plan answers on its quality: environments, criteria, defects, RFCs, risks.

use jiff::civil::Date;

use super::{Look, Short, among};
use crate::environment::refresh;
use crate::gate::{DefectState, RfcState, defect_state, missing_in, rfc_state};
use crate::plan::{AcceptanceCriterion, Answer, Defect, Environment, Fitness, Release, Rfc, Risk};
use crate::readiness::finding::{Place, Section};
use crate::readiness::waiver::{WaiverStanding, waiver_standing};

/// A refresh in time of each environment that has an interval.
pub(super) fn environments_refreshed(release: &Release, today: Date) -> Look {
    let asked = release.environments.iter().filter(|environment| environment.refresh_days.is_some());
    among(asked, |environment| {
        let place = Place::entry(Section::Environments, environment.id, "refreshed");
        refresh(environment, today).is_overdue().then(|| Short::new(&environment.name, place))
    })
}

/// Somebody's word that each environment serves its purpose. What nobody has assessed is not fit.
pub(super) fn environments_fit(release: &Release) -> Look {
    among(release.environments.iter(), |environment: &&Environment| {
        let place = Place::entry(Section::Environments, environment.id, "fitness");
        (environment.fitness != Fitness::Fit).then(|| Short::new(&environment.name, place))
    })
}

/// An answer to each criterion that lets the release through.
pub(super) fn criteria_met(release: &Release, today: Date) -> Look {
    let lets_through = |criterion: &AcceptanceCriterion| match &criterion.answer {
        Answer::Met => true,
        Answer::NotApplicable { reason } => !reason.trim().is_empty(),
        Answer::Waived(waiver) => {
            matches!(waiver_standing(waiver, release.go_live(), today), WaiverStanding::InForce(_))
        }
        Answer::Unanswered | Answer::NotMet => false,
    };
    among(release.criteria.iter(), |criterion| {
        let place = Place::entry(Section::Acceptance, criterion.id, "answer");
        (!lets_through(criterion)).then(|| Short::new(&criterion.title, place))
    })
}

/// A decision on each defect, and a fix where one was decided on.
pub(super) fn defects_decided(release: &Release, today: Date) -> Look {
    among(release.defects.iter(), |defect: &&Defect| {
        let field = match defect_state(defect, today) {
            DefectState::Fixed | DefectState::KnownError => return None,
            DefectState::Undecided | DefectState::Postpones => "decision",
            DefectState::ToBeFixed | DefectState::FixedFrom(_) => "fixed",
            DefectState::WithoutWorkaround => "workaround",
        };
        Some(Short::new(&defect.title, Place::entry(Section::Defects, defect.id, field)))
    })
}

/// All that the service desk needs of each defect that goes live. Where every defect is fixed, none does.
pub(super) fn known_errors_complete(release: &Release, today: Date) -> Look {
    let mut live = Vec::new();
    let mut all_fixed = !release.defects.is_empty();
    for defect in &release.defects {
        match defect_state(defect, today) {
            DefectState::KnownError | DefectState::WithoutWorkaround => live.push(defect),
            DefectState::Fixed => {}
            _ => all_fixed = false,
        }
    }
    if live.is_empty() {
        return if all_fixed { Look::Spared } else { Look::Nothing };
    }
    among(live.into_iter(), |defect| {
        let lacking = missing_in(&defect.known_error);
        Some(Short::new(&defect.title, Place::entry(Section::Defects, defect.id, lacking.first()?.field)))
    })
}

/// What the CAB said of each RFC, and one approval at least.
pub(super) fn rfcs_approved(release: &Release, today: Date) -> Look {
    let state = |rfc: &Rfc| rfc_state(&rfc.outcome, today);
    let approved = release.rfcs.iter().any(|rfc| state(rfc) == RfcState::Approved);
    let look = among(release.rfcs.iter(), |rfc| {
        let waits = matches!(state(rfc), RfcState::Pending | RfcState::ApprovedFrom(_));
        let name = [rfc.number.trim(), rfc.title.trim()].into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        waits.then(|| Short::new(name, Place::entry(Section::Rfcs, rfc.id, "outcome")))
    });
    match look {
        Look::Short(short) if short.is_empty() && !approved => {
            Look::Short(vec![Short::new("an approval", Place::field(Section::Rfcs, "add"))])
        }
        look => look,
    }
}

/// A response to each risk, and somebody who watches it.
pub(super) fn risks_answered(release: &Release) -> Look {
    among(release.board.risks.iter(), |risk: &&Risk| {
        let answered = !risk.response.trim().is_empty();
        let watched = release.person_name(risk.owner).is_some();
        let field = if answered { "owner" } else { "response" };
        let place = Place::entry(Section::Board, risk.id, field);
        (!answered || !watched).then(|| Short::new(&risk.text, place))
    })
}
