//! How much something counts.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::written::{Outcome, Source, Written, whole_as};

/// How much something counts, from 0 (not at all) to 5 (most).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(try_from = "u8")]
pub struct Weight(#[cfg_attr(feature = "cli", schemars(range(max = 5)))] u8);

/// Why a number is no weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a weight goes from 0 to 5")]
pub struct BadWeight;

impl Weight {
    /// The most that something can count.
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
}

impl TryFrom<u8> for Weight {
    type Error = BadWeight;

    fn try_from(weight: u8) -> Result<Self, BadWeight> {
        if weight <= Self::MAX.0 { Ok(Self(weight)) } else { Err(BadWeight) }
    }
}

impl Written for Weight {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        *self = whole_as::<u8, _>(from, BadWeight)?;
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(self.0)
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
