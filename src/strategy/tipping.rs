//! What would change the advisor's mind: another answer, or two of them together.

use super::answers::{Answers, Reply};
use super::factor::{FACTORS, Factor, FactorAnswer};
use super::scale::{Each, Said, Scale, Sum, best, strategy_at};
use crate::order;
use crate::plan::Strategy;

/// An answer to one question that would change the winner, all others staying as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TippingPoint {
    /// The question.
    pub factor: &'static Factor,
    /// The reply now; nothing while the question is open.
    pub from: Option<Reply>,
    /// The answer that would change the winner.
    pub to: &'static FactorAnswer,
    /// How far it is from what is answered now, as [`Turn::steps`].
    pub steps: usize,
    /// The winner then; nothing where no strategy would be left.
    pub winner: Option<Strategy>,
}

/// Answers to two questions that together would change the winner, while neither of them does so alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TippingPair {
    /// The two, in the order of the questions.
    pub turns: [Turn; 2],
    /// How far they are from what is answered now: the sum of both [`Turn::steps`].
    pub steps: usize,
    /// The winner then; nothing where no strategy would be left.
    pub winner: Option<Strategy>,
}

/// Another answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The question.
    pub factor: &'static Factor,
    /// The reply now; nothing while the question is open.
    pub from: Option<Reply>,
    /// The answer instead.
    pub to: &'static FactorAnswer,
    /// How many steps away it is along the question's answers; 1 where there is no answer now, or "I don't know".
    pub steps: usize,
}

/// For each question the nearest answer that changes the winner, where there is one; in the order of the questions.
///
/// The nearest is the fewest steps away along the question's answers. For a question that is open or answered with
/// "I don't know", and between two that are equally far, it is the first in the question's order. While there is no
/// winner for want of answers, there is nothing to tip.
#[must_use]
pub fn tipping_points(answers: &Answers) -> Vec<TippingPoint> {
    let mut points: Vec<TippingPoint> = Vec::new();
    for (tried, winner) in &Trials::of(answers).tipping {
        let Turn { factor, from, to, steps } = tried.turn;
        if points.last().is_none_or(|last| last.factor.key != factor.key) {
            points.push(TippingPoint { factor, from, to, steps, winner: *winner });
        }
    }
    points
}

/// Every pair of answers to two questions that changes the winner while neither of the two does so alone: the nearest
/// first, then in the order of the questions.
#[must_use]
pub fn tipping_pairs(answers: &Answers) -> Vec<TippingPair> {
    let trials = Trials::of(answers);
    let mut pairs = Vec::new();
    for (at, first) in trials.idle.iter().enumerate() {
        for second in trials.idle.iter().skip(at + 1).filter(|second| second.question != first.question) {
            let then = trials.winner_with(&[first, second]);
            if then != trials.now {
                let steps = first.turn.steps + second.turn.steps;
                pairs.push(TippingPair { turns: [first.turn, second.turn], steps, winner: then.and_then(strategy_at) });
            }
        }
    }
    order::sort_by_key(&mut pairs, |pair| pair.steps);
    pairs
}

/// An answer that is tried out.
struct Tried {
    turn: Turn,
    question: usize,
    said: u32,
    /// What it gives to each strategy beyond what is answered now.
    more: Each<Sum>,
}

/// Every other answer to every question, tried out alone.
struct Trials {
    scale: Scale,
    now: Option<usize>,
    /// What the answers give to each strategy now, without what its halves give together.
    given: Each<Sum>,
    /// Those that change the winner, with the winner then: by question, the nearest first.
    tipping: Vec<(Tried, Option<Strategy>)>,
    /// Those that do not.
    idle: Vec<Tried>,
}

impl Trials {
    fn of(answers: &Answers) -> Self {
        let scale = Scale::of(answers);
        let mut settled = scale.settle(&scale.said);
        let now = settled.winner(&scale.weights, 1);
        settled.pairs = Each::default();
        let given = settled.sums(&scale.weights, 1);
        let mut trials = Self { scale, now, given, tipping: Vec::new(), idle: Vec::new() };
        if settled.answered {
            for (question, factor) in FACTORS.iter().enumerate() {
                let row = settled.rows.get(question).copied().unwrap_or_default();
                for mut tried in others(question, factor, answers) {
                    tried.more = trials.scale.instead(question, &row, tried.said);
                    let then = trials.winner_with(&[&tried]);
                    if then == trials.now {
                        trials.idle.push(tried);
                    } else {
                        trials.tipping.push((tried, then.and_then(strategy_at)));
                    }
                }
            }
        }
        trials
    }

    /// Who wins with these answers too. There is an answer then, whatever there was before.
    fn winner_with(&self, tried: &[&Tried]) -> Option<usize> {
        let (mut said, mut sums): (Said, Each<Sum>) = (self.scale.said, self.given);
        for tried in tried {
            said.get_mut(tried.question).into_iter().for_each(|slot| *slot = tried.said);
            sums.iter_mut().zip(tried.more).for_each(|(sum, more)| sum.add(more));
        }
        let (pairs, out) = self.scale.together(&said);
        sums.iter_mut().zip(pairs).for_each(|(sum, pair)| sum.add(pair));
        best(&sums, &out)
    }
}

/// The other answers to a question, the nearest first.
fn others(question: usize, factor: &'static Factor, answers: &Answers) -> Vec<Tried> {
    let from = answers.get(factor.key).map(|answered| answered.reply);
    let current = from.and_then(Reply::answer);
    let at = current.and_then(|current| factor.answers.iter().position(|answer| answer.key == current.key));
    let tried = |(place, to): (usize, &'static FactorAnswer)| {
        let steps = at.map_or(1, |at| place.abs_diff(at));
        Tried { turn: Turn { factor, from, to, steps }, question, said: 1 << place, more: Each::default() }
    };
    let mut others: Vec<_> = factor.answers.iter().enumerate().map(tried).filter(|it| it.turn.steps > 0).collect();
    order::sort_by_key(&mut others, |tried| tried.turn.steps);
    others
}
