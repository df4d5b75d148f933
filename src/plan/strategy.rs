//! The strategy that was chosen, and the answers that led to it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::weight::Weight;
use super::written::{Outcome, Required, Source, Written, read_members, write_members};

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

const STRATEGY: &[&str] = &["approach", "delivery"];

impl Written for Strategy {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        let (mut approach, mut delivery) = (Required::<Approach>::default(), Required::<Delivery>::default());
        read_members(from, STRATEGY, &mut [&mut approach, &mut delivery])?;
        *self = Self { approach: approach.take(from, "approach")?, delivery: delivery.take(from, "delivery")? };
        Ok(())
    }

    fn write(&self) -> Value {
        write_members(STRATEGY, &[&self.approach, &self.delivery])
    }
}

record! {
    /// The way to the strategy.
    pub struct StrategyRecord {
        /// The answers to the advisor's questions: the question's key and the answer's key.
        pub answers: BTreeMap<String, String>,
        /// How much the advisor's questions count, by the question's key: those alone that count another weight here than
        /// the default of this tool.
        pub weights: BTreeMap<String, Weight>,
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
