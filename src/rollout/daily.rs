//! The daily window of a push: how long it is, when it opens, and how much of it lies in working hours.

use jiff::civil::{Date, DateTime, Time};

use crate::days::plus_minutes;
use crate::plan::{Minutes, PushPlan};

/// Minutes of a day.
const DAY: u32 = 1440;

/// When people work, on a working day. A convention: the plan has no hours of its own, and important hours are words.
pub const WORKING_HOURS: (Time, Time) = (jiff::civil::time(8, 0, 0, 0), jiff::civil::time(18, 0, 0, 0));

/// The times of day between which a push may run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DailyWindow {
    /// When it opens, in minutes after midnight.
    opens: u32,
    /// How long it is open: more than nothing, and at most a day.
    length: u32,
}

impl DailyWindow {
    /// The window of a push. All day where one of its ends is missing or both are the same; one that ends before it starts
    /// goes on past midnight.
    #[must_use]
    pub fn of(push: &PushPlan) -> Self {
        let (Some(from), Some(until)) = (push.window_from, push.window_until) else {
            return Self { opens: 0, length: DAY };
        };
        let (from, until) = (minute(from), minute(until));
        let length = if until > from { until - from } else { until + DAY - from };
        Self { opens: from, length }
    }

    /// How long it is open each day.
    #[must_use]
    pub fn length(self) -> Minutes {
        Minutes(self.length)
    }

    /// Whether it is always open.
    #[must_use]
    pub fn is_all_day(self) -> bool {
        self.length == DAY
    }

    /// How many minutes of it lie in working hours, where the day on which it opens and the next one are working days or not.
    #[must_use]
    pub fn in_working_hours(self, first: bool, second: bool) -> Minutes {
        let (from, until) = (minute(WORKING_HOURS.0), minute(WORKING_HOURS.1));
        let closes = self.opens + self.length;
        let shared = |day: u32| closes.min(until + day).saturating_sub(self.opens.max(from + day));
        Minutes(if first { shared(0) } else { 0 } + if second { shared(DAY) } else { 0 })
    }

    /// The first moment at or after this one at which it is open, and how many minutes it stays open from then on.
    #[must_use]
    pub fn next(self, moment: DateTime) -> Option<(DateTime, Minutes)> {
        if self.is_all_day() {
            return Some((moment, Minutes(DAY)));
        }
        let yesterday = moment.date().yesterday().ok();
        for day in [yesterday, Some(moment.date())].into_iter().flatten() {
            let opens = self.opens_on(day)?;
            let closes = after(opens, u64::from(self.length))?;
            if moment < closes {
                let start = opens.max(moment);
                let left = closes.duration_since(start).as_mins();
                return Some((start, Minutes(u32::try_from(left).unwrap_or(self.length))));
            }
        }
        Some((self.opens_on(moment.date().tomorrow().ok()?)?, Minutes(self.length)))
    }

    fn opens_on(self, day: Date) -> Option<DateTime> {
        plus_minutes(day.to_datetime(Time::midnight()), i64::from(self.opens))
    }
}

/// The minute of the day; seconds are dropped.
fn minute(time: Time) -> u32 {
    u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs())
}

/// A moment some minutes later; nothing beyond the calendar.
pub(super) fn after(moment: DateTime, minutes: u64) -> Option<DateTime> {
    plus_minutes(moment, i64::try_from(minutes).ok()?)
}
