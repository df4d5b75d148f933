//! Names, things counted and things listed, as they stand in a sentence.

use std::fmt::Display;

/// A name as it is read out and listed, or what stands for it while it is blank.
#[must_use]
pub fn named(name: &str, otherwise: &str) -> String {
    if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() }
}

/// Several things in one breath: "a, b and c".
#[must_use]
pub fn listed(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// So many things: "1 day", "3 days". What is one is what reads as one.
#[must_use]
pub fn counted(count: impl Display, one: &str, several: &str) -> String {
    let count = count.to_string();
    let things = if count == "1" { one } else { several };
    format!("{count} {things}")
}

/// From the one to the other, or the one where both read alike.
#[must_use]
pub fn from_to(low: String, high: &str) -> String {
    if low == high { low } else { format!("{low} to {high}") }
}

/// An amount in a currency, where one is named: "EUR 12,300". Where what stands around it says that none is set.
#[must_use]
pub fn in_currency(amount: impl Display, currency: &str) -> String {
    format!("{} {amount}", currency.trim()).trim_start().to_owned()
}

/// What stands where the unit of an amount would, where the release has no currency.
pub const NO_CURRENCY: &str = "no currency set";

/// An amount in a currency, or that none is set: "EUR 12,300", "12,300 (no currency set)".
#[must_use]
pub fn priced(amount: impl Display, currency: &str) -> String {
    let unit = if currency.trim().is_empty() { format!(" ({NO_CURRENCY})") } else { String::new() };
    in_currency(amount, currency) + &unit
}

/// Words as they begin a line.
#[must_use]
pub fn upper_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
