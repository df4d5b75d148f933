//! What somebody must do, as a sentence; how near its day is; and how late something was.

use super::finding::lower_first;
use crate::action::{Todo, TodoKind};

/// What is to be done, as a sentence. What people agreed on stands in their own words.
#[must_use]
pub fn todo(of: &Todo) -> String {
    let (text, context) = (of.text.trim(), of.context.trim());
    let name = &quoted(text);
    match of.kind {
        TodoKind::GateFinding
        | TodoKind::GateCondition
        | TodoKind::BoardCondition
        | TodoKind::MeetingAction
        | TodoKind::ReviewAction => {
            if text.is_empty() {
                "(nothing written down)".to_owned()
            } else {
                text.to_owned()
            }
        }
        TodoKind::Capacity => format!("Settle capacity issue {name}"),
        TodoKind::Criterion => format!("Answer criterion {name}"),
        TodoKind::Gate if of.done.is_some() => format!("Held gate {name}"),
        TodoKind::Gate => format!("Hold gate {name}"),
        TodoKind::DefectDecision => format!("Decide defect {}", numbered(context, name)),
        TodoKind::DefectFix => format!("Fix defect {}", numbered(context, name)),
        TodoKind::Waiver => format!("Make good or renew what is waived: {name}"),
        TodoKind::Message => format!("Send message {name} ({})", lower_first(or(context, "no channel"))),
        TodoKind::Document => format!("Send the {} to {}", lower_first(text), or(context, "whoever is to get it")),
        TodoKind::Environment => format!("Refresh environment {name}"),
        TodoKind::Session => format!("Hold training session {name} and note who was there"),
        TodoKind::HandOver => format!("Hand over to the service desk: {name}"),
        TodoKind::Risk => format!("Say what is done about risk {name}"),
        TodoKind::Step => format!("Say who does runbook step {name}"),
        TodoKind::KnownError => format!("Look at known error {} again", numbered(context, name)),
        TodoKind::CriteriaList => "Look at the list of acceptance criteria again".to_owned(),
        TodoKind::Incident => format!("Resolve incident {}", numbered(context, name)),
    }
}

/// Where it was agreed or what it belongs to, in few words.
#[must_use]
pub fn todo_origin(of: &Todo) -> String {
    use crate::plan::Choice;
    match of.kind {
        TodoKind::GateFinding | TodoKind::GateCondition | TodoKind::MeetingAction if !of.context.trim().is_empty() => {
            format!("{}: {}", of.kind.label(), of.context.trim())
        }
        kind => kind.label().to_owned(),
    }
}

/// How late something was: "on time", "15 min late", "2 h early".
#[must_use]
pub fn delay(minutes: i64) -> String {
    let length = crate::plan::Minutes(u32::try_from(minutes.unsigned_abs()).unwrap_or(u32::MAX));
    match minutes {
        0 => "on time".to_owned(),
        1.. => format!("{length} late"),
        _ => format!("{length} early"),
    }
}

fn quoted(name: &str) -> String {
    if name.is_empty() { "(no name)".to_owned() } else { format!("“{name}”") }
}

fn numbered(number: &str, name: &str) -> String {
    if number.is_empty() { name.to_owned() } else { format!("{number} {name}") }
}

fn or<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if text.is_empty() { otherwise } else { text }
}
