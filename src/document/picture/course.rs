//! How something goes on over time under several strategies: a small panel each, with the band that holds eight trials in ten.

use super::named;
use crate::document::block::{Column, Table};
use crate::document::drawing::{Drawing, Figure, Point, Side, Size, Tone, widest, words_width};
use crate::document::inline::Text;
use crate::document::plot::{BELOW, Plot, Scale};
use crate::plan::Strategy;
use crate::rollout::simulation::{Course, CoursePoint};
use crate::strategy::catalogue::combination;
use crate::text::forecast::{number, tick};

/// Where no more per cent than this are ever reached, what the service desk takes is not drawn.
const LOW: f64 = 40.0;

/// What the load of the service desk is.
const LOAD: &str = "Calls of the day in percent of what the service desk takes";

/// So many moments of each stand in the table, besides the start.
const MOMENTS: u32 = 6;

/// What goes on over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Going {
    /// The share of people who have it.
    Adoption,
    /// The load of the service desk.
    Desk,
}

/// One strategy's course.
#[derive(Debug, Clone, Copy)]
pub struct Series<'a> {
    /// The strategy.
    pub strategy: Strategy,
    /// Whether it is the chosen one.
    pub is_chosen: bool,
    /// Its course.
    pub course: &'a Course,
}

/// Courses side by side with the same edges, with the same in figures.
#[must_use]
pub fn course(going: Going, series: &[Series]) -> Figure {
    let factor = if going == Going::Adoption { 100.0 } else { 1.0 };
    let end = series.iter().map(|one| settled(one.course)).fold(24.0, f64::max) / 24.0;
    let most = series.iter().flat_map(|one| until(one.course, end)).map(|point| point.p90 * factor).fold(1.0, f64::max);
    // All that is possible is drawn, unless that would press what happens to the ground.
    let is_low = going == Going::Desk && most < LOW;
    let top = if is_low { most } else { most.max(100.0) };
    let bound = (going == Going::Desk && !is_low).then_some(100.0);
    let all = Courses { bound, factor, end, top: top * 1.05 };
    Figure::drawn(&caption(going, is_low), &|size| drawing(size, &all, series), table(series, factor, end))
}

/// What the panels have in common.
struct Courses {
    /// What the service desk takes, in per cent, where that is drawn.
    bound: Option<f64>,
    /// What makes per cents of a value.
    factor: f64,
    /// The last day.
    end: f64,
    /// The upper edge, in per cent.
    top: f64,
}

/// The points of a course up to a day.
fn until(course: &Course, end: f64) -> impl Iterator<Item = CoursePoint> {
    course.points.iter().copied().take_while(move |point| point.at / 24.0 <= end)
}

/// Between two panels beside each other.
const BETWEEN: i32 = 24;

/// From the upper edge of a panel to its frame: room for the name and a line below it.
const HEAD: i32 = 36;

/// A panel for each strategy, up to three beside each other; on a narrow sheet one below the other.
fn drawing(size: Size, all: &Courses, series: &[Series]) -> Drawing {
    let count = i32::try_from(series.len()).unwrap_or(0);
    let shares = Scale { from: (0.0, 0), until: (all.top, 0) }.ticks(size.pick(3, 2)).into_iter();
    let up: Vec<(f64, String)> = shares.map(|share| (share, format!("{} %", tick(share)))).collect();
    let left = widest(up.iter().map(|(_, words)| words.as_str())) + 14;
    let (columns, high, days) = match (size, count) {
        (Size::Narrow, _) => (1, 90, 5),
        (Size::Wide, 0 | 1) => (1, 280, 8),
        (Size::Wide, 2 | 4) => (2, 200, 6),
        // Beside numbers that long there is no room for three names.
        (Size::Wide, _) if left > 112 => (2, 140, 6),
        (Size::Wide, _) => (3, 140, 4),
    };
    let wide = (size.width() - left - 12 - BETWEEN * (columns - 1)) / columns;
    // Days stand below the lowest panel of each column; on a narrow sheet, where that is out of sight, below each.
    let row = HEAD + high + BELOW + size.pick(4, 16);
    let rows = (count + columns - 1) / columns;
    let mut drawing = Drawing::new(size, row * rows + 4);
    for (one, at) in series.iter().zip(0..) {
        let (x, y) = (left + (wide + BETWEEN) * (at % columns), row * (at / columns));
        let worded = size == Size::Narrow || at + columns >= count;
        head(&mut drawing, one, (x, y), wide);
        let frame = (x, y + HEAD, x + wide, y + HEAD + high);
        let mut plot = Plot::within(drawing, frame, (0.0, all.end), (0.0, all.top));
        let days = plot.across.ticks(days).into_iter().map(|day| (day, tick(day)));
        plot.uprights(days.collect(), worded).levels(up.clone(), at % columns == 0);
        draw(&mut plot, all, one.course);
        drawing = plot.into_drawing();
    }
    drawing
}

/// The name above a panel and a line below it: a bold one where it is the chosen one.
fn head(drawing: &mut Drawing, one: &Series, (x, y): Point, wide: i32) {
    let name = named(one.strategy, one.is_chosen);
    // The last of a row would stand out where the numbers at the left are long.
    drawing.label((x.min(drawing.width - words_width(&name)), y + 20), Side::After, &name);
    let (high, tone) = if one.is_chosen { (4, Tone::Main) } else { (2, Tone::Grid) };
    drawing.bar((x, y + 28), (wide, high), tone);
}

/// The band, the median, and the capacity of the desk.
fn draw(plot: &mut Plot, all: &Courses, course: &Course) {
    let points = || until(course, all.end);
    let at = |point: &CoursePoint| point.at / 24.0;
    let band: Vec<(f64, f64, f64)> =
        points().map(|point| (at(&point), point.p10 * all.factor, point.p90 * all.factor)).collect();
    plot.band(&band, Tone::Soft);
    if let Some(bound) = all.bound {
        plot.line([(0.0, bound), (all.end, bound)], Tone::Bound);
    }
    plot.line(points().map(|point| (at(&point), point.p50 * all.factor)), Tone::Main);
}

/// From when on nothing happens any more that is worth drawing.
fn settled(course: &Course) -> f64 {
    let last = course.points.last().copied().unwrap_or_default();
    let near = |one: f64, other: f64| (one - other).abs() <= 0.002 * other.abs().max(1.0);
    let moves =
        |point: &CoursePoint| !(near(point.p10, last.p10) && near(point.p50, last.p50) && near(point.p90, last.p90));
    let until = course.points.iter().rposition(moves).and_then(|at| course.points.get(at + 1));
    until.map_or(last.at, |point| (point.at * 1.05).min(last.at))
}

fn caption(going: Going, is_low: bool) -> String {
    let (what, bound) = match (going, is_low) {
        (Going::Adoption, _) => ("Share of people who have it", ""),
        (Going::Desk, true) => (LOAD, " All that it takes, 100 %, lies far above the panels."),
        (Going::Desk, false) => (LOAD, " Dashed: all that it takes."),
    };
    format!("{what}, by days from the start: the median, and pale the band that holds eight trials in ten.{bound}")
}

fn table(series: &[Series], factor: f64, end: f64) -> Table {
    let columns = [
        Column::words("Strategy"),
        Column::number("Day"),
        Column::number("10 %"),
        Column::number("Median"),
        Column::number("90 %"),
    ];
    let rows = series.iter().flat_map(|one| {
        let name = combination(one.strategy).name;
        (0..=MOMENTS).map(move |step| {
            let day = end * f64::from(step) / f64::from(MOMENTS);
            let before = one.course.points.iter().copied().rfind(|point| point.at <= day * 24.0).unwrap_or_default();
            let [p10, p50, p90] = [before.p10, before.p50, before.p90].map(|share| percent(share * factor));
            [Text::from(name), Text::from(number(day)), p10, p50, p90]
        })
    });
    Table::of(columns, rows)
}

fn percent(of: f64) -> Text {
    Text::from(format!("{} %", number(of)))
}
