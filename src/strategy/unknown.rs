//! What "I don't know" leaves open: whether the winner stands however it turns out.

use super::answers::{Answers, Reply};
use super::factor::{FACTORS, Factor, FactorAnswer};
use super::scale::{Each, NINE, Said, Scale, Sum, best, strategy_at};
use crate::order;
use crate::plan::Strategy;

/// In how many ways at most the unknown may turn out for all of them to be tried: enough for eight questions of which nobody
/// knows the answer, and few enough not to be waited for.
pub const MOST_WAYS: u64 = 50_000;

/// What becomes of the winner when what is unknown turns out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknowns {
    /// The questions that are answered with "I don't know".
    pub factors: Vec<&'static Factor>,
    /// In how many ways they may turn out: the product of how many answers each has.
    pub ways: u64,
    /// Who leads in how many of them; nothing where there are more than [`MOST_WAYS`], and none was tried.
    pub outcomes: Option<Vec<Outcome>>,
}

/// One winner among the ways in which the unknown may turn out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The winner; nothing where no strategy is left.
    pub winner: Option<Strategy>,
    /// In how many ways it leads. They are counted, and not weighed by how likely they are.
    pub ways: u64,
    /// The first of these ways: an answer to each of the questions.
    pub example: Vec<(&'static Factor, &'static FactorAnswer)>,
}

impl Unknowns {
    /// In how many ways this strategy leads; nothing where none was tried.
    #[must_use]
    pub fn ways_for(&self, strategy: Strategy) -> Option<u64> {
        let outcomes = self.outcomes.as_ref()?;
        Some(outcomes.iter().filter(|outcome| outcome.winner == Some(strategy)).map(|outcome| outcome.ways).sum())
    }

    /// Whether this strategy leads however the unknown turns out; nothing where that was not tried.
    #[must_use]
    pub fn stands(&self, strategy: Strategy) -> Option<bool> {
        self.ways_for(strategy).map(|ways| ways == self.ways)
    }
}

/// What becomes of the winner when what is unknown turns out, in each way in which it may; nothing where nothing is unknown,
/// or there is no winner. Exact: every way is tried. The leader in most ways comes first.
///
/// A question without any answer is not widened: it counts for nothing, and is shown as open.
#[must_use]
pub fn unknowns(answers: &Answers) -> Option<Unknowns> {
    let unknown = |factor: &&'static Factor| answers.get(factor.key).is_some_and(|it| it.reply == Reply::Unknown);
    let factors: Vec<_> = FACTORS.iter().filter(unknown).collect();
    let scale = Scale::of(answers);
    if factors.is_empty() || scale.winner(&scale.said).is_none() {
        return None;
    }
    let ways = factors.iter().map(|factor| factor.answers.len() as u64).product();
    let outcomes = (ways <= MOST_WAYS).then(|| {
        let mut walk = Walk { scale: &scale, said: scale.said, path: Vec::new(), found: vec![None; NINE + 1] };
        walk.go(0, walk.known());
        outcomes(walk.found)
    });
    Some(Unknowns { factors, ways, outcomes })
}

/// How often one of the nine leads, and the first way in which it does: the answers' places, in the order of the questions.
type Found = Option<(u64, Vec<(usize, usize)>)>;

/// Going through all ways, a question after the other.
struct Walk<'a> {
    scale: &'a Scale,
    said: Said,
    path: Vec<(usize, usize)>,
    /// For each of the nine, and last for none of them.
    found: Vec<Found>,
}

impl Walk<'_> {
    /// What the questions give that have an answer.
    fn known(&self) -> Each<Sum> {
        let mut said = self.said;
        for (slot, factor) in said.iter_mut().zip(&FACTORS) {
            if *slot == super::scale::all(factor) {
                *slot = 0;
            }
        }
        let mut settled = self.scale.settle(&said);
        settled.pairs = [Sum::default(); NINE];
        settled.sums(&self.scale.weights, 1)
    }

    fn go(&mut self, question: usize, so_far: Each<Sum>) {
        let Some(factor) = FACTORS.get(question) else { return self.arrive(so_far) };
        let before = self.said.get(question).copied().unwrap_or_default();
        if before != super::scale::all(factor) {
            return self.go(question + 1, so_far);
        }
        let weight = self.scale.weights.get(question).copied().unwrap_or_default();
        for answer in 0..factor.answers.len() {
            let mut sums = so_far;
            for (sum, effect) in sums.iter_mut().zip(self.scale.effects(question, answer)) {
                sum.twice += 2 * effect * weight;
                sum.low += effect * weight;
            }
            self.say(question, 1 << answer);
            self.path.push((question, answer));
            self.go(question + 1, sums);
            self.path.pop();
        }
        self.say(question, before);
    }

    fn say(&mut self, question: usize, answers: u32) {
        self.said.get_mut(question).into_iter().for_each(|slot| *slot = answers);
    }

    /// All questions have an answer: who leads?
    fn arrive(&mut self, mut sums: Each<Sum>) {
        let (pairs, out) = self.scale.together(&self.said);
        for (sum, pair) in sums.iter_mut().zip(pairs) {
            sum.twice += pair.twice;
            sum.low += pair.low;
        }
        let place = best(&sums, &out).unwrap_or(NINE);
        if let Some(found) = self.found.get_mut(place) {
            found.get_or_insert_with(|| (0, self.path.clone())).0 += 1;
        }
    }
}

fn outcomes(found: Vec<Found>) -> Vec<Outcome> {
    let named = |(question, answer): &(usize, usize)| {
        let factor = FACTORS.get(*question)?;
        Some((factor, factor.answers.get(*answer)?))
    };
    let outcome = |(place, found): (usize, Found)| {
        let (ways, path) = found?;
        Some(Outcome { winner: strategy_at(place), ways, example: path.iter().filter_map(named).collect() })
    };
    let mut outcomes: Vec<_> = found.into_iter().enumerate().filter_map(outcome).collect();
    order::sort_by_key(&mut outcomes, |outcome| std::cmp::Reverse(outcome.ways));
    outcomes
}
