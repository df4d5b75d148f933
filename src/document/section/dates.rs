//! The days that matter, and the periods in which nothing is deployed.

use crate::calendar::{DateKind, When, dates};
use crate::document::block::Column;
use crate::document::inline::Text;
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::Choice;
use crate::text::{day, day_and_time};

/// What many of a plan's days are, each told where it belongs.
const TOLD_ELSEWHERE: [DateKind; 6] = [
    DateKind::Action,
    DateKind::Condition,
    DateKind::Criterion,
    DateKind::Message,
    DateKind::Distribution,
    DateKind::Waiver,
];

/// The open days that everybody should know, in order of time; then the calendar.
pub(in crate::document) fn dates_and_calendar(view: &View, sheet: &mut Sheet) {
    let found = dates(view.release, view.today).into_iter();
    let rows = found.filter(|date| date.open && !TOLD_ELSEWHERE.contains(&date.kind)).map(|date| {
        let when = match date.when {
            When::Day(of) => day(of),
            When::Time(at) => day_and_time(at),
        };
        [Text::from(when), Text::from(date.kind.label()), Text::from(date.subject.trim()).or("the release")]
    });
    sheet.section("dates", "Dates");
    let columns = [Column::narrow("When"), Column::words("What"), Column::wide("Of")];
    sheet.table(columns, rows, "No date lies ahead.");
    let calendar = &view.release.calendar;
    sheet.note(format!("Nobody works on: {}.", calendar.weekend.label()));
    if calendar.periods.is_empty() {
        return;
    }
    let rows = calendar.periods.iter().map(|period| {
        [
            phrase::named(Some(&period.name), period.id.as_str()),
            Text::from(period.kind.label()),
            phrase::day_or(period.from, "not set"),
            phrase::day_or(period.until.or(period.from), "not set"),
        ]
    });
    sheet.part("closed-periods", "Closed periods");
    let columns =
        [Column::wide("Period"), Column::words("Kind"), Column::narrow("First day"), Column::narrow("Last day")];
    sheet.table(columns, rows, "");
}
