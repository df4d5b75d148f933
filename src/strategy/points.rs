//! What the advisor counts in: strengths, weights, points, and spans of points.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use crate::plan::Weight;

/// How strongly something speaks for or against. There is no zero: what says nothing is not in the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// −2
    StronglyAgainst,
    /// −1
    Against,
    /// 1
    For,
    /// 2
    StronglyFor,
}

impl Strength {
    /// The effect as a number from −2 to 2.
    #[must_use]
    pub const fn value(self) -> i32 {
        match self {
            Self::StronglyAgainst => -2,
            Self::Against => -1,
            Self::For => 1,
            Self::StronglyFor => 2,
        }
    }
}

impl Weight {
    /// What an effect of this strength is worth.
    #[must_use]
    pub fn times(self, strength: Strength) -> Points {
        Points::of(i32::from(self.get()) * strength.value())
    }
}

/// Points for (above zero) or against (below zero) a strategy.
///
/// They are whole numbers, but for the middle between two of them, which counts where something is unknown: so they are
/// kept in halves, and nothing is ever rounded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points {
    halves: i32,
}

impl Points {
    /// No points.
    pub const ZERO: Self = Self { halves: 0 };

    /// So many whole points.
    #[must_use]
    pub const fn of(points: i32) -> Self {
        Self { halves: points.saturating_mul(2) }
    }

    /// How many half points they are.
    #[must_use]
    pub const fn halves(self) -> i32 {
        self.halves
    }

    /// As a number, to draw and to hand to programs. A half has an exact binary fraction.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.halves) / 2.0
    }

    /// The same points without their sign.
    #[must_use]
    pub const fn size(self) -> Self {
        Self { halves: self.halves.saturating_abs() }
    }

    /// The middle between the two.
    fn middle(low: Self, high: Self) -> Self {
        // Both are whole wherever a middle is asked for, so that their sum in halves is even.
        Self { halves: (low.halves + high.halves) / 2 }
    }

    /// Without its sign: "6", "2½", "½", "0".
    #[must_use]
    pub fn unsigned(self) -> String {
        match (self.halves.unsigned_abs() / 2, self.halves % 2 != 0) {
            (0, true) => "½".to_owned(),
            (whole, true) => format!("{whole}½"),
            (whole, false) => whole.to_string(),
        }
    }
}

impl Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { halves: self.halves + other.halves }
    }
}

impl Sub for Points {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { halves: self.halves - other.halves }
    }
}

impl Neg for Points {
    type Output = Self;

    fn neg(self) -> Self {
        Self { halves: -self.halves }
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::ZERO, Add::add)
    }
}

/// With its sign, as people write it: "+6", "+2½", "−3", "0".
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.halves {
            0 => "",
            1.. => "+",
            _ => "−",
        };
        write!(f, "{sign}{}", self.unsigned())
    }
}

/// What something is worth: the points that count, between the fewest and the most that are possible.
///
/// The three are equal where everything is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// The fewest possible.
    pub low: Points,
    /// What counts: the middle of the two, exactly.
    pub points: Points,
    /// The most possible.
    pub high: Points,
}

impl Span {
    /// Known for certain.
    #[must_use]
    pub fn certain(points: Points) -> Self {
        Self { low: points, points, high: points }
    }

    /// Anything between the fewest and the most of these; nothing at all where there are none.
    #[must_use]
    pub fn across(possible: impl IntoIterator<Item = Points>) -> Self {
        let ends = possible.into_iter().fold(None, |ends, points| match ends {
            None => Some((points, points)),
            Some((low, high)) => Some((points.min(low), points.max(high))),
        });
        let (low, high) = ends.unwrap_or_default();
        Self { low, points: Points::middle(low, high), high }
    }

    /// Whether the points are known for certain.
    #[must_use]
    pub fn is_certain(self) -> bool {
        self.low == self.high
    }
}

impl Add for Span {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, points: self.points + other.points, high: self.high + other.high }
    }
}

impl Sum for Span {
    fn sum<I: Iterator<Item = Self>>(spans: I) -> Self {
        spans.fold(Self::default(), Add::add)
    }
}
