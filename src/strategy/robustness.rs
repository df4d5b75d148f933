//! How much the winner owes to the weights: many other weightings, drawn at random.

use super::answers::Answers;
use super::factor::QUESTIONS;
use super::scale::{NINE, Parts, Scale, strategy_at};
use super::weights::Weights;
use crate::order;
use crate::plan::Strategy;
use crate::random::SplitMix64;

/// How many weightings are drawn.
pub const DRAWS: u32 = 2_000;

/// The number from which the draws follow. Any other would do as well; with one that is fixed, everybody gets the same.
pub const SEED: u64 = 2_000;

/// In how many parts of one a drawn weight is given.
pub const PARTS_OF_ONE: i64 = 1 << 21;

/// How the winner does under other weights.
///
/// Each question's weight is drawn anew, uniformly from half to one and a half times what it is, independently of the
/// others and not cut off at 5. A weight of 0 stays 0, and what approach and delivery contribute together keeps its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Robustness {
    /// How many weightings were drawn.
    pub draws: u32,
    /// In how many of them the winner stays the winner.
    pub stays: u32,
    /// Who wins in the others, and in how many: most often first, then in the order of the catalogue.
    pub others: Vec<(Strategy, u32)>,
}

impl Robustness {
    /// The share of weightings in which the winner stays, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.draws == 0 { 0.0 } else { f64::from(self.stays) / f64::from(self.draws) }
    }

    /// Within which shares the true one lies, with a confidence of 95 %: the score interval of Wilson (1927).
    #[must_use]
    pub fn interval(&self) -> (f64, f64) {
        wilson(self.stays, self.draws)
    }
}

/// The share of [`DRAWS`] weightings with which the winner stays; nothing while there is no winner.
#[must_use]
pub fn robustness(answers: &Answers) -> Option<Robustness> {
    robustness_of(answers, DRAWS, SEED)
}

/// The same, of so many draws from another seed.
#[must_use]
pub fn robustness_of(answers: &Answers, draws: u32, seed: u64) -> Option<Robustness> {
    let scale = Scale::of(answers);
    let settled = scale.settle(&scale.said);
    let winner = settled.winner(&scale.weights, 1)?;
    let mut wins = [0_u32; NINE];
    let mut dice = SplitMix64::new(seed);
    for _ in 0..draws {
        let weights = drawn(&scale.weights, &mut dice);
        let slot = settled.winner(&weights, PARTS_OF_ONE).and_then(|at| wins.get_mut(at));
        slot.into_iter().for_each(|wins| *wins += 1);
    }
    let stays = wins.get_mut(winner).map(std::mem::take).unwrap_or_default();
    let others = wins.into_iter().enumerate().filter(|(_, wins)| *wins > 0);
    let mut others: Vec<_> = others.filter_map(|(at, wins)| Some((strategy_at(at)?, wins))).collect();
    order::sort_by_key(&mut others, |(_, wins)| std::cmp::Reverse(*wins));
    Some(Robustness { draws, stays, others })
}

/// So many weightings around these, in [parts of one](PARTS_OF_ONE) and in the order of the questions: those that
/// [`robustness_of`] goes by.
#[must_use]
pub fn weightings(weights: &Weights, draws: u32, seed: u64) -> Vec<[i64; QUESTIONS]> {
    let mut parts = [0; QUESTIONS];
    parts.iter_mut().zip(weights.iter()).for_each(|(slot, (_, weight))| *slot = i64::from(weight.get()));
    let mut dice = SplitMix64::new(seed);
    (0..draws).map(|_| drawn(&parts, &mut dice)).collect()
}

/// Each weight times a factor of its own: one of 2²⁰ that lie evenly between ½ and 1½.
fn drawn(weights: &Parts, dice: &mut SplitMix64) -> Parts {
    weights.map(|weight| {
        // The upper twenty bits; twice and one more puts each factor into the middle of its step.
        let step = i64::try_from(dice.bits() >> 44).unwrap_or_default();
        weight * (PARTS_OF_ONE / 2 + 2 * step + 1)
    })
}

/// The score interval of Wilson at 95 %: unlike the usual one it never leaves 0 to 1, and holds near the ends too.
fn wilson(hits: u32, of: u32) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    // The 97.5th percentile of the normal distribution.
    const Z: f64 = 1.959_963_984_540_054;
    let (n, share) = (f64::from(of), f64::from(hits) / f64::from(of));
    let middle = share + Z * Z / (2.0 * n);
    let reach = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    // At the ends the square root is not exact to the last bit, and the interval is.
    let low = if hits == 0 { 0.0 } else { ((middle - reach) / scale).max(0.0) };
    let high = if hits == of { 1.0 } else { ((middle + reach) / scale).min(1.0) };
    (low, high)
}
