//! Exposure against duration: what safety costs in time.

use super::beside::{self, Around, NEXT_TO_IT, Named};
use super::{Edge, named};
use crate::document::block::{Column, Table};
use crate::document::drawing::{Drawing, Figure, LINE, Point, Shape, Side, Size, Tone, Words, widest};
use crate::document::inline::Text;
use crate::document::plot::BELOW;
use crate::order;
use crate::plan::{Approach, Decimal, ForecastOfStrategy, Strategy};
use crate::rollout::simulation::{Measure, Outcome};
use crate::strategy::catalogue::combination;
use crate::text::forecast::amount;

/// Where a strategy lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The strategy.
    pub strategy: Strategy,
    /// Whether it is the chosen one.
    pub is_chosen: bool,
    /// The mean of the people exposed.
    pub exposed: f64,
    /// The median of the finish, in hours; infinite where most trials do not come to an end.
    pub finish: f64,
    /// Whether no other strategy is better on both.
    pub is_efficient: bool,
}

/// Where the strategies lie that were simulated.
#[must_use]
pub fn places(outcome: &Outcome, chosen: Option<Strategy>) -> Vec<Place> {
    let all = outcome.strategies.iter().filter_map(|of| {
        let exposed = of.figure(Measure::Exposed)?.mean?.value;
        let finish = of.figure(Measure::Finish)?.p50.value;
        Some((of.strategy, exposed, finish))
    });
    with_frontier(&all.collect::<Vec<_>>(), chosen)
}

/// Where they lay when a forecast was put down.
#[must_use]
pub fn places_put_down(compared: &[ForecastOfStrategy], chosen: Option<Strategy>) -> Vec<Place> {
    let all = compared.iter().filter_map(|of| {
        let finish = of.finish.p50.map_or(f64::INFINITY, Decimal::get);
        Some((of.strategy?, of.exposed.mean?.get(), finish))
    });
    with_frontier(&all.collect::<Vec<_>>(), chosen)
}

/// The same rule as [`Outcome::frontier`]: none other is at least as good on both and better on one, where those who never finish
/// are alike in time.
fn with_frontier(all: &[(Strategy, f64, f64)], chosen: Option<Strategy>) -> Vec<Place> {
    let place = |(strategy, exposed, finish): &(Strategy, f64, f64)| {
        let beaten = all.iter().any(|(_, other_exposed, other_finish)| {
            other_exposed <= exposed && other_finish <= finish && (other_exposed < exposed || other_finish < finish)
        });
        Place {
            strategy: *strategy,
            is_chosen: chosen == Some(*strategy),
            exposed: *exposed,
            finish: *finish,
            is_efficient: !beaten,
        }
    };
    all.iter().map(place).collect()
}

/// How high the picture is where marks have their names beside them, and where its frame begins and ends.
const HEIGHT: i32 = 480;
const TOP: i32 = 40;
const BOTTOM: i32 = 400;

/// Marks so near each other touch, and words beside one would be read as those of another: they are named together.
const NEAR: i32 = 24;

/// A letter for each of the nine.
const LETTERS: [&str; 9] = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];

/// Exposure against duration, with the strategies that no other beats joined by a line, and the same in figures.
#[must_use]
pub fn scatter(places: &[Place]) -> Figure {
    Figure::drawn(&caption(places), &|size| drawing(size, places), table(places))
}

fn drawing(size: Size, places: &[Place]) -> Drawing {
    let finite: Vec<(&Place, &str)> =
        places.iter().zip(LETTERS).filter(|(place, _)| place.finish.is_finite()).collect();
    let days: Vec<f64> = finite.iter().map(|(place, _)| place.finish / 24.0).collect();
    let people: Vec<f64> = finite.iter().map(|(place, _)| place.exposed).collect();
    let up = Edge::of(&people, (BOTTOM, TOP));
    let levels = up.ticks();
    let (left, right) = (widest(levels.iter().map(|(_, words)| words.as_str())) + 14, size.width() - 20);
    let across = Edge::of(&days, (left, right));
    let mut drawing = Drawing::new(size, HEIGHT);
    let below = Words { line: Some(BOTTOM + BELOW), within: (0, size.width()) };
    drawing.uprights(&across.ticks(), (TOP, BOTTOM), below).levels(&levels, (left, right), true);
    drawing.label((right, BOTTOM + BELOW + LINE), Side::Before, "days until 95 % have it, median");
    drawing.label((0, TOP - 20), Side::After, "people exposed, mean");
    let points: Vec<Point> =
        people.iter().zip(&days).map(|(people, days)| (across.place(*days), up.place(*people))).collect();
    let on_frontier = finite.iter().zip(&points).filter(|((place, _), _)| place.is_efficient);
    let mut frontier: Vec<Point> = on_frontier.map(|(_, point)| *point).collect();
    order::sort_by(&mut frontier, Ord::cmp);
    drawing.line(frontier.clone(), Tone::Main);
    for ((place, _), point) in finite.iter().zip(&points) {
        drawing.put(mark(place, *point));
    }
    let around = Around { marks: &points, line: &frontier, frame: (left, TOP, size.width(), BOTTOM) };
    name(&mut drawing, size, &finite, &around);
    drawing
}

/// Names beside the marks, those of marks at one place below each other. Where some would not stand next to their mark, and on a narrow
/// sheet, letters stand there, and the names with their letters below the picture.
fn name(drawing: &mut Drawing, size: Size, places: &[(&Place, &str)], around: &Around) {
    let names = heaps(around.marks, places.iter().map(|(place, _)| named(place.strategy, place.is_chosen)));
    if let Some(placed) = size.pick(beside::place(&names, around, NEXT_TO_IT), None) {
        beside::write(drawing, &placed);
        return;
    }
    let letters = heaps(around.marks, places.iter().map(|(place, letter)| marked(place, letter)));
    let letters: Vec<Named> = letters.into_iter().map(|(point, all)| (point, vec![all.join(", ")])).collect();
    beside::write(drawing, &beside::place(&letters, around, i32::MAX).unwrap_or_default());
    let (columns, top) = (size.pick(3, 1), HEIGHT + 8);
    let mut at = 0;
    for (place, letter) in places {
        let spot = (size.width() / columns * (at % columns), top + LINE * (at / columns) + 16);
        let name = combination(place.strategy).name;
        drawing.label(spot, Side::After, &format!("{} {name}", marked(place, letter)));
        at += 1;
    }
    drawing.height = top + LINE * ((at + columns - 1) / columns) + 4;
}

/// The letter of a strategy; that of the chosen one is marked.
fn marked(place: &Place, letter: &str) -> String {
    if place.is_chosen { format!("▸ {letter}") } else { letter.to_owned() }
}

/// The points with what stands beside each; points near each other are one.
fn heaps(points: &[Point], words: impl Iterator<Item = String>) -> Vec<Named> {
    let mut heaps: Vec<Named> = Vec::new();
    for ((x, y), words) in points.iter().zip(words) {
        match heaps.iter_mut().find(|((at, up), _)| (at - x).abs() <= NEAR && (up - y).abs() <= NEAR) {
            Some((_, all)) => all.push(words),
            None => heaps.push(((*x, *y), vec![words])),
        }
    }
    heaps
}

/// The approach as a shape: a dot, a square, a triangle. What no other beats is filled with the accent.
fn mark(place: &Place, (x, y): Point) -> Shape {
    let tone = if place.is_efficient { Tone::Main } else { Tone::Second };
    match place.strategy.approach {
        Approach::Phased => Shape::Dot { at: (x, y), tone },
        Approach::BigBang => Shape::Bar { at: (x - 7, y - 7), size: (14, 14), tone },
        Approach::Parallel => Shape::Area { points: vec![(x, y - 9), (x + 9, y + 7), (x - 9, y + 7)], tone },
    }
}

fn caption(places: &[Place]) -> String {
    let never = places.iter().filter(|place| place.finish.is_infinite()).count();
    let left_out = match never {
        0 => String::new(),
        1 => " One strategy is not drawn: it finishes in fewer than half the trials.".to_owned(),
        more => format!(" {more} strategies are not drawn: they finish in fewer than half the trials."),
    };
    format!(
        "People exposed against the time it takes. The line joins what no other strategy beats on both: to its lower left \
         there is nothing. Dot: Phased; square: Big Bang; triangle: Parallel.{left_out}"
    )
}

fn table(places: &[Place]) -> Table {
    let columns = [
        Column::words("Strategy"),
        Column::number("Exposed, mean"),
        Column::number("Finish, median"),
        Column::words("Beaten on both"),
    ];
    let rows = places.iter().map(|place| {
        let name = combination(place.strategy).name;
        [
            if place.is_chosen { Text::strong(name).then(" (chosen)") } else { Text::from(name) },
            Text::from(amount(Measure::Exposed, place.exposed, "")),
            Text::from(amount(Measure::Finish, place.finish, "")),
            Text::from(if place.is_efficient { "no" } else { "yes" }),
        ]
    });
    Table::of(columns, rows)
}
