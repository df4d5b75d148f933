//! From a JSON value into the types of the plan, with the place of everything that is wrong or unknown.
//!
//! It is the one deserializer through which plans come. Three things set it apart from the one of `serde_json`: its
//! errors know their place, what no type asks for is noted with its place, and values that turned out to be wrong are
//! left out in another pass, so that one reading finds all that is wrong and not just the first.

use std::collections::HashSet;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};

use super::fault::Fault;
use super::place::{Place, Trail};

/// What reading came to.
pub(super) struct Reading<T> {
    /// What was read; exact only where there is no flaw.
    pub(super) value: Option<T>,
    /// What no type asked for.
    pub(super) unknown: Vec<(Place, Value)>,
    /// What is wrong, in the order in which it was met.
    pub(super) flaws: Vec<Flaw>,
    /// Whether these are all flaws.
    pub(super) complete: bool,
}

/// One thing that is wrong.
pub(super) struct Flaw {
    /// Where.
    pub(super) place: Place,
    /// What.
    pub(super) sentence: String,
}

/// Reads a value, noting at most so many flaws.
pub(super) fn read<'de, T: Deserialize<'de>>(root: &'de Value, most: usize) -> Reading<T> {
    let mut value = None;
    let Reading { value: done, unknown, flaws, complete } = passes(root, most, &mut |node| {
        value = Some(T::deserialize(node)?);
        Ok(())
    });
    Reading { value: value.filter(|_| done.is_some()), unknown, flaws, complete }
}

/// Reads a value as often as it takes to find its flaws. What it is read into does not matter here: there are many types that
/// entries are read into, and one of this.
fn passes<'de>(
    root: &'de Value,
    most: usize,
    read: &mut dyn for<'n, 'm> FnMut(Node<'de, 'n, 'm>) -> Result<(), Fault>,
) -> Reading<()> {
    let mut left_out = HashSet::new();
    let mut flaws = Vec::new();
    // A flaw can take a few passes, each of which leaves out what became unreadable by leaving out its part.
    for _ in 0..most.saturating_mul(3) {
        let mut notes = Notes { left_out: &left_out, unknown: Vec::new() };
        let result = read(Node { value: root, trail: Trail::Root, notes: &mut notes });
        let unknown = notes.unknown;
        let fault = match result {
            Ok(()) => return Reading { value: Some(()), unknown, flaws, complete: true },
            Err(fault) => fault.at(&Trail::Root, root),
        };
        let (at, sentence) = fault.into_parts();
        let Some(at) = at else { break };
        if let Some(sentence) = sentence {
            flaws.push(Flaw { place: at.place, sentence });
        }
        if std::ptr::eq(at.node, root) {
            return Reading { value: None, unknown: Vec::new(), flaws, complete: true };
        }
        if flaws.len() >= most || !left_out.insert(at.node) {
            break;
        }
    }
    Reading { value: None, unknown: Vec::new(), flaws, complete: false }
}

/// What a pass over the value notes down.
struct Notes<'n> {
    /// The values that this pass leaves out. Their addresses are their names: the value stays as it is meanwhile.
    left_out: &'n HashSet<*const Value>,
    unknown: Vec<(Place, Value)>,
}

impl Notes<'_> {
    fn leaves_out(&self, value: &Value) -> bool {
        !self.left_out.is_empty() && self.left_out.contains(&std::ptr::from_ref(value))
    }
}

/// A value about to be read.
struct Node<'de, 'n, 'm> {
    value: &'de Value,
    trail: Trail<'n>,
    notes: &'n mut Notes<'m>,
}

impl<'de> Deserializer<'de> for Node<'de, '_, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), _, _) => visitor.visit_u64(number),
                (None, Some(number), _) => visitor.visit_i64(number),
                (None, None, Some(number)) => visitor.visit_f64(number),
                (None, None, None) => Err(Fault::wrong_type(self.value, &visitor)),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(list) => visitor.visit_seq(Entries { list, next: 0, trail: self.trail, notes: self.notes }),
            Value::Object(members) => visitor.visit_map(Members::of(members, self.trail, self.notes)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let Value::String(text) = self.value else { return self.deserialize_any(visitor) };
        let expected = (&visitor as &dyn de::Expected).to_string();
        visitor.visit_borrowed_str(text).map_err(|fault: Fault| fault.in_text(text, &expected))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    /// A record is an object. The derived visitor would take a list of its members' values too.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.value {
            Value::Object(members) => visitor.visit_map(Members::of(members, self.trail, self.notes)),
            other => Err(Fault::wrong_type(other, &visitor)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let Node { value, trail, notes } = self;
        match value {
            Value::String(word) => visitor.visit_enum(Word { word, details: None, trail, notes }),
            Value::Object(members) => {
                let (word, details) = only_word(members, words)?;
                if notes.leaves_out(details) {
                    return Err(Fault::consequence());
                }
                for (name, value) in members {
                    if name != word {
                        notes.unknown.push((Trail::Member(&trail, name).place(), value.clone()));
                    }
                }
                visitor.visit_enum(Word { word, details: Some(details), trail, notes })
            }
            other => Err(Fault::no_word(other, words)),
        }
    }

    /// Nothing in the plan asks for this value: it is kept.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.notes.unknown.push((self.trail.place(), self.value.clone()));
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_any(visitor)
    }
}

/// The one member that is a word of the set, with its details.
fn only_word<'de>(
    members: &'de Map<String, Value>,
    words: &'static [&'static str],
) -> Result<(&'de str, &'de Value), Fault> {
    let mut known = members.iter().filter(|(name, _)| words.contains(&name.as_str()));
    match (known.next(), known.next()) {
        (Some((word, details)), None) => Ok((word, details)),
        (Some((one, _)), Some((other, _))) => Err(Fault::several_words([one.as_str(), other.as_str()].into_iter())),
        (None, _) => Err(match members.keys().next() {
            Some(name) => de::Error::unknown_variant(name, words),
            None => Fault::no_word(&Value::Object(Map::new()), words),
        }),
    }
}

/// The members of an object, but for those left out.
struct Members<'de, 'n, 'm> {
    left: serde_json::map::Iter<'de>,
    current: Option<(&'de str, &'de Value)>,
    trail: Trail<'n>,
    notes: &'n mut Notes<'m>,
}

impl<'de, 'n, 'm> Members<'de, 'n, 'm> {
    fn of(members: &'de Map<String, Value>, trail: Trail<'n>, notes: &'n mut Notes<'m>) -> Self {
        Self { left: members.iter(), current: None, trail, notes }
    }
}

impl<'de> MapAccess<'de> for Members<'de, '_, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        for (name, value) in self.left.by_ref() {
            if !self.notes.leaves_out(value) {
                self.current = Some((name, value));
                return seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        let Some((name, value)) = self.current.take() else { return Err(Fault::consequence()) };
        let trail = Trail::Member(&self.trail, name);
        seed.deserialize(Node { value, trail, notes: self.notes }).map_err(|fault| fault.at(&trail, value))
    }
}

/// The entries of a list, but for those left out. Positions count all of them.
struct Entries<'de, 'n, 'm> {
    list: &'de [Value],
    next: usize,
    trail: Trail<'n>,
    notes: &'n mut Notes<'m>,
}

impl<'de> SeqAccess<'de> for Entries<'de, '_, '_> {
    type Error = Fault;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        while let Some(value) = self.list.get(self.next) {
            let index = self.next;
            self.next += 1;
            if !self.notes.leaves_out(value) {
                let trail = Trail::Entry(&self.trail, self.list, index);
                let node = Node { value, trail, notes: self.notes };
                return seed.deserialize(node).map(Some).map_err(|fault| fault.at(&trail, value));
            }
        }
        Ok(None)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.list.len().saturating_sub(self.next))
    }
}

/// A word from a closed set, with its details where it has some.
struct Word<'de, 'n, 'm> {
    word: &'de str,
    details: Option<&'de Value>,
    trail: Trail<'n>,
    notes: &'n mut Notes<'m>,
}

impl<'de, 'n, 'm> EnumAccess<'de> for Word<'de, 'n, 'm> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Fault> {
        let word = seed.deserialize(BorrowedStrDeserializer::new(self.word))?;
        Ok((word, self))
    }
}

impl<'de> Word<'de, '_, '_> {
    /// Reads the details with a function of the node, and gives faults their place.
    fn details<T>(self, read: impl FnOnce(Node<'de, '_, '_>) -> Result<T, Fault>) -> Result<T, Fault> {
        let Some(value) = self.details else { return Err(Fault::needs_details(self.word)) };
        let trail = Trail::Member(&self.trail, self.word);
        read(Node { value, trail, notes: self.notes }).map_err(|fault| fault.at(&trail, value))
    }
}

impl<'de> VariantAccess<'de> for Word<'de, '_, '_> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match self.details {
            None | Some(Value::Null) => Ok(()),
            Some(_) => Err(Fault::no_details(self.word)),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Fault> {
        self.details(|node| seed.deserialize(node))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.details(|node| node.deserialize_seq(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(self, names: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        self.details(|node| node.deserialize_struct("", names, visitor))
    }
}
