//! The answer for programs. Its members, keys and their order are a contract; `docs/advise.md` repeats what stands here.
//!
//! Points are numbers with at most one decimal, .5; every figure is exact but for shares, which are the nearest double.

use std::collections::BTreeMap;

use rollcall::plan::Strategy;
use rollcall::strategy::catalogue::combination;
use rollcall::strategy::{
    Advice, Analysis, Answers, Candidate, Contribution, DRAWS, End, FACTORS, Factor, Ground, Obstacle, Outcome,
    PairContribution, Reply, Robustness, SEED, Source, Span, TippingPair, TippingPoint, Turn, Unknowns, WeightInterval,
};
use rollcall::text;
use serde::Serialize;

/// The key of a strategy: approach and delivery, such as `phased_pull_then_push`.
type Key = &'static str;

/// The answer.
#[derive(Serialize)]
pub struct Report {
    /// The strategy that is first; null where nothing is answered, or everything is excluded.
    winner: Option<Key>,
    /// The strategy that the plan has chosen; null where it has none, and for answers alone.
    chosen: Option<Key>,
    /// Every question, in its order.
    questions: Vec<Asked>,
    /// What can be chosen, the best first. Equal points: the higher `fewest` first, then the catalogue's order.
    ranking: Vec<Ranked>,
    /// What cannot or may not be chosen, in the same order. With the ranking, always all nine.
    excluded: Vec<Ranked>,
    /// For each question the nearest answer that changes the winner, where there is one; in the order of the questions.
    tipping_points: Vec<Tip>,
    /// Every pair of answers to two questions that changes the winner where neither does alone; the nearest first.
    tipping_pairs: Vec<Pair>,
    /// For each question the weights with which the winner stays, all others as they are; empty without a winner.
    weight_intervals: Vec<Interval>,
    /// How often the winner stays under weights drawn at random; null without a winner.
    robustness: Option<Drawn>,
    /// What becomes of the winner when what is unknown turns out; null where nothing is unknown or there is no winner.
    unknowns: Option<Open>,
}

/// A question with its reply.
#[derive(Serialize)]
struct Asked {
    /// Its key.
    question: Key,
    /// Its name in a few words.
    label: &'static str,
    /// The key of its answer; `unknown` for "I don't know"; null while it is open, which adds nothing.
    answer: Option<Key>,
    /// Who gave it: `plan` or `person`; null while it is open.
    source: Option<Key>,
    /// How much it counts here: 0 to 5, no unit.
    weight: u8,
    /// How much it counts by this tool's default: 0 to 5.
    default_weight: u8,
}

/// A strategy with everything that counts for and against it.
#[derive(Serialize)]
struct Ranked {
    /// Its place, from 1; null where it is excluded.
    place: Option<usize>,
    /// Its key.
    strategy: Key,
    /// Its name.
    name: &'static str,
    /// Its points: the sum of `points` of all contributions and interactions. The middle of the next two.
    points: f64,
    /// The fewest points possible, as long as something is unknown; otherwise the same.
    fewest: f64,
    /// The most points possible.
    most: f64,
    /// What each reply contributes, in the order of the questions; open questions are not there.
    contributions: Vec<Given>,
    /// What approach and delivery contribute together.
    interactions: Vec<Together>,
    /// Why it is excluded; empty where it is ranked.
    reasons: Vec<Why>,
    /// What would exclude it, should something unknown turn out that way.
    doubts: Vec<Why>,
}

/// What a reply contributes to a strategy.
#[derive(Serialize)]
struct Given {
    /// The question's key.
    question: Key,
    /// The answer's key, or `unknown`.
    answer: Key,
    /// The question's weight here: 0 to 5.
    weight: u8,
    /// Effect on the approach plus effect on the delivery, times the weight; for `unknown` the middle of the next two.
    points: f64,
    /// The fewest that any answer would give.
    fewest: f64,
    /// The most that any answer would give.
    most: f64,
    /// The effects of which it consists: up to one on the approach and one on the delivery; none for `unknown`.
    effects: Vec<Effect>,
}

/// What an answer does to one half of a strategy.
#[derive(Serialize)]
struct Effect {
    /// The half, by its key, such as `phased` or `push`.
    on: Key,
    /// How strongly: −2, −1, 1 or 2.
    effect: i32,
    /// Why.
    because: &'static str,
}

/// What approach and delivery contribute together.
#[derive(Serialize)]
struct Together {
    /// Its key.
    interaction: Key,
    /// Its own weight, 0 to 5, which weights of questions do not change.
    weight: u8,
    /// How strongly: −2, −1, 1 or 2.
    effect: i32,
    /// Weight times effect; half of that where it hangs on something unknown.
    points: f64,
    /// The fewest possible.
    fewest: f64,
    /// The most possible.
    most: f64,
    /// Why.
    because: &'static str,
}

/// Why something is out, or may come to be.
#[derive(Serialize)]
struct Why {
    /// The key of this tool's exclusion, or the id of the plan's rule.
    key: String,
    /// `impossible`: it cannot be done; `forbidden`: a governance rule forbids it.
    ground: Key,
    /// The reason, and what would have to change, as a sentence.
    because: String,
}

/// Another answer to a question.
#[derive(Serialize)]
struct Turned {
    /// The question's key.
    question: Key,
    /// The answer now, or `unknown`; null while it is open.
    from: Option<Key>,
    /// The answer instead.
    to: Key,
    /// How many answers further it is, in the question's order; 1 where there is no answer now, or it is `unknown`.
    steps: usize,
}

/// An answer that changes the winner.
#[derive(Serialize)]
struct Tip {
    /// The question's key.
    question: Key,
    /// The answer now, or `unknown`; null while it is open.
    from: Option<Key>,
    /// The nearest answer that changes the winner.
    to: Key,
    /// How many answers further it is, as in pairs.
    steps: usize,
    /// The winner then; null where nothing would be left.
    winner: Option<Key>,
}

/// A pair of answers that changes the winner where neither does alone.
#[derive(Serialize)]
struct Pair {
    /// The two, in the order of the questions.
    answers: [Turned; 2],
    /// The sum of their steps.
    steps: usize,
    /// The winner then; null where nothing would be left.
    winner: Option<Key>,
}

/// The weights of a question with which the winner stays.
#[derive(Serialize)]
struct Interval {
    /// The question's key.
    question: Key,
    /// Its weight now, always within.
    weight: u8,
    /// Where it begins.
    from: Limit,
    /// Where it ends.
    to: Limit,
}

/// An end of an interval.
#[derive(Serialize)]
struct Limit {
    /// The weight there, 0 to 5, as the nearest double.
    value: f64,
    /// The same as an exact fraction, `7/3`, or whole number, `2`.
    exact: String,
    /// Whether the winner stays with this very weight.
    closed: bool,
    /// Who is first just beyond it; null where nothing lies beyond, at 0 and 5.
    beyond: Option<Key>,
}

/// How often the winner stays under weights drawn at random.
#[derive(Serialize)]
struct Drawn {
    /// How many weightings were drawn.
    draws: u32,
    /// The seed of SplitMix64 from which they follow.
    seed: u64,
    /// In how many the winner stays.
    stays: u32,
    /// `stays` over `draws`: 0 to 1.
    share: f64,
    /// The 95 % interval of the share after Wilson: low and high, 0 to 1.
    interval: [f64; 2],
    /// Who is first in the other weightings, most often first.
    others: Vec<Wins>,
}

/// How often a strategy is first.
#[derive(Serialize)]
struct Wins {
    /// The strategy.
    strategy: Key,
    /// In how many weightings.
    wins: u32,
}

/// What becomes of the winner when what is unknown turns out.
#[derive(Serialize)]
struct Open {
    /// The questions that are answered with `unknown`.
    questions: Vec<Key>,
    /// In how many ways they may turn out: the product of the numbers of their answers.
    ways: u64,
    /// In how many of them the winner leads; null where there are too many ways to try.
    stands: Option<u64>,
    /// Who leads in how many; null where there are too many ways to try.
    outcomes: Option<Vec<Turning>>,
}

/// A leader among the ways in which the unknown may turn out.
#[derive(Serialize)]
struct Turning {
    /// Who leads; null where nothing is left.
    winner: Option<Key>,
    /// In how many ways.
    ways: u64,
    /// One of them: question and answer.
    example: BTreeMap<Key, Key>,
}

fn key(strategy: Strategy) -> Key {
    combination(strategy).key
}

impl Report {
    /// The report on answers, and what follows from them.
    pub fn of(answers: &Answers, advice: &Advice, analysis: &Analysis, chosen: Option<Strategy>) -> Self {
        let winner = advice.winner().map(Candidate::strategy);
        let ranked = |list: &[Candidate]| list.iter().map(|candidate| Ranked::of(advice, candidate)).collect();
        Self {
            winner: winner.map(key),
            chosen: chosen.map(key),
            questions: FACTORS.iter().map(|factor| Asked::of(factor, answers)).collect(),
            ranking: ranked(&advice.ranking),
            excluded: ranked(&advice.excluded),
            tipping_points: analysis.points.iter().map(Tip::of).collect(),
            tipping_pairs: analysis.pairs.iter().map(Pair::of).collect(),
            weight_intervals: analysis.intervals.iter().map(Interval::of).collect(),
            robustness: analysis.robustness.as_ref().map(Drawn::of),
            unknowns: analysis.unknowns.as_ref().zip(winner).map(|(unknowns, winner)| Open::of(unknowns, winner)),
        }
    }
}

impl Asked {
    fn of(factor: &'static Factor, answers: &Answers) -> Self {
        let answered = answers.get(factor.key);
        let source = |source| if source == Source::Plan { "plan" } else { "person" };
        Self {
            question: factor.key,
            label: factor.label,
            answer: answered.map(|answered| answered.reply.key()),
            source: answered.map(|answered| source(answered.source)),
            weight: answers.weights().of(factor).get(),
            default_weight: factor.weight.get(),
        }
    }
}

impl Ranked {
    fn of(advice: &Advice, candidate: &Candidate) -> Self {
        let Span { low, points, high } = candidate.score;
        Self {
            place: advice.place(candidate.strategy()),
            strategy: candidate.combination.key,
            name: candidate.combination.name,
            points: points.value(),
            fewest: low.value(),
            most: high.value(),
            contributions: candidate.contributions.iter().map(|given| Given::of(given, candidate.strategy())).collect(),
            interactions: candidate.interactions.iter().map(Together::of).collect(),
            reasons: candidate.exclusions.iter().map(|obstacle| Why::of(obstacle, text::strategy::exclusion)).collect(),
            doubts: candidate.doubts.iter().map(|obstacle| Why::of(obstacle, text::strategy::doubt)).collect(),
        }
    }
}

impl Given {
    fn of(given: &Contribution, strategy: Strategy) -> Self {
        let answer = given.answered.reply.answer();
        let effects = answer.into_iter().flat_map(|answer| answer.effects_on(strategy));
        let effect = |effect: &rollcall::strategy::Effect| Effect {
            on: effect.on.key(),
            effect: effect.strength.value(),
            because: effect.because,
        };
        Self {
            question: given.answered.factor.key,
            answer: given.answered.reply.key(),
            weight: given.weight.get(),
            points: given.span.points.value(),
            fewest: given.span.low.value(),
            most: given.span.high.value(),
            effects: effects.map(effect).collect(),
        }
    }
}

impl Together {
    fn of(pair: &PairContribution) -> Self {
        Self {
            interaction: pair.interaction.key,
            weight: pair.interaction.weight.get(),
            effect: pair.interaction.strength.value(),
            points: pair.span.points.value(),
            fewest: pair.span.low.value(),
            most: pair.span.high.value(),
            because: pair.interaction.because,
        }
    }
}

impl Why {
    fn of(obstacle: &Obstacle, sentence: fn(&Obstacle) -> String) -> Self {
        let ground = match obstacle.ground() {
            Ground::Impossible => "impossible",
            Ground::Forbidden => "forbidden",
        };
        Self { key: obstacle.key().to_owned(), ground, because: sentence(obstacle) }
    }
}

impl Tip {
    fn of(point: &TippingPoint) -> Self {
        Self {
            question: point.factor.key,
            from: point.from.map(Reply::key),
            to: point.to.key,
            steps: point.steps,
            winner: point.winner.map(key),
        }
    }
}

impl Pair {
    fn of(pair: &TippingPair) -> Self {
        let turned = |turn: Turn| Turned {
            question: turn.factor.key,
            from: turn.from.map(Reply::key),
            to: turn.to.key,
            steps: turn.steps,
        };
        Self { answers: pair.turns.map(turned), steps: pair.steps, winner: pair.winner.map(key) }
    }
}

impl Interval {
    fn of(interval: &WeightInterval) -> Self {
        let limit = |end: End| Limit {
            value: end.at.value(),
            exact: end.at.to_string(),
            closed: end.closed,
            beyond: end.beyond.map(key),
        };
        Self {
            question: interval.factor.key,
            weight: interval.weight.get(),
            from: limit(interval.from),
            to: limit(interval.to),
        }
    }
}

impl Drawn {
    fn of(robustness: &Robustness) -> Self {
        let (low, high) = robustness.interval();
        let wins = |(strategy, wins): &(Strategy, u32)| Wins { strategy: key(*strategy), wins: *wins };
        debug_assert_eq!(robustness.draws, DRAWS);
        Self {
            draws: robustness.draws,
            seed: SEED,
            stays: robustness.stays,
            share: robustness.share(),
            interval: [low, high],
            others: robustness.others.iter().map(wins).collect(),
        }
    }
}

impl Open {
    fn of(unknowns: &Unknowns, winner: Strategy) -> Self {
        let turning = |outcome: &Outcome| Turning {
            winner: outcome.winner.map(key),
            ways: outcome.ways,
            example: outcome.example.iter().map(|(factor, answer)| (factor.key, answer.key)).collect(),
        };
        Self {
            questions: unknowns.factors.iter().map(|factor| factor.key).collect(),
            ways: unknowns.ways,
            stands: unknowns.ways_for(winner),
            outcomes: unknowns.outcomes.as_ref().map(|outcomes| outcomes.iter().map(turning).collect()),
        }
    }
}
