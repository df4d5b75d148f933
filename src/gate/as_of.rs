//! What has happened by a day. An outcome, a sign-off or a condition that is dated ahead counts for nothing yet.
//!
//! The assessment, the pages and the documents all read gates, RFCs and defects through these functions.

use jiff::civil::Date;

use super::answer::{OutcomeKind, outcome_day};
use super::sign_off::{Standing, standing};
use crate::plan::{
    Action, Board, BoardRole, Choice, Condition, Defect, DefectDecision, GateOutcome, QualityGate, RfcOutcome, SignOff,
    same_role,
};

/// Whether what is dated so has happened: what is to happen on a later day has not. Without a day it has.
#[must_use]
pub fn has_come(day: Option<Date>, today: Date) -> bool {
    day.is_none_or(|day| day <= today)
}

/// How a gate ended, by today: one with an outcome of a later day has not been held.
#[must_use]
pub fn outcome_by(outcome: &GateOutcome, today: Date) -> OutcomeKind {
    if has_come(outcome_day(outcome), today) { OutcomeKind::of(outcome) } else { OutcomeKind::NotHeld }
}

/// Whether a gate was held, by today.
#[must_use]
pub fn held(gate: &QualityGate, today: Date) -> bool {
    outcome_by(&gate.outcome, today) != OutcomeKind::NotHeld
}

/// Whether a gate let the release through, by today.
#[must_use]
pub fn let_through(gate: &QualityGate, today: Date) -> bool {
    outcome_by(&gate.outcome, today).lets_through()
}

/// Whether a condition was met, by today.
#[must_use]
pub fn is_met(condition: &Condition, today: Date) -> bool {
    condition.met.is_some() && has_come(condition.met, today)
}

/// Whether what a gate found was acted on, by today.
#[must_use]
pub fn is_closed(finding: &Action, today: Date) -> bool {
    finding.closed.is_some() && has_come(finding.closed, today)
}

/// What is still to be done although the gate passed; nothing where it did not, or all is done.
///
/// No condition written down counts as one with an empty text: nobody knows what it was.
#[must_use]
pub fn open_conditions(outcome: &GateOutcome, today: Date) -> Vec<&str> {
    match outcome {
        GateOutcome::PassedWithConditions { conditions, .. } if conditions.is_empty() => vec![""],
        GateOutcome::PassedWithConditions { conditions, .. } => {
            let open = conditions.iter().filter(|condition| !is_met(condition, today));
            open.map(|condition| condition.text.as_str()).collect()
        }
        GateOutcome::NotHeld | GateOutcome::Passed { .. } | GateOutcome::Failed { .. } => Vec::new(),
    }
}

/// What the CAB said of an RFC, by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RfcState {
    /// Nothing yet.
    Pending,
    /// Its approval is dated ahead: it counts from that day.
    ApprovedFrom(Date),
    /// It is approved.
    Approved,
    /// It is rejected.
    Rejected,
    /// It is deferred.
    Deferred,
}

impl RfcState {
    /// It in a word, within a sentence.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::ApprovedFrom(_) => "not approved yet",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::Deferred => "deferred",
        }
    }
}

/// What the CAB said of an RFC, by today.
#[must_use]
pub fn rfc_state(outcome: &RfcOutcome, today: Date) -> RfcState {
    match outcome {
        RfcOutcome::Pending => RfcState::Pending,
        RfcOutcome::Approved(approval) => match approval.on.filter(|on| *on > today) {
            Some(on) => RfcState::ApprovedFrom(on),
            None => RfcState::Approved,
        },
        RfcOutcome::Rejected(_) => RfcState::Rejected,
        RfcOutcome::Deferred(_) => RfcState::Deferred,
    }
}

/// How a defect stands, by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefectState {
    /// Nobody has decided.
    Undecided,
    /// It is to be fixed, and is not.
    ToBeFixed,
    /// Its fix is dated ahead: it counts from that day.
    FixedFrom(Date),
    /// It is fixed.
    Fixed,
    /// It is to go live with a workaround that nobody has written down, which is no decision yet.
    WithoutWorkaround,
    /// It goes live with a workaround.
    KnownError,
    /// The release waits for it.
    Postpones,
}

impl DefectState {
    /// Whether it stands against the release.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Fixed | Self::KnownError)
    }
}

/// How a defect stands, by today.
#[must_use]
pub fn defect_state(defect: &Defect, today: Date) -> DefectState {
    match &defect.decision {
        DefectDecision::Undecided => DefectState::Undecided,
        DefectDecision::Fix { fixed: None } => DefectState::ToBeFixed,
        DefectDecision::Fix { fixed: Some(on) } if *on > today => DefectState::FixedFrom(*on),
        DefectDecision::Fix { fixed: Some(_) } => DefectState::Fixed,
        DefectDecision::Workaround if defect.known_error.workaround.trim().is_empty() => DefectState::WithoutWorkaround,
        DefectDecision::Workaround => DefectState::KnownError,
        DefectDecision::Postpone { .. } => DefectState::Postpones,
    }
}

/// Whether a sign-off was given, by today: it says who and when, and that is no later day.
#[must_use]
pub fn is_given(sign_off: &SignOff, today: Date) -> bool {
    !sign_off.name.trim().is_empty() && sign_off.on.is_some() && has_come(sign_off.on, today)
}

/// The sign-off of a gate that counts for a role, and how it stands.
#[must_use]
pub fn role_sign_off<'a>(
    gate: &'a QualityGate,
    role: &str,
    content_now: &str,
    today: Date,
) -> Option<(&'a SignOff, Standing)> {
    best_given(gate.sign_offs.iter().filter(|sign_off| same_role(&sign_off.role, role)), content_now, today)
}

/// The sign-off of the plan that counts for a seat of the Board, and how it stands.
#[must_use]
pub fn seat_sign_off<'a>(
    board: &'a Board,
    seat: BoardRole,
    content_now: &str,
    today: Date,
) -> Option<(&'a SignOff, Standing)> {
    best_given(board.sign_offs.iter().filter(|sign_off| sign_off.role == seat.key()), content_now, today)
}

/// The best of several sign-offs that were given by today, and how it stands: one that holds is enough.
#[must_use]
pub fn best_given<'a>(
    sign_offs: impl Iterator<Item = &'a SignOff>,
    content_now: &str,
    today: Date,
) -> Option<(&'a SignOff, Standing)> {
    let rank = |(_, standing): &(&SignOff, Standing)| match standing {
        Standing::Valid => 2,
        Standing::Stale => 1,
        Standing::Corrupt => 0,
    };
    let given = sign_offs.filter(|sign_off| is_given(sign_off, today));
    given.map(|sign_off| (sign_off, standing(sign_off, content_now))).max_by_key(rank)
}
