//! Where what somebody must do is done.

use super::finding::{Place, Section};
use crate::action::TodoSource;

/// The place in the plan where this is done.
#[must_use]
pub fn todo_place(source: TodoSource) -> Place {
    match source {
        TodoSource::GateFinding(gate, id) => Place::part(Section::Gates, gate, id, "findings"),
        TodoSource::GateCondition(gate, id) => Place::part(Section::Gates, gate, id, "condition_met"),
        TodoSource::BoardCondition(id) => Place::entry(Section::Board, id, "met"),
        TodoSource::MeetingAction(meeting, id) => Place::part(Section::Meetings, meeting, id, "closed"),
        TodoSource::ReviewAction(id) => Place::entry(Section::After, id, "closed"),
        TodoSource::Capacity(id) => Place::entry(Section::Review, id, "closed"),
        TodoSource::Criterion(id) => Place::entry(Section::Acceptance, id, "answer"),
        TodoSource::CriterionWaiver(id) => Place::entry(Section::Acceptance, id, "waiver"),
        TodoSource::Gate(id) => Place::entry(Section::Gates, id, "outcome"),
        TodoSource::DefectDecision(id) => Place::entry(Section::Defects, id, "decision"),
        TodoSource::DefectFix(id) => Place::entry(Section::Defects, id, "fixed"),
        TodoSource::KnownError(id) => Place::entry(Section::Defects, id, "review"),
        TodoSource::RuleWaiver(id) => Place::entry(Section::Rules, id, "waiver"),
        TodoSource::Message(id) => Place::entry(Section::Communications, id, "sent"),
        TodoSource::Document(id) => Place::entry(Section::Communications, id, "sent"),
        TodoSource::Environment(id) => Place::entry(Section::Environments, id, "refreshed"),
        TodoSource::Session(id) => Place::entry(Section::Training, id, "attendance"),
        TodoSource::HandOver(id) => Place::entry(Section::HandOver, id, "set_up"),
        TodoSource::Risk(id) => Place::entry(Section::Board, id, "response"),
        TodoSource::Step(id) => Place::entry(Section::Rollout, id, "owner"),
        TodoSource::CriteriaList => Place::field(Section::Acceptance, "criteria_review"),
        TodoSource::Incident(id) => Place::entry(Section::After, id, "resolved"),
    }
}
