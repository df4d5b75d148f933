//! What broke at or after go-live.

use jiff::civil::Date;

use crate::plan::{Choice, Incident, Release, Severity};
use crate::plan_file::{access, find};
use crate::readiness::Section;
use crate::text;
use crate::ui::components::Role;
use crate::ui::register::{Cell, Column, Field, Filter, Group, Register, Show, words};

/// The incidents of a release.
pub static INCIDENTS: Register = Register {
    empty: "What broke at or after go-live, who deals with it, and when it was resolved.",
    head: "Incident",
    note: Some(Show::Text("number")),
    mono: true,
    columns: &[
        Column::new("Severity", Show::Word("severity", words::<Severity>)).sorted(worst_first),
        Column::new("Reported", Show::Day("reported")),
        Column::person("Owner", "owner"),
        Column::cell("State", state),
    ],
    filters: &[
        Filter { word: "Open", passes: |release, id, today| find(release, id).is_some_and(|it| is_open(it, today)) },
        Filter {
            word: "Critical",
            passes: |release, id, _| find::<Incident>(release, id).is_some_and(|it| it.severity == Severity::Critical),
        },
    ],
    groups: &[
        Group::one(&[Field::line("title", "What broke")]),
        Group::pair(&[
            Field::line("number", "Number").optional().help("In the incident management system."),
            Field::choice("severity", "Severity", words::<Severity>),
            Field::moment("reported", "Reported"),
            Field::person("owner", "Owner"),
            Field::moment("resolved", "Resolved").optional(),
        ]),
        Group::one(&[Field::area("note", "What was done").optional()]),
    ],
    badge: Some(state),
    preset: |_, today| serde_json::json!({ "reported": today.at(0, 0, 0, 0) }),
    ..Register::new(Section::After, access::<Incident>(), "an incident", "incidents")
};

fn is_open(incident: &Incident, today: Date) -> bool {
    incident.resolved.is_none_or(|at| at.date() > today)
}

fn worst_first(release: &Release, id: &str) -> String {
    let severity = find::<Incident>(release, id).map(|incident| incident.severity);
    let worse = Severity::ALL.iter().filter(|other| severity.is_some_and(|severity| **other > severity));
    worse.count().to_string()
}

fn state(release: &Release, id: &str, today: Date) -> Cell {
    let Some(incident) = find::<Incident>(release, id) else { return Cell::Text(String::new()) };
    match incident.resolved {
        Some(at) if !is_open(incident, today) => Cell::Status(Role::Go, format!("Resolved {}", text::day(at.date()))),
        _ if incident.severity == Severity::Critical => Cell::Status(Role::NoGo, "Open".to_owned()),
        _ => Cell::Status(Role::Conditional, "Open".to_owned()),
    }
}
