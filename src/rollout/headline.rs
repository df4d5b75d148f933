//! What the nine strategies come to in a sentence: which exposes the fewest people, and what that costs in time.

use super::simulation::{Measure, Outcome, StrategyOutcome};
use crate::plan::Strategy;

/// A strategy that meets the date with at least this chance is likely to.
const LIKELY: f64 = 0.5;

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
}

/// What an outcome says, in short.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Headline {
    /// How many people receive the release.
    pub people: f64,
    /// The strategy that exposes the fewest of those that are likely to meet the date, or of all where none is; of several
    /// the one that is finished first.
    pub best: Point,
    /// Whether any is likely to meet the date.
    pub is_timely: bool,
    /// The strategy that exposes the fewest of all.
    pub safest: Point,
    /// The strategy that exposes the most.
    pub riskiest: Point,
    /// The strategy that is finished first; of several the one that exposes the fewest.
    pub fastest: Point,
    /// The strategy that is chosen, where one is.
    pub chosen: Option<Point>,
}

/// What an outcome says, in short; nothing where nothing was simulated. Strategies that are out of the question are not held
/// against the others, as long as there are others.
#[must_use]
pub fn headline(outcome: &Outcome, chosen: Option<Strategy>, excluded: &[Strategy]) -> Option<Headline> {
    let all: Vec<Point> = outcome.strategies.iter().filter_map(point).collect();
    let possible: Vec<Point> = all.iter().copied().filter(|point| !excluded.contains(&point.strategy)).collect();
    let points = if possible.is_empty() { all.clone() } else { possible };
    let timely: Vec<Point> = points.iter().copied().filter(|point| point.meets_date >= LIKELY).collect();
    let safest = least(&points, |point| (point.exposed, point.finish))?;
    let best = least(&timely, |point| (point.exposed, point.finish));
    Some(Headline {
        people: outcome.people,
        best: best.unwrap_or(safest),
        is_timely: best.is_some(),
        safest,
        riskiest: least(&points, |point| (-point.exposed, point.finish))?,
        fastest: least(&points, |point| (point.finish, point.exposed))?,
        chosen: all.iter().find(|point| Some(point.strategy) == chosen).copied(),
    })
}

/// The point with the least key; the first of several.
fn least(points: &[Point], key: fn(&Point) -> (f64, f64)) -> Option<Point> {
    points.iter().copied().reduce(|best, other| {
        let ((one, tie), (another, other_tie)) = (key(&best), key(&other));
        if another.total_cmp(&one).then(other_tie.total_cmp(&tie)).is_lt() { other } else { best }
    })
}

fn point(of: &StrategyOutcome) -> Option<Point> {
    Some(Point {
        strategy: of.strategy,
        exposed: of.figure(Measure::Exposed)?.mean?.value,
        finish: of.figure(Measure::Finish)?.p50.value,
        meets_date: of.meets_date.value,
    })
}
