//! Exposure against the size of the first wave: too small a wave misses the defect, too large a one exposes its own people.

use super::Edge;
use crate::document::block::{Column, Table};
use crate::document::drawing::{Drawing, Figure, Point, Shape, Side, Tone};
use crate::document::inline::Text;
use crate::plan::{Count, ForecastOfFirstWave, Strategy};
use crate::strategy::catalogue::combination;
use crate::text::forecast::{best_first_wave, chance, number};

/// The frame of the picture.
const HEIGHT: i32 = 420;
const LEFT: i32 = 90;
const RIGHT: i32 = 960;
const TOP: i32 = 50;
const BOTTOM: i32 = 350;

/// People exposed by the size of the first wave, with the best size and the planned one, and the same in figures.
#[must_use]
pub fn first_wave(strategy: Strategy, sizes: &[ForecastOfFirstWave], planned: Option<Count>) -> Figure {
    let people: Vec<f64> = sizes.iter().map(|size| f64::from(size.people.0)).collect();
    let exposed: Vec<f64> = sizes.iter().map(|size| size.exposed.get()).collect();
    let (across, up) = (Edge::of(&people, (LEFT, RIGHT)), Edge::of(&exposed, (BOTTOM, TOP)));
    let mut drawing = Drawing { height: HEIGHT, shapes: Vec::new() };
    for (x, words) in across.ticks() {
        drawing.line(vec![(x, TOP), (x, BOTTOM)], Tone::Grid);
        drawing.label((x, BOTTOM + 26), Side::Middle, &words);
    }
    for (y, words) in up.ticks() {
        drawing.line(vec![(LEFT, y), (RIGHT, y)], Tone::Grid);
        drawing.label((LEFT - 10, y + 7), Side::Before, &words);
    }
    drawing.label((RIGHT, BOTTOM + 52), Side::Before, "people in the first wave");
    drawing.label((LEFT - 70, TOP - 20), Side::After, "people exposed, mean");
    let at = |size: &ForecastOfFirstWave| -> Point {
        (across.place(f64::from(size.people.0)), up.place(size.exposed.get()))
    };
    if let Some(size) = planned.and_then(|planned| sizes.iter().find(|size| size.people == planned)) {
        let (x, _) = at(size);
        drawing.line(vec![(x, TOP), (x, BOTTOM)], Tone::Bound);
        let side = if x > (LEFT + RIGHT) / 2 { Side::Before } else { Side::After };
        drawing.label((if side == Side::Before { x - 10 } else { x + 10 }, TOP + 16), side, "planned");
    }
    drawing.line(sizes.iter().map(at).collect(), Tone::Main);
    if let Some(best) = best_first_wave(sizes) {
        let (x, y) = at(best);
        drawing.put(Shape::Dot { at: (x, y), tone: Tone::Main });
        // In the valley there is room above it.
        drawing.label((x, (y - 16).max(TOP + 16)), Side::Middle, &format!("best: {}", best.people));
    }
    Figure::new(&caption(strategy), drawing, table(sizes, planned))
}

fn caption(strategy: Strategy) -> String {
    format!(
        "People exposed to a severe defect by the size of the first wave, under {}. Its people are drawn from all groups in \
         proportion.",
        combination(strategy).name
    )
}

fn table(sizes: &[ForecastOfFirstWave], planned: Option<Count>) -> Table {
    let columns = [
        Column::number("People in the first wave"),
        Column::number("Share"),
        Column::number("Exposed, mean"),
        Column::number("Seen before the second wave"),
    ];
    let all = sizes.last().map_or(0, |size| size.people.0);
    let best = best_first_wave(sizes).map(|size| size.people);
    let rows = sizes.iter().map(|size| {
        let mut people = Text::from(size.people.to_string());
        if Some(size.people) == best {
            people = people.line("best");
        }
        if Some(size.people) == planned {
            people = people.line("planned");
        }
        let share = f64::from(size.people.0) / f64::from(all.max(1));
        // Where everybody is in the first wave, there is no second one.
        let until = if size.people.0 == all { ", in the end" } else { "" };
        let seen = format!("{}{until}", chance(size.noticed.get() / 100.0));
        [people, Text::from(chance(share)), Text::from(number(size.exposed.get())), Text::from(seen)]
    });
    Table::of(columns, rows)
}
