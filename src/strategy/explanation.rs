//! Why a candidate stands where it stands, and how two of them differ.

use super::advice::{Candidate, Contribution};
use super::answers::Reply;
use super::catalogue::Part;
use super::factor::{Factor, FactorAnswer};
use super::pair::Interaction;
use super::points::Points;
use crate::order;
use crate::plan::Strategy;

/// How many reasons for a candidate an explanation gives.
const BECAUSE: usize = 3;
/// How many reasons against it.
const ALTHOUGH: usize = 2;

/// One reason for or against a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// What it is worth.
    pub points: Points,
    /// Where it comes from.
    pub cause: Cause,
    /// The reason: a clause in lower case and without a full stop, that can stand after "because" or "although".
    pub because: &'static str,
}

/// Where a reason comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// An answer, for one half of the strategy.
    Answer {
        /// The question.
        factor: &'static Factor,
        /// The answer.
        answer: &'static FactorAnswer,
        /// The half of the strategy.
        part: Part,
    },
    /// Approach and delivery together.
    Pair(&'static Interaction),
    /// The nature of one half of the strategy, whatever the answers; worth no points.
    Nature(Part),
}

/// "This one: because …, although …": the strongest reasons both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Which strategy.
    pub strategy: Strategy,
    /// Up to three reasons for it, the strongest first; one for each half of the strategy where there is one.
    pub because: Vec<Reason>,
    /// Up to two reasons against it, the strongest first. Where no answer speaks against it, the price of the approach.
    pub although: Vec<Reason>,
}

/// Two candidates side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The one, with what it has for itself and against itself alone.
    pub left: Standing,
    /// The other, likewise.
    pub right: Standing,
    /// The reasons that both share, the strongest first.
    pub shared: Vec<Reason>,
    /// How many points the left one is ahead; below zero where it is behind.
    pub lead: Points,
    /// The questions on which the two differ, the widest difference first.
    pub differences: Vec<Difference>,
}

/// What speaks for and against one of two candidates and not the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which strategy.
    pub strategy: Strategy,
    /// For it, the strongest first.
    pub strengths: Vec<Reason>,
    /// Against it, the strongest first.
    pub weaknesses: Vec<Reason>,
}

/// A question that is worth more to one candidate than to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The question.
    pub factor: &'static Factor,
    /// The reply.
    pub reply: Reply,
    /// What it is worth to the left one.
    pub left: Points,
    /// What it is worth to the right one.
    pub right: Points,
}

impl Candidate {
    /// Every reason for and against it that is certain, the strongest first and then in the order of the questions.
    #[must_use]
    pub fn reasons(&self) -> Vec<Reason> {
        let strategy = self.strategy();
        let certain = self.interactions.iter().filter(|pair| pair.span.is_certain());
        let pairs = certain.map(|pair| Reason {
            points: pair.span.points,
            cause: Cause::Pair(pair.interaction),
            because: pair.interaction.because,
        });
        let mut reasons: Vec<_> =
            self.contributions.iter().flat_map(|contribution| contribution.reasons(strategy)).chain(pairs).collect();
        order::sort_by_key(&mut reasons, |reason| std::cmp::Reverse(reason.points.size()));
        reasons
    }

    /// The strongest reasons both ways.
    #[must_use]
    pub fn explanation(&self) -> Explanation {
        let strategy = self.strategy();
        let (for_it, mut against_it) = split(self.reasons());
        against_it.truncate(ALTHOUGH);
        if against_it.is_empty() {
            against_it.push(Reason::by_nature(Part::Approach(strategy.approach)));
        }
        Explanation { strategy, because: for_both_halves(&for_it, strategy), although: against_it }
    }
}

impl Contribution {
    /// The reasons of this reply for a strategy; "I don't know" gives none.
    pub fn reasons(&self, strategy: Strategy) -> impl Iterator<Item = Reason> {
        let (factor, weight) = (self.answered.factor, self.weight);
        self.answered.reply.answer().into_iter().flat_map(move |answer| {
            answer.effects_on(strategy).map(move |effect| Reason {
                points: weight.times(effect.strength),
                cause: Cause::Answer { factor, answer, part: effect.on },
                because: effect.because,
            })
        })
    }
}

impl Reason {
    fn by_nature(part: Part) -> Self {
        Self { points: Points::ZERO, cause: Cause::Nature(part), because: part.price() }
    }

    fn speaks_of(&self, part: Part) -> bool {
        matches!(self.cause, Cause::Answer { part: of, .. } if of == part)
    }

    /// The reason on its own: with a capital and a full stop.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut letters = self.because.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).chain(['.']).collect()
    }
}

impl Comparison {
    /// Sets two candidates of the same advice side by side.
    #[must_use]
    pub fn of(left: &Candidate, right: &Candidate) -> Self {
        let (left_reasons, right_reasons) = (left.reasons(), right.reasons());
        let alone = |own: &[Reason], others: &[Reason]| {
            split(own.iter().filter(|reason| !others.contains(reason)).copied().collect())
        };
        let standing = |strategy, (strengths, weaknesses)| Standing { strategy, strengths, weaknesses };
        Self {
            left: standing(left.strategy(), alone(&left_reasons, &right_reasons)),
            right: standing(right.strategy(), alone(&right_reasons, &left_reasons)),
            shared: left_reasons.iter().filter(|reason| right_reasons.contains(reason)).copied().collect(),
            lead: left.points() - right.points(),
            differences: differences(left, right),
        }
    }
}

fn differences(left: &Candidate, right: &Candidate) -> Vec<Difference> {
    let pairs = left.contributions.iter().zip(&right.contributions);
    let mut differences: Vec<_> = pairs
        .filter(|(left, right)| left.span.points != right.span.points)
        .map(|(left, right)| Difference {
            factor: left.answered.factor,
            reply: left.answered.reply,
            left: left.span.points,
            right: right.span.points,
        })
        .collect();
    order::sort_by_key(&mut differences, |difference| std::cmp::Reverse((difference.left - difference.right).size()));
    differences
}

/// The strongest reasons, among them one for each half of the strategy where there is one.
fn for_both_halves(reasons: &[Reason], strategy: Strategy) -> Vec<Reason> {
    let strongest = Part::of(strategy).map(|part| reasons.iter().position(|reason| reason.speaks_of(part)));
    let mut chosen: Vec<usize> = strongest.into_iter().flatten().collect();
    for place in 0..reasons.len() {
        if chosen.len() < BECAUSE && !chosen.contains(&place) {
            chosen.push(place);
        }
    }
    order::sort(&mut chosen);
    chosen.into_iter().filter_map(|place| reasons.get(place)).copied().collect()
}

/// Reasons for and reasons against, each in the order given.
fn split(reasons: Vec<Reason>) -> (Vec<Reason>, Vec<Reason>) {
    reasons.into_iter().partition(|reason| reason.points > Points::ZERO)
}
