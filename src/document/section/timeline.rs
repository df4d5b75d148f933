//! The whole release against the calendar.

use crate::calendar::{Chart, ChartRow, RowKind, Scope, chart};
use crate::document::block::{Block, Column, Table};
use crate::document::drawing::{Drawing, Figure, LINE, Side, Size, Tone, Words, widest, words_width};
use crate::document::inline::{Mark, Text};
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::Choice;
use crate::rollout::{forecast_moment, runbook_forecast};
use crate::text::{self, day, day_and_time, day_of_year};

/// Room for the names at the left, at most.
const NAMES: i32 = 360;

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
    let figure = Figure::drawn(&caption, &|size| drawing(size, &chart), table(view, &chart));
    sheet.put(Block::Figure(figure));
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

/// A line for each wave, and one for everything of another kind; on a narrow sheet its name stands above it.
fn drawing(size: Size, chart: &Chart) -> Drawing {
    let lanes = chart.lanes();
    let names = size.pick((widest(lanes.iter().map(|lane| lane.name.as_str())) + 10).min(NAMES), 0);
    let (row, above) = size.pick((ROW, 0), (ROW + LINE, LINE));
    let bottom = HEAD + i32::try_from(lanes.len()).unwrap_or_default() * row;
    let mut drawing = Drawing::new(size, bottom + LINE);
    let width = drawing.width;
    let place = |moment| {
        let share = chart.line.share(moment) / 100.0 * f64::from(width - names);
        // A share of the width.
        #[allow(clippy::cast_possible_truncation)]
        let along = share.round() as i32;
        names + along
    };
    let ticks = chart.line.ticks.iter().map(|tick| {
        let words = if tick.by_day { day_of_year(tick.at.date()) } else { text::time(tick.at) };
        (place(tick.at), words)
    });
    drawing.uprights(
        &ticks.collect::<Vec<_>>(),
        (HEAD - 8, bottom),
        Words { line: Some(HEAD - 14), within: (0, width) },
    );
    for (lane, y) in lanes.iter().zip((HEAD..).step_by(usize::try_from(row).unwrap_or(1))) {
        drawing.label((0, y + 23), Side::After, &shortened(&lane.name, size.pick(names - 10, width)));
        for row in &lane.rows {
            let (x, end) = (place(row.from), row.until.map_or_else(|| place(row.from), place));
            let lasts = row.kind.lasts();
            let long = if lasts { (end - x).max(6) } else { 8 };
            let tone = if lasts && row.kind != RowKind::Window { Tone::Soft } else { Tone::Main };
            let tone = if row.kind == RowKind::LastSafe { Tone::Bound } else { tone };
            // What begins at the very end is drawn before it.
            drawing.bar((x.min(width - long), y + above + 8), (long, ROW - 16), tone);
        }
    }
    if let Some(today) = chart.line.today {
        let x = place(today);
        drawing.line(vec![(x, HEAD - 8), (x, bottom)], Tone::Second);
        let is_late = x + 4 + words_width("today") > width;
        let (at, side) = if is_late { (x - 4, Side::Before) } else { (x + 4, Side::After) };
        drawing.label((at, bottom + 18), side, "today");
    }
    drawing
}

/// A name as far as there is room for it, in squares.
fn shortened(name: &str, room: i32) -> String {
    if words_width(name) <= room {
        return name.to_owned();
    }
    let mut short = String::new();
    for letter in name.chars() {
        short.push(letter);
        if words_width(&short) + words_width("…") > room {
            short.pop();
            break;
        }
    }
    format!("{}…", short.trim_end())
}
