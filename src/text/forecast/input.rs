//! Inputs of the simulation: values as they are typed and shown, and where they come from.

use super::figure::tick;
use crate::plan::Decimal;
use crate::rollout::read_decimal;
use crate::rollout::simulation::{About, Origin};
use crate::text::day;

/// A value with its unit: "20 %", "0.5 per working day", "EUR 60".
#[must_use]
pub fn input_value(about: &About, value: f64, currency: &str) -> String {
    let number = tick(value);
    match about.unit {
        "money" if currency.trim().is_empty() => number,
        "money" => format!("{} {number}", currency.trim()),
        "hour" => format!("{number} o’clock"),
        unit => format!("{number} {unit}"),
    }
}

/// A value as it was typed.
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn read_value(about: &About, typed: &str) -> Result<Decimal, String> {
    let number = read_decimal(typed).ok_or_else(|| "Enter a number such as 12.5.".to_owned())?;
    if about.allows(number.get()) { Ok(number) } else { Err(not_allowed(about)) }
}

/// Between what an input lies.
#[must_use]
pub fn not_allowed(about: &About) -> String {
    let number = if about.is_whole() { "whole number" } else { "number" };
    format!("Enter a {number} from {} to {}.", tick(about.least), tick(about.most))
}

/// Where the value of an input comes from, in a few words: "default", "from the push", "Rita Moss on Thu 14 Mar 2026".
#[must_use]
pub fn origin(of: Origin) -> String {
    match of {
        Origin::Default => "default of this tool".to_owned(),
        Origin::Plan(part) => format!("from the plan: {part}"),
        Origin::Entered(entered) => {
            let by = match entered.by.trim() {
                "" => "somebody",
                by => by,
            };
            let on = entered.on.map(|on| format!(" on {}", day(on))).unwrap_or_default();
            format!("entered by {by}{on}")
        }
    }
}
