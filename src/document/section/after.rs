//! Go-live as it went, the support after it, and what was learnt.

use jiff::civil::{Date, DateTime};

use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::{View, actions, simulation};
use crate::document::sheet::Sheet;
use crate::plan::{Choice, Incident, LessonKind, Minutes, StepResult, SwitchOffCriterion};
use crate::rollout::{StepActual, actuals, outturn};
use crate::text::{day, day_and_time, delay};

/// Everything from going live to the review.
pub(in crate::document) fn after(view: &View, sheet: &mut Sheet) {
    sheet.section("after", "After go-live");
    forecast(view, sheet);
    simulation::outturn(view, sheet);
    sheet.prose(&view.release.after.go_live.note);
    incidents(view, sheet);
    support(view, sheet);
    review(view, sheet);
}

/// What was forecast and what came of it, once something has.
fn forecast(view: &View, sheet: &mut Sheet) {
    let out = outturn(view.release);
    let began = out.go_live.is_some() || out.duration.is_some() || out.failed + out.backed_out > 0;
    if !began {
        sheet.say("The release is not live yet.");
        return;
    }
    let took = |minutes: Option<Minutes>| minutes.map_or_else(|| "not known yet".to_owned(), |took| took.to_string());
    let late = out.late.map_or_else(|| "not known yet".to_owned(), delay);
    let rows = [
        [
            Text::from("Go-live"),
            phrase::moment_or(out.planned_go_live, "no window planned"),
            phrase::moment_or(out.go_live, "not live yet"),
        ],
        [
            Text::from("Runbook"),
            Text::from(out.planned_duration.to_string()),
            Text::from(format!("{}, ended {late}", took(out.duration))),
        ],
        [Text::from("Failed steps"), Text::from(format!("none of {}", out.steps)), Text::from(out.failed.to_string())],
        [
            Text::from("Waves backed out"),
            Text::from(format!("none of {}", out.waves)),
            Text::from(out.backed_out.to_string()),
        ],
    ];
    sheet.table([Column::words("Figure"), Column::words("Forecast"), Column::words("Actual")], rows, "");
}

/// When each step was planned to run and when it ran; nothing before one has begun.
pub(in crate::document) fn actual_times(view: &View, sheet: &mut Sheet) {
    let times = actuals(view.release);
    let runbook = &view.release.rollout.runbook;
    if !times.iter().any(|time| time.started.is_some() || time.ended.is_some()) {
        return;
    }
    sheet.part("actual-times", "Actual times");
    let rows = runbook.iter().zip(&times).map(|(step, time)| {
        [
            phrase::named(Some(&step.title), step.id.as_str()),
            Text::from(planned(time)),
            phrase::moment_or(time.started, "not begun"),
            phrase::moment_or(time.ended, if step.result == StepResult::Skipped { "left out" } else { "not ended" }),
            Text::from(time.late.map_or_else(|| "not known".to_owned(), delay)),
        ]
    });
    let columns = [
        Column::wide("Step"),
        Column::narrow("Planned"),
        Column::narrow("Begun"),
        Column::narrow("Ended"),
        Column::narrow("Difference"),
    ];
    sheet.table(columns, rows, "");
    if let Some(late) = outturn(view.release).late {
        sheet.say(format!("The step that ended last ended {}.", in_words(late)));
    }
}

fn in_words(late: i64) -> String {
    if late == 0 { "on time".to_owned() } else { delay(late) }
}

fn planned(time: &StepActual) -> String {
    time.planned.map_or_else(
        || "no window planned".to_owned(),
        |(start, end)| format!("{} to {}", day_and_time(start), crate::text::time(end)),
    )
}

fn incidents(view: &View, sheet: &mut Sheet) {
    let rows = view.release.after.incidents.iter().map(|incident| {
        [
            numbered(incident),
            Text::from(incident.severity.label()),
            phrase::moment_or(incident.reported, "not stated"),
            phrase::person(view.release, incident.owner),
            Text::from(resolved(incident, view.today)).line(Text::from(incident.note.trim())),
        ]
    });
    sheet.part("incidents", "Incidents");
    let columns = [
        Column::wide("Incident"),
        Column::narrow("Severity"),
        Column::narrow("Reported"),
        Column::words("Owner"),
        Column::wide("State"),
    ];
    sheet.table(columns, rows, "No incident is written down.");
}

fn numbered(incident: &Incident) -> Text {
    let name = phrase::named(Some(&incident.title), incident.id.as_str());
    match incident.number.trim() {
        "" => name,
        number => Text::from(format!("{number} ")).then(name),
    }
}

fn resolved(incident: &Incident, today: Date) -> Status {
    match incident.resolved {
        Some(at) if at.date() <= today => Mark::Go.with(format!("Resolved {}", day_and_time(at))),
        Some(at) => Mark::Conditional.with(format!("Open, resolved no earlier than {}", day_and_time(at))),
        None => Mark::NoGo.with("Open"),
    }
}

fn support(view: &View, sheet: &mut Sheet) {
    let support = &view.release.after.support;
    sheet.part("support", "Early life support");
    sheet.facts([
        ("From", phrase::day_or(support.from, "no day set")),
        ("Planned until", phrase::day_or(support.until, "no day set")),
        ("Led by", phrase::person(view.release, support.lead)),
        ("Ended", phrase::day_or(support.ended, "not yet")),
    ]);
    let rows = support.exit.iter().map(|criterion| {
        let due = phrase::day_or(criterion.due, "no day set");
        [phrase::named(Some(&criterion.text), criterion.id.as_str()), due, met(criterion, view.today).into()]
    });
    let columns = [Column::wide("It ends when"), Column::narrow("By"), Column::narrow("State")];
    sheet.table(columns, rows, "Nothing is written down on when it may end.");
    let rows = support.log.iter().map(|entry| {
        [
            phrase::day_or(entry.on, "no day noted"),
            Text::from(entry.calls.to_string()),
            Text::from(entry.open_incidents.to_string()),
            Text::from(entry.note.trim()).or("nothing noted"),
        ]
    });
    let columns =
        [Column::narrow("Day"), Column::number("Calls"), Column::number("Open incidents"), Column::wide("Note")];
    sheet.table(columns, rows, "The daily log is empty.");
}

fn met(criterion: &SwitchOffCriterion, today: Date) -> Status {
    match criterion.met {
        Some(on) if on <= today => Mark::Go.with(format!("Met on {}", day(on))),
        Some(on) => Mark::Conditional.with(format!("Open, met no earlier than {}", day(on))),
        None => Mark::Idle.with("Not met yet"),
    }
}

fn review(view: &View, sheet: &mut Sheet) {
    let review = &view.release.after.review;
    sheet.part("review", "Post-implementation review");
    let live = view.release.after.go_live.at.map(DateTime::date);
    match (review.held, live) {
        (Some(held), _) => sheet.say(format!("Held on {}.", day(held))),
        (None, Some(live)) => sheet.say(format!("Not held yet; the release has been live since {}.", day(live))),
        (None, None) => sheet.say("Not held yet."),
    }
    sheet.prose(&review.summary);
    for kind in LessonKind::ALL {
        let lessons = review.lessons.iter().filter(|lesson| lesson.kind == *kind);
        let lessons: Vec<Text> = lessons.map(|lesson| phrase::named(Some(&lesson.text), lesson.id.as_str())).collect();
        if !lessons.is_empty() {
            sheet.say(format!("{}:", kind.label()));
            sheet.list(lessons);
        }
    }
    actions::agreed(view, &review.actions, "No action follows from it yet.", sheet);
}
