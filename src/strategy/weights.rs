//! How much each question counts: the defaults of this tool, and what people make of them.

use std::collections::BTreeMap;

use super::factor::{FACTORS, Factor, QUESTIONS};
use crate::plan::{Command, Release, Sole, Weight};

/// A weight for each question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights([Weight; QUESTIONS]);

/// The defaults of this tool. They are a place to start from and not a truth.
impl Default for Weights {
    fn default() -> Self {
        Self(FACTORS.each_ref().map(|factor| factor.weight))
    }
}

impl Weights {
    /// Stored weights, and the defaults for the rest. Keys that no question has are passed over.
    #[must_use]
    pub fn read(stored: &BTreeMap<String, Weight>) -> Self {
        Self(FACTORS.each_ref().map(|factor| stored.get(factor.key).copied().unwrap_or(factor.weight)))
    }

    /// How much a question counts.
    #[must_use]
    pub fn of(&self, factor: &Factor) -> Weight {
        self.iter().find(|(each, _)| each.key == factor.key).map_or(factor.weight, |(_, weight)| weight)
    }

    /// The questions with their weights, in the order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Factor, Weight)> {
        FACTORS.iter().zip(self.0)
    }

    /// Those that count another weight than this tool's default.
    pub fn changed(&self) -> impl Iterator<Item = (&'static Factor, Weight)> {
        self.iter().filter(|(factor, weight)| factor.weight != *weight)
    }
}

/// The command that gives a question this weight; nothing where it has it already. A default is not stored.
#[must_use]
pub fn weigh(release: &Release, factor: &Factor, weight: Weight) -> Option<Command> {
    let mut record = release.strategy.clone();
    if weight == factor.weight {
        record.weights.remove(factor.key);
    } else {
        record.weights.insert(factor.key.to_owned(), weight);
    }
    (record != release.strategy).then(|| record.command())
}

/// The command that gives all questions their default weights again; nothing where they have them.
#[must_use]
pub fn reset_weights(release: &Release) -> Option<Command> {
    let mut record = release.strategy.clone();
    record.weights.clear();
    (record != release.strategy).then(|| record.command())
}
