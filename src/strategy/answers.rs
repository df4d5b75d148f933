//! The answers that people gave, with those that the plan gives by itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::derived::{Derived, derive};
use super::exclusion::{Ban, EXCLUSIONS, Exclusion, Ground, Obstacle};
use super::factor::{FACTORS, Factor, FactorAnswer};
use super::weights::Weights;
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

/// What the advisor goes by: replies to some of the questions, how much each question counts, and which rules forbid what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// In the order of the questions.
    replies: Vec<Answered>,
    weights: Weights,
    /// Of the organisation; absent where nobody has said which rules there are, so that the usual one is taken to hold.
    rules: Option<Vec<Arc<Ban>>>,
}

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
    /// The answers to a release's questions: what people answered, and for the rest what the plan knows; with the
    /// release's weights. Which of its rules forbid what is [another's](Self::under) to say.
    #[must_use]
    pub fn of(release: &Release) -> Self {
        Self {
            weights: Weights::read(&release.strategy.weights),
            ..Self::merge(&release.strategy.answers, derive(release))
        }
    }

    /// Stored answers alone. Keys that no question or answer has are passed over.
    #[must_use]
    pub fn read(stored: &BTreeMap<String, String>) -> Self {
        Self::merge(stored, BTreeMap::new())
    }

    /// The same answers with other weights.
    #[must_use]
    pub fn weighed(self, weights: Weights) -> Self {
        Self { weights, ..self }
    }

    /// The same answers under these rules, in place of the usual one.
    #[must_use]
    pub fn under(self, rules: Vec<Ban>) -> Self {
        Self { rules: Some(rules.into_iter().map(Arc::new).collect()), ..self }
    }

    /// How much each question counts.
    #[must_use]
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// What can take a strategy out: what is impossible, and what the rules forbid.
    pub fn obstacles(&self) -> impl Iterator<Item = Obstacle> {
        let usual = |exclusion: &&Exclusion| self.rules.is_none() || exclusion.ground == Ground::Impossible;
        let rules = self.rules.iter().flatten().cloned().map(Obstacle::Rule);
        EXCLUSIONS.iter().filter(usual).map(Obstacle::Table).chain(rules)
    }

    /// The reply to a question.
    #[must_use]
    pub fn get(&self, factor: &str) -> Option<&Answered> {
        self.replies.iter().find(|answered| answered.factor.key == factor)
    }

    /// All replies, in the order of the questions.
    pub fn iter(&self) -> std::slice::Iter<'_, Answered> {
        self.replies.iter()
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
        Self { replies: replies.collect(), weights: self.weights, rules: self.rules.clone() }
    }

    fn merge(stored: &BTreeMap<String, String>, mut derived: BTreeMap<&'static str, Derived>) -> Self {
        let replies = FACTORS.iter().filter_map(|factor| {
            let plan = derived.remove(factor.key);
            let given = stored.get(factor.key).and_then(|key| Reply::from_key(factor, key));
            let from_plan = plan.as_ref().map(|derived| (Reply::Answer(derived.answer), Source::Plan));
            let (reply, source) = given.map(|reply| (reply, Source::Person)).or(from_plan)?;
            Some(Answered { factor, reply, source, plan })
        });
        Self { replies: replies.collect(), ..Self::default() }
    }
}

impl<'a> IntoIterator for &'a Answers {
    type Item = &'a Answered;
    type IntoIter = std::slice::Iter<'a, Answered>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
