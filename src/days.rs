//! Days and moments: read from text, and counted with.
//!
//! jiff could do both. Its parser and its spans bring along an explanation of everything that can be wrong with a date in each
//! of its formats, a twentieth of what opening a release takes, and nobody here gets to see one: an entry is refused as "no day",
//! and what leaves the calendar has no day.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time, date};
use jiff::tz::Offset;

/// What is read from a text as ISO 8601 writes it.
pub trait FromText: Sized {
    /// It, or nothing where the text is something else.
    fn from_text(text: &str) -> Option<Self>;
}

/// A time that stands behind the day is left out.
impl FromText for Date {
    fn from_text(text: &str) -> Option<Self> {
        DateTime::from_text(text).map(DateTime::date)
    }
}

/// A day alone is its midnight. An offset is left out; but what is said to be in UTC is no time on somebody's clock.
impl FromText for DateTime {
    fn from_text(text: &str) -> Option<Self> {
        let (day, time, zone) = Reading(text.as_bytes()).moment()?;
        (zone != Some(Zone::Utc)).then(|| Self::from_parts(day, time.unwrap_or_default()))
    }
}

/// Of a day with a time, the time. What has neither a colon nor a `T` could as well be a part of a day.
impl FromText for Time {
    fn from_text(text: &str) -> Option<Self> {
        let alone = || {
            let mut reading = Reading(text.as_bytes());
            let marked = reading.eat(b"Tt").is_some() || text.get(2..3) == Some(":");
            let found = reading.clock_time()?;
            (marked && reading.0.is_empty()).then_some(found)
        };
        let with_day = || Reading(text.as_bytes()).moment().and_then(|(_, time, zone)| Some((time?, zone)));
        let (time, zone) = alone().or_else(with_day)?;
        (zone != Some(Zone::Utc)).then_some(time)
    }
}

impl FromText for Timestamp {
    fn from_text(text: &str) -> Option<Self> {
        let (day, time, zone) = Reading(text.as_bytes()).moment()?;
        let offset = match zone? {
            Zone::Utc => Offset::UTC,
            Zone::Offset(offset) => offset,
        };
        offset.to_timestamp(DateTime::from_parts(day, time?)).ok()
    }
}

#[derive(PartialEq, Eq)]
enum Zone {
    Utc,
    /// So far from it.
    Offset(Offset),
}

/// What is left to be read.
struct Reading<'a>(&'a [u8]);

impl Reading<'_> {
    /// A day, with what stands behind it, up to the end.
    fn moment(mut self) -> Option<(Date, Option<Time>, Option<Zone>)> {
        let day = self.day()?;
        let (time, zone) = match self.eat(b"Tt ") {
            Some(_) => self.clock_time().map(|(time, zone)| (Some(time), zone))?,
            None => (None, None),
        };
        self.0.is_empty().then_some((day, time, zone))
    }

    /// A time of day, and where it is the time.
    fn clock_time(&mut self) -> Option<(Time, Option<Zone>)> {
        let time = self.time()?;
        let zone = match self.eat(b"Zz+-") {
            None => None,
            Some(b'+') => Some(Zone::Offset(self.offset(1)?)),
            Some(b'-') => Some(Zone::Offset(self.offset(-1)?)),
            Some(_) => Some(Zone::Utc),
        };
        Some((time, zone))
    }

    fn day(&mut self) -> Option<Date> {
        let year = match self.eat(b"+-") {
            None => self.digits(4)?,
            Some(b'+') => self.digits(6)?,
            // There is no year less than nothing by nothing.
            Some(_) => -Some(self.digits(6)?).filter(|year| *year > 0)?,
        };
        let hyphens = self.eat(b"-").is_some();
        let month = self.digits(2)?;
        if hyphens {
            self.eat(b"-")?;
        }
        Date::new(year.try_into().ok()?, month.try_into().ok()?, self.digits(2)?.try_into().ok()?).ok()
    }

    fn time(&mut self) -> Option<Time> {
        let [hour, minute, second] = self.clock()?;
        let fraction = if second.is_some() && self.eat(b".,").is_some() { self.billionths()? } else { 0 };
        // A leap second has no place on the clock of a plan.
        let second = second.map_or(0, |second| if second == 60 { 59 } else { second });
        let small = |number: Option<i32>| i8::try_from(number.unwrap_or(0)).ok();
        Time::new(small(hour)?, small(minute)?, small(Some(second))?, fraction).ok()
    }

    fn offset(&mut self, sign: i32) -> Option<Offset> {
        let [hours, minutes, seconds] = self.clock()?.map(Option::unwrap_or_default);
        let seconds = (minutes < 60 && seconds < 60).then_some((hours * 60 + minutes) * 60 + seconds)?;
        Offset::from_seconds(sign * seconds).ok()
    }

    /// Hour, minute and second, of which the later ones may be absent.
    fn clock(&mut self) -> Option<[Option<i32>; 3]> {
        let mut parts = [Some(self.digits(2)?), None, None];
        let colons = self.0.first() == Some(&b':');
        for part in parts.iter_mut().skip(1) {
            let more = if colons { self.eat(b":").is_some() } else { self.0.first().is_some_and(u8::is_ascii_digit) };
            if !more {
                break;
            }
            *part = Some(self.digits(2)?);
        }
        Some(parts)
    }

    /// What stands behind the point of a second.
    fn billionths(&mut self) -> Option<i32> {
        let written = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let missing = 9_u32.checked_sub(u32::try_from(written).ok()?).filter(|missing| *missing < 9)?;
        Some(self.digits(written)? * 10_i32.pow(missing))
    }

    fn digits(&mut self, count: usize) -> Option<i32> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        let add = |number: i32, digit: &u8| digit.is_ascii_digit().then(|| number * 10 + i32::from(*digit - b'0'));
        digits.iter().try_fold(0, add)
    }

    /// The next byte, where it is one of these.
    fn eat(&mut self, any: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first().filter(|(first, _)| any.contains(first))?;
        self.0 = rest;
        Some(*first)
    }
}

/// How many days it is from one day until another: less than none where the other is earlier.
#[must_use]
pub fn days_between(from: Date, until: Date) -> i32 {
    i32::try_from(from.duration_until(until).as_hours() / 24).unwrap_or_default()
}

/// The day so many days later, or earlier where they are negative; nothing beyond the calendar.
#[must_use]
pub fn plus_days(day: Date, days: i64) -> Option<Date> {
    // The days since 1 March of the year nothing. Counted from March on, the day that a leap year adds is its last; 400 years
    // are an era of 146,097 days. The steps are those of "civil_from_days" in Howard Hinnant's "chrono-Compatible Low-Level
    // Date Algorithms".
    const FIRST_OF_MARCH: Date = date(0, 3, 1);
    const ERA: i64 = 146_097;
    let number = i64::from(days_between(FIRST_OF_MARCH, day)).checked_add(days)?;
    let day = number.rem_euclid(ERA);
    let year = (day - day / 1_460 + day / 36_524 - day / (ERA - 1)) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, years) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = number.div_euclid(ERA) * 400 + year + years;
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// The moment so many minutes later, or earlier where they are negative; nothing beyond the calendar.
#[must_use]
pub fn plus_minutes(moment: DateTime, minutes: i64) -> Option<DateTime> {
    let time = moment.time();
    let clock = i64::from(time.hour()) * 60 + i64::from(time.minute());
    let minutes = clock.checked_add(minutes)?;
    let day = plus_days(moment.date(), minutes.div_euclid(24 * 60))?;
    let clock = i8::try_from(minutes.rem_euclid(24 * 60) / 60).ok().zip(i8::try_from(minutes.rem_euclid(60)).ok());
    let (hour, minute) = clock?;
    Some(day.to_datetime(Time::new(hour, minute, time.second(), time.subsec_nanosecond()).ok()?))
}
