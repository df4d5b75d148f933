//! On which days work is done, and in which periods nothing is deployed.

use jiff::civil::{Date, Weekday};

use crate::days::plus_days;
use crate::plan::{ClosedPeriod, PeriodKind, Weekend, WorkCalendar};

/// How far back a working day is looked for: a calendar without any for so long has none.
const SEARCH: usize = 60;

/// The closed period that a day falls into: of these kinds, the first one listed.
#[must_use]
pub fn closed_period<'a>(calendar: &'a WorkCalendar, day: Date, kinds: &[PeriodKind]) -> Option<&'a ClosedPeriod> {
    calendar.periods.iter().find(|period| kinds.contains(&period.kind) && covers(period, day))
}

/// Whether people are there on a day: it is neither on a weekend nor on a holiday.
#[must_use]
pub fn is_working_day(calendar: &WorkCalendar, day: Date) -> bool {
    !free(calendar.weekend).contains(&day.weekday()) && closed_period(calendar, day, &[PeriodKind::Holiday]).is_none()
}

/// How many working days lie from one day to another, both included; nothing where one is missing or they are out of order.
#[must_use]
pub fn working_days(calendar: &WorkCalendar, from: Option<Date>, until: Option<Date>) -> u32 {
    let (Some(from), Some(until)) = (from, until) else { return 0 };
    let mut days = 0;
    let mut day = Some(from);
    // What lasts longer than a century is no plan, and is not counted to its end.
    let century = plus_days(from, 36_525).unwrap_or(Date::MAX);
    while let Some(at) = day.filter(|at| *at <= until.min(century)) {
        days += u32::from(is_working_day(calendar, at));
        day = at.tomorrow().ok();
    }
    days
}

/// This day, or else the last working day before it; this day where there is none for two months.
#[must_use]
pub fn before_or_on_working_day(calendar: &WorkCalendar, day: Date) -> Date {
    let mut before = Some(day);
    for _ in 0..SEARCH {
        match before {
            Some(day) if is_working_day(calendar, day) => return day,
            Some(day) => before = day.yesterday().ok(),
            None => break,
        }
    }
    day
}

/// Whether a period covers a day. One without a last day lasts a day; one without a first covers nothing.
fn covers(period: &ClosedPeriod, day: Date) -> bool {
    period.from.is_some_and(|from| from <= day && day <= period.until.unwrap_or(from))
}

fn free(weekend: Weekend) -> &'static [Weekday] {
    match weekend {
        Weekend::SaturdaySunday => &[Weekday::Saturday, Weekday::Sunday],
        Weekend::FridaySaturday => &[Weekday::Friday, Weekday::Saturday],
        Weekend::Sunday => &[Weekday::Sunday],
        Weekend::None => &[],
    }
}
