//! Typed ids: short, stable, copyable names of the things in a plan.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use super::written::{Expected, Outcome, Refusal, Source, Written, Wrong, text};

/// The longest id, in bytes. A hyphenated UUID has 36.
pub const MAX_LEN: usize = 40;

/// The stable id of a `T`: 1 to 40 ASCII letters, digits, `.`, `_` or `-`.
///
/// It lives inline and is `Copy`, so that views and indexes can pass it about freely. Its default is the empty id: it
/// refers to nothing, and no list takes a thing that has it.
pub struct Id<T: ?Sized> {
    bytes: [u8; MAX_LEN],
    len: u8,
    of: PhantomData<fn() -> Box<T>>,
}

/// Why a text is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id has 1 to 40 letters, digits, dots, underscores or hyphens")]
pub struct BadId;

impl<T: ?Sized> Id<T> {
    /// The id with this text.
    ///
    /// # Errors
    /// [`BadId`] where the text is empty, too long, or holds another character.
    pub fn new(text: &str) -> Result<Self, BadId> {
        if text.is_empty() || text.len() > MAX_LEN || !text.bytes().all(is_plain) {
            return Err(BadId);
        }
        Ok(Self::inline(text))
    }

    /// The id of a catalogue entry, from its static key. A key that is no valid id is cut to what is.
    #[must_use]
    pub fn of_key(key: &'static str) -> Self {
        Self::inline(key)
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.bytes.get(..usize::from(self.len)).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default()
    }

    /// Whether this is the empty id of a thing that has not been named yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    fn inline(text: &str) -> Self {
        let mut bytes = [0; MAX_LEN];
        let mut len = 0;
        for (slot, byte) in bytes.iter_mut().zip(text.bytes().filter(|byte| is_plain(*byte))) {
            *slot = byte;
            len += 1;
        }
        Self { bytes, len, of: PhantomData }
    }
}

/// Whether an id may hold this character.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-')
}

impl<T: ?Sized> Default for Id<T> {
    fn default() -> Self {
        Self { bytes: [0; MAX_LEN], len: 0, of: PhantomData }
    }
}

impl<T: ?Sized> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Id<T> {}

impl<T: ?Sized> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl<T: ?Sized> Eq for Id<T> {}

impl<T: ?Sized> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: ?Sized> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl<T: ?Sized> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<T: ?Sized> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<T: ?Sized> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.as_str())
    }
}

impl<T: ?Sized> FromStr for Id<T> {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        Self::new(text)
    }
}

impl<T: ?Sized> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de, T: ?Sized> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct IdText<T: ?Sized>(PhantomData<fn() -> Box<T>>);
        impl<T: ?Sized> Visitor<'_> for IdText<T> {
            type Value = Id<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Id<T>, E> {
                // What refers to nothing yet is written as an empty text, and comes back as such.
                if text.is_empty() { Ok(Id::default()) } else { Id::new(text).map_err(E::custom) }
            }
        }
        from.deserialize_str(IdText(PhantomData))
    }
}

impl<T: ?Sized> Written for Id<T> {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        let Id { bytes, len, .. } = read_id(from)?;
        *self = Self { bytes, len, of: PhantomData };
        Ok(())
    }

    fn write(&self) -> Value {
        Value::from(self.as_str())
    }
}

/// An id, whatever it is of. What refers to nothing yet is written as an empty text, and comes back as such.
fn read_id(from: &mut dyn Source) -> Result<Id<()>, Refusal> {
    let text = text(from, Expected::Id)?;
    if text.is_empty() {
        Ok(Id::default())
    } else {
        Id::new(&text).map_err(|BadId| from.refuse(Wrong::Type(Expected::Id)))
    }
}

#[cfg(feature = "cli")]
impl<T: ?Sized> schemars::JsonSchema for Id<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{0,40}$" })
    }
}
