//! Bars to both sides of zero, in per cents of their drawing.

use crate::order;
use crate::strategy::{Advice, Candidate, Span};

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
        let (above, below): (Vec<_>, Vec<_>) = points(candidate).partition(|points| *points > 0);
        [above.iter().sum::<i32>(), -below.iter().sum::<i32>()]
    });
    let ends = advice.ranking.iter().flat_map(|candidate| [candidate.score.high.0, -candidate.score.low.0]);
    f64::from(sides.chain(ends).max().unwrap_or(1).max(1))
}

/// The most points that anything in the ranking has, whichever way; never nothing.
pub fn extent(advice: &Advice) -> f64 {
    f64::from(advice.ranking.iter().map(|candidate| candidate.points().0.abs()).max().unwrap_or(1).max(8))
}

/// One bar for each contribution, the strongest next to zero.
pub fn stacked(candidate: &Candidate, extent: f64) -> Vec<Bar> {
    let mut parts: Vec<i32> = points(candidate).filter(|points| *points != 0).collect();
    order::sort_by_key(&mut parts, |points| std::cmp::Reverse(points.abs()));
    let (mut above, mut below) = (50.0, 50.0);
    let place = |points: i32| {
        let length = f64::from(points.abs()) / extent * 50.0;
        let width = (length - GAP).max(length / 2.0);
        if points > 0 {
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
pub fn single(points: i32, extent: f64) -> Bar {
    let width = f64::from(points.abs()) / extent * 50.0;
    if points < 0 {
        Bar { x: 50.0 - width, width, speaks_for: false }
    } else {
        Bar { x: 50.0, width, speaks_for: true }
    }
}

/// From the fewest to the most points possible, as two places.
pub fn ends(span: Span, extent: f64) -> (f64, f64) {
    let place = |points: i32| 50.0 + f64::from(points) / extent * 50.0;
    (place(span.low.0), place(span.high.0))
}

/// A place or a length as an attribute.
pub fn per_cent(share: f64) -> String {
    format!("{share:.2}%")
}

fn points(candidate: &Candidate) -> impl Iterator<Item = i32> + '_ {
    let of_replies = candidate.contributions.iter().map(|contribution| contribution.span.points.0);
    of_replies.chain(candidate.interactions.iter().map(|pair| pair.span.points.0))
}
