//! The answers that people gave, with those that the plan gives by itself.

use std::collections::BTreeMap;

use super::derived::{Derived, derive};
use super::factor::{FACTORS, Factor, FactorAnswer};
use crate::plan::Release;

/// The stored key of "I don't know", possible for every question.
pub const UNKNOWN: &str = "unknown";

/// A valid reply to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// One of its answers.
    Answer(&'static FactorAnswer),
    /// "I don't know."
    Unknown,
}

/// Where a reply comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The plan says so.
    Plan,
    /// A person said so in the walk.
    Person,
}

/// A question with its reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The question.
    pub factor: &'static Factor,
    /// The reply that counts: the person's, or else the plan's.
    pub reply: Reply,
    /// Whose reply counts.
    pub source: Source,
    /// What the plan says, whether or not it counts.
    pub plan: Option<Derived>,
}

/// Replies to some of the questions, in the order of the questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(Vec<Answered>);

impl Reply {
    /// The reply to a question that is stored under this key.
    #[must_use]
    pub fn from_key(factor: &Factor, key: &str) -> Option<Self> {
        if key == UNKNOWN { Some(Self::Unknown) } else { factor.answer(key).map(Self::Answer) }
    }

    /// The key under which it is stored.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Answer(answer) => answer.key,
            Self::Unknown => UNKNOWN,
        }
    }

    /// The words that people read.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Answer(answer) => answer.label,
            Self::Unknown => "I don't know",
        }
    }

    /// The answer, where it is one.
    #[must_use]
    pub fn answer(self) -> Option<&'static FactorAnswer> {
        match self {
            Self::Answer(answer) => Some(answer),
            Self::Unknown => None,
        }
    }
}

impl Answered {
    /// Whether the person's reply differs from what the plan says: one of the two needs mending.
    #[must_use]
    pub fn contradicts_plan(&self) -> bool {
        match (self.reply, &self.plan) {
            (Reply::Answer(answer), Some(derived)) => !derived.agrees_with(answer),
            _ => false,
        }
    }
}

impl Answers {
    /// The answers to a release's questions: what people answered, and for the rest what the plan knows.
    #[must_use]
    pub fn of(release: &Release) -> Self {
        Self::merge(&release.strategy.answers, derive(release))
    }

    /// Stored answers alone. Keys that no question or answer has are passed over.
    #[must_use]
    pub fn read(stored: &BTreeMap<String, String>) -> Self {
        Self::merge(stored, BTreeMap::new())
    }

    /// The reply to a question.
    #[must_use]
    pub fn get(&self, factor: &str) -> Option<&Answered> {
        self.0.iter().find(|answered| answered.factor.key == factor)
    }

    /// All replies, in the order of the questions.
    pub fn iter(&self) -> std::slice::Iter<'_, Answered> {
        self.0.iter()
    }

    /// The questions without a reply, in their order.
    pub fn open(&self) -> impl Iterator<Item = &'static Factor> {
        FACTORS.iter().filter(|factor| self.get(factor.key).is_none())
    }

    /// The same answers, but for a person's reply to one question.
    #[must_use]
    pub fn with(&self, factor: &'static Factor, reply: Reply) -> Self {
        let replies = FACTORS.iter().filter_map(|each| {
            let before = self.get(each.key);
            if each.key == factor.key {
                let plan = before.and_then(|answered| answered.plan.clone());
                Some(Answered { factor, reply, source: Source::Person, plan })
            } else {
                before.cloned()
            }
        });
        Self(replies.collect())
    }

    fn merge(stored: &BTreeMap<String, String>, mut derived: BTreeMap<&'static str, Derived>) -> Self {
        let replies = FACTORS.iter().filter_map(|factor| {
            let plan = derived.remove(factor.key);
            let given = stored.get(factor.key).and_then(|key| Reply::from_key(factor, key));
            let from_plan = plan.as_ref().map(|derived| (Reply::Answer(derived.answer), Source::Plan));
            let (reply, source) = given.map(|reply| (reply, Source::Person)).or(from_plan)?;
            Some(Answered { factor, reply, source, plan })
        });
        Self(replies.collect())
    }
}

impl<'a> IntoIterator for &'a Answers {
    type Item = &'a Answered;
    type IntoIter = std::slice::Iter<'a, Answered>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
