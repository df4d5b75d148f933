//! What neither half of a strategy says alone: approach and delivery together, with answers where it matters.

mod table;

pub use table::INTERACTIONS;

use super::condition::Scope;
use super::points::{Points, Strength};
use crate::plan::Weight;

/// An approach and a delivery that help or hinder each other, or one of them in certain circumstances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interaction {
    /// The stable key.
    pub key: &'static str,
    /// Which combinations, and with which answers.
    pub scope: Scope,
    /// How much it counts. It stays as it is here whatever weights people give to the questions.
    pub weight: Weight,
    /// How strongly it speaks for or against the combination.
    pub strength: Strength,
    /// Why: a clause in lower case and without a full stop, that can stand after "because" or "although".
    pub because: &'static str,
}

impl Interaction {
    /// What it is worth to a strategy that it concerns.
    #[must_use]
    pub fn points(&self) -> Points {
        self.weight.times(self.strength)
    }
}
