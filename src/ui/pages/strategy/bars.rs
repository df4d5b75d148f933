//! Bars to both sides of zero, in per cents of their drawing.

use crate::order;
use crate::strategy::{Advice, Candidate, Points, Span};

/// The gap between two bars, in per cent.
const GAP: f64 = 0.3;

/// A bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Where it begins, in per cent.
    pub x: f64,
    /// How long it is, in per cent.
    pub width: f64,
    /// Whether it lies on the side of zero that speaks for it.
    pub speaks_for: bool,
}

/// The most points that anything in the ranking has on either side, as bars that are stacked; never nothing.
pub fn stacked_extent(advice: &Advice) -> f64 {
    let sides = advice.ranking.iter().flat_map(|candidate| {
        let (above, below): (Vec<Points>, Vec<Points>) = points(candidate).partition(|points| *points > Points::ZERO);
        [above.into_iter().sum::<Points>(), -below.into_iter().sum::<Points>()]
    });
    let ends = advice.ranking.iter().flat_map(|candidate| [candidate.score.high, -candidate.score.low]);
    sides.chain(ends).max().unwrap_or_default().max(Points::of(1)).value()
}

/// The most points that anything in the ranking has, whichever way; never nothing.
pub fn extent(advice: &Advice) -> f64 {
    advice
        .ranking
        .iter()
        .map(|candidate| candidate.points().size())
        .max()
        .unwrap_or_default()
        .max(Points::of(8))
        .value()
}

/// One bar for each contribution, the strongest next to zero.
pub fn stacked(candidate: &Candidate, extent: f64) -> Vec<Bar> {
    let mut parts: Vec<Points> = points(candidate).filter(|points| *points != Points::ZERO).collect();
    order::sort_by_key(&mut parts, |points| std::cmp::Reverse(points.size()));
    let (mut above, mut below) = (50.0, 50.0);
    let place = |points: Points| {
        let length = points.size().value() / extent * 50.0;
        let width = (length - GAP).max(length / 2.0);
        if points > Points::ZERO {
            above += length;
            Bar { x: above - length, width, speaks_for: true }
        } else {
            below -= length;
            Bar { x: below + length - width, width, speaks_for: false }
        }
    };
    parts.into_iter().map(place).collect()
}

/// One bar for all points together.
pub fn single(points: Points, extent: f64) -> Bar {
    let width = points.size().value() / extent * 50.0;
    if points < Points::ZERO {
        Bar { x: 50.0 - width, width, speaks_for: false }
    } else {
        Bar { x: 50.0, width, speaks_for: true }
    }
}

/// From the fewest to the most points possible, as two places.
pub fn ends(span: Span, extent: f64) -> (f64, f64) {
    let place = |points: Points| 50.0 + points.value() / extent * 50.0;
    (place(span.low), place(span.high))
}

/// A place or a length as an attribute.
pub fn per_cent(share: f64) -> String {
    format!("{share:.2}%")
}

fn points(candidate: &Candidate) -> impl Iterator<Item = Points> + '_ {
    let of_replies = candidate.contributions.iter().map(|contribution| contribution.span.points);
    of_replies.chain(candidate.interactions.iter().map(|pair| pair.span.points))
}
