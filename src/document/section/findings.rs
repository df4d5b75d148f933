//! The verdict, and what made it so.

use crate::document::block::{Block, Column, VerdictBlock};
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Choice, Verdict};
use crate::readiness::{Finding, Readiness, SectionReadiness, Severity};
use crate::text::{what, why, word_for};

/// The verdict of the plan itself.
pub(in crate::document) fn verdict(view: &View, sheet: &mut Sheet) {
    let readiness = &view.readiness;
    sheet.section("verdict", "The plan's verdict");
    sheet.put(Block::Verdict(VerdictBlock {
        verdict: readiness.verdict,
        status: phrase::verdict(readiness.verdict),
        sentence: sentence(readiness),
        blockers: readiness.count(Severity::Blocker),
        conditions: readiness.count(Severity::Condition),
        advice: readiness.count(Severity::Advice),
        done: readiness.done,
        applicable: readiness.applicable,
    }));
    sheet.say(
        "The verdict follows from the plan and the day alone: No-Go with any blocker, Conditional Go with a condition \
         and no blocker, else Go. The Board's own decision stands beside it.",
    );
}

/// The verdict in one line, for readers who do not decide.
pub(in crate::document) fn in_brief(view: &View, sheet: &mut Sheet) {
    let status = phrase::verdict(view.readiness.verdict);
    sheet.callout(status, sentence(&view.readiness));
}

/// Every finding with its reason and the place where it is cured.
pub(in crate::document) fn findings(view: &View, sheet: &mut Sheet) {
    sheet.section("findings", "What stands against a Go");
    let parts = [
        (Severity::Blocker, "blockers", "Blockers", "Nothing blocks the release."),
        (Severity::Condition, "conditions", "Conditions", "No condition is attached to the verdict."),
        (Severity::Advice, "advice", "Advice", "There is no further advice."),
    ];
    for (severity, key, title, none) in parts {
        let here = view.readiness.findings.iter().filter(|finding| finding.severity == severity);
        sheet.part(key, title);
        let columns = [
            Column::narrow("Weight"),
            Column::wide("What"),
            Column::wide("Why it matters"),
            Column::words("Where it is cured"),
        ];
        sheet.table(columns, here.map(row), none);
    }
}

/// What is done out of what applies, section by section.
pub(in crate::document) fn sections(view: &View, sheet: &mut Sheet) {
    sheet.section("sections", "Readiness by section");
    let rows = view.readiness.sections.iter().map(|state| {
        let figure = |count: u32| Text::from(phrase::number(count));
        [
            Text::from(state.section.label()),
            standing(state).into(),
            figure(state.done),
            figure(state.applicable),
            figure(state.blockers),
            figure(state.conditions),
        ]
    });
    let columns = [
        Column::words("Section"),
        Column::words("Standing"),
        Column::number("Done"),
        Column::number("Of"),
        Column::number("Blockers"),
        Column::number("Conditions"),
    ];
    sheet.table(columns, rows, "");
    sheet.note(format!(
        "In all {} of {} points that apply are done. The count is no verdict.",
        phrase::number(view.readiness.done),
        phrase::number(view.readiness.applicable)
    ));
}

/// What the verdict rests on.
fn sentence(readiness: &Readiness) -> String {
    let count = |severity, one, many| phrase::counted(readiness.count(severity), one, many);
    let blockers = count(Severity::Blocker, "blocker", "blockers");
    let conditions = count(Severity::Condition, "condition", "conditions");
    let advice = count(Severity::Advice, "piece of advice", "pieces of advice");
    let (done, of) = (phrase::number(readiness.done), phrase::number(readiness.applicable));
    let found = match readiness.verdict {
        Verdict::NoGo => format!("{blockers}, {conditions}, {advice}"),
        Verdict::ConditionalGo => format!("No blocker, {conditions}, {advice}"),
        Verdict::Go => format!("No blocker and no condition, {advice}"),
    };
    format!("{found}; {done} of {of} points done.")
}

fn row(finding: &Finding) -> [Text; 4] {
    let weight = match finding.severity {
        Severity::Blocker => Mark::NoGo,
        Severity::Condition => Mark::Conditional,
        Severity::Advice => Mark::Advice,
    };
    let place = [Some(finding.place.section.label().to_owned()), finding.place.field.map(word_for)];
    let place: Vec<String> = place.into_iter().flatten().collect();
    [
        weight.with(finding.severity.label()).into(),
        Text::from(what(finding)),
        Text::from(why(finding.code)),
        Text::from(place.join(" › ")),
    ]
}

fn standing(of: &SectionReadiness) -> Status {
    match of {
        of if of.stale => Mark::Stale.with("Changed since signing"),
        of if of.blockers > 0 => Mark::NoGo.with("Blocked"),
        of if of.conditions > 0 => Mark::Conditional.with("With conditions"),
        of if of.applicable == 0 => Mark::NotApplicable.with("Nothing applies"),
        of if of.done < of.applicable => Mark::Idle.with("Open"),
        _ => Mark::Go.with("Done"),
    }
}
