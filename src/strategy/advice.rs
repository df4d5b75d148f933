//! The ranking of the nine combinations for a set of answers.

use super::answers::{Answered, Answers, Reply, Source};
use super::catalogue::{Combination, combinations};
use super::condition::Holds;
use super::exclusion::Obstacle;
use super::factor::{FACTORS, FactorAnswer};
use super::pair::{INTERACTIONS, Interaction};
use super::points::{Points, Span};
use crate::order;
use crate::plan::{Strategy, Weight};

/// What the advisor says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What can be chosen, the best first.
    ///
    /// Equal points are ordered by the fewest points possible (the better worst case first), and then by the
    /// catalogue: Phased before Parallel before Big Bang, Push before Pull then push before Pull.
    pub ranking: Vec<Candidate>,
    /// What cannot or may not be chosen, in the same order. With the ranking, always all nine.
    pub excluded: Vec<Candidate>,
    /// How many questions are answered.
    pub progress: Progress,
}

/// How many questions are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// All questions.
    pub questions: usize,
    /// Those with an answer, by a person or by the plan.
    pub answered: usize,
    /// How many of the answers come from the plan.
    pub from_plan: usize,
    /// Those with "I don't know".
    pub unknown: usize,
    /// Those without either.
    pub open: usize,
}

/// A strategy with everything that counts for and against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Which, with its name.
    pub combination: &'static Combination,
    /// Its points: the sum of all contributions.
    pub score: Span,
    /// What each reply contributes, in the order of the questions; also where that is nothing.
    pub contributions: Vec<Contribution>,
    /// What approach and delivery contribute together.
    pub interactions: Vec<PairContribution>,
    /// Why it cannot or may not be chosen; empty for what is ranked.
    pub exclusions: Vec<Obstacle>,
    /// What would take it out, should an "I don't know" turn out that way, or should the plan come to say what an
    /// organisation's rule asks for.
    pub doubts: Vec<Obstacle>,
}

/// What a reply contributes to a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    /// The question and its reply.
    pub answered: Answered,
    /// How much the question counts here.
    pub weight: Weight,
    /// Its points: effects × weight; for "I don't know", across all answers.
    pub span: Span,
}

/// What an interaction contributes to a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairContribution {
    /// Which.
    pub interaction: &'static Interaction,
    /// Its points; from or to nothing where it hangs on an "I don't know".
    pub span: Span,
}

/// Ranks all nine combinations for these answers.
#[must_use]
pub fn advise(answers: &Answers) -> Advice {
    let mut candidates: Vec<_> = combinations().map(|combination| weigh(combination, answers)).collect();
    order::sort_by_key(&mut candidates, |candidate| (-candidate.score.points, -candidate.score.low));
    let (ranking, excluded) = candidates.into_iter().partition(|candidate| candidate.exclusions.is_empty());
    Advice { ranking, excluded, progress: Progress::of(answers) }
}

impl Advice {
    /// The best of those that can be chosen; nothing while no question has an answer.
    #[must_use]
    pub fn winner(&self) -> Option<&Candidate> {
        self.ranking.first().filter(|_| self.progress.answered > 0)
    }

    /// The two best of those that can be chosen.
    #[must_use]
    pub fn leading(&self) -> Option<[&Candidate; 2]> {
        match self.ranking.as_slice() {
            [first, second, ..] => Some([first, second]),
            _ => None,
        }
    }

    /// All nine: those that can be chosen, then the others.
    pub fn all(&self) -> impl Iterator<Item = &Candidate> {
        self.ranking.iter().chain(&self.excluded)
    }

    /// What is excluded, those with the same reasons together, in the order of the best of them.
    #[must_use]
    pub fn excluded_together(&self) -> Vec<(&[Obstacle], Vec<&Candidate>)> {
        let mut groups: Vec<(&[Obstacle], Vec<&Candidate>)> = Vec::new();
        for candidate in &self.excluded {
            match groups.iter_mut().find(|(exclusions, _)| *exclusions == candidate.exclusions.as_slice()) {
                Some((_, alike)) => alike.push(candidate),
                None => groups.push((candidate.exclusions.as_slice(), vec![candidate])),
            }
        }
        groups
    }

    /// The candidate for a strategy.
    #[must_use]
    pub fn candidate(&self, strategy: Strategy) -> Option<&Candidate> {
        self.all().find(|candidate| candidate.strategy() == strategy)
    }

    /// The place of a strategy in the ranking, from 1; nothing where it cannot be chosen.
    #[must_use]
    pub fn place(&self, strategy: Strategy) -> Option<usize> {
        self.ranking.iter().position(|candidate| candidate.strategy() == strategy).map(|at| at + 1)
    }
}

impl Candidate {
    /// The strategy.
    #[must_use]
    pub fn strategy(&self) -> Strategy {
        self.combination.strategy
    }

    /// Its points.
    #[must_use]
    pub fn points(&self) -> Points {
        self.score.points
    }
}

/// With fewer answers the advice would say more about the questions than about the release. A new release has four by its
/// identity alone.
const A_HANDFUL: usize = 5;

impl Progress {
    /// Whether there are enough answers for advice that is worth acting on.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.answered >= A_HANDFUL
    }

    /// Whether so many questions have a reply, "I don't know" among them, that the ranking is worth looking at. Each "I don't
    /// know" widens it.
    #[must_use]
    pub fn is_replied(&self) -> bool {
        self.answered + self.unknown >= A_HANDFUL
    }

    fn of(answers: &Answers) -> Self {
        let unknown = answers.iter().filter(|answered| answered.reply == Reply::Unknown).count();
        let replies = answers.iter().count();
        Self {
            questions: FACTORS.len(),
            answered: replies - unknown,
            from_plan: answers.iter().filter(|answered| answered.source == Source::Plan).count(),
            unknown,
            open: answers.open().count(),
        }
    }
}

fn weigh(combination: &'static Combination, answers: &Answers) -> Candidate {
    let strategy = combination.strategy;
    let contributions: Vec<_> = answers
        .iter()
        .map(|answered| {
            let weight = answers.weights().of(answered.factor);
            Contribution { answered: answered.clone(), weight, span: worth(answered, weight, strategy) }
        })
        .collect();
    let interactions: Vec<_> = INTERACTIONS
        .iter()
        .filter_map(|interaction| {
            let span = match interaction.scope.holds(strategy, answers) {
                Holds::Yes => Span::certain(interaction.points()),
                Holds::Perhaps => Span::across([Points::ZERO, interaction.points()]),
                Holds::No => return None,
            };
            Some(PairContribution { interaction, span })
        })
        .collect();
    let which = |holds| answers.obstacles().filter(|obstacle| obstacle.holds(strategy, answers) == holds).collect();
    let of_replies: Span = contributions.iter().map(|contribution| contribution.span).sum();
    let of_pairs: Span = interactions.iter().map(|contribution| contribution.span).sum();
    Candidate {
        combination,
        score: of_replies + of_pairs,
        contributions,
        interactions,
        exclusions: which(Holds::Yes),
        doubts: which(Holds::Perhaps),
    }
}

fn worth(answered: &Answered, weight: Weight, strategy: Strategy) -> Span {
    let points = |answer: &FactorAnswer| answer.points(weight, strategy);
    match answered.reply {
        Reply::Answer(answer) => Span::certain(points(answer)),
        Reply::Unknown => Span::across(answered.factor.answers.iter().map(points)),
    }
}
