//! The readiness review: environment, support and capacity.

use jiff::civil::Date;

use crate::document::block::{Block, Column, SignatureLine, SignatureStanding, Signatures};
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::{View, environments, gates, training};
use crate::document::sheet::Sheet;
use crate::gate::{is_settled, review_was_held};
use crate::line::one_line;
use crate::order;
use crate::plan::{CapacityIssue, Choice, ReviewRecord, Severity};
use crate::text::{self, day};

/// The record: when and by whom it was held, and each point with what was seen and what shows it.
pub(in crate::document) fn record(view: &View, sheet: &mut Sheet) {
    let record = &view.release.review.record;
    sheet.section("record", "The review");
    sheet.facts([
        ("Held", held(record, view.today).into()),
        ("By", phrase::person(view.release, record.by)),
        ("Training", Text::from(training::in_a_line(view))),
    ]);
    let rows = record.points.iter().map(|point| {
        let (state, said) = gates::answered(view, point);
        [
            phrase::titled(text::check_item(point), point.id.as_str()),
            gates::check(state).into(),
            said.line(point.note.trim()).line(phrase::evidences(&point.evidence)).or("none"),
        ]
    });
    let columns = [Column::wide("Point"), Column::narrow("Seen"), Column::wide("Note and evidence")];
    sheet.table(columns, rows, "The review has no points to look at yet.");
    sheet.prose(&record.note);
}

/// The environments in brief: what each is for, whether it is fit, and when it was refreshed.
pub(in crate::document) fn environments(view: &View, sheet: &mut Sheet) {
    let rows = view.release.environments.iter().map(|environment| {
        [
            phrase::named(Some(&environment.name), environment.id.as_str()),
            Text::from(environment.purpose.label()),
            environments::fitness(environment).into(),
            environments::refreshed(view, environment),
        ]
    });
    sheet.section("environments", "Environments");
    let columns = [
        Column::wide("Environment"),
        Column::words("Purpose"),
        Column::narrow("Fit for purpose"),
        Column::words("Refresh"),
    ];
    sheet.table(columns, rows, "No environment is registered.");
}

/// Every capacity issue, the gravest open ones first.
pub(in crate::document) fn capacity(view: &View, sheet: &mut Sheet) {
    sheet.section("capacity", "Capacity issues");
    issues(view, view.release.review.capacity.iter().collect(), "No capacity issue is written down.", sheet);
}

/// The review for those who decide: how it ended, and which capacity issues are open.
pub(in crate::document) fn in_brief(view: &View, sheet: &mut Sheet) {
    let record = &view.release.review.record;
    sheet.section("review", "Readiness review");
    let points = record.points.iter().map(|point| {
        let text = phrase::named(Some(text::check_item(point)), point.id.as_str());
        Text::from(gates::check(gates::answered(view, point).0)).then(": ").then(text)
    });
    sheet.facts([
        ("Held", held(record, view.today).into()),
        ("By", phrase::person(view.release, record.by)),
        ("Points", Text::lines(points).or("none")),
        ("Training", Text::from(training::in_a_line(view))),
    ]);
    let open = view.release.review.capacity.iter().filter(|issue| !is_settled(issue, view.today));
    issues(view, open.collect(), "No capacity issue is open.", sheet);
}

fn issues(view: &View, mut issues: Vec<&CapacityIssue>, where_empty: &str, sheet: &mut Sheet) {
    order::sort_by_key(&mut issues, |issue| (is_settled(issue, view.today), std::cmp::Reverse(issue.severity)));
    let rows = issues.into_iter().map(|issue| {
        [
            phrase::titled(&issue.title, issue.id.as_str())
                .line(Text::from(issue.response.trim()).or("no response yet")),
            Text::from(issue.severity.label()),
            phrase::person(view.release, issue.owner),
            phrase::day_or(issue.due, "no day set"),
            Text::mono(&issue.reference).or("none"),
            standing(view, issue).into(),
        ]
    });
    let columns = [
        Column::wide("Issue and response"),
        Column::narrow("Severity"),
        Column::words("Owner"),
        Column::narrow("Due"),
        Column::words("In the capacity plan"),
        Column::narrow("State"),
    ];
    sheet.table(columns, rows, where_empty);
}

/// The lines under which the review is signed.
pub(in crate::document) fn signature_lines(view: &View, sheet: &mut Sheet) {
    let record = &view.release.review.record;
    let by = view.release.person_name(record.by).map(one_line).unwrap_or_default();
    let roles = [("Held by", by), ("Operations", String::new()), ("Support", String::new())];
    let line = |(role, name): (&str, String)| SignatureLine {
        role: role.to_owned(),
        name,
        on: String::new(),
        digest: String::new(),
        standing: SignatureStanding::Open,
    };
    let statement = Text::from("What is written above is how environment, support and capacity were found.");
    sheet.put(Block::Signatures(Signatures { statement, lines: roles.map(line).into() }));
}

fn held(record: &ReviewRecord, today: Date) -> Status {
    match record.held {
        Some(on) if review_was_held(record, today) => Mark::Go.with(format!("Held on {}", day(on))),
        Some(on) => Mark::Idle.with(format!("To be held on {}", day(on))),
        None => Mark::Idle.with("Not held"),
    }
}

fn standing(view: &View, issue: &CapacityIssue) -> Status {
    let grave = matches!(issue.severity, Severity::High | Severity::Critical);
    let tracked = view.release.person_name(issue.owner).is_some() && issue.due.is_some();
    let mark = if grave || !tracked { Mark::NoGo } else { Mark::Conditional };
    match (issue.closed, issue.due) {
        (Some(on), _) if is_settled(issue, view.today) => Mark::Go.with(format!("Settled on {}", day(on))),
        (Some(on), _) => mark.with(format!("Open, settled no earlier than {}", day(on))),
        (None, Some(due)) if due < view.today => mark.with("Open, overdue"),
        (None, _) => mark.with("Open"),
    }
}
