//! How the parts of a plan are read from JSON and written as JSON.
//!
//! It is done by hand rather than by derived code of serde, for its size: a plan has some sixty types, and serde compiles a
//! reader and a writer of each member of each of them. Here a type only names its members, and the one loop over them is
//! compiled once. What is read *from*, with its places, its faults and what it keeps, is a [`Source`]: that of plan files.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use serde::de::{self, Deserialize, Deserializer};
use serde_json::Value;

use crate::days::FromText;
use crate::order;

use super::record::Choice;

/// Something could not be read. The source knows what and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal;

/// What came of reading.
pub type Outcome = Result<(), Refusal>;

/// What a value was expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// Yes or no.
    Truth,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// A list.
    List,
    /// An object.
    Object,
    /// An id.
    Id,
    /// A day.
    Day,
    /// A day with a time.
    Time,
    /// A time of day.
    Clock,
    /// A moment.
    Moment,
}

/// Why a value is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It is something else.
    Type(Expected),
    /// It is a number that is too large or too small.
    Size,
    /// It breaks a condition, in the condition's words.
    Condition(String),
    /// It is an object without a member that must be there.
    Missing(&'static str),
}

/// A value that is being read.
pub trait Source {
    /// The value.
    fn value(&self) -> &Value;

    /// Notes that the value is refused.
    fn refuse(&mut self, why: Wrong) -> Refusal;

    /// Notes that no type asks for the value.
    fn keep(&mut self);

    /// Goes through the members of the object that the value must be.
    fn each_member(&mut self, read: &mut dyn FnMut(&str, &mut dyn Source) -> Outcome) -> Outcome;

    /// Goes through the entries of the list that the value must be; `named` ones must have ids of their own.
    fn each_entry(&mut self, named: bool, read: &mut dyn FnMut(&mut dyn Source) -> Outcome) -> Outcome;

    /// The word of a closed set that the value is: a text, or an object with the details under the word.
    fn word(&mut self, words: &'static [&'static str]) -> Result<&'static str, Refusal>;

    /// Reads the details of the word; they must be there.
    fn details(&mut self, word: &str, read: &mut dyn FnMut(&mut dyn Source) -> Outcome) -> Outcome;

    /// Makes sure that the word has no details.
    fn no_details(&mut self, word: &str) -> Outcome;
}

/// A part of a plan: read from JSON and written as JSON.
pub trait Written {
    /// Puts what is read in the place of what was there.
    ///
    /// # Errors
    /// [`Refusal`] where it cannot be read; then the part is to be thrown away.
    fn read(&mut self, from: &mut dyn Source) -> Outcome;

    /// It as JSON.
    fn write(&self) -> Value;
}

/// Reads the members of an object, each into the slot at its name's position. One that is absent leaves its slot as it is.
pub(crate) fn read_members(from: &mut dyn Source, names: &[&str], slots: &mut [&mut dyn Written]) -> Outcome {
    from.each_member(&mut |name, from| match names.iter().zip(slots.iter_mut()).find(|(known, _)| **known == name) {
        Some((_, slot)) => slot.read(from),
        None => {
            from.keep();
            Ok(())
        }
    })
}

/// An object of these members.
pub(crate) fn write_members(names: &[&str], members: &[&dyn Written]) -> Value {
    let written = names.iter().zip(members).map(|(name, member)| ((*name).to_owned(), member.write()));
    Value::Object(order::gathered(written))
}

/// A word, with its details where it has some.
pub(crate) fn write_word(word: &str, details: Value) -> Value {
    match details {
        Value::Null => Value::from(word),
        details => Value::Object(order::gathered([(word.to_owned(), details)])),
    }
}

/// The position of the key that stands here, alone.
pub(crate) fn choice_at(from: &mut dyn Source, keys: &'static [&'static str]) -> Result<usize, Refusal> {
    let key = from.word(keys)?;
    from.no_details(key)?;
    Ok(keys.iter().position(|known| *known == key).unwrap_or_default())
}

/// Takes those of the named members out that say nothing.
pub(crate) fn leave_out_empty(details: &mut Value, names: &[&str]) {
    let empty = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(list) => list.is_empty(),
        _ => false,
    };
    if let Value::Object(members) = details {
        members.retain(|name, value| !(names.contains(&name.as_str()) && empty(value)));
    }
}

/// Reads the key of a choice where serde is asked for one: in what a store holds besides plans.
pub(crate) fn choice_of<'de, C: Choice, D: Deserializer<'de>>(from: D) -> Result<C, D::Error> {
    let key = String::deserialize(from)?;
    C::from_key(&key).ok_or_else(|| de::Error::unknown_variant(&key, C::KEYS))
}

/// A member that must be there.
#[derive(Debug, Default)]
pub(crate) struct Required<T>(Option<T>);

impl<T> Required<T> {
    /// What was read.
    pub(crate) fn take(self, from: &mut dyn Source, name: &'static str) -> Result<T, Refusal> {
        self.0.ok_or_else(|| from.refuse(Wrong::Missing(name)))
    }
}

impl<T: Written + Default> Written for Required<T> {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        self.0.insert(T::default()).read(from)
    }

    fn write(&self) -> Value {
        self.0.write()
    }
}

impl<T: Written + Default> Written for Option<T> {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        *self = None;
        if from.value().is_null() {
            return Ok(());
        }
        self.insert(T::default()).read(from)
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, Written::write)
    }
}

impl<T: Written + Default> Written for Vec<T> {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        self.clear();
        from.each_entry(false, &mut |from| {
            let mut entry = T::default();
            entry.read(from)?;
            self.push(entry);
            Ok(())
        })
    }

    fn write(&self) -> Value {
        Value::Array(self.iter().map(Written::write).collect())
    }
}

impl<T: Written + Default> Written for BTreeMap<String, T> {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        self.clear();
        from.each_member(&mut |name, from| {
            let mut entry = T::default();
            entry.read(from)?;
            self.insert(name.to_owned(), entry);
            Ok(())
        })
    }

    fn write(&self) -> Value {
        Value::Object(order::gathered(self.iter().map(|(name, entry)| (name.clone(), entry.write()))))
    }
}

impl Written for String {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        text(from, Expected::Text).map(|text| *self = text)
    }

    fn write(&self) -> Value {
        Value::String(self.clone())
    }
}

impl Written for bool {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        match from.value() {
            Value::Bool(truth) => {
                *self = *truth;
                Ok(())
            }
            _ => Err(from.refuse(Wrong::Type(Expected::Truth))),
        }
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }
}

/// Types that are written as text, each with what is expected where the text is none of them.
macro_rules! written_as_text {
    ($($type:ty: $expected:ident;)*) => {
        $(impl Written for $type {
            fn read(&mut self, from: &mut dyn Source) -> Outcome {
                let read = from.value().as_str().and_then(<$type>::from_text);
                *self = read.ok_or_else(|| from.refuse(Wrong::Type(Expected::$expected)))?;
                Ok(())
            }

            fn write(&self) -> Value {
                Value::String(self.to_string())
            }
        })*
    };
}

written_as_text! {
    Date: Day;
    DateTime: Time;
    Time: Clock;
    Timestamp: Moment;
}

/// A text, or else what was expected.
pub(crate) fn text(from: &mut dyn Source, expected: Expected) -> Result<String, Refusal> {
    let text = from.value().as_str().map(str::to_owned);
    text.ok_or_else(|| from.refuse(Wrong::Type(expected)))
}

/// A whole number within bounds.
pub(crate) fn whole(from: &mut dyn Source, least: i64, most: i64) -> Result<i64, Refusal> {
    let Value::Number(number) = from.value() else { return Err(from.refuse(Wrong::Type(Expected::Whole))) };
    match number.as_i64() {
        Some(number) if (least..=most).contains(&number) => Ok(number),
        None if number.is_f64() => Err(from.refuse(Wrong::Type(Expected::Whole))),
        _ => Err(from.refuse(Wrong::Size)),
    }
}

/// A whole number as a type that takes some of them alone; the others are refused for this reason.
pub(super) fn whole_as<N, T>(from: &mut dyn Source, otherwise: T::Error) -> Result<T, Refusal>
where
    N: TryFrom<i64>,
    T: TryFrom<N>,
    T::Error: std::fmt::Display,
{
    let number = whole(from, i64::MIN, i64::MAX)?;
    let taken = N::try_from(number).ok().and_then(|number| T::try_from(number).ok());
    taken.ok_or_else(|| from.refuse(Wrong::Condition(otherwise.to_string())))
}

impl Written for u32 {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        let number = whole(from, 0, i64::from(u32::MAX))?;
        *self = u32::try_from(number).unwrap_or_default();
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(*self)
    }
}

impl Written for i32 {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        let number = whole(from, i64::from(i32::MIN), i64::from(i32::MAX))?;
        *self = i32::try_from(number).unwrap_or_default();
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(*self)
    }
}

impl Written for i64 {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        *self = whole(from, i64::MIN, i64::MAX)?;
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(*self)
    }
}
