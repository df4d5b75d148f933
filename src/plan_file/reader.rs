//! From a JSON value into the types of the plan, with the place of everything that is wrong or unknown.
//!
//! It is the one source from which plans come. Its faults know their place, what no type asks for is noted with its place, and
//! values that turned out to be wrong are left out in another pass, so that one reading finds all that is wrong and not just
//! the first.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::fault::{At, Fault};
use super::place::{Place, Trail};
use crate::plan::{Expected, Outcome, Refusal, Source, Written, Wrong};

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
pub(super) fn read<T: Written + Default>(root: &Value, most: usize) -> Reading<T> {
    let mut value = T::default();
    let Reading { value: done, unknown, flaws, complete } = passes(root, most, &mut |from| {
        value = T::default();
        value.read(from)
    });
    Reading { value: done.map(|()| value), unknown, flaws, complete }
}

/// Reads a value as often as it takes to find its flaws. What it is read into does not matter here: there are many types that
/// entries are read into, and one of this.
fn passes(root: &Value, most: usize, read: &mut dyn FnMut(&mut dyn Source) -> Outcome) -> Reading<()> {
    let mut left_out = HashSet::new();
    let mut flaws = Vec::new();
    // A flaw can take a few passes, each of which leaves out what became unreadable by leaving out its part.
    for _ in 0..most.saturating_mul(3) {
        let mut notes = Notes { left_out: &left_out, unknown: Vec::new(), fault: None };
        let done = read(&mut Node { value: root, trail: Trail::Root, notes: &mut notes });
        let Notes { unknown, fault, .. } = notes;
        if done.is_ok() {
            return Reading { value: Some(()), unknown, flaws, complete: true };
        }
        let Some((fault, At { place, node })) = fault else { break };
        if let Some(sentence) = fault.sentence() {
            flaws.push(Flaw { place, sentence });
        }
        if std::ptr::eq(node, root) {
            return Reading { value: None, unknown: Vec::new(), flaws, complete: true };
        }
        if flaws.len() >= most || !left_out.insert(node) {
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
    /// What ended the pass, and where.
    fault: Option<(Fault, At)>,
}

impl Notes<'_> {
    fn leaves_out(&self, value: &Value) -> bool {
        !self.left_out.is_empty() && self.left_out.contains(&std::ptr::from_ref(value))
    }
}

/// A value about to be read.
struct Node<'v, 'n, 'm> {
    value: &'v Value,
    trail: Trail<'n>,
    notes: &'n mut Notes<'m>,
}

impl Node<'_, '_, '_> {
    /// Ends the pass with a fault of this value.
    fn fault(&mut self, fault: Fault) -> Refusal {
        self.fault_at(fault, self.trail.place())
    }

    /// Ends the pass with a fault for which this value is left out, and which is shown at another place.
    fn fault_at(&mut self, fault: Fault, place: Place) -> Refusal {
        self.notes.fault = Some((fault, At { place, node: self.value }));
        Refusal
    }

    /// Ends the pass for want of a member. Where it is only missing because it was left out, that follows from another fault.
    fn without(&mut self, member: &str, fault: Fault) -> Refusal {
        if self.value.get(member).is_some() {
            return self.fault(Fault::Consequence);
        }
        self.fault_at(fault, self.trail.place().member(member))
    }

    /// The id of an entry of a list whose entries have ids of their own.
    fn id(&self) -> &str {
        let id = self.value.get("id").filter(|id| !self.notes.leaves_out(id));
        id.and_then(Value::as_str).unwrap_or_default()
    }
}

impl Source for Node<'_, '_, '_> {
    fn value(&self) -> &Value {
        self.value
    }

    fn refuse(&mut self, why: Wrong) -> Refusal {
        match why {
            Wrong::Type(expected) => self.fault(Fault::of_type(expected, self.value)),
            Wrong::Size => self.fault(Fault::of_size(self.value)),
            Wrong::Condition(condition) => self.fault(Fault::broken(condition, self.value)),
            Wrong::Missing(member) => self.without(member, Fault::Missing),
        }
    }

    fn keep(&mut self) {
        self.notes.unknown.push((self.trail.place(), self.value.clone()));
    }

    fn each_member(&mut self, read: &mut dyn FnMut(&str, &mut dyn Source) -> Outcome) -> Outcome {
        let Value::Object(members) = self.value else { return Err(self.refuse(Wrong::Type(Expected::Object))) };
        for (name, value) in members {
            if !self.notes.leaves_out(value) {
                let trail = Trail::Member(&self.trail, name);
                read(name, &mut Node { value, trail, notes: self.notes })?;
            }
        }
        Ok(())
    }

    fn each_entry(&mut self, named: bool, read: &mut dyn FnMut(&mut dyn Source) -> Outcome) -> Outcome {
        let Value::Array(list) = self.value else { return Err(self.refuse(Wrong::Type(Expected::List))) };
        let mut ids = HashSet::new();
        // Positions count all entries, those left out as well.
        for (index, value) in list.iter().enumerate() {
            if self.notes.leaves_out(value) {
                continue;
            }
            let mut entry = Node { value, trail: Trail::Entry(&self.trail, list, index), notes: self.notes };
            read(&mut entry)?;
            if named && entry.id().is_empty() {
                return Err(entry.without("id", Fault::MissingId));
            }
            if named && !ids.insert(entry.id().to_owned()) {
                let fault = Fault::duplicate(entry.id(), entry.trail.first_with_id(entry.id()));
                return Err(entry.fault_at(fault, entry.trail.place().member("id")));
            }
        }
        Ok(())
    }

    fn word(&mut self, words: &'static [&'static str]) -> Result<&'static str, Refusal> {
        let known = |name: &str| words.iter().copied().find(|word| *word == name);
        match self.value {
            Value::String(text) => known(text).ok_or_else(|| self.fault(Fault::unknown_word(text, words))),
            Value::Object(members) => {
                let (word, details) = only_word(members, words).map_err(|fault| self.fault(fault))?;
                if self.notes.leaves_out(details) {
                    return Err(self.fault(Fault::Consequence));
                }
                for (name, value) in members.iter().filter(|(name, _)| *name != word) {
                    self.notes.unknown.push((Trail::Member(&self.trail, name).place(), value.clone()));
                }
                Ok(word)
            }
            other => Err(self.fault(Fault::no_word(other, words))),
        }
    }

    fn details(&mut self, word: &str, read: &mut dyn FnMut(&mut dyn Source) -> Outcome) -> Outcome {
        let Some(value) = self.value.get(word) else {
            return Err(self.fault(Fault::NeedsDetails { word: word.to_owned() }));
        };
        read(&mut Node { value, trail: Trail::Member(&self.trail, word), notes: self.notes })
    }

    fn no_details(&mut self, word: &str) -> Outcome {
        match self.value.get(word) {
            None | Some(Value::Null) => Ok(()),
            Some(_) => Err(self.fault(Fault::NoDetails { word: word.to_owned() })),
        }
    }
}

/// The one member that is a word of the set, with its details.
fn only_word<'v>(
    members: &'v Map<String, Value>,
    words: &'static [&'static str],
) -> Result<(&'static str, &'v Value), Fault> {
    let mut known = members
        .iter()
        .filter_map(|(name, details)| words.iter().find(|word| *word == name).map(|word| (*word, details)));
    match (known.next(), known.next()) {
        (Some(one), None) => Ok(one),
        (Some((one, _)), Some((other, _))) => Err(Fault::several_words([one, other])),
        (None, _) => Err(match members.keys().next() {
            Some(name) => Fault::unknown_word(name, words),
            None => Fault::no_word(&Value::Object(Map::new()), words),
        }),
    }
}
