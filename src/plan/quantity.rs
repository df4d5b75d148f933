//! Money, durations, percentages and counts: types of their own, so that none is taken for another.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::written::{Expected, Outcome, Refusal, Source, Written, Wrong, whole, whole_as};

/// A number of people, devices or things.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Count(pub u32);

/// A length of time in whole minutes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Minutes(pub u32);

/// A number of days; negative where something lies before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Days(pub i32);

/// The days that each wave of a rollout has, from 1 to 365: no more than the simulation can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(try_from = "u32")]
pub struct WaveDays(#[cfg_attr(feature = "cli", schemars(range(min = 1, max = 365)))] u32);

/// A whole percentage from 0 to 100.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(try_from = "u8")]
pub struct Percent(#[cfg_attr(feature = "cli", schemars(range(max = 100)))] u8);

/// A percentage in hundredths, from 0 (none) to 10,000 (all): for shares well below one in a hundred.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(try_from = "u32")]
pub struct BasisPoints(#[cfg_attr(feature = "cli", schemars(range(max = 10_000)))] u32);

/// An amount in hundredths of the release's currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Money(pub i64);

/// A size in megabytes (10⁶ bytes), with at most six decimal places: counted in millionths, that is in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Megabytes(u64);

/// A data rate in megabits per second, with at most six decimal places: counted in millionths, that is in bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MegabitsPerSecond(u64);

/// A decimal number with at most six places, from −1,000,000,000 to 1,000,000,000: counted in millionths, so that equal
/// numbers are equal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(i64);

/// Why a number is no percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a percentage goes from 0 to 100")]
pub struct BadPercent;

impl Percent {
    /// The share in percent.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Percent {
    type Error = BadPercent;

    fn try_from(share: u8) -> Result<Self, BadPercent> {
        if share <= 100 { Ok(Self(share)) } else { Err(BadPercent) }
    }
}

/// Why a number is none of days that a wave has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a wave has from 1 to 365 days")]
pub struct BadWaveDays;

impl WaveDays {
    /// The number of days.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl Default for WaveDays {
    /// The fewest.
    fn default() -> Self {
        Self(1)
    }
}

impl TryFrom<u32> for WaveDays {
    type Error = BadWaveDays;

    fn try_from(days: u32) -> Result<Self, BadWaveDays> {
        if (1..=365).contains(&days) { Ok(Self(days)) } else { Err(BadWaveDays) }
    }
}

/// Why a number is no percentage in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a percentage in hundredths goes from 0 to 10,000")]
pub struct BadBasisPoints;

impl BasisPoints {
    /// The share in hundredths of a percent.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }

    /// The share of one.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}

impl TryFrom<u32> for BasisPoints {
    type Error = BadBasisPoints;

    fn try_from(hundredths: u32) -> Result<Self, BadBasisPoints> {
        if hundredths <= 10_000 { Ok(Self(hundredths)) } else { Err(BadBasisPoints) }
    }
}

/// Why a number is no [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a number here has at most six decimal places and lies between −1,000,000,000 and 1,000,000,000")]
pub struct BadDecimal;

impl Decimal {
    /// The largest one.
    const MOST: f64 = 1e9;

    /// The number.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "up to 10¹⁵ millionths are exact")]
    pub fn get(self) -> f64 {
        self.0 as f64 / 1e6
    }

    /// The number to six places, held within what a decimal can be; 0 for what is no number.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "held within bounds just before")]
    pub fn nearest(number: f64) -> Self {
        Self((number.clamp(-Self::MOST, Self::MOST) * 1e6).round() as i64)
    }
}

impl TryFrom<f64> for Decimal {
    type Error = BadDecimal;

    /// The same number, or none: nothing is rounded.
    fn try_from(number: f64) -> Result<Self, BadDecimal> {
        let decimal = Self::nearest(number);
        #[allow(clippy::float_cmp, reason = "the nearest double of a decimal is one number")]
        if decimal.get() == number { Ok(decimal) } else { Err(BadDecimal) }
    }
}

impl Written for Decimal {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        let number = from.value().as_f64().ok_or_else(|| from.refuse(Wrong::Type(Expected::Number)))?;
        *self = Self::try_from(number).map_err(|bad| from.refuse(Wrong::Condition(bad.to_string())))?;
        Ok(())
    }

    /// Whole numbers are written without a point, so that a number is written in one way.
    fn write(&self) -> Value {
        if self.0 % 1_000_000 == 0 { Value::from(self.0 / 1_000_000) } else { Value::from(self.get()) }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 {
            f.write_str("−")?;
        }
        decimal(f, self.0.unsigned_abs())
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "number", "minimum": -1e9, "maximum": 1e9, "description": "A number with at most six decimal places."
        })
    }
}

/// Types that are written as the number in them.
macro_rules! written_as_number {
    ($($name:ident)*) => {
        $(impl Written for $name {
            fn read(&mut self, from: &mut dyn Source) -> Outcome {
                self.0.read(from)
            }

            fn write(&self) -> Value {
                self.0.write()
            }
        })*
    };
}

written_as_number! { Count Minutes Days Money }

/// So many parts has one of those that are counted in millionths.
const PARTS: u64 = 1_000_000;

/// Why a number is no size and no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a number here has at most six decimal places and lies between 0 and 4,294,967,295")]
pub struct BadAmount;

/// The number of millionths of a number; none where that is no whole number, or too large: nothing is rounded.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within bounds just before")]
#[allow(clippy::float_cmp, reason = "the nearest double of a decimal is one number")]
fn millionths(number: f64) -> Option<u64> {
    let parts = (number.clamp(0.0, f64::from(u32::MAX)) * 1e6).round() as u64;
    (in_ones(parts) == number).then_some(parts)
}

#[allow(clippy::cast_precision_loss, reason = "up to 4.3 · 10¹⁵ millionths are exact")]
fn in_ones(parts: u64) -> f64 {
    parts as f64 / 1e6
}

/// Types that are counted in millionths. A whole number is written and read as one, as it was before there were fractions.
macro_rules! counted_in_millionths {
    ($($name:ident $meaning:literal)*) => {
        $(impl $name {
            /// The number.
            #[must_use]
            pub fn get(self) -> f64 {
                in_ones(self.0)
            }

            /// The number of its millionths.
            #[must_use]
            pub fn millionths(self) -> u64 {
                self.0
            }
        }

        impl From<u32> for $name {
            fn from(number: u32) -> Self {
                Self(u64::from(number) * PARTS)
            }
        }

        impl TryFrom<f64> for $name {
            type Error = BadAmount;

            /// The same number, or none: nothing is rounded.
            fn try_from(number: f64) -> Result<Self, BadAmount> {
                millionths(number).map(Self).ok_or(BadAmount)
            }
        }

        impl Written for $name {
            fn read(&mut self, from: &mut dyn Source) -> Outcome {
                self.0 = read_millionths(from)?;
                Ok(())
            }

            fn write(&self) -> Value {
                if self.0 % PARTS == 0 { Value::from(self.0 / PARTS) } else { Value::from(self.get()) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                decimal(f, self.0)
            }
        }

        #[cfg(feature = "cli")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "number", "minimum": 0, "maximum": u32::MAX, "description": $meaning
                })
            }
        })*
    };
}

counted_in_millionths! {
    Megabytes "A size in megabytes (10⁶ bytes), with at most six decimal places."
    MegabitsPerSecond "A data rate in megabits per second, with at most six decimal places."
}

fn read_millionths(from: &mut dyn Source) -> Result<u64, Refusal> {
    let number = from.value().as_f64().ok_or_else(|| from.refuse(Wrong::Type(Expected::Number)))?;
    millionths(number).ok_or_else(|| from.refuse(Wrong::Condition(BadAmount.to_string())))
}

impl Written for Percent {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        let share = whole(from, 0, i64::from(u8::MAX))?;
        *self = Self::try_from(u8::try_from(share).unwrap_or(u8::MAX))
            .map_err(|bad| from.refuse(Wrong::Condition(bad.to_string())))?;
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(self.0)
    }
}

impl Written for BasisPoints {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        let hundredths = whole(from, 0, i64::from(u32::MAX))?;
        *self = Self::try_from(u32::try_from(hundredths).unwrap_or(u32::MAX))
            .map_err(|bad| from.refuse(Wrong::Condition(bad.to_string())))?;
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(self.0)
    }
}

impl Written for WaveDays {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        *self = whole_as::<u32, _>(from, BadWaveDays)?;
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(self.0)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        grouped(f, u64::from(self.0))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.0)
    }
}

/// Without hundredths that say nothing: "5 %", "0.5 %", "0.05 %".
impl fmt::Display for BasisPoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole} %"),
            (whole, hundredths) if hundredths % 10 == 0 => write!(f, "{whole}.{} %", hundredths / 10),
            (whole, hundredths) => write!(f, "{whole}.{hundredths:02} %"),
        }
    }
}

/// As people say it: "45 min", "2 h", "2 h 30 min", "3 d", "3 d 4 h".
impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, hours, minutes) = (self.0 / 1440, self.0 / 60 % 24, self.0 % 60);
        let parts = [(days, "d"), (hours, "h"), (minutes, "min")];
        let mut said = false;
        for (amount, unit) in parts {
            if amount > 0 {
                write!(f, "{}{amount} {unit}", if said { " " } else { "" })?;
                said = true;
            }
        }
        if said { Ok(()) } else { f.write_str("0 min") }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 {
            f.write_str("−")?;
        }
        grouped(f, self.0.unsigned_abs() / 100)?;
        match self.0.unsigned_abs() % 100 {
            0 => Ok(()),
            hundredths => write!(f, ".{hundredths:02}"),
        }
    }
}

/// Writes a number that is counted in millionths, without digits that say nothing.
fn decimal(f: &mut fmt::Formatter<'_>, millionths: u64) -> fmt::Result {
    grouped(f, millionths / PARTS)?;
    match millionths % PARTS {
        0 => Ok(()),
        part => write!(f, ".{}", format!("{part:06}").trim_end_matches('0')),
    }
}

/// Writes a number with a comma after every three digits.
fn grouped(f: &mut fmt::Formatter<'_>, number: u64) -> fmt::Result {
    let digits = number.to_string();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            f.write_str(",")?;
        }
        write!(f, "{digit}")?;
    }
    Ok(())
}
