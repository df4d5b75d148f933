//! The advisor's questions, and what each answer says for and against the ways to roll out.

mod table;

pub use table::FACTORS;

use super::catalogue::Part;
use super::points::{Points, Strength};
use crate::plan::{Strategy, Weight};

/// How many questions there are.
pub const QUESTIONS: usize = 14;

/// A question that the advisor asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor {
    /// The stable key.
    pub key: &'static str,
    /// A few words for tables and bars.
    pub label: &'static str,
    /// The question.
    pub question: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// How much it counts by default.
    pub weight: Weight,
    /// The possible answers, in an order along which they change by degrees.
    pub answers: &'static [FactorAnswer],
}

/// A possible answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactorAnswer {
    /// The key, stable and unique within the question.
    pub key: &'static str,
    /// The answer in a few words.
    pub label: &'static str,
    /// What counts as this answer.
    pub explanation: &'static str,
    /// What it says for and against; what is not listed here gets nothing from it.
    pub effects: &'static [Effect],
}

/// What an answer says for or against an approach or a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// Which approach or delivery.
    pub on: Part,
    /// How strongly.
    pub strength: Strength,
    /// Why: a clause in lower case and without a full stop, that can stand after "because" or "although".
    pub because: &'static str,
}

impl Factor {
    /// The answer with this key.
    #[must_use]
    pub fn answer(&self, key: &str) -> Option<&'static FactorAnswer> {
        self.answers.iter().find(|answer| answer.key == key)
    }
}

impl FactorAnswer {
    /// What it is worth to a strategy where its question counts so much.
    #[must_use]
    pub fn points(&self, weight: Weight, strategy: Strategy) -> Points {
        self.effects_on(strategy).map(|effect| weight.times(effect.strength)).sum()
    }

    /// Its effects on the two halves of a strategy, the approach's first.
    pub fn effects_on(&self, strategy: Strategy) -> impl Iterator<Item = &'static Effect> {
        let effects = self.effects;
        Part::of(strategy).into_iter().flat_map(move |part| effects.iter().filter(move |effect| effect.on == part))
    }
}

/// The question with this key.
#[must_use]
pub fn factor(key: &str) -> Option<&'static Factor> {
    FACTORS.iter().find(|factor| factor.key == key)
}
