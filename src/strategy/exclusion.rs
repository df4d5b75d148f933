//! Combinations that cannot or may not be chosen. They are ranked apart with the reason, and never dropped.

use super::condition::{Condition, Scope};
use crate::plan::{Approach, Delivery};

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

/// All exclusions.
pub static EXCLUSIONS: [Exclusion; 5] = [
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
    // Speaks for the built-in governance rule. Whether the plan keeps or waives that rule is readiness's to say.
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
