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
    let most =
        series.iter().flat_map(|one| until(one.course, end)).map(|point| point.p90 * factor).fold(100.0, f64::max);
    let all = Courses { going, factor, end, top: most * 1.05 };
    Figure::drawn(&caption(going), &|size| drawing(size, &all, series), table(series, factor, end))
}

/// What the panels have in common.
struct Courses {
    going: Going,
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
    let columns = size.pick(
        match count {
            0 | 1 => 1,
            2 | 4 => 2,
            _ => 3,
        },
        1,
    );
    let high = size.pick([280, 200, 140], [90; 3]);
    let high = high.into_iter().nth(usize::try_from(columns - 1).unwrap_or(0)).unwrap_or(140);
    let scale = Scale { from: (0.0, 0), until: (all.top, high) };
    let up: Vec<(f64, String)> =
        scale.ticks(size.pick(3, 2)).into_iter().map(|share| (share, format!("{} %", tick(share)))).collect();
    let left = widest(up.iter().map(|(_, words)| words.as_str())) + 14;
    let wide = (size.width() - left - 12 - BETWEEN * (columns - 1)) / columns;
    // Days stand below the lowest panel of each column; on a narrow sheet, where that is out of sight, below each.
    let row = HEAD + high + size.pick(20, BELOW + 16);
    let rows = (count + columns - 1) / columns;
    let mut drawing = Drawing::new(size, row * rows + size.pick(16, 0));
    for (one, at) in series.iter().zip(0..) {
        let (x, y) = (left + (wide + BETWEEN) * (at % columns), row * (at / columns));
        let worded = size == Size::Narrow || at + columns >= count;
        head(&mut drawing, one, (x, y), wide);
        let frame = (x, y + HEAD, x + wide, y + HEAD + high);
        let mut plot = Plot::within(drawing, frame, (0.0, all.end), (0.0, all.top));
        let days = plot.across.ticks(size.pick(4, 5)).into_iter().map(|day| (day, tick(day)));
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
    if all.going == Going::Desk {
        plot.line([(0.0, 100.0), (all.end, 100.0)], Tone::Bound);
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

fn caption(going: Going) -> String {
    let (what, bound) = match going {
        Going::Adoption => ("Share of people who have it", ""),
        Going::Desk => ("Calls of the day in percent of what the service desk takes", " Dashed: all that it takes."),
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
