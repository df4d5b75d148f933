//! Times as reports write them: seconds such as "0.042", "1,234.5" or "1e-05", and moments.

use std::time::Duration;

use jiff::civil::DateTime;

use crate::days::FromText;

/// The digits of a second that a [`Duration`] keeps.
const DIGITS: usize = 9;

/// A number of seconds. The parser for floating-point numbers would cost more bytes than all of this module.
pub(super) fn seconds(text: &str) -> Option<Duration> {
    // With both marks, the comma parts thousands; alone it stands for the point.
    let plain = if text.contains('.') { text.replace(',', "") } else { text.replace(',', ".") };
    let plain = plain.trim();
    if let Some((mantissa, exponent)) = plain.split_once(['e', 'E']) {
        // Tools write a negative exponent for what is less than a millisecond, and no run takes 10^5 seconds or more.
        let tiny = seconds(mantissa).is_some() && exponent.starts_with('-');
        return tiny.then_some(Duration::ZERO);
    }
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !digits(whole) || !digits(fraction) {
        return None;
    }
    let fraction = fraction.get(..DIGITS).unwrap_or(fraction);
    let nanos = format!("{fraction:0<DIGITS$}").parse().ok()?;
    let whole = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    Some(Duration::new(whole, nanos))
}

/// A day with a time, whatever zone is said to belong to it.
pub(super) fn moment(text: &str) -> Option<DateTime> {
    DateTime::from_text(text.trim().trim_end_matches(['Z', 'z']))
}
