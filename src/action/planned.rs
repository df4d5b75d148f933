//! What the plan itself asks for: answers, decisions, messages, sessions, and whatever comes due.

use jiff::civil::Date;

use super::todo::{Draft, Terms, TodoSource};
use crate::communication::{brief, by_day, recipient, send_day};
use crate::environment::{Refresh, refresh};
use crate::gate::{DefectState, defect_state, let_through, outcome_day};
use crate::plan::{Answer, Choice, Defect, DefectDecision, Environment, TrainingSession, Waiver};

pub(super) fn collect(draft: &mut Draft) {
    criteria(draft);
    gates(draft);
    defects(draft);
    rules(draft);
    communication(draft);
    preparation(draft);
    risks_and_steps(draft);
    incidents(draft);
}

fn criteria(draft: &mut Draft) {
    let release = draft.release;
    for criterion in &release.criteria {
        let terms = Terms { owner: criterion.owner, due: criterion.due, done: None };
        let open = match &criterion.answer {
            Answer::Unanswered | Answer::NotMet => true,
            Answer::NotApplicable { reason } => reason.trim().is_empty(),
            Answer::Met | Answer::Waived(_) => false,
        };
        if open {
            draft.add(TodoSource::Criterion(criterion.id), &criterion.title, "", terms);
        }
        if let Answer::Waived(waiver) = &criterion.answer {
            let terms = Terms { due: waiver.until, ..terms };
            draft.add(TodoSource::CriterionWaiver(criterion.id), &criterion.title, &waiver.approver, terms);
        }
    }
    let list = &release.criteria_list;
    if let Some(review) = list.review {
        let done = list.reviewed.filter(|reviewed| *reviewed >= review);
        let terms = Terms { owner: list.reviewed_by, due: Some(review), done };
        draft.add(TodoSource::CriteriaList, "", "", terms);
    }
}

fn gates(draft: &mut Draft) {
    let (release, today) = (draft.release, draft.today);
    for gate in &release.gates {
        let done = outcome_day(&gate.outcome).filter(|_| let_through(gate, today));
        // A gate that passed on a day that nobody knows is done, and there is no day to show for it.
        if done.is_some() || !let_through(gate, today) {
            let terms = Terms { owner: gate.led_by, due: gate.due, done };
            draft.add(TodoSource::Gate(gate.id), &gate.name, &gate.lead_role, terms);
        }
    }
}

fn defects(draft: &mut Draft) {
    let release = draft.release;
    for defect in &release.defects {
        let terms = Terms { owner: defect.owner, due: defect.due, done: None };
        match defect_state(defect, draft.today) {
            DefectState::Undecided | DefectState::WithoutWorkaround => {
                draft.add(TodoSource::DefectDecision(defect.id), &defect.title, &defect.number, terms);
            }
            DefectState::ToBeFixed | DefectState::FixedFrom(_) | DefectState::Fixed => {
                let terms = Terms { done: fixed(defect), ..terms };
                draft.add(TodoSource::DefectFix(defect.id), &defect.title, &defect.number, terms);
            }
            DefectState::KnownError => {
                if let Some(review) = defect.known_error.review {
                    let terms = Terms { due: Some(review), ..terms };
                    draft.add(TodoSource::KnownError(defect.id), &defect.title, &defect.number, terms);
                }
            }
            // It was decided, and the release waits: there is nothing to do before that is changed.
            DefectState::Postpones => {}
        }
    }
}

fn fixed(defect: &Defect) -> Option<Date> {
    match defect.decision {
        DefectDecision::Fix { fixed } => fixed,
        _ => None,
    }
}

fn rules(draft: &mut Draft) {
    let release = draft.release;
    for rule in &release.rules {
        if let Some(Waiver { approver, until, .. }) = &rule.waiver {
            let terms = Terms { due: *until, ..Terms::default() };
            draft.add(TodoSource::RuleWaiver(rule.id), &rule.name, approver, terms);
        }
    }
}

fn communication(draft: &mut Draft) {
    let release = draft.release;
    for message in &release.messages {
        let due = send_day(release, message.send);
        let terms = Terms { owner: message.sender, due, done: message.sent };
        let subject = brief(&message.subject, release);
        draft.add(TodoSource::Message(message.id), &subject, message.channel.label(), terms);
    }
    for copy in &release.distribution {
        // Whoever gets it does not send it: that is the release manager's.
        let terms = Terms { owner: None, due: by_day(copy, release), done: copy.sent };
        draft.add(TodoSource::Document(copy.id), copy.document.label(), recipient(copy, release), terms);
    }
}

fn preparation(draft: &mut Draft) {
    let release = draft.release;
    for environment in &release.environments {
        if let Some(due) = to_be_refreshed(environment, draft.release.go_live(), draft.today) {
            let terms = Terms { owner: environment.owner, due, done: None };
            draft.add(TodoSource::Environment(environment.id), &environment.name, environment.purpose.label(), terms);
        }
    }
    for session in &release.training.sessions {
        let day = session.at.map(jiff::civil::DateTime::date);
        let terms = Terms { owner: session.trainer, due: day, done: day.filter(|_| was_held(session)) };
        draft.add(TodoSource::Session(session.id), &session.title, &session.place, terms);
    }
    for item in &release.hand_over.items {
        let terms = Terms { owner: item.set_up_by, due: release.go_live(), done: item.set_up };
        draft.add(TodoSource::HandOver(item.id), &item.title, item.kind.label(), terms);
    }
}

/// The day by which an environment is to be refreshed again, where that matters to the release: it lies before go-live, or
/// has passed. No day where it never was refreshed.
fn to_be_refreshed(environment: &Environment, go_live: Option<Date>, today: Date) -> Option<Option<Date>> {
    match refresh(environment, today) {
        Refresh::NotAsked => None,
        Refresh::Never => Some(None),
        Refresh::Overdue(due) => Some(Some(due)),
        Refresh::Due(due) => go_live.is_none_or(|day| due <= day).then_some(Some(due)),
    }
}

/// Whether somebody wrote down who was there.
fn was_held(session: &TrainingSession) -> bool {
    !session.attendance.is_empty()
}

fn risks_and_steps(draft: &mut Draft) {
    let release = draft.release;
    for risk in release.board.risks.iter().filter(|risk| risk.response.trim().is_empty()) {
        let terms = Terms { owner: risk.owner, ..Terms::default() };
        draft.add(TodoSource::Risk(risk.id), &risk.text, "", terms);
    }
    for step in release.rollout.runbook.iter().filter(|step| release.person_name(step.owner).is_none()) {
        let terms = Terms { due: release.go_live(), ..Terms::default() };
        draft.add(TodoSource::Step(step.id), &step.title, "", terms);
    }
}

fn incidents(draft: &mut Draft) {
    let release = draft.release;
    for incident in &release.after.incidents {
        let done = incident.resolved.map(jiff::civil::DateTime::date);
        let terms = Terms { owner: incident.owner, due: None, done };
        draft.add(TodoSource::Incident(incident.id), &incident.title, &incident.number, terms);
    }
}
