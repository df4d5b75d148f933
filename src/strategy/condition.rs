//! What interactions and exclusions depend on: certain combinations, and certain answers.

use super::answers::{Answers, Reply};
use crate::plan::{Approach, Delivery, Strategy};

/// Some of the nine combinations, in the circumstances that some answers describe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// Those with this approach; or with any.
    pub approach: Option<Approach>,
    /// Those with this delivery; or with any.
    pub delivery: Option<Delivery>,
    /// All of these conditions; without any, always.
    pub when: &'static [Condition],
}

/// A question was answered in one of these ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The question's key.
    pub factor: &'static str,
    /// The keys of the answers, any of which will do.
    pub answers: &'static [&'static str],
}

/// Whether conditions hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// They do.
    Yes,
    /// They do not, or a question is still open.
    No,
    /// They may: an answer that they hang on is "I don't know".
    Perhaps,
}

impl Holds {
    /// Whether a question was answered in one of these ways.
    #[must_use]
    pub fn of(answers: &Answers, factor: &str, keys: &[&str]) -> Self {
        match answers.get(factor).map(|answered| answered.reply) {
            Some(Reply::Answer(answer)) if keys.contains(&answer.key) => Self::Yes,
            Some(Reply::Unknown) => Self::Perhaps,
            Some(Reply::Answer(_)) | None => Self::No,
        }
    }

    /// Whether both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, holds) => holds,
            (Self::Perhaps, _) => Self::Perhaps,
        }
    }
}

impl Scope {
    /// Whether it means this strategy, whatever is answered.
    #[must_use]
    pub fn concerns(&self, strategy: Strategy) -> bool {
        self.approach.is_none_or(|approach| approach == strategy.approach)
            && self.delivery.is_none_or(|delivery| delivery == strategy.delivery)
    }

    /// Whether it takes in this strategy, given these answers.
    #[must_use]
    pub fn holds(&self, strategy: Strategy, answers: &Answers) -> Holds {
        if self.concerns(strategy) { Condition::all(self.when, answers) } else { Holds::No }
    }
}

impl Condition {
    /// Whether it holds for these answers.
    #[must_use]
    pub fn holds(&self, answers: &Answers) -> Holds {
        Holds::of(answers, self.factor, self.answers)
    }

    /// Whether all of these hold; without any, they do.
    #[must_use]
    pub fn all(conditions: &[Self], answers: &Answers) -> Holds {
        conditions.iter().fold(Holds::Yes, |so_far, condition| so_far.and(condition.holds(answers)))
    }
}
