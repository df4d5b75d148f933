//! Worked-out figures as people write them: shares, lengths, rates.

use crate::plan::Minutes;

/// A share from 0 to 1: "12 %", "0.5 %", "99.3 %". What is neither nothing nor all never reads as if it were.
#[must_use]
pub fn share(of: f64) -> String {
    let percent = of * 100.0;
    if of <= 0.0 {
        return "0 %".to_owned();
    }
    if of >= 1.0 {
        return "100 %".to_owned();
    }
    if percent < 0.1 {
        return "under 0.1 %".to_owned();
    }
    if percent > 99.9 {
        return "over 99.9 %".to_owned();
    }
    let fine = !(9.95..90.0).contains(&percent);
    let said = if fine { format!("{percent:.1}") } else { format!("{percent:.0}") };
    format!("{} %", said.strip_suffix(".0").unwrap_or(&said))
}

/// A length of time in minutes, to the minute above.
#[must_use]
pub fn length(minutes: f64) -> String {
    // What is longer than the number holds is as long as it holds; nothing is shorter than nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = (minutes - 1e-9).ceil().clamp(0.0, f64::from(u32::MAX)) as u32;
    Minutes(whole).to_string()
}

/// A number of people or devices that was worked out: whole, and with a comma after every three digits.
#[must_use]
pub fn about(number: f64) -> String {
    // What is larger than the number holds is as large as it holds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = number.round().clamp(0.0, f64::from(u32::MAX)) as u32;
    crate::plan::Count(whole).to_string()
}

/// A data rate in Mbit/s, with a digit behind the point where it is small.
#[must_use]
pub fn rate(megabits: f64) -> String {
    if megabits < 10.0 { format!("{megabits:.1} Mbit/s") } else { format!("{} Mbit/s", about(megabits)) }
}
