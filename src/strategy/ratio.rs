//! Fractions: the weights at which a winner changes are seldom whole, and are given exactly.

use std::cmp::Ordering;
use std::fmt;

/// A fraction in its lowest terms, with a denominator above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    numerator: i64,
    denominator: i64,
}

impl Ratio {
    /// One number over another; over zero it is the number itself.
    #[must_use]
    pub fn new(numerator: i64, denominator: i64) -> Self {
        let (sign, denominator) = if denominator == 0 { (1, 1) } else { (denominator.signum(), denominator.abs()) };
        let common = common_divisor(numerator.abs(), denominator);
        Self { numerator: sign * numerator / common, denominator: denominator / common }
    }

    /// What stands above the line.
    #[must_use]
    pub fn numerator(self) -> i64 {
        self.numerator
    }

    /// What stands below the line: 1 or more.
    #[must_use]
    pub fn denominator(self) -> i64 {
        self.denominator
    }

    /// As the nearest number that a computer has.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "both are small: effects are, and so are weights")]
    pub fn value(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

impl From<i64> for Ratio {
    fn from(whole: i64) -> Self {
        Self { numerator: whole, denominator: 1 }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}

/// "3", "7/3".
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => write!(f, "{}", self.numerator),
            denominator => write!(f, "{}/{denominator}", self.numerator),
        }
    }
}

fn common_divisor(one: i64, other: i64) -> i64 {
    if other == 0 { one.max(1) } else { common_divisor(other, one % other) }
}
