//! Combinations that cannot or may not be chosen. They are ranked apart with the reason, and never dropped.

use std::sync::Arc;

use super::answers::Answers;
use super::condition::{Condition, Holds, Scope};
use crate::plan::{Approach, Delivery, Strategy};

/// Why a combination is out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// It cannot be done.
    Impossible,
    /// A governance rule forbids it; a waiver would allow it.
    Forbidden,
}

/// What takes combinations out of the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exclusion {
    /// The stable key.
    pub key: &'static str,
    /// Whether they cannot or may not be chosen.
    pub ground: Ground,
    /// Which combinations, and with which answers.
    pub scope: Scope,
    /// Why: a clause in lower case and without a full stop.
    pub because: &'static str,
    /// What would have to change: a clause in lower case and without a full stop, that can stand after "unless".
    pub unless: &'static str,
}

/// A rule of the organisation that forbids some of the nine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ban {
    /// The rule's id.
    pub rule: String,
    /// The rule in its own words.
    pub name: String,
    /// Which strategies it forbids.
    pub strategies: Vec<Strategy>,
    /// The answers with which it does: all of these; without any, whatever is answered.
    pub when: Vec<Demand>,
    /// Whether the plan says all else that the rule asks for; where it does not, the rule may come to apply.
    pub certain: bool,
}

/// A question must be answered in one of these ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// The question's key.
    pub factor: &'static str,
    /// The keys of the answers, any of which will do.
    pub answers: Vec<&'static str>,
}

/// What can take a strategy out of the ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// A line of this tool's table.
    Table(&'static Exclusion),
    /// A rule of the organisation.
    Rule(Arc<Ban>),
}

impl Obstacle {
    /// The table's key, or the rule's id.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Table(exclusion) => exclusion.key,
            Self::Rule(ban) => &ban.rule,
        }
    }

    /// Whether what it concerns cannot or may not be chosen.
    #[must_use]
    pub fn ground(&self) -> Ground {
        match self {
            Self::Table(exclusion) => exclusion.ground,
            Self::Rule(_) => Ground::Forbidden,
        }
    }

    /// The answers on which it hangs: the key of each question, and the keys of its answers.
    pub fn hangs_on(&self) -> impl Iterator<Item = (&'static str, &[&'static str])> {
        let (table, rule) = match self {
            Self::Table(exclusion) => (exclusion.scope.when, [].as_slice()),
            Self::Rule(ban) => ([].as_slice(), ban.when.as_slice()),
        };
        let of_table = table.iter().map(|condition| (condition.factor, condition.answers));
        of_table.chain(rule.iter().map(|demand| (demand.factor, demand.answers.as_slice())))
    }

    /// Whether it would concern this strategy if its answers were given.
    #[must_use]
    pub fn concerns(&self, strategy: Strategy) -> bool {
        match self {
            Self::Table(exclusion) => exclusion.scope.concerns(strategy),
            Self::Rule(ban) => ban.strategies.contains(&strategy),
        }
    }

    /// Whether nothing but the answers decides whether it holds.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        match self {
            Self::Table(_) => true,
            Self::Rule(ban) => ban.certain,
        }
    }

    /// Whether it takes this strategy out, given these answers.
    #[must_use]
    pub fn holds(&self, strategy: Strategy, answers: &Answers) -> Holds {
        let start = match (self.concerns(strategy), self.is_certain()) {
            (false, _) => Holds::No,
            (true, true) => Holds::Yes,
            (true, false) => Holds::Perhaps,
        };
        self.hangs_on().fold(start, |so_far, (factor, keys)| so_far.and(Holds::of(answers, factor, keys)))
    }
}

/// All exclusions.
pub static EXCLUSIONS: [Exclusion; 6] = [
    Exclusion {
        key: "parallel_needs_coexistence",
        ground: Ground::Impossible,
        scope: Scope {
            approach: Some(Approach::Parallel),
            delivery: None,
            when: &[Condition { factor: "coexistence", answers: &["no"] }],
        },
        because: "old and new cannot be in use at the same time",
        unless: "a bridge lets them share their data and interfaces for a while",
    },
    Exclusion {
        key: "parallel_needs_capacity",
        ground: Ground::Impossible,
        scope: Scope {
            approach: Some(Approach::Parallel),
            delivery: None,
            when: &[Condition { factor: "dual_capacity", answers: &["no"] }],
        },
        because: "there are not the people, licences or machines to run old and new at the same time",
        unless: "what both need is found or paid for as long as they run side by side",
    },
    Exclusion {
        key: "pull_needs_coexistence",
        ground: Ground::Impossible,
        scope: Scope {
            approach: None,
            delivery: Some(Delivery::Pull),
            when: &[Condition { factor: "coexistence", answers: &["no"] }],
        },
        because: "old and new cannot be in use at the same time, and users would each change at their own",
        unless: "a bridge lets them share their data and interfaces for as long as it takes",
    },
    // Speaks for the built-in governance rule where answers come without rules. A plan's own rules take its place: whether
    // that plan keeps, changes or waives this one is readiness's to say.
    Exclusion {
        key: "first_of_type_never_big_bang",
        ground: Ground::Forbidden,
        scope: Scope {
            approach: Some(Approach::BigBang),
            delivery: None,
            when: &[Condition { factor: "first_of_type", answers: &["yes"] }],
        },
        because: "the governance rule says that a first of type never goes Big Bang",
        unless: "the rule is waived for this release",
    },
    Exclusion {
        key: "same_day_is_not_phased",
        ground: Ground::Impossible,
        scope: Scope {
            approach: Some(Approach::Phased),
            delivery: None,
            when: &[Condition { factor: "fixed_date", answers: &["same_day"] }],
        },
        because: "everyone must change over on the same day, and phases are different days",
        unless: "some groups may change before or after the others",
    },
    Exclusion {
        key: "same_day_is_not_pull",
        ground: Ground::Impossible,
        scope: Scope {
            approach: None,
            delivery: Some(Delivery::Pull),
            when: &[Condition { factor: "fixed_date", answers: &["same_day"] }],
        },
        because: "everyone must change over on the same day, and users would each choose their own",
        unless: "users may change before or after the others",
    },
];
