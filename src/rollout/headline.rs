//! What the nine strategies come to in a sentence: which exposes the fewest people, and what that costs in time.

use super::simulation::{Measure, Outcome, StrategyOutcome};
use crate::plan::Strategy;

/// What is said of one strategy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Which.
    pub strategy: Strategy,
    /// The mean of the people exposed.
    pub exposed: f64,
    /// The median of the finish, in hours; infinite where most trials do not come to an end.
    pub finish: f64,
    /// The chance to meet the date, from 0 to 1.
    pub meets_date: f64,
    /// The chance of a back-out, from 0 to 1.
    pub back_out: f64,
}

/// What an outcome says, in short.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Headline {
    /// How many people receive the release.
    pub people: f64,
    /// The strategy that exposes the fewest; of those the one that is finished first.
    pub safest: Point,
    /// The strategy that exposes the most.
    pub riskiest: Point,
    /// The strategy that is finished first; of those the one that exposes the fewest.
    pub fastest: Point,
    /// The strategy that is chosen, where one is.
    pub chosen: Option<Point>,
    /// The strategy with the best chance to meet the date.
    pub surest: Point,
}

/// What an outcome says, in short; nothing where nothing was simulated.
#[must_use]
pub fn headline(outcome: &Outcome, chosen: Option<Strategy>) -> Option<Headline> {
    let points: Vec<Point> = outcome.strategies.iter().filter_map(point).collect();
    let least = |key: &dyn Fn(&Point) -> (f64, f64)| {
        let smaller = |best: Point, other: &Point| {
            let ((one, tie), (another, other_tie)) = (key(&best), key(other));
            let is_less = another.total_cmp(&one).then(other_tie.total_cmp(&tie)).is_lt();
            if is_less { *other } else { best }
        };
        points.first().map(|first| points.iter().fold(*first, smaller))
    };
    Some(Headline {
        people: outcome.people,
        safest: least(&|point| (point.exposed, point.finish))?,
        riskiest: least(&|point| (-point.exposed, point.finish))?,
        fastest: least(&|point| (point.finish, point.exposed))?,
        surest: least(&|point| (-point.meets_date, point.exposed))?,
        chosen: points.iter().find(|point| Some(point.strategy) == chosen).copied(),
    })
}

fn point(of: &StrategyOutcome) -> Option<Point> {
    Some(Point {
        strategy: of.strategy,
        exposed: of.figure(Measure::Exposed)?.mean?.value,
        finish: of.figure(Measure::Finish)?.p50.value,
        meets_date: of.meets_date.value,
        back_out: of.back_out.value,
    })
}
