//! Figures of a simulation as people write them: no more digits than they are worth.

use crate::plan::{Choice, Count, Decimal};
use crate::rollout::simulation::{Estimate, Measure};
use crate::text::{counted, from_to, in_currency};

/// From so many hours on a time is said in days.
const IN_DAYS: f64 = 48.0;

/// A number without digits that say nothing: "1,234", "41.7", "2.6", "0.42". Infinity is "never".
#[must_use]
pub fn number(of: f64) -> String {
    if !of.is_finite() {
        return "never".to_owned();
    }
    let places = match of.abs() {
        size if size >= 99.95 => 0,
        size if size >= 0.995 => 1,
        _ => 2,
    };
    with_places(of, places)
}

/// A number on an axis: as few digits as it needs.
#[must_use]
pub fn tick(of: f64) -> String {
    with_places(of, 3)
}

/// A number to so many places at most, with a comma after every three digits.
fn with_places(of: f64, places: usize) -> String {
    let written = format!("{:.places$}", of.abs());
    let (whole, part) = written.split_once('.').unwrap_or((&written, ""));
    let part = part.trim_end_matches('0');
    let whole = whole.parse::<u32>().map_or_else(|_| whole.to_owned(), |whole| Count(whole).to_string());
    let sign = if of < 0.0 && (whole != "0" || !part.is_empty()) { "−" } else { "" };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// A chance from 0 to 1 in percent: "86 %", "0.4 %", "under 0.1 %".
#[must_use]
pub fn chance(of: f64) -> String {
    let percent = of * 100.0;
    match percent {
        none if none <= 0.0 => "0 %".to_owned(),
        little if little < 0.1 => "under 0.1 %".to_owned(),
        some if some < 9.95 => format!("{} %", with_places(some, 1)),
        sure if sure >= 100.0 => "100 %".to_owned(),
        nearly if nearly > 99.9 => "over 99.9 %".to_owned(),
        much if much > 99.0 => format!("{} %", with_places(much, 1)),
        much => format!("{} %", with_places(much, 0)),
    }
}

/// What a measure is called over its amounts: "Cost (no currency set)", where they have no unit.
#[must_use]
pub fn measure_name(measure: Measure, currency: &str) -> &'static str {
    cost_name(measure, measure.label(), currency)
}

/// The same under a name of its own, such as the head of a column.
pub(super) fn cost_name(measure: Measure, name: &'static str, currency: &str) -> &'static str {
    if measure == Measure::Cost && currency.trim().is_empty() { "Cost (no currency set)" } else { name }
}

/// A value of a measure with its unit: "38", "16 days", "85 %", "EUR 12,300".
#[must_use]
pub fn amount(measure: Measure, of: f64, currency: &str) -> String {
    if !of.is_finite() {
        return "never".to_owned();
    }
    match measure {
        Measure::Finish if of < IN_DAYS => format!("{} h", number(of)),
        Measure::Finish => counted(number(of / 24.0), "day", "days"),
        Measure::PeakLink | Measure::PeakDesk => format!("{} %", number(of)),
        Measure::Cost => in_currency(number(of), currency),
        Measure::LostHours => format!("{} h", number(of)),
        Measure::Exposed | Measure::Hit | Measure::BackedOut | Measure::Backlog => number(of),
    }
}

/// A value that was put down with a forecast; where none was, no trial came to an end.
#[must_use]
pub fn value(measure: Measure, of: Option<Decimal>, currency: &str) -> String {
    amount(measure, of.map_or(f64::INFINITY, Decimal::get), currency)
}

/// From the 10th to the 90th percentile: "0 to 120".
#[must_use]
pub fn band(measure: Measure, [low, high]: [Estimate; 2], currency: &str) -> String {
    from_to(amount(measure, low.value, currency), &amount(measure, high.value, currency))
}
