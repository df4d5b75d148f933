//! Exposure against the size of the first wave: too small a wave misses the defect, too large a one exposes its own people.

use super::Edge;
use super::beside::{self, Around, Named};
use crate::document::block::{Column, Table};
use crate::document::drawing::{Drawing, Figure, LINE, Point, Shape, Side, Size, Tone, Words, widest};
use crate::document::inline::Text;
use crate::document::plot::BELOW;
use crate::plan::{Count, ForecastOfFirstWave, Strategy};
use crate::strategy::catalogue::combination;
use crate::text::forecast::{best_first_wave, chance, number};

/// The height of the picture, and where its frame begins and ends.
const HEIGHT: i32 = 420;
const TOP: i32 = 40;
const BOTTOM: i32 = 340;

/// People exposed by the size of the first wave, with the best size and the planned one, and the same in figures.
#[must_use]
pub fn first_wave(strategy: Strategy, sizes: &[ForecastOfFirstWave], planned: Option<Count>) -> Figure {
    Figure::drawn(&caption(strategy), &|size| drawing(size, sizes, planned), table(sizes, planned))
}

fn drawing(size: Size, sizes: &[ForecastOfFirstWave], planned: Option<Count>) -> Drawing {
    let people: Vec<f64> = sizes.iter().map(|size| f64::from(size.people.0)).collect();
    let exposed: Vec<f64> = sizes.iter().map(|size| size.exposed.get()).collect();
    let up = Edge::of(&exposed, (BOTTOM, TOP));
    let levels = up.ticks();
    let (left, right) = (widest(levels.iter().map(|(_, words)| words.as_str())) + 14, size.width() - 20);
    let across = Edge::of(&people, (left, right));
    let mut drawing = Drawing::new(size, HEIGHT);
    let below = Words { line: Some(BOTTOM + BELOW), within: (0, size.width()) };
    drawing.uprights(&across.ticks(), (TOP, BOTTOM), below).levels(&levels, (left, right), true);
    drawing.label((right, BOTTOM + BELOW + LINE), Side::Before, "people in the first wave");
    drawing.label((0, TOP - 20), Side::After, "people exposed, mean");
    let at = |size: &ForecastOfFirstWave| -> Point {
        (across.place(f64::from(size.people.0)), up.place(size.exposed.get()))
    };
    let line: Vec<Point> = sizes.iter().map(at).collect();
    drawing.line(line.clone(), Tone::Main);
    let named: Vec<Named> = marked(sizes, planned).into_iter().map(|(size, words)| (at(size), vec![words])).collect();
    let marks: Vec<Point> = named.iter().map(|(point, _)| *point).collect();
    // The best one stands first and is drawn last.
    for (mark, tone) in marks.iter().zip([Tone::Main, Tone::Second]).rev() {
        drawing.put(Shape::Dot { at: *mark, tone });
    }
    let around = Around { marks: &marks, line: &line, frame: (left, TOP, size.width(), BOTTOM) };
    beside::write(&mut drawing, &beside::place(&named, &around, i32::MAX).unwrap_or_default());
    drawing
}

/// The sizes that have a name: the best one and the planned one, which may be the same.
fn marked(sizes: &[ForecastOfFirstWave], planned: Option<Count>) -> Vec<(&ForecastOfFirstWave, String)> {
    let best = best_first_wave(sizes);
    let planned = planned.and_then(|planned| sizes.iter().find(|size| size.people == planned));
    match (best, planned) {
        (Some(best), Some(planned)) if best.people == planned.people => {
            vec![(best, format!("best, and planned: {}", best.people))]
        }
        (best, planned) => {
            let words = |size: &ForecastOfFirstWave, word: &str| format!("{word}: {}", size.people);
            let best = best.map(|size| (size, words(size, "best")));
            best.into_iter().chain(planned.map(|size| (size, words(size, "planned")))).collect()
        }
    }
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
