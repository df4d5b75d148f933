//! The sums of [`advise`](super::advise) without its explanations, to ask again and again: with other answers, with other
//! weights, and with weights between whole numbers.
//!
//! The answers to a question are the bits of a number: one of them where it is answered, all of them for "I don't know",
//! none while it is open. Points are doubled, so that the middle between two of them is whole too.

use super::answers::{Answers, Reply};
use super::catalogue::combinations;
use super::factor::{FACTORS, Factor, QUESTIONS};
use super::pair::INTERACTIONS;
use crate::plan::Strategy;

/// How many strategies there are.
pub(super) const NINE: usize = 9;

/// What is answered to each question, in their order.
pub(super) type Said = [u32; QUESTIONS];

/// A weight for each question, in their order, in parts of some unit.
pub(super) type Parts = [i64; QUESTIONS];

/// A figure for each strategy, in the catalogue's order.
pub(super) type Each<T> = [T; NINE];

/// What the answers and rules of a plan come to, however they are asked.
pub(super) struct Scale {
    /// What is answered.
    pub(super) said: Said,
    /// How much each question counts.
    pub(super) weights: Parts,
    /// For each question, what each of its answers does for each strategy, before its weight.
    effects: Vec<Vec<Each<i64>>>,
    interactions: Vec<Pairing>,
    obstacles: Vec<Barrier>,
}

/// Questions by their places, each with the answers that it must have, as bits.
type Demands = Vec<(usize, u32)>;

struct Pairing {
    demands: Demands,
    points: Each<i64>,
}

struct Barrier {
    demands: Demands,
    concerns: Each<bool>,
}

/// What some answers come to for one strategy: the middle of its points, doubled, and the fewest that are possible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sum {
    /// Twice the points that count.
    pub(super) twice: i64,
    /// The fewest points.
    pub(super) low: i64,
}

/// What certain answers come to, whatever the questions weigh.
pub(super) struct Settled {
    /// For each question what it gives to each strategy where it counts one.
    pub(super) rows: Vec<Each<Sum>>,
    /// What approach and delivery give together.
    pub(super) pairs: Each<Sum>,
    /// Which strategies are out.
    pub(super) out: Each<bool>,
    /// Whether any question has an answer.
    pub(super) answered: bool,
}

impl Sum {
    /// Puts another sum on top.
    pub(super) fn add(&mut self, other: Self) {
        self.twice += other.twice;
        self.low += other.low;
    }
}

impl Scale {
    /// The scale for these answers, with their weights and rules.
    pub(super) fn of(answers: &Answers) -> Self {
        let mut weights = [0; QUESTIONS];
        for (slot, (_, weight)) in weights.iter_mut().zip(answers.weights().iter()) {
            *slot = i64::from(weight.get());
        }
        let per_answer = |factor: &Factor| {
            let of = |strategy| move |answer: &super::FactorAnswer| value(answer, strategy);
            factor.answers.iter().map(|answer| each(|strategy| of(strategy)(answer))).collect()
        };
        let interactions = INTERACTIONS.iter().map(|interaction| {
            let points = i64::from(interaction.points().halves() / 2);
            Pairing {
                demands: demands(interaction.scope.when.iter().map(|when| (when.factor, when.answers))),
                points: each(|strategy| if interaction.scope.concerns(strategy) { points } else { 0 }),
            }
        });
        // What hangs on more than the answers can cast doubt, and takes nothing out.
        let obstacles = answers.obstacles().filter(super::Obstacle::is_certain).map(|obstacle| Barrier {
            demands: demands(obstacle.hangs_on()),
            concerns: each(|strategy| obstacle.concerns(strategy)),
        });
        Self {
            said: FACTORS.each_ref().map(|factor| match answers.get(factor.key).map(|answered| answered.reply) {
                None => 0,
                Some(Reply::Unknown) => all(factor),
                Some(Reply::Answer(answer)) => bits(factor, &[answer.key]),
            }),
            weights,
            effects: FACTORS.iter().map(per_answer).collect(),
            interactions: interactions.collect(),
            obstacles: obstacles.collect(),
        }
    }

    /// What these answers come to.
    pub(super) fn settle(&self, said: &Said) -> Settled {
        let rows = self.effects.iter().zip(said).map(|(effects, said)| across(effects, *said)).collect();
        let (pairs, out) = self.together(said);
        let answered = said.iter().zip(&FACTORS).any(|(said, factor)| *said != 0 && *said != all(factor));
        Settled { rows, pairs, out, answered }
    }

    /// What approach and delivery give together with these answers, and what the answers exclude.
    pub(super) fn together(&self, said: &Said) -> (Each<Sum>, Each<bool>) {
        let (mut pairs, mut out) = ([Sum::default(); NINE], [false; NINE]);
        for pairing in &self.interactions {
            let Some(certain) = holds(&pairing.demands, said) else { continue };
            for (sum, points) in pairs.iter_mut().zip(pairing.points) {
                sum.twice += if certain { 2 * points } else { points };
                sum.low += if certain { points } else { points.min(0) };
            }
        }
        for barrier in self.obstacles.iter().filter(|barrier| holds(&barrier.demands, said) == Some(true)) {
            out.iter_mut().zip(barrier.concerns).for_each(|(out, concerns)| *out |= concerns);
        }
        (pairs, out)
    }

    /// What an answer to a question does for each strategy, before its weight.
    pub(super) fn effects(&self, question: usize, answer: usize) -> Each<i64> {
        self.effects.get(question).and_then(|effects| effects.get(answer)).copied().unwrap_or_default()
    }

    /// What another answer to a question would give to each strategy beyond what it gives now, with the plan's weight.
    pub(super) fn instead(&self, question: usize, now: &Each<Sum>, said: u32) -> Each<Sum> {
        let weight = self.weights.get(question).copied().unwrap_or_default();
        let mut more = self.effects.get(question).map(|effects| across(effects, said)).unwrap_or_default();
        for (more, now) in more.iter_mut().zip(now) {
            *more = Sum { twice: (more.twice - now.twice) * weight, low: (more.low - now.low) * weight };
        }
        more
    }

    /// The winner with these answers and the plan's weights.
    pub(super) fn winner(&self, said: &Said) -> Option<usize> {
        self.settle(said).winner(&self.weights, 1)
    }
}

impl Settled {
    /// Which strategy wins, by its place in the catalogue, with weights in so many parts of one.
    ///
    /// It is decided as by [`advise`](super::advise): most points, then the better worst case, then the catalogue's order.
    pub(super) fn winner(&self, weights: &Parts, unit: i64) -> Option<usize> {
        if !self.answered {
            return None;
        }
        best(&self.sums(weights, unit), &self.out)
    }

    /// What each strategy has, in the same parts.
    pub(super) fn sums(&self, weights: &Parts, unit: i64) -> Each<Sum> {
        let mut sums = self.pairs.map(|pair| Sum { twice: pair.twice * unit, low: pair.low * unit });
        // What gives nothing to any of the nine need not be multiplied.
        let gives = |(row, weight): &(&Each<Sum>, &i64)| **weight != 0 && **row != [Sum::default(); NINE];
        for (row, weight) in self.rows.iter().zip(weights).filter(gives) {
            for (sum, given) in sums.iter_mut().zip(row) {
                sum.twice += given.twice * weight;
                sum.low += given.low * weight;
            }
        }
        sums
    }
}

/// The best of those that are not out; the first of equals.
pub(super) fn best(sums: &Each<Sum>, out: &Each<bool>) -> Option<usize> {
    let ranked = sums.iter().zip(out).enumerate().filter(|(_, (_, out))| !**out).map(|(at, (sum, _))| (at, sum));
    ranked.reduce(|best, other| if other.1 > best.1 { other } else { best }).map(|(at, _)| at)
}

/// The strategy at a place of the catalogue.
pub(super) fn strategy_at(place: usize) -> Option<Strategy> {
    combinations().nth(place).map(|combination| combination.strategy)
}

/// All answers to a question, as bits.
pub(super) fn all(factor: &Factor) -> u32 {
    (1 << factor.answers.len()) - 1
}

fn bits(factor: &Factor, keys: &[&str]) -> u32 {
    let places = factor.answers.iter().enumerate().filter(|(_, answer)| keys.contains(&answer.key));
    places.fold(0, |bits, (at, _)| bits | 1 << at)
}

fn demands<'a>(hangs_on: impl Iterator<Item = (&'static str, &'a [&'static str])>) -> Demands {
    let known = hangs_on.filter_map(|(key, answers)| {
        let at = FACTORS.iter().position(|factor| factor.key == key)?;
        Some((at, FACTORS.get(at).map_or(0, |factor| bits(factor, answers))))
    });
    known.collect()
}

/// Whether all demands are met for certain; nothing where one of them is not met.
fn holds(demands: &Demands, said: &Said) -> Option<bool> {
    let mut certain = true;
    for (at, asked) in demands {
        let said = said.get(*at).copied().unwrap_or_default();
        if said & asked == 0 {
            return None;
        }
        // As in the ranking, not knowing is never certain, not even where any answer would do.
        certain &= said.count_ones() == 1;
    }
    Some(certain)
}

/// From the worst to the best of what may be answered.
fn across(effects: &[Each<i64>], said: u32) -> Each<Sum> {
    let mut ends: Option<(Each<i64>, Each<i64>)> = None;
    for (_, effects) in effects.iter().enumerate().filter(|(at, _)| said & (1 << at) != 0) {
        let (low, high) = ends.get_or_insert((*effects, *effects));
        low.iter_mut().zip(effects).for_each(|(low, effect)| *low = (*low).min(*effect));
        high.iter_mut().zip(effects).for_each(|(high, effect)| *high = (*high).max(*effect));
    }
    let mut sums = [Sum::default(); NINE];
    if let Some((low, high)) = ends {
        for (sum, (low, high)) in sums.iter_mut().zip(low.into_iter().zip(high)) {
            *sum = Sum { twice: low + high, low };
        }
    }
    sums
}

fn value(answer: &super::FactorAnswer, strategy: Strategy) -> i64 {
    answer.effects_on(strategy).map(|effect| i64::from(effect.strength.value())).sum()
}

fn each<T: Copy + Default>(of: impl Fn(Strategy) -> T) -> Each<T> {
    let mut found = [T::default(); NINE];
    for (slot, combination) in found.iter_mut().zip(combinations()) {
        *slot = of(combination.strategy);
    }
    found
}
