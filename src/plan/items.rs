//! Ordered collections of things with stable ids, and the one small type that changes them.

use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use super::id::Id;
use super::written::{Outcome, Source, Written};

/// A thing that lives in an [`Items`]: it has a stable id and a title that people know it by.
pub trait Item: Sized {
    /// The stable id.
    fn id(&self) -> Id<Self>;

    /// Gives the thing another id, for copies.
    fn set_id(&mut self, id: Id<Self>);

    /// What people call it. May be empty.
    fn title(&self) -> &str;
}

/// An ordered collection of things with unique ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Items<T>(Vec<T>);

/// One change to an [`Items`]. Applying it gives the change that takes it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit<T: Item> {
    /// Puts a new thing at a position; beyond the end counts as the end.
    Insert {
        /// The position, from 0.
        at: usize,
        /// The thing. Its id must not be there yet.
        item: Box<T>,
    },
    /// Takes a thing away.
    Remove {
        /// Whose.
        id: Id<T>,
    },
    /// Puts a changed thing in the place of the one with the same id.
    Replace {
        /// The thing as it is to be.
        item: Box<T>,
    },
    /// Moves a thing to another position; beyond the end counts as the end.
    Move {
        /// Whose.
        id: Id<T>,
        /// Its position afterwards, from 0.
        to: usize,
    },
}

/// Why an [`Edit`] could not be applied. The collection is as before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Nothing has this id.
    #[error("nothing here has the id \"{0}\"")]
    NotFound(String),
    /// Something has this id already.
    #[error("the id \"{0}\" is already taken")]
    Duplicate(String),
    /// The thing has no id.
    #[error("the new entry has no id")]
    Unnamed,
}

impl<T: Item> Edit<T> {
    /// Puts a thing at the end.
    #[must_use]
    pub fn add(item: T) -> Self {
        Self::Insert { at: usize::MAX, item: Box::new(item) }
    }

    /// Replaces the thing with the same id.
    #[must_use]
    pub fn replace(item: T) -> Self {
        Self::Replace { item: Box::new(item) }
    }

    /// The id of the thing that is changed.
    #[must_use]
    pub fn id(&self) -> Id<T> {
        match self {
            Self::Insert { item, .. } | Self::Replace { item } => item.id(),
            Self::Remove { id } | Self::Move { id, .. } => *id,
        }
    }
}

impl<T: Item> Items<T> {
    /// The thing with this id.
    #[must_use]
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.0.iter().find(|item| item.id() == id)
    }

    /// The thing with this id, to change it in place.
    pub fn get_mut(&mut self, id: Id<T>) -> Option<&mut T> {
        self.0.iter_mut().find(|item| item.id() == id)
    }

    /// Whether something has this id.
    #[must_use]
    pub fn contains(&self, id: Id<T>) -> bool {
        self.position(id).is_some()
    }

    /// The position of the thing with this id, from 0.
    #[must_use]
    pub fn position(&self, id: Id<T>) -> Option<usize> {
        self.0.iter().position(|item| item.id() == id)
    }

    /// Applies one edit and gives the edit that takes it back.
    ///
    /// # Errors
    /// [`EditError`] where the id is missing, or taken already; then nothing has changed.
    pub fn apply(&mut self, edit: Edit<T>) -> Result<Edit<T>, EditError> {
        let find = |items: &Self, id: Id<T>| items.position(id).ok_or_else(|| EditError::NotFound(id.to_string()));
        match edit {
            Edit::Insert { at, item } => {
                let id = item.id();
                if id.is_empty() {
                    return Err(EditError::Unnamed);
                }
                if self.contains(id) {
                    return Err(EditError::Duplicate(id.to_string()));
                }
                self.0.insert(at.min(self.0.len()), *item);
                Ok(Edit::Remove { id })
            }
            Edit::Remove { id } => {
                let at = find(self, id)?;
                Ok(Edit::Insert { at, item: Box::new(self.0.remove(at)) })
            }
            Edit::Replace { item } => {
                let id = item.id();
                let slot = self.get_mut(id).ok_or_else(|| EditError::NotFound(id.to_string()))?;
                Ok(Edit::Replace { item: Box::new(std::mem::replace(slot, *item)) })
            }
            Edit::Move { id, to } => {
                let from = find(self, id)?;
                let item = self.0.remove(from);
                self.0.insert(to.min(self.0.len()), item);
                Ok(Edit::Move { id, to: from })
            }
        }
    }

    /// Adds a thing whose id is new; a thing with a taken or empty id is left out.
    pub fn push(&mut self, item: T) {
        if !item.id().is_empty() && !self.contains(item.id()) {
            self.0.push(item);
        }
    }
}

impl<T> Items<T> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// All of them in order, to change in place.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.0.iter_mut()
    }

    /// The first one.
    #[must_use]
    pub fn first(&self) -> Option<&T> {
        self.0.first()
    }

    /// The last one.
    #[must_use]
    pub fn last(&self) -> Option<&T> {
        self.0.last()
    }
}

impl<T> Default for Items<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'a, T> IntoIterator for &'a Items<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: Item> FromIterator<T> for Items<T> {
    fn from_iter<I: IntoIterator<Item = T>>(from: I) -> Self {
        let mut items = Self::default();
        for item in from {
            items.push(item);
        }
        items
    }
}

impl<T: Serialize> Serialize for Items<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(&self.0)
    }
}

impl<T: Item + Written + Default> Written for Items<T> {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        self.0.clear();
        from.each_entry(true, &mut |from| {
            let mut item = T::default();
            item.read(from)?;
            self.0.push(item);
            Ok(())
        })
    }

    fn write(&self) -> Value {
        self.0.write()
    }
}

#[cfg(feature = "cli")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Items<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("ItemsOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let item = generator.subschema_for::<T>();
        schemars::json_schema!({ "type": "array", "items": { "allOf": [item], "required": ["id"] } })
    }
}
