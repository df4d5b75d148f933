//! How firm the advice is: everything that would change it, worked out together.

use super::answers::Answers;
use super::interval::{WeightInterval, weight_intervals};
use super::robustness::{Robustness, robustness};
use super::tipping::{TippingPair, TippingPoint, tipping_pairs, tipping_points};
use super::unknown::{Unknowns, unknowns};

/// How firm the advice is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// For each question the nearest answer that changes the winner.
    pub points: Vec<TippingPoint>,
    /// Each pair of answers that changes it while neither of the two does so alone, the nearest first.
    pub pairs: Vec<TippingPair>,
    /// For each question the weights with which the winner stands.
    pub intervals: Vec<WeightInterval>,
    /// How often it stands under other weights; nothing while there is no winner.
    pub robustness: Option<Robustness>,
    /// Whether it stands however the unknown turns out; nothing where nothing is unknown.
    pub unknowns: Option<Unknowns>,
}

impl Analysis {
    /// How firm the advice on these answers is.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        Self {
            points: tipping_points(answers),
            pairs: tipping_pairs(answers),
            intervals: weight_intervals(answers),
            robustness: robustness(answers),
            unknowns: unknowns(answers),
        }
    }
}
