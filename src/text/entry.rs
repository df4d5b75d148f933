//! Numbers as they are typed into a field: what they are, or what is wrong with them as a sentence that names the range.

use super::forecast::tick;
use crate::plan::{Count, Decimal, Money};
use crate::rollout::{read_money, read_number, read_whole};

/// A whole number from the one to the other; nothing where nothing was typed.
///
/// # Errors
/// What is to be entered.
pub fn whole_typed(typed: &str, least: u32, most: u32) -> Result<Option<u32>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let read = read_whole(typed).filter(|number| (least..=most).contains(number));
    read.map(Some).ok_or_else(|| match most {
        u32::MAX => format!("Enter a whole number, {} or more.", Count(least)),
        most => format!("Enter a whole number from {} to {}.", Count(least), Count(most)),
    })
}

/// A number from the one to the other.
///
/// # Errors
/// What is to be entered.
pub fn number_typed(typed: &str, least: f64, most: f64) -> Result<Decimal, String> {
    let read = read_number(typed).filter(|number| (least..=most).contains(number));
    let number = read.ok_or_else(|| format!("Enter a number from {} to {}.", tick(least), tick(most)))?;
    Decimal::try_from(number).map_err(|_| "Enter at most six digits after the point.".to_owned())
}

/// An amount from 0, to the hundredth.
///
/// # Errors
/// What is to be entered.
pub fn amount_typed(typed: &str) -> Result<Money, String> {
    read_money(typed).ok_or_else(|| "Enter an amount, 0 or more, such as 1,250 or 1,250.50.".to_owned())
}
