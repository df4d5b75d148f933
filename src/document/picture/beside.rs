//! Words beside points: none over another, over a point or out of the frame.

use crate::document::drawing::{Drawing, Frame, LINE, Point, Side, Tone, widest};
use crate::order;

/// From a point to the words beside it.
const GAP: i32 = 14;

/// Half of what the mark of a point covers.
const MARK: i32 = 10;

/// How bad it is, in squares of a distance, to lie over the line.
const OVER_LINE: i32 = 900;

/// How bad it is to be about as near to another point as to the own one.
const MISTAKEN: i32 = 2500;

/// No worse than next to the point, be it over the line.
pub(super) const NEXT_TO_IT: i32 = OVER_LINE + 900;

/// From so far on a line leads from the point to its words.
const FAR: i32 = 30;

/// Places for words are tried in steps of so many squares.
const STEP: (usize, usize) = (12, 8);

/// A point with the words that belong beside it, a line each.
pub(super) type Named = (Point, Vec<String>);

/// What words have to do with.
pub(super) struct Around<'a> {
    /// The marks, which are kept free.
    pub marks: &'a [Point],
    /// A line, which words should not lie over.
    pub line: &'a [Point],
    /// Words stand within it.
    pub frame: Frame,
}

/// Words where they found room.
pub(super) struct Placed<'a> {
    /// What they belong to.
    named: &'a Named,
    /// What they cover.
    covers: Frame,
}

/// Finds room for the words of each point: at its right, its left, above or below it, else as near as there is room, but
/// no worse than this; nothing where some words have no room. The widest are placed first.
pub(super) fn place<'a>(all: &'a [Named], around: &Around, worst: i32) -> Option<Vec<Placed<'a>>> {
    let mut taken: Vec<Frame> = around.marks.iter().map(|(x, y)| (x - MARK, y - MARK, x + MARK, y + MARK)).collect();
    let line = along(around.line);
    let mut sorted: Vec<&Named> = all.iter().collect();
    order::sort_by_key(&mut sorted, |(_, words)| -extent(words).0);
    let mut placed = Vec::new();
    for named in sorted {
        let mut best: Option<(i32, Frame)> = None;
        for spot in spots(named.0, extent(&named.1), around.frame) {
            let is_better = |of: i32| best.is_none_or(|(least, _)| of < least);
            // All that is next to the point is equally near.
            let bad = distance(named.0, spot).max(GAP * GAP);
            if !is_better(bad) || !is_inside(spot, around.frame) || !is_free(spot, &taken) {
                continue;
            }
            let is_over = line.iter().any(|point| is_within(*point, spot));
            let others = all.iter().map(|other| other.0).filter(|other| *other != named.0);
            let is_mistaken = nearest(others, spot) <= 2 * distance(named.0, spot);
            let bad = bad + if is_over { OVER_LINE } else { 0 } + if is_mistaken { MISTAKEN } else { 0 };
            if is_better(bad) {
                best = Some((bad, spot));
            }
        }
        let (_, covers) = best.filter(|(bad, _)| *bad <= worst)?;
        taken.push(covers);
        placed.push(Placed { named, covers });
    }
    Some(placed)
}

/// Points along a line, near enough to each other that no words fall between them.
fn along(line: &[Point]) -> Vec<Point> {
    let pairs = line.iter().zip(line.iter().skip(1));
    let points = pairs.flat_map(|((x, y), (to_x, to_y))| {
        let steps = ((to_x - x).abs().max((to_y - y).abs()) / MARK).max(1);
        (0..=steps).map(move |at| (x + (to_x - x) * at / steps, y + (to_y - y) * at / steps))
    });
    points.collect()
}

/// Writes words where they found room.
pub(super) fn write(drawing: &mut Drawing, placed: &[Placed]) {
    let far = placed.iter().filter(|it| distance(it.named.0, it.covers) > FAR * FAR);
    for Placed { named: ((x, y), _), covers: (left, top, right, bottom) } in far {
        drawing.line(vec![(*x, *y), (*x.clamp(left, right), *y.clamp(top, bottom))], Tone::Soft);
    }
    for Placed { named: (_, words), covers: (left, top, ..) } in placed {
        let mut line = top + LINE - 6;
        for words in words {
            drawing.label((*left, line), Side::After, words);
            line += LINE;
        }
    }
}

/// How wide and how high words are.
fn extent(words: &[String]) -> (i32, i32) {
    (widest(words.iter().map(String::as_str)), LINE * i32::try_from(words.len()).unwrap_or(0))
}

/// Where words might stand: the four places next to the point, then anywhere.
fn spots((x, y): Point, (width, height): (i32, i32), frame: Frame) -> impl Iterator<Item = Frame> {
    let (left, top, right, bottom) = frame;
    let level = y - LINE / 2;
    let near =
        [(x + GAP, level), (x - GAP - width, level), (x - width / 2, y - GAP - height), (x - width / 2, y + GAP)];
    let rows = (top..=bottom).step_by(STEP.1);
    let anywhere = rows.flat_map(move |top| (left..=right).step_by(STEP.0).map(move |left| (left, top)));
    near.into_iter().chain(anywhere).map(move |(left, top)| (left, top, left + width, top + height))
}

/// The square of the distance from a point to the nearest of a frame.
fn distance((x, y): Point, (left, top, right, bottom): Frame) -> i32 {
    let (across, up) = (x - x.clamp(left, right), y - y.clamp(top, bottom));
    across * across + up * up
}

/// The square of the distance from the nearest of these points.
fn nearest(points: impl Iterator<Item = Point>, frame: Frame) -> i32 {
    points.map(|point| distance(point, frame)).min().unwrap_or(i32::MAX)
}

fn is_within((x, y): Point, frame: Frame) -> bool {
    frame.0 <= x && x <= frame.2 && frame.1 <= y && y <= frame.3
}

fn is_inside(one: Frame, frame: Frame) -> bool {
    one.0 >= frame.0 && one.1 >= frame.1 && one.2 <= frame.2 && one.3 <= frame.3
}

fn is_free(one: Frame, taken: &[Frame]) -> bool {
    taken.iter().all(|other| one.0 >= other.2 || other.0 >= one.2 || one.1 >= other.3 || other.1 >= one.3)
}
