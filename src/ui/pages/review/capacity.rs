//! Where capacity is short: what is done about it, by whom and until when.

use jiff::civil::Date;

use crate::gate::is_settled;
use crate::plan::{CapacityIssue, Choice, Release, RemovedKind, Severity};
use crate::plan_file::{access, find};
use crate::readiness::Section;
use crate::text;
use crate::ui::components::Role;
use crate::ui::register::{Cell, Column, Field, Filter, Group, Register, Removing, Show, words};

/// The capacity issues.
pub static CAPACITY: Register = Register {
    empty: "Of what there will be too little after go-live, and who sees to it. A grave one blocks; a tracked one is a condition.",
    head: "Issue",
    note: Some(Show::Text("reference")),
    mono: true,
    columns: &[
        Column::new("Severity", Show::Word("severity", words::<Severity>)).sorted(worst_first),
        Column::person("Owner", "owner"),
        Column::new("Due", Show::Day("due")),
        Column::cell("State", state),
    ],
    filters: &[
        Filter { word: "Open", passes: |release, id, today| is_open(release, id, today) },
        Filter { word: "Settled", passes: |release, id, today| !is_open(release, id, today) },
    ],
    groups: &[
        Group::one(&[Field::line("title", "What there is too little of")]),
        Group::pair(&[
            Field::choice("severity", "Severity", words::<Severity>)
                .help("High and critical block until they are settled."),
            Field::line("reference", "In the capacity plan").optional().help("Its number or chapter there."),
            Field::person("owner", "Owner"),
            Field::day("due", "Due"),
        ]),
        Group::one(&[
            Field::area("response", "What is done about it"),
            Field::day("closed", "Settled on").optional().help("Empty while it is open."),
        ]),
    ],
    badge: Some(state),
    removing: Removing::Reason(RemovedKind::CapacityIssue),
    ..Register::new(Section::Review, access::<CapacityIssue>(), "a capacity issue", "capacity issues")
};

fn is_open(release: &Release, id: &str, today: Date) -> bool {
    find::<CapacityIssue>(release, id).is_some_and(|issue| !is_settled(issue, today))
}

fn worst_first(release: &Release, id: &str) -> String {
    let severity = find::<CapacityIssue>(release, id).map(|issue| issue.severity);
    let worse = Severity::ALL.iter().filter(|other| severity.is_some_and(|severity| **other > severity));
    worse.count().to_string()
}

/// How an issue stands, as a role and in words.
fn state(release: &Release, id: &str, today: Date) -> Cell {
    let Some(issue) = find::<CapacityIssue>(release, id) else { return Cell::Text(String::new()) };
    let tracked = release.person_name(issue.owner).is_some() && issue.due.is_some();
    let grave = matches!(issue.severity, Severity::High | Severity::Critical);
    let role = if grave || !tracked { Role::NoGo } else { Role::Conditional };
    match (issue.closed, issue.due) {
        (Some(_), _) if is_settled(issue, today) => Cell::Status(Role::Go, "Settled".to_owned()),
        (Some(on), _) => Cell::Status(role, format!("Open, settled no earlier than {}", text::day(on))),
        (None, Some(due)) if due < today => Cell::Status(role, "Open, overdue".to_owned()),
        (None, _) => Cell::Status(role, "Open".to_owned()),
    }
}
