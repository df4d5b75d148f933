//! What the release must meet, and what shows that it does.

use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::gate::AnswerKind;
use crate::plan::{AcceptanceCriterion, Answer};
use crate::readiness::{WaiverStanding, counts_as, waiver_standing};
use crate::text::day;

/// The list: what is asked, by whom it is answered, and when.
pub(in crate::document) fn list(view: &View, sheet: &mut Sheet) {
    let rows = view.release.criteria.iter().enumerate().map(|(at, criterion)| {
        [
            Text::from((at + 1).to_string()),
            phrase::titled(&criterion.title, criterion.id.as_str()).line(Text::from(criterion.detail.trim())),
            phrase::person(view.release, criterion.owner),
            phrase::day_or(criterion.due, "no day set"),
            status(view, criterion).into(),
        ]
    });
    sheet.section("criteria", "Acceptance criteria");
    let columns = [
        Column::number("No."),
        Column::wide("Criterion"),
        Column::words("Owner"),
        Column::narrow("Due"),
        Column::narrow("State"),
    ];
    sheet.table(columns, rows, "There are no acceptance criteria.");
    let reviewed = &view.release.criteria_list;
    let again = reviewed.review.map(|review| format!("The list itself is to be looked at again on {}.", day(review)));
    let last = reviewed.reviewed.map(|on| {
        let by = reviewed.reviewed_by.map(|by| phrase::person(view.release, Some(by)));
        Text::from("It was looked at last")
            .then(by.map_or_else(Text::default, |by| Text::from(" by ").then(by)))
            .then(format!(" on {}.", day(on)))
    });
    if again.is_some() || last.is_some() {
        sheet.note(Text::from(again.unwrap_or_default()).line(last.unwrap_or_default()));
    }
}

/// The criteria by state, what is missing first, each with what shows it.
pub(in crate::document) fn by_state(view: &View, sheet: &mut Sheet) {
    sheet.section("criteria", "Acceptance criteria");
    if view.release.criteria.is_empty() {
        sheet.say("There are no acceptance criteria.");
    }
    for (key, word, column, kind) in STATES {
        let counts = |criterion: &&AcceptanceCriterion| counts_as(&criterion.answer, view.today) == kind;
        let here: Vec<_> = view.release.criteria.iter().filter(counts).collect();
        if here.is_empty() {
            continue;
        }
        sheet.part(key, &format!("{word}: {}", phrase::counted(here.len(), "criterion", "criteria")));
        let rows = here.into_iter().map(|criterion| {
            [
                title(criterion),
                shown(criterion),
                phrase::person(view.release, criterion.owner),
                status(view, criterion).into(),
            ]
        });
        let columns =
            [Column::wide("Criterion"), Column::wide(column), Column::words("Owner"), Column::narrow("State")];
        sheet.table(columns, rows, "");
    }
}

/// A state: its key, its word, what the second column says, and which answers belong to it by what they count as.
type State = (&'static str, &'static str, &'static str, AnswerKind);

/// The states, what stands against a Go first.
const STATES: [State; 5] = [
    ("criteria-not-met", "Not met", "Evidence", AnswerKind::NotMet),
    ("criteria-unanswered", "Not answered", "Evidence", AnswerKind::Unanswered),
    ("criteria-waived", "Waived", "Waiver and evidence", AnswerKind::Waived),
    ("criteria-met", "Met", "Evidence", AnswerKind::Met),
    ("criteria-not-applicable", "Not applicable", "Reason", AnswerKind::NotApplicable),
];

fn title(criterion: &AcceptanceCriterion) -> Text {
    phrase::named(Some(&criterion.title), criterion.id.as_str())
}

/// What there is to show, for the Board to see rather than believe.
fn shown(criterion: &AcceptanceCriterion) -> Text {
    let evidence = phrase::evidences(&criterion.evidence);
    match &criterion.answer {
        Answer::Waived(waiver) => phrase::waiver(waiver).line(evidence),
        Answer::NotApplicable { reason } => Text::from(reason.trim()).or("no reason given").line(evidence),
        Answer::Met | Answer::NotMet | Answer::Unanswered => evidence.or("none"),
    }
}

fn status(view: &View, criterion: &AcceptanceCriterion) -> Status {
    match &criterion.answer {
        Answer::Unanswered => Mark::Idle.with("Not answered"),
        Answer::Met => Mark::Go.with("Met"),
        Answer::NotMet => Mark::NoGo.with("Not met"),
        Answer::NotApplicable { reason } if reason.trim().is_empty() => {
            Mark::Idle.with("Not applicable, without a reason")
        }
        Answer::NotApplicable { .. } => Mark::NotApplicable.with("Not applicable"),
        Answer::Waived(waiver) => match waiver_standing(waiver, None, view.today) {
            WaiverStanding::Expired(_) => Mark::NoGo.with("Not met, waiver expired"),
            WaiverStanding::Incomplete => Mark::NoGo.with("Not met, waiver incomplete"),
            _ => phrase::waiver_status(waiver, view.release, view.today),
        },
    }
}
