//! How something goes on over time under several strategies: a line each, with the band that holds eight trials in ten.

use crate::document::block::{Column, Table};
use crate::document::drawing::{Figure, Plot, Side, Tone};
use crate::document::inline::Text;
use crate::order;
use crate::plan::Strategy;
use crate::rollout::simulation::{Course, CoursePoint};
use crate::strategy::catalogue::combination;
use crate::text::forecast::{number, tick};

/// At most so many strategies are drawn together: more lines are not told apart.
pub const MOST_COURSES: usize = 4;

/// The lines by their dashes.
const TONES: [Tone; MOST_COURSES] = [Tone::Main, Tone::Second, Tone::Third, Tone::Fourth];

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
    /// Its course.
    pub course: &'a Course,
}

/// Several courses in one picture, with the same in figures.
#[must_use]
pub fn course(going: Going, series: &[Series]) -> Figure {
    let series: Vec<Series> = series.iter().copied().take(MOST_COURSES).collect();
    let factor = if going == Going::Adoption { 100.0 } else { 1.0 };
    let end = series.iter().map(|one| settled(one.course)).fold(24.0, f64::max) / 24.0;
    let inside = |one: &Series| {
        let points = one.course.points.iter().copied().filter(|point| point.at / 24.0 <= end);
        points.collect::<Vec<CoursePoint>>()
    };
    let top = series.iter().flat_map(inside).map(|point| point.p90 * factor).fold(100.0, f64::max);
    let mut plot = Plot::new(420, (0.0, end), (0.0, top * 1.05));
    let (across, up) = (plot.across.ticks(6), plot.up.ticks(5));
    plot.across_ticks(across.into_iter().map(|day| (day, tick(day))));
    plot.up_ticks(up.into_iter().map(|share| (share, format!("{} %", tick(share)))));
    for one in &series {
        let points = inside(one);
        let band: Vec<(f64, f64, f64)> =
            points.iter().map(|point| (point.at / 24.0, point.p10 * factor, point.p90 * factor)).collect();
        plot.band(&band, Tone::Soft);
    }
    if going == Going::Desk {
        plot.line([(0.0, 100.0), (end, 100.0)], Tone::Bound);
        plot.label(0.0, 100.0, Side::After, "capacity");
    }
    let mut labels = Vec::new();
    for (one, tone) in series.iter().zip(TONES) {
        let points = inside(one);
        plot.line(points.iter().map(|point| (point.at / 24.0, point.p50 * factor)), tone);
        labels.extend(label_at(going, &points).map(|point| (point.at / 24.0, point.p50 * factor, one.strategy)));
    }
    place_labels(&mut plot, &mut labels, top);
    Figure::new(&caption(going, &series), plot.into_drawing(), table(&series, factor, end))
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

/// Where the name of a line stands: half way up, or at the highest point.
fn label_at(going: Going, points: &[CoursePoint]) -> Option<CoursePoint> {
    match going {
        Going::Adoption => points.iter().find(|point| point.p50 >= 0.5).or(points.last()).copied(),
        Going::Desk => points.iter().copied().reduce(|best, point| if point.p50 > best.p50 { point } else { best }),
    }
}

/// Names at their lines; where two would lie over each other the later one goes down.
fn place_labels(plot: &mut Plot, labels: &mut [(f64, f64, Strategy)], top: f64) {
    const APART: i32 = 26;
    order::sort_by(labels, |one, other| other.1.total_cmp(&one.1));
    let mut taken: Vec<i32> = Vec::new();
    for (x, y, strategy) in labels.iter().copied() {
        let (_, wanted) = plot.point(x, y);
        let mut row = wanted;
        while taken.iter().any(|other| (other - row).abs() < APART) {
            row += APART;
        }
        taken.push(row);
        let (base, ceiling) = (plot.up.from.1, plot.up.until.1);
        let height = f64::from(base - row) / f64::from((base - ceiling).max(1)) * top * 1.05;
        let name = combination(strategy).name;
        let is_late = x > plot.across.until.0 * 0.65;
        let side = if is_late { Side::Before } else { Side::After };
        plot.label(x, height, side, &if is_late { format!("{name}  ") } else { format!("  {name}") });
    }
}

fn caption(going: Going, series: &[Series]) -> String {
    let what = match going {
        Going::Adoption => "Share of people who have it",
        Going::Desk => "Calls of the day in percent of what the service desk takes",
    };
    let ways = ["full line", "long dashes", "dots", "dashes and dots"];
    let keys = series.iter().zip(ways).map(|(one, way)| format!("{} as {way}", combination(one.strategy).name));
    let keys: Vec<String> = keys.collect();
    let keys = if keys.is_empty() { String::new() } else { format!(" {}.", keys.join("; ")) };
    format!("{what}, by days from the start: the median, and pale the band that holds eight trials in ten.{keys}")
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
