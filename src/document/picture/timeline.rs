//! The timeline of a release on paper: a row for each wave and for everything of another kind, with its words beside it, what
//! is marked through all rows, and beneath it what the shapes mean. Shapes differ in form, whatever their colour.

use crate::calendar::{Bound, BoundKind, Chart, ChartRow, RowKind};
use crate::document::block::Table;
use crate::document::drawing::{
    Drawing, Figure, Frame, LINE, Point, Shape, Side, Size, Tone, Words, widest, words_width, wrapped,
};
use crate::plan::Choice;
use crate::text::{day, day_of_year, time};

/// Room for the names at the left, at most.
const NAMES: i32 = 360;

/// A name has so many lines at most; the table has all of it.
const LINES: usize = 3;

/// How high a row is at least.
const ROW: i32 = 34;

/// Room for the days above the rows.
const HEAD: i32 = 40;

/// Half of what a mark covers.
const MARK: i32 = 9;

/// From a shape in the legend to its words, and from these to the next shape.
const BEFORE: i32 = 36;
const BETWEEN: i32 = 24;

/// How a row looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// A dark bar.
    Window,
    /// A pale bar with a dark start.
    Wave,
    /// A thin bar.
    Background,
    /// An empty frame.
    Closed,
    /// A square on its corner.
    Moment,
    /// A triangle on its corner.
    LastSafe,
}

/// What shapes mean, in the order in which they are told.
const LEGEND: [(Look, &str); 6] = [
    (Look::Window, "go-live window"),
    (Look::LastSafe, "last safe moment"),
    (Look::Wave, "wave: start, then bake time"),
    (Look::Background, "goes on in the background"),
    (Look::Moment, "a day or a moment"),
    (Look::Closed, "closed"),
];

/// The words of something marked through all rows.
struct Worded {
    x: i32,
    kind: BoundKind,
    side: Side,
    /// On which line below the rows.
    line: i32,
}

/// The timeline with this table.
#[must_use]
pub fn timeline(chart: &Chart, table: Table) -> Figure {
    let caption = format!("From {} to {}", day(chart.line.start.date()), day(chart.line.end.date()));
    Figure::drawn(&caption, &|size| drawing(size, chart), table)
}

/// Names stand before their rows, on a narrow sheet above them.
fn drawing(size: Size, chart: &Chart) -> Drawing {
    let (lanes, width) = (chart.lanes(), size.width());
    let room = size.pick(NAMES - 10, width);
    let names: Vec<Vec<String>> = lanes.iter().map(|lane| wrapped(&lane.name, room, LINES)).collect();
    let left = size.pick(widest(names.iter().flatten().map(String::as_str)) + 10, 0);
    let heights: Vec<i32> = names.iter().map(|name| height(size, name)).collect();
    let bottom = HEAD + heights.iter().sum::<i32>();
    let place = |share: f64| {
        // A share of the width.
        #[allow(clippy::cast_possible_truncation)]
        let along = (share / 100.0 * f64::from(width - left)).round() as i32;
        left + along
    };
    let bounds = worded(&chart.bounds(), width, &|at| place(chart.line.share(at)));
    let foot = bottom + LINE * bounds.iter().map(|it| it.line + 1).max().unwrap_or(0);
    let mut drawing = Drawing::new(size, foot);
    let ticks = chart.line.ticks.iter().map(|tick| {
        let words = if tick.by_day { day_of_year(tick.at.date()) } else { time(tick.at) };
        (place(chart.line.share(tick.at)), words)
    });
    let words = Words { line: Some(HEAD - 14), within: (0, width) };
    drawing.uprights(&ticks.collect::<Vec<_>>(), (HEAD - 8, bottom), words);
    mark(&mut drawing, &bounds, bottom);
    let mut top = HEAD;
    for ((lane, name), height) in lanes.iter().zip(&names).zip(&heights) {
        let first = top + size.pick((height - LINE * count(name)) / 2, 0) + 18;
        for (words, line) in name.iter().zip(0..) {
            drawing.label((0, first + LINE * line), Side::After, words);
        }
        let middle = size.pick(top + height / 2, top + height - ROW / 2);
        for row in &lane.rows {
            let at = |moment| place(chart.line.share(moment));
            let x = at(row.from);
            draw(&mut drawing, look(row.kind), (x, middle), (left, row.until.map_or(x, at)));
        }
        top += height;
    }
    tell(&mut drawing, &chart.rows);
    drawing
}

/// How high a row with this name is.
fn height(size: Size, name: &[String]) -> i32 {
    let words = LINE * count(name);
    size.pick(ROW.max(words + 10), ROW + words)
}

fn count(lines: &[String]) -> i32 {
    i32::try_from(lines.len()).unwrap_or(0)
}

fn look(kind: RowKind) -> Look {
    match kind {
        RowKind::Window => Look::Window,
        RowKind::LastSafe => Look::LastSafe,
        RowKind::Wave => Look::Wave,
        RowKind::Runbook | RowKind::Pull | RowKind::Parallel | RowKind::Support => Look::Background,
        RowKind::Blackout | RowKind::Holiday => Look::Closed,
        _ => Look::Moment,
    }
}

/// Draws a row from a point to where it ends, not before the left edge. However short, it is to be seen; what begins at the
/// very end is drawn before it.
fn draw(drawing: &mut Drawing, look: Look, (x, y): Point, (left, end): (i32, i32)) {
    let long = (end - x).max(6);
    let from = x.min(drawing.width - long);
    let bar = |from, long, half: i32, tone| Shape::Bar { at: (from, y - half), size: (long, 2 * half), tone };
    let middle = x.min(drawing.width - MARK).max(left + MARK);
    match look {
        Look::Window => drawing.put(bar(from, long, MARK, Tone::Main)),
        Look::Wave => drawing.put(bar(from, long, MARK, Tone::Soft)).put(bar(from, 6, MARK, Tone::Main)),
        Look::Background => drawing.put(bar(from, long, 3, Tone::Second)),
        Look::Closed => {
            let (right, top, bottom) = (from + long, y - MARK, y + MARK);
            let corners = vec![(from, top), (right, top), (right, bottom), (from, bottom), (from, top)];
            drawing.line(corners, Tone::Soft)
        }
        Look::Moment => {
            let points = vec![(middle - MARK, y), (middle, y - MARK), (middle + MARK, y), (middle, y + MARK)];
            drawing.put(Shape::Area { points, tone: Tone::Main })
        }
        Look::LastSafe => {
            let points = vec![(middle - MARK, y - MARK), (middle + MARK, y - MARK), (middle, y + MARK)];
            drawing.put(Shape::Area { points, tone: Tone::Bound })
        }
    };
}

/// Finds room for the words of what is marked: after it, before it, or a line below.
fn worded(bounds: &[Bound], width: i32, place: &dyn Fn(jiff::civil::DateTime) -> i32) -> Vec<Worded> {
    let mut taken: Vec<Frame> = Vec::new();
    let mut all = Vec::new();
    let others = |kind| bounds.iter().filter(move |other| other.kind != kind).map(|other| place(other.at));
    for Bound { at, kind } in bounds {
        let (x, long) = (place(*at), words_width(kind.label()));
        let spots = (0..).flat_map(|line| [(line, Side::After, x + 4), (line, Side::Before, x - 4 - long)]);
        let is_free = |line: i32, from: i32| {
            let is_apart = |it: &Frame| it.1 != line || from + long + 10 <= it.0 || it.2 + 10 <= from;
            from >= 0 && from + long <= width && taken.iter().all(is_apart)
        };
        // Each has a line of its own at the latest. Rather none over the line of another.
        let spots = || spots.clone().take(2 * (bounds.len() + 1)).filter(|(line, _, from)| is_free(*line, *from));
        let is_crossed = |from: i32| others(*kind).any(|x| from <= x && x <= from + long);
        let found = spots().find(|(_, _, from)| !is_crossed(*from)).or_else(|| spots().next());
        let Some((line, side, from)) = found else { continue };
        taken.push((from, line, from + long, line));
        all.push(Worded { x, kind: *kind, side, line });
    }
    all
}

/// Marks moments through all rows, each with its word below.
fn mark(drawing: &mut Drawing, bounds: &[Worded], bottom: i32) {
    for Worded { x, kind, line, .. } in bounds {
        let tone = match kind {
            BoundKind::GoLive => Tone::Main,
            BoundKind::PullEnds => Tone::Bound,
            BoundKind::Today => Tone::Second,
        };
        drawing.line(vec![(*x, HEAD - 8), (*x, bottom + LINE * line + 18)], tone);
    }
    for Worded { x, kind, side, line } in bounds {
        let x = if *side == Side::After { x + 4 } else { x - 4 };
        drawing.label((x, bottom + LINE * line + 18), *side, kind.label());
    }
}

/// Tells beneath everything what the shapes mean that are there.
fn tell(drawing: &mut Drawing, rows: &[ChartRow]) {
    let (mut x, mut y) = (0, drawing.height + LINE);
    for (look, words) in LEGEND.iter().filter(|(it, _)| rows.iter().any(|row| look(row.kind) == *it)) {
        let long = BEFORE + words_width(words);
        if x > 0 && x + long > drawing.width {
            (x, y) = (0, y + LINE + 4);
        }
        let (from, end) = match look {
            Look::Moment | Look::LastSafe => (x + 13, x + 13),
            _ => (x, x + 26),
        };
        draw(drawing, *look, (from, y), (0, end));
        drawing.label((x + BEFORE, y + 7), Side::After, words);
        x += long + BETWEEN;
    }
    drawing.height = y + LINE / 2;
}
