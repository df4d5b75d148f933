//! Whether a waiver holds, and what an answer counts as.

use jiff::civil::Date;

use crate::gate::AnswerKind;
use crate::plan::{Answer, Waiver};

/// Whether a waiver holds, on a day and over go-live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaiverStanding {
    /// It lacks approver, reason or last day, and counts as none.
    Incomplete,
    /// Its last day has passed.
    Expired(Date),
    /// It holds today, and ends before go-live.
    EndsBeforeGoLive(Date),
    /// It holds, and on the day of go-live as well.
    InForce(Date),
}

/// Whether a waiver holds. It does so up to and including its last day.
#[must_use]
pub fn waiver_standing(waiver: &Waiver, go_live: Option<Date>, today: Date) -> WaiverStanding {
    match waiver.until.filter(|_| waiver.is_complete()) {
        None => WaiverStanding::Incomplete,
        Some(until) if until < today => WaiverStanding::Expired(until),
        Some(until) if go_live.is_some_and(|day| until < day) => WaiverStanding::EndsBeforeGoLive(until),
        Some(until) => WaiverStanding::InForce(until),
    }
}

/// What an answer counts as on a day. A waiver that lacks something or has ended is none: the criterion is not met. One said
/// not to apply without a reason is not answered.
#[must_use]
pub fn counts_as(answer: &Answer, today: Date) -> AnswerKind {
    match answer {
        Answer::Waived(waiver) => match waiver_standing(waiver, None, today) {
            WaiverStanding::Incomplete | WaiverStanding::Expired(_) => AnswerKind::NotMet,
            WaiverStanding::EndsBeforeGoLive(_) | WaiverStanding::InForce(_) => AnswerKind::Waived,
        },
        Answer::NotApplicable { reason } if reason.trim().is_empty() => AnswerKind::Unanswered,
        answer => AnswerKind::of(answer),
    }
}
