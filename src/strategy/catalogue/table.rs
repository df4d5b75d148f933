//! The catalogue's tables.

use super::{Combination, Entry, Part, Traditional};
use crate::plan::{Approach, Delivery, Strategy};

/// The three approaches.
pub static APPROACHES: [Entry<Approach>; 3] = [
    Entry {
        choice: Approach::BigBang,
        what: "Everyone gets the release at once, on one date. The day before, all work with the old; the day after, all \
               work with the new.",
        strengths: &[
            "Everyone has the same version from the same day, so that nobody asks who has what.",
            "Training covers the new system alone: nobody has to be ready for both.",
            "There is one date to announce and to remember, which leaves little room for confusion.",
        ],
        weaknesses: &[
            "A failure or a major incident is everyone's at the same time.",
            "Backing out means backing out for everyone, also for those for whom it works.",
            "All training must be done before the date, which loads trainers and key people in the same few weeks.",
            "A slip of the one date hurts every department that counted on it.",
        ],
        price: "whatever goes wrong goes wrong for everyone at once",
        fits: "A small or well-rehearsed change for few people, or one for which old and new cannot be in use together.",
    },
    Entry {
        choice: Approach::Phased,
        what: "One group gets the release after the other, beginning with a pilot. Each stage is judged before the next \
               one starts.",
        strengths: &[
            "A failure stays within the one or few groups that have the release so far.",
            "Only those groups are backed out; everyone else has not noticed.",
            "It brings IT and the pilot groups closer: people who tried it early speak for it later.",
        ],
        weaknesses: &[
            "It takes longer until the last group has the release.",
            "Support is reinforced for longer and costs more, with contractors and consultants on site.",
        ],
        price: "it takes longer until the last group has it, and support is needed for as long",
        fits: "A release for many people or sites, a first of its type, or anything for which time is cheaper than risk.",
    },
    Entry {
        choice: Approach::Parallel,
        what: "Old and new run side by side. The old one is switched off when the new one has met its criteria.",
        strengths: &[
            "The old configuration remains available for the whole time.",
            "The way back is instant: people or traffic return to the old. This is safer even than going in phases.",
        ],
        weaknesses: &[
            "Two systems need staff, licences and machines for some time.",
            "People can confuse the two and work in the wrong one.",
            "Training may have to cover both.",
        ],
        price: "two systems must be staffed, licensed and paid for meanwhile",
        fits: "A service whose failure the business cannot afford, where old and new can coexist and both can be run.",
    },
];

/// The three deliveries.
pub static DELIVERIES: [Entry<Delivery>; 3] = [
    Entry {
        choice: Delivery::Push,
        what: "The centre starts the installation: IT sends the release to the targets, or switches them over.",
        strengths: &[
            "IT decides when it happens, and for which groups.",
            "It automates well, with group policy and the like, and needs nobody's action.",
            "It is the right way for critical security fixes and antivirus updates.",
        ],
        weaknesses: &[
            "It can interrupt people in the middle of an important task.",
            "A large package sent to many targets at once can load the network.",
        ],
        price: "a push may come at a moment that does not suit everyone",
        fits: "Anything urgent or with a date to keep, and anything of which users notice little.",
    },
    Entry {
        choice: Delivery::Pull,
        what: "Users start the installation: they fetch the release when it suits them.",
        strengths: &[
            "People choose a moment that suits their work.",
            "They feel in charge of the change rather than hit by it.",
            "IT is no bottleneck: clients come one by one and need nobody to install for them.",
        ],
        weaknesses: &[
            "Some never install it: without a deadline and a forced push after it, the rollout has no end.",
            "One distribution server can be swamped as clients grow, unless several are kept in step.",
        ],
        price: "some will never fetch it unless a deadline is set",
        fits: "An optional or harmless improvement for people who know best when they can be interrupted.",
    },
    Entry {
        choice: Delivery::PullThenPush,
        what: "Users may fetch the release until a deadline. After it, the centre pushes the release to those who have not.",
        strengths: &[
            "People choose their moment, within a limit that everyone knows.",
            "Those who come early spread the load on servers, links and service desk.",
            "The rollout has an end that can be announced.",
        ],
        weaknesses: &[
            "Until the deadline both versions are in use, and the service desk answers for both.",
            "The push at the end interrupts those who were too busy to choose, and comes as a spike.",
            "Two ways to install must be built, tested and explained.",
        ],
        price: "both versions are in use until the deadline, and the last ones come as a spike",
        fits: "A release with days or weeks to spare that must reach everyone, whose people value their own moment.",
    },
];

/// The nine combinations, a row for each approach; the more cautious first, both ways.
pub static COMBINATIONS: [[Combination; 3]; 3] = [
    [
        Combination {
            strategy: Strategy { approach: Approach::Phased, delivery: Delivery::Push },
            key: "phased_push",
            name: "Phased, push",
            what: "IT installs it group after group, in rings, and stops where a ring fails.",
            fits: "Security updates and client software for many devices that one tool manages.",
        },
        Combination {
            strategy: Strategy { approach: Approach::Phased, delivery: Delivery::PullThenPush },
            key: "phased_pull_then_push",
            name: "Phased, pull then push",
            what: "Each group may fetch it until its own deadline, after which IT installs it for the rest of the group.",
            fits: "A large change for many people with enough time, where goodwill counts and nobody may be left behind.",
        },
        Combination {
            strategy: Strategy { approach: Approach::Phased, delivery: Delivery::Pull },
            key: "phased_pull",
            name: "Phased, pull",
            what: "It is opened to one group after the other; within a group, people fetch it when they like.",
            fits: "Optional tools for people who may not be interrupted, offered in stages to spare servers and desk.",
        },
    ],
    [
        Combination {
            strategy: Strategy { approach: Approach::Parallel, delivery: Delivery::Push },
            key: "parallel_push",
            name: "Parallel, push",
            what: "IT runs both and moves the work over from the centre; it moves back at once if the new one falls short.",
            fits: "Back ends and core services that must not fail, with staff and machines for both.",
        },
        Combination {
            strategy: Strategy { approach: Approach::Parallel, delivery: Delivery::PullThenPush },
            key: "parallel_pull_then_push",
            name: "Parallel, pull then push",
            what: "People move over while the old remains; on the day on which it is switched off, IT moves the rest.",
            fits: "Replacing a tool that people rely on, with a long but limited time of both.",
        },
        Combination {
            strategy: Strategy { approach: Approach::Parallel, delivery: Delivery::Pull },
            key: "parallel_pull",
            name: "Parallel, pull",
            what: "Both are on offer and people move over when they like; the old goes when hardly anyone uses it.",
            fits: "A new service beside an old one, where running both is cheap and nothing presses.",
        },
    ],
    [
        Combination {
            strategy: Strategy { approach: Approach::BigBang, delivery: Delivery::Push },
            key: "big_bang_push",
            name: "Big Bang, push",
            what: "IT installs it for everyone on one date.",
            fits: "A small or rehearsed change, a fix that cannot wait, or a switch that all must make on the same day.",
        },
        Combination {
            strategy: Strategy { approach: Approach::BigBang, delivery: Delivery::PullThenPush },
            key: "big_bang_pull_then_push",
            name: "Big Bang, pull then push",
            what: "Everyone may fetch it from the same day; at one deadline for all, IT installs it for the rest.",
            fits: "A low-risk client update with one last date, for people who like to choose their moment.",
        },
        Combination {
            strategy: Strategy { approach: Approach::BigBang, delivery: Delivery::Pull },
            key: "big_bang_pull",
            name: "Big Bang, pull",
            what: "It is announced to everyone on one date, and each fetches it when it suits.",
            fits: "An optional extra for few people. The date says when it may be fetched, not when everyone has it.",
        },
    ],
];

/// The five names that people know.
pub static TRADITIONAL: [Traditional; 5] = [
    Traditional {
        name: "Big Bang",
        part: Part::Approach(Approach::BigBang),
        leaves_open: "Who starts the installation on the day?",
        usually: Strategy { approach: Approach::BigBang, delivery: Delivery::Push },
    },
    Traditional {
        name: "Phased / Pilot",
        part: Part::Approach(Approach::Phased),
        leaves_open: "Within a group, does IT install it or do people fetch it?",
        usually: Strategy { approach: Approach::Phased, delivery: Delivery::Push },
    },
    Traditional {
        name: "Parallel",
        part: Part::Approach(Approach::Parallel),
        leaves_open: "Does IT move people over, or do they move when they like?",
        usually: Strategy { approach: Approach::Parallel, delivery: Delivery::Push },
    },
    Traditional {
        name: "Push",
        part: Part::Delivery(Delivery::Push),
        leaves_open: "Does everyone get it at once, group after group, or beside the old?",
        usually: Strategy { approach: Approach::Phased, delivery: Delivery::Push },
    },
    Traditional {
        name: "Pull",
        part: Part::Delivery(Delivery::Pull),
        leaves_open: "Who may fetch it from when, and what happens to those who never do?",
        usually: Strategy { approach: Approach::Phased, delivery: Delivery::Pull },
    },
];
