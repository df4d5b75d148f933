//! How to return to the state before.

use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{BackOutPlan, Minutes};
use crate::rollout::{Trial, back_out_duration, last_safe_moment, trial};
use crate::text::day_and_time;

/// The whole plan: triggers, steps, durations, the last safe moment, its test.
pub(in crate::document) fn plan(view: &View, sheet: &mut Sheet) {
    let plan = &view.release.rollout.back_out;
    sheet.section("back-out", "Back-out plan");
    sheet.prose(&plan.summary);
    let facts = [
        ("Last safe moment to start", last_safe(view)),
        ("Back after", duration(plan)),
        ("Of that, verification", Text::from(plan.verification.to_string())),
        ("Test", tested(view).into()),
    ];
    sheet.facts(facts.into_iter().chain(tried(plan)));
    triggers(view, sheet);
    steps(view, sheet);
}

/// Whether there is a proven way back.
pub(in crate::document) fn readiness(view: &View, sheet: &mut Sheet) {
    let plan = &view.release.rollout.back_out;
    sheet.section("back-out", "Back-out readiness");
    sheet.prose(&plan.summary);
    let facts = [
        ("Test", tested(view).into()),
        ("Last safe moment to start", last_safe(view)),
        ("Back after", duration(plan)),
        ("Steps", Text::from(phrase::counted(plan.steps.len(), "step", "steps"))),
    ];
    sheet.facts(facts.into_iter().chain(tried(plan)));
    triggers(view, sheet);
}

fn triggers(view: &View, sheet: &mut Sheet) {
    let rows = view.release.rollout.back_out.triggers.iter().map(|trigger| {
        [phrase::named(Some(&trigger.text), trigger.id.as_str()), phrase::person(view.release, trigger.decided_by)]
    });
    sheet.part("back-out-triggers", "Triggers");
    let columns = [Column::wide("We go back when"), Column::words("Who says so")];
    sheet.table(columns, rows, "Nothing says yet when to go back.");
}

fn steps(view: &View, sheet: &mut Sheet) {
    let mut passed = 0_u32;
    let rows = view.release.rollout.back_out.steps.iter().enumerate().map(|(at, step)| {
        passed = passed.saturating_add(step.duration.0);
        [
            Text::from((at + 1).to_string()),
            phrase::named(Some(&step.title), step.id.as_str()),
            phrase::person(view.release, step.owner),
            Text::from(step.duration.to_string()),
            Text::from(Minutes(passed).to_string()),
        ]
    });
    sheet.part("back-out-steps", "Steps");
    let columns = [
        Column::number("No."),
        Column::wide("Step"),
        Column::words("Owner"),
        Column::number("Takes"),
        Column::number("Done after"),
    ];
    sheet.table(columns, rows, "The way back has no steps yet.");
}

fn tried(plan: &BackOutPlan) -> impl Iterator<Item = (&'static str, Text)> {
    let facts = plan.test.iter().map(|test| {
        [
            ("Tested on", phrase::day_or(test.on, "no day noted")),
            ("Tested in", Text::from(test.environment.trim()).or("not stated")),
            ("What was learnt", Text::from(test.note.trim()).or("nothing noted")),
        ]
    });
    facts.flatten()
}

/// Whether the plan was tried, by today.
pub(super) fn tested(view: &View) -> Status {
    let back_out = &view.release.rollout.back_out;
    match trial(back_out, view.today) {
        Trial::Worked(_) => Mark::Go.with("Tested, the state before came back"),
        Trial::Failed(_) => Mark::NoGo.with("Tested, the state before did not come back"),
        Trial::Planned(_) => Mark::Idle.with("Not tested yet, planned"),
        Trial::None if back_out.test.is_some() => Mark::Idle.with("Not tested yet, planned"),
        Trial::None => Mark::Idle.with("Not tested"),
    }
}

pub(super) fn duration(plan: &BackOutPlan) -> Text {
    match plan.steps.is_empty() {
        true => Text::from("not known: there are no steps"),
        false => Text::from(back_out_duration(plan).to_string()),
    }
}

fn last_safe(view: &View) -> Text {
    let plan = &view.release.rollout;
    let Some(window) = view.release.identity.window else { return Text::from("not known: no window is planned") };
    match last_safe_moment(plan, window) {
        Some(moment) => Text::strong(&day_and_time(moment)),
        None if plan.back_out.steps.is_empty() => Text::from("not known: there are no steps"),
        None => Text::from("none: the way back takes longer than the window"),
    }
}
