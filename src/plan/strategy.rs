//! The strategy that was chosen, and the answers that led to it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

choice! {
    /// Who gets the release when.
    pub enum Approach {
        /// Everyone at once.
        BigBang = "big_bang", "Big Bang";
        /// Group after group, each stage judged before the next.
        Phased = "phased", "Phased / Pilot";
        /// Old and new side by side until the new meets its criteria.
        Parallel = "parallel", "Parallel";
    }
}

choice! {
    /// Who starts the installation.
    pub enum Delivery {
        /// The centre.
        Push = "push", "Push";
        /// The users, when it suits them.
        Pull = "pull", "Pull";
        /// The users until a deadline, then the centre.
        PullThenPush = "pull_then_push", "Pull then push";
    }
}

/// An approach with a delivery.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Strategy {
    /// Who gets the release when.
    pub approach: Approach,
    /// Who starts the installation.
    pub delivery: Delivery,
}

record! {
    /// The way to the strategy.
    pub struct StrategyRecord {
        /// The answers to the advisor's questions: the question's key and the answer's key.
        pub answers: BTreeMap<String, String>,
        /// What was chosen.
        pub choice: Option<StrategyChoice>,
    }
}

record! {
    /// A strategy that was chosen, and why.
    pub struct StrategyChoice {
        /// Which.
        pub strategy: Strategy,
        /// Why this one.
        pub rationale: String,
        /// Who chose it.
        pub by: String,
        /// When.
        pub on: Option<Date>,
    }
}
