//! Inputs of the simulation: values as they are typed and shown, and where they come from.

use super::figure::tick;
use crate::plan::Decimal;
use crate::rollout::read_clock;
use crate::rollout::simulation::{About, Origin};
use crate::text::{NO_CURRENCY, counted, day, number_typed, priced};

/// The unit of times of day, which are hours from midnight in the simulation and read as a clock by people.
const CLOCK: &str = "hour";

/// A value without its unit, as it is typed: "0.5"; a time of day as "16:30".
#[must_use]
pub fn input_number(about: &About, value: f64) -> String {
    if about.unit != CLOCK {
        return tick(value);
    }
    let minutes = (value * 60.0).round();
    format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
}

/// What stands behind a value; nothing behind a time of day.
#[must_use]
pub fn input_unit(about: &About, currency: &str) -> String {
    match about.unit {
        "money" if currency.trim().is_empty() => NO_CURRENCY.to_owned(),
        "money" => currency.trim().to_owned(),
        CLOCK => String::new(),
        unit => unit.to_owned(),
    }
}

/// A value with its unit: "20 %", "0.5 per working day", "EUR 60", "16:30".
#[must_use]
pub fn input_value(about: &About, value: f64, currency: &str) -> String {
    let number = input_number(about, value);
    match about.unit {
        "money" => priced(number, currency),
        CLOCK => number,
        "days" => counted(number, "day", "days"),
        "calls" => counted(number, "call", "calls"),
        "reports" => counted(number, "report", "reports"),
        "person-hours" => counted(number, "person-hour", "person-hours"),
        unit => format!("{number} {unit}"),
    }
}

/// A value as it was typed.
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn read_value(about: &About, typed: &str) -> Result<Decimal, String> {
    if about.unit == CLOCK && typed.contains(':') {
        let time = read_clock(typed).ok_or_else(|| "Enter a time such as 16:30.".to_owned())?;
        return Ok(Decimal::nearest(f64::from(time.hour()) + f64::from(time.minute()) / 60.0));
    }
    let number = number_typed(typed, about.least, about.most)?;
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
                "" => String::new(),
                by => format!(" by {by}"),
            };
            let on = entered.on.map(|on| format!(" on {}", day(on))).unwrap_or_default();
            format!("entered{by}{on}")
        }
    }
}
