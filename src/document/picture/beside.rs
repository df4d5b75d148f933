//! Words beside points: none over another, over a point or out of the frame.

use crate::document::drawing::{Drawing, Frame, LINE, Point, Side, Tone, widest};
use crate::order;

/// From a point to the words beside it.
const GAP: i32 = 14;

/// Half of what the mark of a point covers.
const MARK: i32 = 10;

/// From so far on a line leads from the point to its words.
const FAR: i32 = 30;

/// Places for words are tried in steps of so many squares.
const STEP: (usize, usize) = (12, 8);

/// A point with the words that belong beside it, a line each.
pub(super) type Named = (Point, Vec<String>);

/// Words where they found room.
pub(super) struct Placed<'a> {
    /// What they belong to.
    named: &'a Named,
    /// What they cover.
    covers: Frame,
    /// How far they are from their point, squared.
    away: i32,
}

/// Finds room for the words of each point: at its right, its left, above or below it, else as near as there is room, but
/// not farther than this; nothing where some words have no room. The widest are placed first.
pub(super) fn place<'a>(all: &'a [Named], frame: Frame, farthest: i32) -> Option<Vec<Placed<'a>>> {
    let mut taken: Vec<Frame> = all.iter().map(|((x, y), _)| (x - MARK, y - MARK, x + MARK, y + MARK)).collect();
    let mut sorted: Vec<&Named> = all.iter().collect();
    order::sort_by_key(&mut sorted, |(_, words)| -extent(words).0);
    let place = |named: &'a Named| {
        let size = extent(&named.1);
        let free = spots(named.0, size, frame).filter(|spot| is_inside(*spot, frame) && is_free(*spot, &taken));
        let (away, covers) = free
            .map(|spot| (away(named.0, spot), spot))
            .reduce(|best, spot| if spot.0 < best.0 { spot } else { best })?;
        taken.push(covers);
        (away <= farthest.saturating_mul(farthest)).then_some(Placed { named, covers, away })
    };
    sorted.into_iter().map(place).collect()
}

/// Writes words where they found room.
pub(super) fn write(drawing: &mut Drawing, placed: &[Placed]) {
    for Placed { named: ((x, y), _), covers: (left, top, right, bottom), .. } in
        placed.iter().filter(|it| it.away > FAR * FAR)
    {
        drawing.line(vec![(*x, *y), (*x.clamp(left, right), *y.clamp(top, bottom))], Tone::Soft);
    }
    for Placed { named: (_, words), covers: (left, top, ..), .. } in placed {
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
fn away((x, y): Point, (left, top, right, bottom): Frame) -> i32 {
    let (across, up) = (x - x.clamp(left, right), y - y.clamp(top, bottom));
    // All that is next to the point is equally near.
    (across * across + up * up).max(GAP * GAP)
}

fn is_inside(one: Frame, frame: Frame) -> bool {
    one.0 >= frame.0 && one.1 >= frame.1 && one.2 <= frame.2 && one.3 <= frame.3
}

fn is_free(one: Frame, taken: &[Frame]) -> bool {
    taken.iter().all(|other| one.0 >= other.2 || other.0 >= one.2 || one.1 >= other.3 || other.1 >= one.3)
}
