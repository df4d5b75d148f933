//! The whole release against the calendar.

use crate::calendar::{Chart, ChartRow, RowKind, Scope, chart};
use crate::document::block::{Block, Column, Table};
use crate::document::inline::{Mark, Text};
use crate::document::picture;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::Choice;
use crate::rollout::{forecast_moment, runbook_forecast};
use crate::text::{self, day, day_and_time};

/// The timeline, as a picture and as a table.
pub(in crate::document) fn timeline(view: &View, sheet: &mut Sheet) {
    sheet.section("timeline", "Timeline");
    let ends = runbook_forecast(view.release).and_then(|found| forecast_moment(view.release, found.p90));
    let Some(chart) = chart(view.release, Scope::Whole, ends, view.today) else {
        sheet.say("Nothing in the plan has a day yet.");
        return;
    };
    sheet.put(Block::Figure(picture::timeline(&chart, table(view, &chart))));
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
