//! The timed steps of go-live, against the clock.

use jiff::civil::{Date, DateTime};

use crate::days::plus_minutes;
use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Minutes, RunbookStep, StepResult};
use crate::rollout::{
    ScheduledStep, critical_steps, forecast_moment, last_safe_moment, minutes_over, runbook_forecast, schedule,
};
use crate::text::{day, day_and_time, length, share, time, weekday};

/// The steps with computed times, owners and results.
pub(in crate::document) fn runbook(view: &View, sheet: &mut Sheet) {
    let release = view.release;
    let plan = &release.rollout;
    sheet.section("runbook", "Runbook");
    if plan.runbook.is_empty() {
        sheet.say("There is no runbook yet.");
        return;
    }
    let times = schedule(&plan.runbook);
    let critical = critical_steps(&plan.runbook);
    let mut clock = Clock { start: release.identity.window.map(|window| window.start()), day: None };
    let rows = plan.runbook.iter().zip(&times).enumerate().map(|(at, (step, scheduled))| {
        let after = step.after.iter().map(|id| match plan.runbook.position(*id) {
            Some(place) => Text::from((place + 1).to_string()),
            None => phrase::named(None, id.as_str()),
        });
        [
            Text::from((at + 1).to_string()),
            clock.says(scheduled),
            phrase::named(Some(&step.title), step.id.as_str()).line(holds_up(critical.contains(&step.id))),
            phrase::person(release, step.owner),
            phrase::commas(after).or(if at == 0 { "the start" } else { "the one before" }),
            Text::from(step.duration.to_string()).line(estimate(step)),
            came_of(step),
        ]
    });
    let columns = [
        Column::number("No."),
        Column::narrow("From – to"),
        Column::wide("Step"),
        Column::words("Owner"),
        Column::narrow("After"),
        Column::words("Takes"),
        Column::words("Result"),
    ];
    sheet.table(columns, rows, "");
    if !critical.is_empty() {
        sheet.note("A critical step holds up the end: every minute that it takes longer, the whole takes longer.");
    }
    sheet.say(fits(view, &times));
    forecast(view, sheet);
}

/// What time it is, with the day where it is another one than in the row above.
struct Clock {
    start: Option<DateTime>,
    day: Option<Date>,
}

impl Clock {
    fn says(&mut self, step: &ScheduledStep) -> Text {
        let moment = |after: Minutes| plus_minutes(self.start?, i64::from(after.0));
        let (Some(from), Some(to)) = (moment(step.start), moment(step.end)) else {
            return Text::from(format!("start + {}", step.start)).line(format!("– start + {}", step.end));
        };
        let (first, last) = (from.date(), to.date());
        // The column is as narrow as a day: the day has a line of its own, and the end after midnight only its weekday.
        let times = match last.duration_since(first).as_hours() {
            0 => format!("{} – {}", time(from), time(to)),
            hours if hours < 7 * 24 => format!("{} – {} {}", time(from), weekday(last), time(to)),
            _ => format!("{} – {}", time(from), day_and_time(to)),
        };
        let known = self.day == Some(first);
        self.day = Some(first);
        if known { Text::from(times) } else { Text::from(day(first)).line(times) }
    }
}

/// Whether it holds up the end.
fn holds_up(critical: bool) -> Text {
    if critical { Mark::Advice.with("Critical").into() } else { Text::default() }
}

/// When it will end, and the chance that it ends in time.
fn forecast(view: &View, sheet: &mut Sheet) {
    let (release, plan) = (view.release, &view.release.rollout);
    let Some(found) = runbook_forecast(release) else { return };
    let at = |minutes| {
        forecast_moment(release, minutes).map_or_else(|| format!("start + {}", length(minutes)), day_and_time)
    };
    let unknown = "not known: no window is planned";
    let safe = release.identity.window.and_then(|window| last_safe_moment(plan, window));
    sheet.facts([
        ("Ends on average", Text::from(at(found.mean))),
        (
            "In one, five, nine of ten cases by",
            Text::from(format!("{}; {}; {}", at(found.p10), at(found.p50), at(found.p90))),
        ),
        ("Chance to end in the window", Text::from(found.in_window.map_or_else(|| unknown.to_owned(), share))),
        ("Last safe moment to abort", Text::from(safe.map_or_else(|| "none".to_owned(), day_and_time))),
        ("Chance to end before it", Text::from(found.by_last_safe.map_or_else(|| "not known".to_owned(), share))),
    ]);
    if found.certain {
        sheet.note("No step has a shortest or longest duration: the steps count as certain.");
    }
}

/// Between which lengths it is thought to lie.
fn estimate(step: &RunbookStep) -> Text {
    // A length stays on its line.
    let whole = |of: Minutes| of.to_string().replace(' ', "\u{a0}");
    match (step.shortest.map(whole), step.longest.map(whole)) {
        (None, None) => Text::default(),
        (Some(shortest), None) => Text::from(format!("at least {shortest}")),
        (None, Some(longest)) => Text::from(format!("at most {longest}")),
        (Some(shortest), Some(longest)) => Text::from(format!("{shortest} to {longest}")),
    }
}

fn came_of(step: &RunbookStep) -> Text {
    Text::from(result(step.result)).line(Text::from(step.note.trim()))
}

fn result(of: StepResult) -> Status {
    match of {
        StepResult::Pending => Mark::Idle.with("Pending"),
        StepResult::Done => Mark::Go.with("Done"),
        StepResult::Failed => Mark::NoGo.with("Failed"),
        StepResult::Skipped => Mark::NotApplicable.with("Skipped"),
    }
}

fn fits(view: &View, times: &[ScheduledStep]) -> String {
    let takes = times.iter().map(|step| step.end).max().unwrap_or_default();
    match view.release.identity.window {
        None => format!("The steps take {takes}. Clock times follow once a window is planned."),
        Some(window) => match minutes_over(&view.release.rollout, window) {
            Some(over) => {
                format!("The steps take {takes}. Together with the back-out they run {over} over the window.")
            }
            None => format!("The steps take {takes}. Together with the back-out they fit into the window."),
        },
    }
}
