//! What people agreed to do in so many words: in a gate, on the Board, in a meeting, in a review.

use super::todo::{Draft, Terms, TodoSource};
use crate::plan::{Action, Choice, Condition, GateOutcome};

pub(super) fn collect(draft: &mut Draft) {
    gates(draft);
    board(draft);
    meetings(draft);
    let release = draft.release;
    for action in &release.after.review.actions {
        draft.add(TodoSource::ReviewAction(action.id), &action.text, "", action_terms(action));
    }
    for issue in &release.review.capacity {
        let terms = Terms { owner: issue.owner, due: issue.due, done: issue.closed };
        draft.add(TodoSource::Capacity(issue.id), &issue.title, &issue.reference, terms);
    }
}

fn gates(draft: &mut Draft) {
    let release = draft.release;
    for gate in &release.gates {
        for finding in &gate.findings {
            let source = TodoSource::GateFinding(gate.id, finding.id);
            draft.add(source, &finding.text, &gate.name, action_terms(finding));
        }
        if let GateOutcome::PassedWithConditions { conditions, .. } = &gate.outcome {
            for condition in conditions {
                let source = TodoSource::GateCondition(gate.id, condition.id);
                draft.add(source, &condition.text, &gate.name, condition_terms(condition));
            }
        }
    }
}

fn board(draft: &mut Draft) {
    let release = draft.release;
    let conditions = release.board.decision.iter().flat_map(|decision| &decision.conditions);
    for condition in conditions {
        let source = TodoSource::BoardCondition(condition.id);
        draft.add(source, &condition.text, "", condition_terms(condition));
    }
}

fn meetings(draft: &mut Draft) {
    let release = draft.release;
    for meeting in &release.meetings {
        let title = if meeting.title.trim().is_empty() { meeting.kind.label() } else { &meeting.title };
        for action in &meeting.actions {
            let source = TodoSource::MeetingAction(meeting.id, action.id);
            draft.add(source, &action.text, title, action_terms(action));
        }
    }
}

fn action_terms(action: &Action) -> Terms {
    Terms { owner: action.owner, due: action.due, done: action.closed }
}

fn condition_terms(condition: &Condition) -> Terms {
    Terms { owner: condition.owner, due: condition.until, done: condition.met }
}
