//! Doing with a tick what asks for no more than to be done.

use jiff::civil::Date;

use super::todo::TodoSource;
use crate::plan::{Action, Condition, Edit, GateOutcome, Id, Items, Listed, QualityGate, Release, Sole};
use crate::plan::{BoardDecision, Command, Meeting, PostImplementationReview};

/// The command that notes something as done on a day, or as open again without one.
///
/// Nothing where it is no plain action or condition, is not there, or stands so already: anything else is done where it
/// stands in the plan.
#[must_use]
pub fn close(release: &Release, source: TodoSource, on: Option<Date>) -> Option<Command> {
    match source {
        TodoSource::GateFinding(gate, id) => {
            let mut gate = release.gates.get(gate)?.clone();
            close_action(&mut gate.findings, id, on)?;
            Some(QualityGate::command(Edit::replace(gate)))
        }
        TodoSource::GateCondition(gate, id) => {
            let mut gate = release.gates.get(gate)?.clone();
            let GateOutcome::PassedWithConditions { conditions, .. } = &mut gate.outcome else { return None };
            meet(conditions, id, on)?;
            Some(QualityGate::command(Edit::replace(gate)))
        }
        TodoSource::BoardCondition(id) => {
            let mut decision = release.board.decision.clone()?;
            meet(&mut decision.conditions, id, on)?;
            Some(<Option<BoardDecision> as Sole>::command(Some(decision)))
        }
        TodoSource::MeetingAction(meeting, id) => {
            let mut meeting = release.meetings.get(meeting)?.clone();
            close_action(&mut meeting.actions, id, on)?;
            Some(Meeting::command(Edit::replace(meeting)))
        }
        TodoSource::ReviewAction(id) => {
            let mut review = release.after.review.clone();
            close_action(&mut review.actions, id, on)?;
            Some(PostImplementationReview::command(review))
        }
        _ => None,
    }
}

fn close_action(actions: &mut Items<Action>, id: Id<Action>, on: Option<Date>) -> Option<()> {
    let action = actions.get_mut(id).filter(|action| action.closed != on)?;
    action.closed = on;
    Some(())
}

fn meet(conditions: &mut Items<Condition>, id: Id<Condition>, on: Option<Date>) -> Option<()> {
    let condition = conditions.get_mut(id).filter(|condition| condition.met != on)?;
    condition.met = on;
    Some(())
}
