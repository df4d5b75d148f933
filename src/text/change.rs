//! What changed since a signature, in words.

use jiff::civil::{Date, DateTime};

use super::day::{day, day_and_time};

/// The way to a change in words: "Waves › Pilot › Start".
#[must_use]
pub fn path_in_words(path: &[String]) -> String {
    path.iter().map(|step| word_for(step)).collect::<Vec<_>>().join(" › ")
}

/// A member's name as people read it. What is no member's name, such as a title, stays as it is.
#[must_use]
pub fn word_for(step: &str) -> String {
    let is_key = step.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    if !is_key {
        return step.to_owned();
    }
    let spaced = step.replace('_', " ").replace("back out", "back-out").replace("rfcs", "RFCs");
    let mut letters = spaced.chars();
    letters.next().map(|first| format!("{}{}", first.to_uppercase(), letters.as_str())).unwrap_or_default()
}

/// A value of the signed content in words: days and moments as people write them, all else as it stands.
#[must_use]
pub fn value_in_words(value: &str) -> String {
    let moment = || value.contains('T').then(|| value.parse::<DateTime>().ok()).flatten();
    match (moment(), value.parse::<Date>()) {
        (Some(moment), _) => day_and_time(moment),
        (None, Ok(date)) => day(date),
        (None, Err(_)) => value.to_owned(),
    }
}
