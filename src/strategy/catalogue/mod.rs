//! The ways to roll out: three approaches, three deliveries, their nine combinations, and the five names people know.

mod table;

pub use table::{APPROACHES, COMBINATIONS, DELIVERIES, TRADITIONAL};

use crate::plan::{Approach, Choice, Delivery, Strategy};

/// One half of a strategy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Who gets it when.
    Approach(Approach),
    /// Who starts the installation.
    Delivery(Delivery),
}

/// What is known about an approach or a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<T> {
    /// Which one.
    pub choice: T,
    /// What it is, in a sentence or two.
    pub what: &'static str,
    /// What speaks for it.
    pub strengths: &'static [&'static str],
    /// What speaks against it.
    pub weaknesses: &'static [&'static str],
    /// What it costs in any case: a clause in lower case and without a full stop, that can stand after "although".
    pub price: &'static str,
    /// When it fits.
    pub fits: &'static str,
}

/// An approach with a delivery, and the name that people would give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Combination {
    /// Which.
    pub strategy: Strategy,
    /// The stable key.
    pub key: &'static str,
    /// The name.
    pub name: &'static str,
    /// What happens, in a sentence.
    pub what: &'static str,
    /// When it fits.
    pub fits: &'static str,
}

/// One of the five names that the field lists side by side. Each settles one half of a strategy and leaves the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Traditional {
    /// The name.
    pub name: &'static str,
    /// The half that it settles.
    pub part: Part,
    /// The question that it leaves open.
    pub leaves_open: &'static str,
    /// What most people mean by the name alone.
    pub usually: Strategy,
}

impl Part {
    /// The two halves of a strategy.
    #[must_use]
    pub fn of(strategy: Strategy) -> [Self; 2] {
        [Self::Approach(strategy.approach), Self::Delivery(strategy.delivery)]
    }

    /// Whether this is a half of the strategy.
    #[must_use]
    pub fn is_of(self, strategy: Strategy) -> bool {
        Self::of(strategy).contains(&self)
    }

    /// Its key in the file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Approach(approach) => approach.key(),
            Self::Delivery(delivery) => delivery.key(),
        }
    }

    /// What it costs in any case.
    #[must_use]
    pub fn price(self) -> &'static str {
        match self {
            Self::Approach(chosen) => approach(chosen).price,
            Self::Delivery(chosen) => delivery(chosen).price,
        }
    }

    /// The word that people read.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Approach(approach) => approach.label(),
            Self::Delivery(delivery) => delivery.label(),
        }
    }
}

/// What is known about an approach.
#[must_use]
pub fn approach(approach: Approach) -> &'static Entry<Approach> {
    let [big_bang, phased, parallel] = &APPROACHES;
    match approach {
        Approach::BigBang => big_bang,
        Approach::Phased => phased,
        Approach::Parallel => parallel,
    }
}

/// What is known about a delivery.
#[must_use]
pub fn delivery(delivery: Delivery) -> &'static Entry<Delivery> {
    let [push, pull, pull_then_push] = &DELIVERIES;
    match delivery {
        Delivery::Push => push,
        Delivery::Pull => pull,
        Delivery::PullThenPush => pull_then_push,
    }
}

/// What is known about a strategy as a whole.
#[must_use]
pub fn combination(strategy: Strategy) -> &'static Combination {
    let [phased, parallel, big_bang] = &COMBINATIONS;
    let [push, pull_then_push, pull] = match strategy.approach {
        Approach::Phased => phased,
        Approach::Parallel => parallel,
        Approach::BigBang => big_bang,
    };
    match strategy.delivery {
        Delivery::Push => push,
        Delivery::PullThenPush => pull_then_push,
        Delivery::Pull => pull,
    }
}

/// All nine, in the catalogue's order: the more cautious first.
pub fn combinations() -> impl Iterator<Item = &'static Combination> {
    COMBINATIONS.iter().flatten()
}

/// The strategy with this key, such as `phased_push`.
#[must_use]
pub fn strategy_of_key(key: &str) -> Option<Strategy> {
    combinations().find(|combination| combination.key == key).map(|combination| combination.strategy)
}

/// The strategy that picking one half leads to. The other half stays as it was, or is what most people mean by the name
/// alone; with "Pull then push" they mean one group after the other.
#[must_use]
pub fn pick(part: Part, before: Option<Strategy>) -> Strategy {
    let usual = TRADITIONAL.iter().find(|name| name.part == part).map(|name| name.usually);
    let cautious = Strategy { approach: Approach::Phased, delivery: Delivery::Push };
    let mut strategy = before.or(usual).unwrap_or(cautious);
    match part {
        Part::Approach(approach) => strategy.approach = approach,
        Part::Delivery(delivery) => strategy.delivery = delivery,
    }
    strategy
}
