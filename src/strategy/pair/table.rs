//! The interactions and the reason for each.

use super::Interaction;
use crate::plan::{Approach, Delivery, Weight};
use crate::strategy::condition::{Condition, Scope};
use crate::strategy::points::Strength::{Against, For, StronglyAgainst, StronglyFor};

/// All interactions.
pub static INTERACTIONS: [Interaction; 16] = [
    // Big Bang stands for one date, Pull for none. The pair comes out best only where nobody minds who has it when.
    Interaction {
        key: "big_bang_pull",
        scope: Scope { approach: Some(Approach::BigBang), delivery: Some(Delivery::Pull), when: &[] },
        weight: Weight::new(5),
        strength: StronglyAgainst,
        because: "Big Bang promises one date and Pull leaves the date to each user, so that neither keeps its promise",
    },
    Interaction {
        key: "big_bang_pull_then_push",
        scope: Scope { approach: Some(Approach::BigBang), delivery: Some(Delivery::PullThenPush), when: &[] },
        weight: Weight::new(3),
        strength: Against,
        because: "until the deadline both versions are about, so that the one date is only the end of a changeover",
    },
    Interaction {
        key: "phased_pull",
        scope: Scope { approach: Some(Approach::Phased), delivery: Some(Delivery::Pull), when: &[] },
        weight: Weight::new(3),
        strength: Against,
        because: "a stage is hard to judge when nobody knows how many of its group will ever fetch it",
    },
    Interaction {
        key: "parallel_pull",
        scope: Scope { approach: Some(Approach::Parallel), delivery: Some(Delivery::Pull), when: &[] },
        weight: Weight::new(3),
        strength: Against,
        because: "the old can never be switched off while users may stay with it",
    },
    Interaction {
        key: "parallel_pull_at_leisure",
        scope: Scope {
            approach: Some(Approach::Parallel),
            delivery: Some(Delivery::Pull),
            when: &[
                Condition { factor: "urgency", answers: &["none"] },
                Condition { factor: "dual_capacity", answers: &["yes"] },
            ],
        },
        weight: Weight::new(3),
        strength: For,
        because: "both can be offered for as long as it takes, and people move when the new has won them over",
    },
    Interaction {
        key: "parallel_pull_then_push_end",
        scope: Scope {
            approach: Some(Approach::Parallel),
            delivery: Some(Delivery::PullThenPush),
            when: &[Condition { factor: "urgency", answers: &["planned", "none"] }],
        },
        weight: Weight::new(2),
        strength: For,
        because: "people move over while the old is still there, and the push sets the day on which it is switched off",
    },
    Interaction {
        key: "parallel_push_central",
        scope: Scope {
            approach: Some(Approach::Parallel),
            delivery: Some(Delivery::Push),
            when: &[Condition { factor: "package_load", answers: &["nothing"] }],
        },
        weight: Weight::new(4),
        strength: StronglyFor,
        because: "the centre can move the work to the new and back again without touching a single desk",
    },
    // Rings of hours: the reason why security updates for thousands of clients go in stages even when they are urgent.
    Interaction {
        key: "urgent_rings",
        scope: Scope {
            approach: Some(Approach::Phased),
            delivery: Some(Delivery::Push),
            when: &[
                Condition { factor: "urgency", answers: &["now", "soon"] },
                Condition { factor: "reach", answers: &["many", "very_many"] },
            ],
        },
        weight: Weight::new(4),
        strength: For,
        because: "short rings cost hours rather than days and stop a bad update before it reaches thousands",
    },
    Interaction {
        key: "urgent_pull_never_ends",
        scope: Scope {
            approach: None,
            delivery: Some(Delivery::Pull),
            when: &[Condition { factor: "urgency", answers: &["now"] }],
        },
        weight: Weight::new(5),
        strength: StronglyAgainst,
        because: "an urgent fix without a deadline never ends: in one study half of the hosts still lacked it after 152 days",
    },
    Interaction {
        key: "parallel_protects",
        scope: Scope {
            approach: Some(Approach::Parallel),
            delivery: None,
            when: &[
                Condition { factor: "criticality", answers: &["high", "critical"] },
                Condition { factor: "coexistence", answers: &["yes"] },
                Condition { factor: "dual_capacity", answers: &["yes"] },
            ],
        },
        weight: Weight::new(4),
        strength: StronglyFor,
        because: "what running both needs is there, and what it protects is worth the price",
    },
    Interaction {
        key: "parallel_only_way_back",
        scope: Scope {
            approach: Some(Approach::Parallel),
            delivery: None,
            when: &[
                Condition { factor: "criticality", answers: &["high", "critical"] },
                Condition { factor: "undo", answers: &["days", "never"] },
            ],
        },
        weight: Weight::new(4),
        strength: For,
        because: "only a running old system is a way back that is quick enough for what is at stake",
    },
    Interaction {
        key: "parallel_bridge_without_hands",
        scope: Scope {
            approach: Some(Approach::Parallel),
            delivery: None,
            when: &[
                Condition { factor: "coexistence", answers: &["with_effort"] },
                Condition { factor: "dual_capacity", answers: &["strained", "no"] },
            ],
        },
        weight: Weight::new(3),
        strength: StronglyAgainst,
        because: "keeping the two in step takes hands that are not there",
    },
    Interaction {
        key: "big_bang_no_way_back",
        scope: Scope {
            approach: Some(Approach::BigBang),
            delivery: None,
            when: &[
                Condition { factor: "criticality", answers: &["high", "critical"] },
                Condition { factor: "undo", answers: &["days", "never"] },
            ],
        },
        weight: Weight::new(4),
        strength: Against,
        because: "a core process would be down for everyone with no quick way back",
    },
    Interaction {
        key: "big_bang_push_swamps_links",
        scope: Scope {
            approach: Some(Approach::BigBang),
            delivery: Some(Delivery::Push),
            when: &[Condition { factor: "package_load", answers: &["longer"] }],
        },
        weight: Weight::new(3),
        strength: StronglyAgainst,
        because: "the whole package would go to everyone over the slowest link at once",
    },
    Interaction {
        key: "big_bang_push_interrupts_all",
        scope: Scope {
            approach: Some(Approach::BigBang),
            delivery: Some(Delivery::Push),
            when: &[Condition { factor: "interruption", answers: &["costly", "unacceptable"] }],
        },
        weight: Weight::new(3),
        strength: Against,
        because: "everyone would be interrupted at the same moment, whatever they were doing",
    },
    Interaction {
        key: "pull_swamps_servers",
        scope: Scope {
            approach: None,
            delivery: Some(Delivery::Pull),
            when: &[
                Condition { factor: "reach", answers: &["very_many"] },
                Condition { factor: "package_load", answers: &["one_night", "longer"] },
            ],
        },
        weight: Weight::new(2),
        strength: Against,
        because: "a distribution server is swamped by so many clients and so large a package, unless several are kept in step",
    },
];
