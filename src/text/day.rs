//! Days and times as people write them: "Thu 14 Mar 2026".

use jiff::civil::{Date, DateTime, Time, Weekday};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day: "Thu 14 Mar 2026".
#[must_use]
pub fn day(day: Date) -> String {
    format!("{} {} {}", weekday(day), day_of_year(day), day.year())
}

/// A day where the year goes without saying: "14 Mar".
#[must_use]
pub fn day_of_year(day: Date) -> String {
    let month = usize::try_from(day.month() - 1).ok().and_then(|at| MONTHS.get(at)).unwrap_or(&"");
    format!("{} {month}", day.day())
}

/// The day of the week: "Thu".
#[must_use]
pub fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    }
}

/// A day with the time: "Thu 14 Mar 2026, 20:00".
#[must_use]
pub fn day_and_time(moment: DateTime) -> String {
    format!("{}, {}", day(moment.date()), time(moment))
}

/// A time of day: "20:00".
#[must_use]
pub fn time(moment: DateTime) -> String {
    clock(moment.time())
}

/// A time of any day: "20:00".
#[must_use]
pub fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

pub use crate::days::days_between;

/// How far a day is away: "today", "in 12 days", "3 days ago".
#[must_use]
pub fn relative_day(today: Date, day: Date) -> String {
    match days_between(today, day) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        away if away > 0 => format!("in {away} days"),
        past => format!("{} days ago", past.unsigned_abs()),
    }
}
