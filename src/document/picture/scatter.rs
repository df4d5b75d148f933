//! Exposure against duration: what safety costs in time.

use super::Edge;
use crate::document::block::{Column, Table};
use crate::document::drawing::{Drawing, Figure, Point, Shape, Side, Tone, WIDTH};
use crate::document::inline::Text;
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

/// The frame of the picture.
const HEIGHT: i32 = 460;
const LEFT: i32 = 90;
const RIGHT: i32 = 940;
const TOP: i32 = 40;
const BOTTOM: i32 = 400;

/// How much room a letter takes, and a line.
const LETTER: i32 = 10;
const LINE: i32 = 22;

/// Marks so near each other are named together.
const NEAR: i32 = 14;

/// Exposure against duration, with the strategies that no other beats joined by a line, and the same in figures.
#[must_use]
pub fn scatter(places: &[Place]) -> Figure {
    let finite: Vec<&Place> = places.iter().filter(|place| place.finish.is_finite()).collect();
    let days: Vec<f64> = finite.iter().map(|place| place.finish / 24.0).collect();
    let people: Vec<f64> = finite.iter().map(|place| place.exposed).collect();
    let (across, up) = (Edge::of(&days, (LEFT, RIGHT)), Edge::of(&people, (BOTTOM, TOP)));
    let mut drawing = Drawing { height: HEIGHT, shapes: Vec::new() };
    for (x, words) in across.ticks() {
        drawing.line(vec![(x, TOP), (x, BOTTOM)], Tone::Grid);
        drawing.label((x, BOTTOM + 26), Side::Middle, &words);
    }
    for (y, words) in up.ticks() {
        drawing.line(vec![(LEFT, y), (RIGHT, y)], Tone::Grid);
        drawing.label((LEFT - 10, y + 7), Side::Before, &words);
    }
    drawing.label((RIGHT, BOTTOM + 52), Side::Before, "days until 95 % have it, median");
    drawing.label((LEFT - 70, TOP - 16), Side::After, "people exposed, mean");
    let at = |place: &Place| (across.place(place.finish / 24.0), up.place(place.exposed));
    let mut frontier: Vec<Point> = finite.iter().filter(|place| place.is_efficient).map(|place| at(place)).collect();
    order::sort_by(&mut frontier, Ord::cmp);
    drawing.line(frontier, Tone::Main);
    let points: Vec<Point> = finite.iter().map(|place| at(place)).collect();
    for (place, point) in finite.iter().zip(&points) {
        drawing.put(mark(place, *point));
    }
    label(&mut drawing, &finite, &points);
    Figure::new(&caption(places), drawing, table(places))
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

/// Names beside the marks, those of marks at one place below each other, where they cover no other name and no mark, as far as
/// there is room. A line leads from a name that had to go far.
fn label(drawing: &mut Drawing, places: &[&Place], points: &[Point]) {
    let mut taken: Vec<Frame> = points.iter().map(|(x, y)| (x - 9, y - 9, x + 9, y + 9)).collect();
    for ((x, y), names) in heaps(places, points) {
        let longest = names.iter().map(|name| name.chars().count()).max().and_then(|it| i32::try_from(it).ok());
        let size = (LETTER * longest.unwrap_or(0), LINE * i32::try_from(names.len()).unwrap_or(0));
        let frame = |(side, dy): (Side, i32)| {
            let left = if side == Side::After { x + 14 } else { x - 14 - size.0 };
            (left, y + dy - 12, left + size.0, y + dy - 12 + size.1)
        };
        let is_free = |frame: Frame| {
            let inside = frame.0 >= 0 && frame.2 <= WIDTH && frame.1 >= TOP - 14 && frame.3 <= BOTTOM + 4;
            inside && !taken.iter().any(|other| overlap(frame, *other))
        };
        let rows = (0..16).flat_map(|step| [step * LINE / 2, -step * LINE / 2]);
        let mut spots = rows.flat_map(|dy| [(Side::After, dy), (Side::Before, dy)]);
        let (side, dy) = spots.find(|spot| is_free(frame(*spot))).unwrap_or((Side::After, 0));
        taken.push(frame((side, dy)));
        let anchor = if side == Side::After { x + 14 } else { x - 14 };
        if dy.abs() > 2 * LINE {
            drawing.line(vec![(x, y), (anchor, y + dy)], Tone::Grid);
        }
        for (row, name) in (0..).zip(names) {
            drawing.label((anchor, y + dy + 7 + LINE * row), side, &name);
        }
    }
}

/// Left, top, right, bottom.
type Frame = (i32, i32, i32, i32);

fn overlap(one: Frame, other: Frame) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

/// The places of marks, with the names of all that lie there.
fn heaps(places: &[&Place], points: &[Point]) -> Vec<(Point, Vec<String>)> {
    let mut heaps: Vec<(Point, Vec<String>)> = Vec::new();
    for (place, (x, y)) in places.iter().zip(points) {
        let name = combination(place.strategy).name;
        let name = if place.is_chosen { format!("{name} (chosen)") } else { name.to_owned() };
        match heaps.iter_mut().find(|((at, up), _)| (at - x).abs() <= NEAR && (up - y).abs() <= NEAR) {
            Some((_, names)) => names.push(name),
            None => heaps.push(((*x, *y), vec![name])),
        }
    }
    heaps
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
