//! What was removed from the plan, and what was changed in it.

use jiff::tz::TimeZone;

use crate::document::block::Column;
use crate::document::inline::Text;
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{ChangeEntry, Choice};
use crate::text::day_and_time;

/// How many lines of the change log are printed.
const TAIL: usize = 20;

/// What was removed, with the reasons.
pub(in crate::document) fn removals(view: &View, sheet: &mut Sheet) {
    let rows = view.release.removals.iter().map(|removal| {
        [
            Text::from(removal.kind.label()),
            phrase::named(Some(&removal.name), &removal.key),
            Text::from(removal.reason.trim()).or("no reason given"),
            Text::from(removal.by.trim()).or("nobody named"),
            phrase::day_or(removal.on, "no day noted"),
        ]
    });
    sheet.section("removals", "Removed from the plan");
    let columns = [
        Column::words("What"),
        Column::wide("Name"),
        Column::wide("Reason"),
        Column::words("Removed by"),
        Column::narrow("On"),
    ];
    sheet.table(columns, rows, "Nothing that readiness depends on was removed.");
}

/// The last changes, the latest first.
pub(in crate::document) fn log(view: &View, sheet: &mut Sheet) {
    let log = &view.release.log;
    sheet.section("log", "Latest changes");
    let rows = log.iter().rev().take(TAIL).map(|entry| {
        [
            Text::from(when(entry)),
            Text::from(entry.who.trim()).or("nobody named"),
            Text::from(entry.what.trim()).or("not noted"),
        ]
    });
    let columns = [Column::narrow("When (UTC)"), Column::words("Who, as declared"), Column::wide("What")];
    sheet.table(columns, rows, "No change is on record yet.");
    if log.len() > TAIL {
        let earlier = phrase::counted(log.len() - TAIL, "earlier change is", "earlier changes are");
        sheet.note(format!("{earlier} in the plan's own file."));
    }
}

fn when(entry: &ChangeEntry) -> String {
    day_and_time(TimeZone::UTC.to_datetime(entry.at))
}
