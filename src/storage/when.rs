//! Days and moments in the texts of the store.
//!
//! They are written as jiff writes them. Reading them through jiff's own parser would bring all its formats and its every
//! explanation of what can be wrong with a date into the part of the app that the list of releases waits for, a tenth of
//! it; what a store writes has one form, and one sentence says where it is missing.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

fn date(text: &str) -> Option<Date> {
    let [year, month, day] = numbers(text, '-')?;
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn timestamp(text: &str) -> Option<Timestamp> {
    let (day, clock) = text.strip_suffix('Z')?.split_once('T')?;
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let [hour, minute, second] = numbers(clock, ':')?;
    // The fraction's digits are billionths once nine of them stand there.
    let nanosecond = if (1..=9).contains(&fraction.len()) { number(&format!("{fraction:0<9}"))? } else { return None };
    let time = Time::new(hour.try_into().ok()?, minute.try_into().ok()?, second.try_into().ok()?, nanosecond).ok()?;
    Offset::UTC.to_timestamp(DateTime::from_parts(date(day)?, time)).ok()
}

fn numbers(text: &str, between: char) -> Option<[i32; 3]> {
    let mut parts = text.split(between).map(number);
    let all = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(all)
}

fn number(digits: &str) -> Option<i32> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// A moment, as `2026-03-02T08:00:00Z`.
pub(super) mod moment {
    use jiff::Timestamp;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(at)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        let text = String::deserialize(deserializer)?;
        super::timestamp(&text).ok_or_else(|| D::Error::custom(format_args!("\"{text}\" is no moment in time")))
    }
}

/// A day, as `2026-03-02`, or null.
pub(super) mod day {
    use jiff::civil::Date;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        super::date(&text).map(Some).ok_or_else(|| D::Error::custom(format_args!("\"{text}\" is no day")))
    }
}
