//! What the advisor counts in: strengths, weights, points, and spans of points.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

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

/// How much a question counts, from 0 (not at all) to 5 (most).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u8);

impl Weight {
    /// The most that a question can count.
    pub const MAX: Self = Self(5);

    /// The weight with this number; above 5 counts as 5.
    #[must_use]
    pub const fn new(weight: u8) -> Self {
        if weight > Self::MAX.0 { Self::MAX } else { Self(weight) }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// What an effect of this strength is worth.
    #[must_use]
    pub fn times(self, strength: Strength) -> Points {
        Points(i32::from(self.0) * strength.value())
    }
}

/// Points for (above zero) or against (below zero) a strategy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(pub i32);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// How much, whether for or against.
    #[must_use]
    pub fn size(self) -> u32 {
        self.0.unsigned_abs()
    }
}

impl Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Points {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Points {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::ZERO, Add::add)
    }
}

/// With its sign, as people write it: "+6", "−3", "0".
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("0"),
            above @ 1.. => write!(f, "+{above}"),
            below => write!(f, "−{}", below.unsigned_abs()),
        }
    }
}

/// What something is worth: the points that count, between the fewest and the most that are possible.
///
/// The three are equal where everything is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// The fewest possible.
    pub low: Points,
    /// What counts: the middle of the two, rounded towards zero.
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
        Self { low, points: Points((low.0 + high.0) / 2), high }
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
