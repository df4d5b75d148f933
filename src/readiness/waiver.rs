//! Whether a waiver holds.

use jiff::civil::Date;

use crate::plan::Waiver;

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
