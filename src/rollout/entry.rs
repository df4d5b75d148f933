//! Lengths of time, amounts and numbers as people type them.

use jiff::civil::Time;

use crate::plan::{Decimal, Minutes, Money};

/// A length of time such as "5 d", "36 h", "2 h 30 min", "2 days" or "1.5 h". A bare number has no unit: nothing.
#[must_use]
pub fn read_minutes(text: &str) -> Option<Minutes> {
    let mut rest = text.trim();
    let mut total = 0_f64;
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
        let (number, after) = rest.split_at(digits);
        let number: f64 = number.replace(',', ".").parse().ok()?;
        let after = after.trim_start();
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

/// An amount such as "1,200", "1 200.50" or "12.5". A comma groups thousands; the point stands before hundredths.
#[must_use]
pub fn read_money(text: &str) -> Option<Money> {
    let plain: String =
        text.trim().chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 2 {
        return None;
    }
    // A comma that is not before three digits was meant as the point of another country: better asked than guessed.
    let groups_right = text
        .trim()
        .split('.')
        .next()
        .unwrap_or_default()
        .split(',')
        .skip(1)
        .all(|group| group.chars().filter(char::is_ascii_digit).count() == 3);
    let hundredths: i64 = format!("{part:0<2}").parse().ok()?;
    let whole: i64 = whole.parse().ok()?;
    groups_right.then_some(())?;
    whole.checked_mul(100)?.checked_add(hundredths).map(Money)
}

/// A number such as "12.5", "1,200" or "0.05". A comma groups thousands.
#[must_use]
pub fn read_decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    // A comma that is not before three digits was meant as the point of another country: better asked than guessed.
    let groups_right = whole.split(',').skip(1).all(|group| group.chars().filter(char::is_ascii_digit).count() == 3);
    let plain: String = whole.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !groups_right || plain.is_empty() || !digits(&plain) || !digits(part) {
        return None;
    }
    let number: f64 = format!("{plain}.{part}").parse().ok()?;
    Decimal::try_from(number).ok()
}
