//! Lengths of time, amounts and numbers as people type them: all of them read their numbers in one way.

use jiff::civil::Time;

use crate::plan::{Decimal, Minutes, Money};

/// A number with its groups of three taken out and a point before its decimals: "-1200.5".
///
/// Groups are set apart by a comma, a point, a space or an apostrophe. The last of point and comma stands before the decimals
/// where both occur. A single comma before three digits groups them, because that is how this tool writes thousands; before
/// any other number of digits, after a nought, or in a number with spaces it can only be the point of another country. What could be
/// read either way otherwise is nothing.
fn plain(text: &str) -> Option<String> {
    let text = text.trim();
    let (sign, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text),
    };
    let (whole, part) = match point_of(text)? {
        Point::At(mark) => text.rsplit_once(mark)?,
        Point::Nowhere => (text, ""),
    };
    let mut groups = whole.split([',', '.', ' ', '\u{a0}', '\u{202f}', '\'', '’']);
    let first = groups.next().unwrap_or_default();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let rest: Vec<&str> = groups.collect();
    let groups_right = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    let whole = format!("{first}{}", rest.concat());
    let is_number = groups_right && !first.is_empty() && digits(&whole) && digits(part);
    is_number.then(|| if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") })
}

/// Where the decimals of a number begin.
enum Point {
    /// Behind the last of these.
    At(char),
    /// It has none.
    Nowhere,
}

/// Where the decimals begin; nothing where points and commas are out of order.
fn point_of(text: &str) -> Option<Point> {
    let count = |mark: char| text.chars().filter(|c| *c == mark).count();
    match (count('.'), count(',')) {
        (1, 0) => Some(Point::At('.')),
        (0, 1) if !groups_thousands(text) => Some(Point::At(',')),
        (_, 0) | (0, _) => Some(Point::Nowhere),
        (1, _) if text.rfind('.') > text.rfind(',') => Some(Point::At('.')),
        (_, 1) if text.rfind(',') > text.rfind('.') => Some(Point::At(',')),
        _ => None,
    }
}

/// Whether a single comma stands where thousands end: "1,200", and neither "0,125" nor "1 200,125".
fn groups_thousands(text: &str) -> bool {
    let Some((before, after)) = text.split_once(',') else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    after.len() == 3 && digits(after) && digits(before) && (1..=3).contains(&before.len()) && !before.starts_with('0')
}

/// A number such as "12.5", "1,200", "1 200", "0,5" or "-3".
#[must_use]
pub fn read_number(text: &str) -> Option<f64> {
    plain(text)?.parse().ok()
}

/// A whole number from 0, such as "1200" or "1,200".
#[must_use]
pub fn read_whole(text: &str) -> Option<u32> {
    let plain = plain(text)?;
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    part.bytes().all(|byte| byte == b'0').then(|| whole.parse().ok()).flatten()
}

/// A number as [`read_number`] reads it, where a plan can hold it to its last digit.
#[must_use]
pub fn read_decimal(text: &str) -> Option<Decimal> {
    Decimal::try_from(read_number(text)?).ok()
}

/// An amount from 0, such as "1,200", "1 200.50" or "12,5": to the hundredth.
#[must_use]
pub fn read_money(text: &str) -> Option<Money> {
    let plain = plain(text)?;
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    if whole.starts_with('-') || part.len() > 2 {
        return None;
    }
    let hundredths: i64 = format!("{part:0<2}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(hundredths).map(Money)
}

/// A length of time such as "5 d", "36 h", "2 h 30 min", "2 days" or "1.5 h". A bare number has no unit: nothing.
#[must_use]
pub fn read_minutes(text: &str) -> Option<Minutes> {
    let mut rest = text.trim();
    let mut total = 0_f64;
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let (number, after) = rest.split_at(rest.find(char::is_alphabetic)?);
        let number = read_number(number).filter(|number| number.is_sign_positive())?;
        let letters = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let (unit, after) = after.split_at(letters);
        total += number * minutes_of(unit)?;
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    }
    let total = total.round();
    // The bounds are checked just before, and the number is whole.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (0.0..=f64::from(u32::MAX)).contains(&total).then_some(Minutes(total as u32))
}

fn minutes_of(unit: &str) -> Option<f64> {
    match unit.to_lowercase().as_str() {
        "m" | "min" | "mins" | "minute" | "minutes" => Some(1.0),
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(60.0),
        "d" | "day" | "days" => Some(1440.0),
        "w" | "week" | "weeks" => Some(10080.0),
        _ => None,
    }
}

/// A time of day such as "22:00", "9:30" or "7": hours, and minutes where there are some.
#[must_use]
pub fn read_clock(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once([':', '.']).unwrap_or((text.trim(), "0"));
    let number = |part: &str| {
        let digits = !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<i8>().ok()).flatten()
    };
    Time::new(number(hour)?, number(minute)?, 0, 0).ok()
}
