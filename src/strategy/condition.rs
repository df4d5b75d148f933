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

impl Scope {
    /// Whether it takes in this strategy, given these answers.
    #[must_use]
    pub fn holds(&self, strategy: Strategy, answers: &Answers) -> Holds {
        let meant = self.approach.is_none_or(|approach| approach == strategy.approach)
            && self.delivery.is_none_or(|delivery| delivery == strategy.delivery);
        if meant { Condition::all(self.when, answers) } else { Holds::No }
    }
}

impl Condition {
    /// Whether it holds for these answers.
    #[must_use]
    pub fn holds(&self, answers: &Answers) -> Holds {
        match answers.get(self.factor).map(|answered| answered.reply) {
            Some(Reply::Answer(answer)) if self.answers.contains(&answer.key) => Holds::Yes,
            Some(Reply::Unknown) => Holds::Perhaps,
            Some(Reply::Answer(_)) | None => Holds::No,
        }
    }

    /// Whether all of these hold; without any, they do.
    #[must_use]
    pub fn all(conditions: &[Self], answers: &Answers) -> Holds {
        conditions.iter().fold(Holds::Yes, |so_far, condition| match (so_far, condition.holds(answers)) {
            (Holds::No, _) | (_, Holds::No) => Holds::No,
            (Holds::Yes, holds) => holds,
            (Holds::Perhaps, _) => Holds::Perhaps,
        })
    }
}
