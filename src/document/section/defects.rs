//! Defects, what was decided on each, and known errors.

use jiff::civil::Date;

use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::gate::{DefectState, defect_state, found_late, late_defects};
use crate::plan::{Choice, Defect, DefectDecision, KnownError};
use crate::text::day;

/// Every defect, and what is documented about those that go live.
pub(in crate::document) fn defects(view: &View, sheet: &mut Sheet) {
    let rows = view.release.defects.iter().map(|defect| {
        [
            Text::mono(&defect.number).or("none"),
            title(defect),
            Text::from(defect.severity.label()),
            Text::from(defect.found_in.trim()).or("not stated").line(found(view, defect)),
            phrase::person(view.release, defect.owner),
            phrase::day_or(defect.due, "no day set"),
            decision(view, defect),
        ]
    });
    sheet.section("defects", "Defects and known errors");
    let columns = [
        Column::narrow("Number"),
        Column::wide("Defect"),
        Column::narrow("Severity"),
        Column::words("Found in"),
        Column::words("Owner"),
        Column::narrow("Due"),
        Column::words("Decision"),
    ];
    sheet.table(columns, rows, "No defect is recorded.");
    if !view.release.defects.is_empty() {
        known_errors(view, sheet);
    }
}

/// What goes live with the release, and what still stands against it.
pub(in crate::document) fn that_remain(view: &View, sheet: &mut Sheet) {
    sheet.section("defects", "Defects");
    sheet.say(in_figures(view));
    let open = view.release.defects.iter().filter(|defect| is_open(view, defect));
    let rows = open.map(|defect| {
        [
            Text::mono(&defect.number).or("none"),
            title(defect).line(found_since(view, defect)),
            Text::from(defect.severity.label()),
            phrase::person(view.release, defect.owner),
            phrase::day_or(defect.due, "no day set"),
            decision(view, defect),
        ]
    });
    let columns = [
        Column::narrow("Number"),
        Column::wide("Still open"),
        Column::narrow("Severity"),
        Column::words("Owner"),
        Column::narrow("Due"),
        Column::words("Decision"),
    ];
    sheet.table(columns, rows, "");
    known_errors(view, sheet);
}

/// The defects that the Board did not know of, as a call for a decision; nothing where there are none.
pub(in crate::document) fn since_the_decision(view: &View, sheet: &mut Sheet) {
    let late = late_defects(view.release).map(|(defect, on)| title(defect).then(format!(" ({})", day(on))));
    let late = phrase::commas(late);
    if !late.is_empty() {
        let status = Mark::Stale.with("Found since the Board decided");
        sheet.callout(status, late.then(". It calls for a Board decision."));
    }
}

/// What the service desk must know. What is written down of other defects is shown too, and said to be such.
fn known_errors(view: &View, sheet: &mut Sheet) {
    let shown =
        view.release.defects.iter().filter(|defect| {
            defect.decision == DefectDecision::Workaround || defect.known_error != KnownError::default()
        });
    let rows = shown.map(|defect| {
        let known = &defect.known_error;
        let apart = if defect.decision == DefectDecision::Workaround { "" } else { "(not decided to go live)" };
        let code = Text::mono(&known.desk_code).or("no code");
        [
            title(defect).line(Text::mono(&defect.number)).line(apart),
            Text::from(known.symptoms.trim()).or("not written down"),
            Text::from(known.workaround.trim()).or("not written down"),
            Text::from(known.quick_fix.trim()).or("not written down"),
            code.line(phrase::day_or(known.review, "no review planned")),
        ]
    });
    sheet.part("known-errors", "Known errors that go live");
    let columns = [
        Column::words("Known error"),
        Column::wide("Symptoms"),
        Column::wide("Workaround"),
        Column::wide("Quick fix at the desk"),
        Column::narrow("Desk code, review"),
    ];
    sheet.table(columns, rows, "The release goes live without known errors.");
}

fn in_figures(view: &View) -> String {
    let defects = &view.release.defects;
    if defects.is_empty() {
        return "No defect is recorded.".to_owned();
    }
    let live = defects.iter().filter(|defect| defect_state(defect, view.today) == DefectState::KnownError).count();
    let open = defects.iter().filter(|defect| is_open(view, defect)).count();
    let goes = if live == 1 { "goes" } else { "go" };
    let stand = if open == 1 { "stands" } else { "stand" };
    format!(
        "{}: {live} {goes} live with a workaround, {open} still {stand} against the release, {} fixed.",
        phrase::counted(defects.len(), "defect", "defects"),
        defects.len().saturating_sub(live + open)
    )
}

fn is_open(view: &View, defect: &Defect) -> bool {
    defect_state(defect, view.today).is_open()
}

/// When it was found; that the Board did not know of it, where it did not.
fn found(view: &View, defect: &Defect) -> Text {
    let since = found_since(view, defect);
    if since.is_empty() { Text::from(defect.found.map_or_else(String::new, day)) } else { since }
}

/// That it came to light after the Board decided, where it did.
fn found_since(view: &View, defect: &Defect) -> Text {
    let late = found_late(view.release, defect);
    late.map_or_else(Text::default, |on| {
        Mark::Stale.with(format!("Found on {}, after the Board decided", day(on))).into()
    })
}

fn title(defect: &Defect) -> Text {
    phrase::named(Some(&defect.title), defect.id.as_str())
}

fn decision(view: &View, defect: &Defect) -> Text {
    let status = Text::from(status(defect, view.today));
    match &defect.decision {
        DefectDecision::Postpone { reason } => status.line(Text::from(reason.trim()).or("no reason given")),
        _ => status,
    }
}

fn status(defect: &Defect, today: Date) -> Status {
    match defect_state(defect, today) {
        DefectState::Undecided => Mark::NoGo.with("Undecided"),
        DefectState::ToBeFixed => Mark::NoGo.with("To be fixed, still open"),
        DefectState::FixedFrom(on) => Mark::NoGo.with(format!("Open, fixed no earlier than {}", day(on))),
        DefectState::Fixed => Mark::Go.with(format!("Fixed{}", phrase::on(fixed(defect)))),
        DefectState::WithoutWorkaround => Mark::NoGo.with("Workaround missing"),
        DefectState::KnownError => Mark::Conditional.with("Goes live with a workaround"),
        DefectState::Postpones => Mark::NoGo.with("The release waits"),
    }
}

fn fixed(defect: &Defect) -> Option<Date> {
    match defect.decision {
        DefectDecision::Fix { fixed } => fixed,
        _ => None,
    }
}
