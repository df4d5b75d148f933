//! The questions, their answers, and the reason for every effect: the part of the advisor to read and to dispute.
//!
//! The order is the order in which they are asked. Weights and effects are the defaults of this tool and not truths.

use super::{Effect, Factor, FactorAnswer, QUESTIONS};
use crate::plan::{Approach, Delivery, Weight};
use crate::strategy::catalogue::Part;
use crate::strategy::points::Strength::{self, Against, For, StronglyAgainst, StronglyFor};

const BIG_BANG: Part = Part::Approach(Approach::BigBang);
const PHASED: Part = Part::Approach(Approach::Phased);
const PARALLEL: Part = Part::Approach(Approach::Parallel);
const PUSH: Part = Part::Delivery(Delivery::Push);
const PULL: Part = Part::Delivery(Delivery::Pull);
const PULL_THEN_PUSH: Part = Part::Delivery(Delivery::PullThenPush);

const fn effect(on: Part, strength: Strength, because: &'static str) -> Effect {
    Effect { on, strength, because }
}

/// All questions, in the order in which they are asked.
pub static FACTORS: [Factor; QUESTIONS] = [
    Factor {
        key: "release_type",
        label: "Type of release",
        question: "What type of release is it?",
        why: "The size of the step says how much can go wrong; an emergency says how little time there is.",
        weight: Weight::new(3),
        answers: &[
            FactorAnswer {
                key: "minor",
                label: "Minor",
                explanation: "Small improvements and fixes.",
                effects: &[
                    effect(
                        BIG_BANG,
                        For,
                        "a small change carries little risk, and one date for all is the simplest way",
                    ),
                    effect(PARALLEL, Against, "running two systems costs more than a small change can repay"),
                    effect(PULL, For, "a small improvement can wait until it suits each user"),
                ],
            },
            FactorAnswer {
                key: "major",
                label: "Major",
                explanation: "New or changed functions of some size.",
                effects: &[
                    effect(BIG_BANG, Against, "a large step that fails would fail for everyone at once"),
                    effect(PHASED, For, "a first group shows what a large change really does before the others get it"),
                    effect(PARALLEL, For, "people can fall back on the old while the large change proves itself"),
                    effect(
                        PULL,
                        Against,
                        "a large change fetched at any time leaves the desk with two versions for long",
                    ),
                ],
            },
            FactorAnswer {
                key: "emergency",
                label: "Emergency",
                explanation: "Cannot wait for the ordinary calendar.",
                effects: &[
                    effect(BIG_BANG, For, "in an emergency everyone needs it, and one step is the quickest to prepare"),
                    effect(PARALLEL, StronglyAgainst, "an emergency leaves no time to build and staff a second system"),
                    effect(PUSH, StronglyFor, "bringing a critical fix to every machine is what a push does best"),
                    effect(PULL, StronglyAgainst, "some would never fetch it, and the emergency would last as long"),
                    effect(PULL_THEN_PUSH, Against, "waiting for users until a deadline prolongs the emergency"),
                ],
            },
        ],
    },
    Factor {
        key: "first_of_type",
        label: "First of its type",
        question: "Is this the first release of its type here?",
        why: "Where nothing like it was deployed before, nobody can tell what will go wrong, only that something may.",
        weight: Weight::new(4),
        answers: &[
            FactorAnswer {
                key: "no",
                label: "No, we have done this before",
                explanation: "A release much like it went live here, and its lessons are known.",
                effects: &[effect(
                    BIG_BANG,
                    For,
                    "it has been done here before, which makes a single date less of a risk",
                )],
            },
            FactorAnswer {
                key: "yes",
                label: "Yes, a first of type",
                explanation: "Nothing like it was deployed here before.",
                effects: &[
                    effect(BIG_BANG, StronglyAgainst, "everyone would meet the surprises of a first of type together"),
                    effect(
                        PHASED,
                        StronglyFor,
                        "a pilot group meets the surprises of a first of type while few are affected",
                    ),
                    effect(PARALLEL, For, "the proven way remains if the first of its type disappoints"),
                    effect(PULL, Against, "users cannot judge when to take on something that nobody here knows"),
                    effect(
                        PULL_THEN_PUSH,
                        For,
                        "volunteers come first, so that the desk learns from people who are willing",
                    ),
                ],
            },
        ],
    },
    Factor {
        key: "criticality",
        label: "Business criticality",
        question: "What would a failure cost the business?",
        why: "The more a failure costs, the more it is worth to keep it small or to have a way back at hand.",
        weight: Weight::new(5),
        answers: &[
            FactorAnswer {
                key: "low",
                label: "Low",
                explanation: "An inconvenience.",
                effects: &[
                    effect(BIG_BANG, For, "a failure would be an inconvenience, so that the simple way pays"),
                    effect(PARALLEL, Against, "a second system is too dear a safety net for an inconvenience"),
                    effect(PULL, For, "little depends on who has it when, so that users may choose"),
                ],
            },
            FactorAnswer {
                key: "moderate",
                label: "Moderate",
                explanation: "Some work waits.",
                effects: &[effect(PHASED, For, "work that waits is bearable for one group and a burden for all")],
            },
            FactorAnswer {
                key: "high",
                label: "High",
                explanation: "A core process stops.",
                effects: &[
                    effect(BIG_BANG, Against, "a failure would stop a core process everywhere"),
                    effect(PHASED, For, "a failure would stop the core process for one group alone"),
                    effect(PARALLEL, For, "the core process can carry on with the old if the new one fails"),
                    effect(PUSH, For, "IT can install at a moment when support for the core process stands ready"),
                    effect(PULL, Against, "a core process on two versions for an open time is hard to support"),
                ],
            },
            FactorAnswer {
                key: "critical",
                label: "Critical",
                explanation: "Safety, law, or the organisation's existence.",
                effects: &[
                    effect(BIG_BANG, StronglyAgainst, "a failure for everyone at once could not be borne"),
                    effect(PHASED, For, "a failure would stay within a group that can be watched closely"),
                    effect(
                        PARALLEL,
                        StronglyFor,
                        "what must not fail keeps its proven system until the new one is proven too",
                    ),
                    effect(PUSH, For, "IT can install under watch, at a moment when everyone needed stands ready"),
                    effect(PULL, StronglyAgainst, "what must not fail cannot depend on when each user finds time"),
                    effect(
                        PULL_THEN_PUSH,
                        Against,
                        "until the deadline nobody can say for certain which version does critical work",
                    ),
                ],
            },
        ],
    },
    Factor {
        key: "reach",
        label: "People and sites",
        question: "How many people does it reach, and at how many sites?",
        why: "The number of people who may need help on the same day is what a service desk can or cannot take.",
        weight: Weight::new(3),
        answers: &[
            FactorAnswer {
                key: "few",
                label: "A few, in one place",
                explanation: "Up to 50 people or devices on one site.",
                effects: &[
                    effect(BIG_BANG, StronglyFor, "so few people can all be helped on the same day"),
                    effect(PHASED, Against, "groups of so few would add weeks and show little"),
                ],
            },
            FactorAnswer {
                key: "some",
                label: "A few hundred, or several sites",
                explanation: "Up to 500 people or devices, or two to five sites.",
                effects: &[effect(PHASED, For, "there are enough people for a pilot that shows something")],
            },
            FactorAnswer {
                key: "many",
                label: "Thousands, or many sites",
                explanation: "Up to 5,000 people or devices, or six to twenty sites.",
                effects: &[
                    effect(BIG_BANG, Against, "no service desk takes the calls of so many people on one day"),
                    effect(
                        PHASED,
                        StronglyFor,
                        "stages keep the number of people who need help within what support can give",
                    ),
                    effect(PARALLEL, Against, "licences and confusion for two systems grow with every person"),
                    effect(PUSH, For, "a central tool reaches many devices without a visit to any"),
                    effect(PULL, Against, "among so many, a good number would never fetch it"),
                ],
            },
            FactorAnswer {
                key: "very_many",
                label: "Over 5,000 or over 20 sites",
                explanation: "More than 5,000 people or devices, or more than twenty sites.",
                effects: &[
                    effect(
                        BIG_BANG,
                        StronglyAgainst,
                        "a single failure would reach thousands before anyone could stop it",
                    ),
                    effect(PHASED, StronglyFor, "stages keep a failure from reaching thousands"),
                    effect(PARALLEL, Against, "licences and confusion for two systems grow with every person"),
                    effect(PUSH, For, "a central tool reaches many devices without a visit to any"),
                    effect(PULL, Against, "among so many, a good number would never fetch it"),
                    effect(PULL_THEN_PUSH, For, "those who fetch it early take load off the day of the push"),
                ],
            },
        ],
    },
    Factor {
        key: "coexistence",
        label: "Old beside new",
        question: "Can old and new be in use at the same time?",
        why: "Phases, Pull and above all Parallel live on the two getting along: same data, same interfaces, same rules.",
        weight: Weight::new(4),
        answers: &[
            FactorAnswer {
                key: "yes",
                label: "Yes",
                explanation: "People on either can work together on the same data.",
                effects: &[
                    effect(PHASED, For, "groups with the old and groups with the new can work together meanwhile"),
                    effect(PARALLEL, StronglyFor, "old and new get along, which is what running both needs most"),
                    effect(PULL, For, "it does no harm when one user has the new and the next one the old"),
                ],
            },
            FactorAnswer {
                key: "with_effort",
                label: "With extra work",
                explanation: "Data must be copied, entered twice or translated between the two.",
                effects: &[
                    effect(BIG_BANG, For, "one changeover spares the work of keeping old and new in step"),
                    effect(PARALLEL, Against, "every day side by side costs the work of keeping the two in step"),
                    effect(PULL, Against, "the work of keeping the two in step lasts as long as the slowest user"),
                ],
            },
            FactorAnswer {
                key: "no",
                label: "No",
                explanation: "Whoever has the new can no longer work with those who have the old.",
                effects: &[
                    effect(BIG_BANG, StronglyFor, "old and new cannot mix, and only one step for all avoids the mix"),
                    effect(PHASED, StronglyAgainst, "only groups that share no work could go one after the other"),
                    effect(PARALLEL, StronglyAgainst, "old and new cannot be in use together"),
                    effect(PUSH, For, "the centre can switch everyone at one moment"),
                    effect(
                        PULL,
                        StronglyAgainst,
                        "each user at another time is a mix of versions that do not work together",
                    ),
                    effect(
                        PULL_THEN_PUSH,
                        StronglyAgainst,
                        "until the deadline there is a mix of versions that do not work together",
                    ),
                ],
            },
        ],
    },
    Factor {
        key: "undo",
        label: "Way back",
        question: "How fast can it be undone for those who have it?",
        why: "The slower the way back, the fewer people should have the release before it is known to be good.",
        weight: Weight::new(4),
        answers: &[
            FactorAnswer {
                key: "minutes",
                label: "Within minutes",
                explanation: "A switch, a flag or a redirect; up to an hour for everyone.",
                effects: &[
                    effect(BIG_BANG, For, "a mistake can be taken back before most people notice"),
                    effect(PARALLEL, Against, "the instant way back that Parallel would buy is there already"),
                ],
            },
            FactorAnswer {
                key: "hours",
                label: "Within hours",
                explanation: "Within a working day for everyone.",
                effects: &[effect(PHASED, For, "the hours of a back-out are spent on one group and not on everyone")],
            },
            FactorAnswer {
                key: "days",
                label: "It takes days",
                explanation: "Restoring, reinstalling or migrating data back.",
                effects: &[
                    effect(
                        BIG_BANG,
                        StronglyAgainst,
                        "everyone would be without a working system for the days of a back-out",
                    ),
                    effect(PHASED, StronglyFor, "the days of a back-out would concern one group alone"),
                    effect(PARALLEL, For, "the old is still running, however long a back-out would take"),
                ],
            },
            FactorAnswer {
                key: "never",
                label: "There is no way back",
                explanation: "Once installed, it can only be mended forwards.",
                effects: &[
                    effect(BIG_BANG, StronglyAgainst, "a failure for everyone could not be taken back at all"),
                    effect(PHASED, For, "each stage is a chance to stop before the next group is committed"),
                    effect(
                        PARALLEL,
                        StronglyFor,
                        "as long as the old one runs there is a way back where none exists otherwise",
                    ),
                    effect(PUSH, For, "the centre can stop all further installations at once"),
                ],
            },
        ],
    },
    Factor {
        key: "urgency",
        label: "Urgency",
        question: "How soon must everyone have it?",
        why: "Stages, parallel running and free choice all cost time. An open security hole is the case to think of.",
        weight: Weight::new(5),
        answers: &[
            FactorAnswer {
                key: "now",
                label: "Within two days",
                explanation: "Every hour without it does damage or invites it.",
                effects: &[
                    effect(BIG_BANG, For, "one step brings it to everyone soonest"),
                    effect(PHASED, Against, "each stage keeps the last groups waiting a little longer"),
                    effect(PARALLEL, StronglyAgainst, "a second system cannot be set up in two days"),
                    effect(PUSH, StronglyFor, "the centre can begin at once and knows who has it"),
                    effect(PULL, StronglyAgainst, "nobody can say when the last user will have fetched it"),
                    effect(PULL_THEN_PUSH, Against, "two days leave no room for a time of free choice"),
                ],
            },
            FactorAnswer {
                key: "soon",
                label: "Within two weeks",
                explanation: "It may not drift, but a few days of care are possible.",
                effects: &[
                    effect(
                        PARALLEL,
                        Against,
                        "two weeks are hardly enough to set up a second system and prove the new one",
                    ),
                    effect(PUSH, For, "the centre keeps a close date without having to remind anyone"),
                    effect(PULL, Against, "after two weeks a good part of the users would still be without it"),
                    effect(PULL_THEN_PUSH, For, "a few days of choice and then a push fit into two weeks"),
                ],
            },
            FactorAnswer {
                key: "planned",
                label: "Within the planned months",
                explanation: "There is a plan to keep, with time for stages.",
                effects: &[
                    effect(PHASED, For, "the plan leaves time for one group after the other"),
                    effect(PULL, Against, "users alone will not keep to a plan that has an end"),
                    effect(PULL_THEN_PUSH, For, "there is time for users to choose, and the push keeps the plan"),
                ],
            },
            FactorAnswer {
                key: "none",
                label: "Nothing presses",
                explanation: "It may take as long as it takes.",
                effects: &[
                    effect(PHASED, For, "no one waits, so that each group can take its time"),
                    effect(PARALLEL, For, "both can run until everyone is satisfied"),
                    effect(PULL, StronglyFor, "no one waits, so that users can choose freely"),
                    effect(PULL_THEN_PUSH, For, "a distant deadline leaves users free and still brings an end"),
                ],
            },
        ],
    },
    Factor {
        key: "interruption",
        label: "Cost of an interruption",
        question: "What does it cost to interrupt people for the installation?",
        why: "A push comes at a moment that somebody else chose. That is harmless at night and dangerous in an operating theatre.",
        weight: Weight::new(4),
        answers: &[
            FactorAnswer {
                key: "none",
                label: "Nothing",
                explanation: "It happens at night, in the background or on a server: nobody notices.",
                effects: &[effect(
                    PUSH,
                    StronglyFor,
                    "nobody notices the moment, so that the centre may as well choose it",
                )],
            },
            FactorAnswer {
                key: "little",
                label: "A nuisance",
                explanation: "A restart, a coffee break.",
                effects: &[
                    effect(PUSH, For, "a short break is a price that people will pay for having it done"),
                    effect(PULL_THEN_PUSH, For, "even a nuisance is borne better at a moment of one's own choice"),
                ],
            },
            FactorAnswer {
                key: "costly",
                label: "Lost work or waiting customers",
                explanation: "At the wrong moment it costs money or goodwill.",
                effects: &[
                    effect(BIG_BANG, Against, "everyone's work would be interrupted on the same day"),
                    effect(PUSH, Against, "a push at the wrong moment loses work or keeps customers waiting"),
                    effect(PULL, For, "people can choose a moment at which nothing is lost"),
                    effect(PULL_THEN_PUSH, For, "people can choose a harmless moment as long as they do so in time"),
                ],
            },
            FactorAnswer {
                key: "unacceptable",
                label: "It must not happen",
                explanation: "Some tasks may never be interrupted: an operation, a trade, a control room.",
                effects: &[
                    effect(BIG_BANG, Against, "no single moment suits everyone whose task must not be interrupted"),
                    effect(PARALLEL, For, "people can finish their task on the old before they move"),
                    effect(
                        PUSH,
                        StronglyAgainst,
                        "a push cannot know who is in the middle of a task that must not be interrupted",
                    ),
                    effect(PULL, StronglyFor, "only the people themselves know when their task allows it"),
                    effect(PULL_THEN_PUSH, For, "people choose first, and the push can be confined to safe hours"),
                ],
            },
        ],
    },
    Factor {
        key: "package_load",
        label: "Package against link",
        question: "How long does the package take to reach everyone over the slowest link?",
        why: "What does not fit through the slowest line in a night must be spread over days, sites or servers.",
        weight: Weight::new(3),
        answers: &[
            FactorAnswer {
                key: "nothing",
                label: "Nothing is transferred",
                explanation: "The change is made centrally: a server, a web application, a setting.",
                effects: &[
                    effect(PUSH, For, "the change is made centrally, and the centre may as well start it"),
                    effect(PULL, StronglyAgainst, "there is nothing that users could fetch"),
                    effect(PULL_THEN_PUSH, Against, "before the deadline there is little that users could fetch"),
                ],
            },
            FactorAnswer {
                key: "light",
                label: "Up to an hour",
                explanation: "Even the slowest site has it within the hour.",
                effects: &[effect(PUSH, For, "the package reaches even the slowest site within the hour")],
            },
            FactorAnswer {
                key: "one_night",
                label: "Up to a night",
                explanation: "The slowest site needs up to eight hours.",
                effects: &[
                    effect(BIG_BANG, Against, "all sites would need the same night for the transfer"),
                    effect(PHASED, For, "stages spread the transfer over several nights"),
                ],
            },
            FactorAnswer {
                key: "longer",
                label: "More than a night",
                explanation: "The slowest site needs more than eight hours.",
                effects: &[
                    effect(
                        BIG_BANG,
                        StronglyAgainst,
                        "the slowest site cannot have it in one night, whatever the date",
                    ),
                    effect(PHASED, For, "stages spread the transfer over several nights"),
                    effect(PUSH, Against, "a push to a whole site would fill its line into the working day"),
                    effect(PULL, For, "clients come one by one and leave room on the line"),
                    effect(PULL_THEN_PUSH, For, "those who fetch it early leave a push that fits the line"),
                ],
            },
        ],
    },
    Factor {
        key: "training",
        label: "Training need",
        question: "How much must people learn before they can work with it?",
        why: "Whoever has it before the training calls the desk; whoever has it long after has forgotten.",
        weight: Weight::new(3),
        answers: &[
            FactorAnswer {
                key: "none",
                label: "Nothing",
                explanation: "They will hardly see a difference.",
                effects: &[effect(BIG_BANG, For, "no training has to be finished before the one date")],
            },
            FactorAnswer {
                key: "some",
                label: "A little",
                explanation: "A short guide, a film or an hour's session.",
                effects: &[effect(
                    PULL_THEN_PUSH,
                    For,
                    "people can read the guide first and install when they have understood it",
                )],
            },
            FactorAnswer {
                key: "much",
                label: "A course",
                explanation: "Half a day or more for most people.",
                effects: &[
                    effect(
                        BIG_BANG,
                        StronglyAgainst,
                        "all courses would have to be held before one date, by the same few trainers",
                    ),
                    effect(PHASED, StronglyFor, "each group can be trained just before its turn"),
                    effect(PARALLEL, Against, "courses may have to cover the new and the old"),
                    effect(PUSH, For, "the installation can follow the course calendar"),
                    effect(PULL, Against, "some would install before their course and some long after"),
                ],
            },
        ],
    },
    Factor {
        key: "dual_capacity",
        label: "Capacity for both",
        question: "Is there capacity to run old and new side by side?",
        why: "Two systems need people, licences and machines for both. Parallel stands or falls with it.",
        weight: Weight::new(4),
        answers: &[
            FactorAnswer {
                key: "yes",
                label: "Yes",
                explanation: "Staff, licences and machines for both are there or paid for.",
                effects: &[effect(PARALLEL, StronglyFor, "the people, licences and machines to run both are there")],
            },
            FactorAnswer {
                key: "strained",
                label: "For a short time",
                explanation: "For some weeks, with overtime or borrowed machines.",
                effects: &[
                    effect(
                        PARALLEL,
                        Against,
                        "both can run for a short time only, which may end before the new is proven",
                    ),
                    effect(PULL, Against, "the old must be kept up until the last user has moved"),
                ],
            },
            FactorAnswer {
                key: "no",
                label: "No",
                explanation: "There is enough for one of them.",
                effects: &[
                    effect(BIG_BANG, For, "nothing has to be run twice"),
                    effect(PHASED, Against, "old and new both need support until the last group has changed over"),
                    effect(PARALLEL, StronglyAgainst, "there are not the people, licences or machines to run both"),
                    effect(PULL, Against, "the old must be kept up until the last user has moved"),
                ],
            },
        ],
    },
    Factor {
        key: "risk_appetite",
        label: "Appetite for risk",
        question: "How much risk does the organisation accept for an earlier finish?",
        why: "Two organisations with the same release may rightly choose differently.",
        weight: Weight::new(3),
        answers: &[
            FactorAnswer {
                key: "low",
                label: "Little",
                explanation: "Rather late than wrong.",
                effects: &[
                    effect(
                        BIG_BANG,
                        StronglyAgainst,
                        "one date for everyone is a bet that a cautious organisation will not make",
                    ),
                    effect(PHASED, For, "each stage is judged before more people depend on it"),
                    effect(
                        PARALLEL,
                        StronglyFor,
                        "the old one stays until the new one is proven, the safest way there is",
                    ),
                    effect(PULL, Against, "nobody knows at any time who has which version"),
                ],
            },
            FactorAnswer {
                key: "balanced",
                label: "A reasonable amount",
                explanation: "Risk is taken where it is understood.",
                effects: &[effect(PHASED, For, "a pilot turns unknown risk into known risk at a modest price")],
            },
            FactorAnswer {
                key: "high",
                label: "Much",
                explanation: "Rather wrong and mended than late.",
                effects: &[
                    effect(BIG_BANG, For, "the organisation accepts the risk of one date for an early finish"),
                    effect(PHASED, Against, "stages cost time for a safety that nobody asked for"),
                    effect(PARALLEL, Against, "two systems cost money for a safety that nobody asked for"),
                ],
            },
        ],
    },
    Factor {
        key: "organisation",
        label: "Size and complexity",
        question: "How large and complex is the organisation around it?",
        why: "Every further department, supplier and country is one more that must be ready on the same day, or not.",
        weight: Weight::new(3),
        answers: &[
            FactorAnswer {
                key: "simple",
                label: "Small and simple",
                explanation: "One place, few teams, short ways.",
                effects: &[
                    effect(BIG_BANG, For, "in a small organisation everyone can be ready on the same day"),
                    effect(PHASED, Against, "in a small organisation there is little to divide into stages"),
                ],
            },
            FactorAnswer {
                key: "moderate",
                label: "Several departments or sites",
                explanation: "Different work and calendars under one roof.",
                effects: &[effect(PHASED, For, "departments differ, and each can go when it is ready")],
            },
            FactorAnswer {
                key: "complex",
                label: "Large and complex",
                explanation: "Many departments, countries or suppliers with rules of their own.",
                effects: &[
                    effect(
                        BIG_BANG,
                        StronglyAgainst,
                        "so many departments and suppliers are never all ready on the same day",
                    ),
                    effect(PHASED, StronglyFor, "each department or country can go on a date that suits it"),
                    effect(PULL, Against, "in a large organisation nobody would know who has which version"),
                    effect(
                        PULL_THEN_PUSH,
                        For,
                        "departments find their own moment within a limit that the centre sets",
                    ),
                ],
            },
        ],
    },
    Factor {
        key: "fixed_date",
        label: "Fixed date",
        question: "Is there a date that cannot move?",
        why: "A law, a contract or an end of support sets a limit, and some changes bind everyone to the same day.",
        weight: Weight::new(4),
        answers: &[
            FactorAnswer {
                key: "movable",
                label: "No",
                explanation: "The date can move when the release is not ready.",
                effects: &[effect(PHASED, For, "a stage that needs longer can have it")],
            },
            FactorAnswer {
                key: "latest",
                label: "Yes, a latest date",
                explanation: "Everyone must have it by then; earlier is welcome.",
                effects: &[
                    effect(BIG_BANG, Against, "if the one step slips or fails, there is no time left before the date"),
                    effect(
                        PHASED,
                        For,
                        "most groups have it well before the date, so that a slip concerns the last one",
                    ),
                    effect(PARALLEL, Against, "the end of running both is open until the new meets its criteria"),
                    effect(PUSH, For, "the centre can make sure of the date"),
                    effect(PULL, StronglyAgainst, "users alone will not keep a date"),
                    effect(
                        PULL_THEN_PUSH,
                        For,
                        "the deadline can lie ahead of the date, and the push makes sure of it",
                    ),
                ],
            },
            FactorAnswer {
                key: "same_day",
                label: "Yes, the same day for all",
                explanation: "Everyone must change over on that very day: a new law, tariff or message format.",
                effects: &[
                    effect(BIG_BANG, StronglyFor, "everyone must change over on the same day"),
                    effect(PHASED, StronglyAgainst, "one group after the other is not the same day"),
                    effect(
                        PARALLEL,
                        For,
                        "the new one can run beside the old before the day, and the day is a mere switch",
                    ),
                    effect(PUSH, StronglyFor, "only the centre can switch everyone on the same day"),
                    effect(PULL, StronglyAgainst, "users at moments of their own are not the same day"),
                    effect(PULL_THEN_PUSH, Against, "whoever fetches it early changes before the day"),
                ],
            },
        ],
    },
];
