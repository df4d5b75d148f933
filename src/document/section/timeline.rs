//! The whole release against the calendar.

use crate::calendar::{Chart, ChartRow, RowKind, Scope, chart};
use crate::document::block::{Block, Column, Table};
use crate::document::drawing::{Drawing, Figure, Side, Tone, WIDTH};
use crate::document::inline::{Mark, Text};
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::Choice;
use crate::rollout::{forecast_moment, runbook_forecast};
use crate::text::{self, day, day_and_time, day_of_year};

/// Room for the names at the left.
const NAMES: i32 = 300;

/// How high a row is.
const ROW: i32 = 34;

/// Room for the days above the rows.
const HEAD: i32 = 40;

/// The timeline, as a picture and as a table.
pub(in crate::document) fn timeline(view: &View, sheet: &mut Sheet) {
    sheet.section("timeline", "Timeline");
    let ends = runbook_forecast(view.release).and_then(|found| forecast_moment(view.release, found.p90));
    let Some(chart) = chart(view.release, Scope::Whole, ends, view.today) else {
        sheet.say("Nothing in the plan has a day yet.");
        return;
    };
    let caption = format!("From {} to {}", day(chart.line.start.date()), day(chart.line.end.date()));
    sheet.put(Block::Figure(Figure::new(&caption, drawing(&chart), table(view, &chart))));
}

fn table(view: &View, chart: &Chart) -> Table {
    let columns = [
        Column::words("What"),
        Column::wide("Of"),
        Column::narrow("From"),
        Column::narrow("Until"),
        Column::narrow("State"),
    ];
    let rows = chart.rows.iter().map(|row| {
        let state = if row.open { Mark::Idle.with("To come") } else { Mark::Go.with("Done") };
        let closed = matches!(row.kind, RowKind::Blackout | RowKind::Holiday);
        [
            Text::from(what(row)),
            Text::from(subject(view, row)).or("the release"),
            Text::from(from(row)),
            Text::from(until(row).unwrap_or_default()).or("a moment"),
            if closed { Text::from("closed") } else { state.into() },
        ]
    });
    Table::of(columns, rows)
}

/// What a row shows, in words.
fn what(row: &ChartRow) -> &'static str {
    match row.kind {
        RowKind::Runbook => "Runbook, in nine of ten cases",
        kind => kind.label(),
    }
}

/// What it is called. The subject of a message is shown as it will be read.
fn subject(view: &View, row: &ChartRow) -> String {
    match row.kind {
        RowKind::Message => text::plain_subject(&row.subject, view.release),
        _ => row.subject.clone(),
    }
}

fn from(row: &ChartRow) -> String {
    if row.by_hour { day_and_time(row.from) } else { day(row.from.date()) }
}

/// When it ends. Of days the last one is named; a single day ends itself.
fn until(row: &ChartRow) -> Option<String> {
    let until = row.until?;
    if row.by_hour {
        return Some(day_and_time(until));
    }
    let last = until.date().yesterday().ok()?;
    Some(if last > row.from.date() { day(last) } else { "the same day".to_owned() })
}

/// A line for each wave, and one for everything of another kind.
fn drawing(chart: &Chart) -> Drawing {
    let lanes = chart.lanes();
    let rows = i32::try_from(lanes.len()).unwrap_or_default();
    let mut drawing = Drawing { height: HEAD + rows * ROW + 16, shapes: Vec::new() };
    let place = |moment| {
        let share = chart.line.share(moment) / 100.0 * f64::from(WIDTH - NAMES);
        // A share of the width.
        #[allow(clippy::cast_possible_truncation)]
        let along = share.round() as i32;
        NAMES + along
    };
    for tick in &chart.line.ticks {
        let x = place(tick.at);
        let word = if tick.by_day { day_of_year(tick.at.date()) } else { text::time(tick.at) };
        drawing.line(vec![(x, HEAD - 8), (x, HEAD + rows * ROW)], Tone::Grid);
        drawing.label((x + 4, HEAD - 14), Side::After, &word);
    }
    for (lane, at) in lanes.iter().zip(0..) {
        let y = HEAD + at * ROW;
        let words = shortened(&lane.name);
        drawing.label((0, y + 23), Side::After, &words);
        for row in &lane.rows {
            let (x, end) = (place(row.from), row.until.map_or_else(|| place(row.from), place));
            let lasts = row.kind.lasts();
            let width = if lasts { (end - x).max(6) } else { 8 };
            let tone = if lasts && row.kind != RowKind::Window { Tone::Soft } else { Tone::Main };
            let tone = if row.kind == RowKind::LastSafe { Tone::Bound } else { tone };
            drawing.bar((x, y + 8), (width, ROW - 16), tone);
        }
    }
    if let Some(today) = chart.line.today {
        drawing.label((place(today) + 4, HEAD + rows * ROW + 8), Side::After, "today");
        let x = place(today);
        drawing.line(vec![(x, HEAD - 8), (x, HEAD + rows * ROW)], Tone::Second);
    }
    drawing
}

/// A name as far as there is room for it.
fn shortened(name: &str) -> String {
    const ROOM: usize = 27;
    if name.chars().count() <= ROOM {
        return name.to_owned();
    }
    let start: String = name.chars().take(ROOM - 1).collect();
    format!("{}…", start.trim_end())
}
