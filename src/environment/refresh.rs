//! Whether an environment was refreshed in time.

use jiff::civil::Date;

use crate::days::plus_days;
use crate::plan::Environment;

/// How an environment stands to its refresh interval, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refresh {
    /// No interval is set: nobody asks for it.
    NotAsked,
    /// It was refreshed in time, and is due again on this day.
    Due(Date),
    /// It was due on this day, and has not been refreshed since.
    Overdue(Date),
    /// It was never refreshed, though an interval is set.
    Never,
}

impl Refresh {
    /// Whether it should have been refreshed by now.
    #[must_use]
    pub fn is_overdue(self) -> bool {
        matches!(self, Self::Overdue(_) | Self::Never)
    }
}

/// How an environment stands to its refresh interval today. A refresh that is dated ahead has not happened.
#[must_use]
pub fn refresh(environment: &Environment, today: Date) -> Refresh {
    let Some(days) = environment.refresh_days else { return Refresh::NotAsked };
    let Some(refreshed) = environment.refreshed.filter(|day| *day <= today) else { return Refresh::Never };
    // What would fall beyond the calendar is not due while there is one.
    let due = plus_days(refreshed, i64::from(days.0)).unwrap_or(Date::MAX);
    if due < today { Refresh::Overdue(due) } else { Refresh::Due(due) }
}
