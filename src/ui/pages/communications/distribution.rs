//! The register of documents on their way to somebody.

use jiff::civil::Date;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::days::days_field;
use super::handing::handing;
use crate::communication::{Handed, by_day, handed, recipient};
use crate::gate::{Contents, Digests};
use crate::plan::{Choice, Distribution, DocumentKind, Id, Release};
use crate::plan_file::{Access, access, find};
use crate::readiness::Section;
use crate::text;
use crate::ui::components::Role;
use crate::ui::plan::Plan;
use crate::ui::register::{Cell, Column, Field, Filter, Group, Kind, Register, words};

pub static DOCUMENTS: Register = Register {
    empty: "Which document goes to whom by when. Whoever acts on the plan or answers for it has it well ahead of go-live, and \
            says that it was read.",
    head: "To",
    columns: &[
        Column::cell("Document", document),
        Column::cell("By", by).sorted(by_days),
        Column::cell("State", state_in_brief),
    ],
    filters: &[
        Filter {
            word: "To be sent",
            passes: |_, id, _| is(id, |it| matches!(it, Handed::Due(_) | Handed::Overdue(_))),
        },
        Filter { word: "Overdue", passes: |_, id, _| is(id, |it| matches!(it, Handed::Overdue(_))) },
        Filter { word: "Not acknowledged", passes: |_, id, _| is(id, |it| matches!(it, Handed::Sent(_))) },
        Filter { word: "Changed since", passes: |_, id, _| is(id, |it| matches!(it, Handed::Changed(_))) },
    ],
    groups: &[
        Group::one(&[Field::choice("document", "Document", words::<DocumentKind>)]),
        Group::pair(&[
            Field::person("person", "To"),
            Field::line("to", "To somebody else").optional().help("Who is not registered among the people."),
        ]),
        Group::one(&[Field::new("by", "Send by", Kind::Own(days_field))]),
        Group::one(&[Field::day("acknowledged", "Acknowledged on").optional()]),
    ],
    badge: Some(state),
    more: Some(handing),
    preset,
    ..Register::new(Section::Communications, BY_RECIPIENT, "a document", "distributed documents")
};

/// Each document by the name of whoever gets it.
const BY_RECIPIENT: Access = Access {
    title: |release, id| {
        let entry = find::<Distribution>(release, id)?;
        Some(text::named(recipient(entry, release), "Nobody yet"))
    },
    ..access::<Distribution>()
};

fn preset(_: &Release, _: Date) -> Value {
    json!({ "by": -14 })
}

fn document(release: &Release, id: &str, _: Date) -> Cell {
    Cell::Text(find::<Distribution>(release, id).map_or("", |entry| entry.document.label()).to_owned())
}

fn by(release: &Release, id: &str, _: Date) -> Cell {
    let Some(entry) = find::<Distribution>(release, id) else { return Cell::Text(String::new()) };
    by_day(entry, release).map_or_else(|| Cell::Text(text::from_go_live(entry.by)), |on| Cell::Day(Some(on)))
}

fn by_days(release: &Release, id: &str) -> String {
    let days = find::<Distribution>(release, id).map_or(0, |entry| entry.by.0);
    // Written so that the earlier day comes first as text too.
    format!("{:010}", i64::from(days) - i64::from(i32::MIN))
}

/// How far each document got. A digest takes as long as writing the plan down, and cells are drawn one by one.
#[derive(Clone, Copy)]
struct Standings(Signal<Vec<(Id<Distribution>, Handed)>>);

/// Works out once for the page how far each document got.
pub fn provide_standings(plan: Plan) {
    provide_context(Standings(plan.from(move |release| {
        let contents = Contents::of(release);
        let digests = Digests::of(&contents);
        let today = plan.today.get();
        release.distribution.iter().map(|entry| (entry.id, handed(entry, release, &digests, today))).collect()
    })));
}

/// How far a document got.
pub fn standing(id: &str) -> Option<Handed> {
    let Standings(all) = use_context()?;
    all.with(|all| all.iter().find(|(of, _)| of.as_str() == id).map(|(_, standing)| *standing))
}

fn is(id: &str, holds: fn(Handed) -> bool) -> bool {
    standing(id).is_some_and(holds)
}

/// How far a document got, beside the day by which it goes out.
fn state_in_brief(release: &Release, id: &str, today: Date) -> Cell {
    let word = match standing(id) {
        Some(Handed::Due(Some(by))) => text::upper_first(&text::relative_day(today, by)),
        Some(Handed::Overdue(_)) => "Overdue".to_owned(),
        Some(Handed::Sent(_)) => "Not acknowledged".to_owned(),
        Some(Handed::Acknowledged(_)) => "Acknowledged".to_owned(),
        Some(Handed::Changed(_)) => "Changed since".to_owned(),
        _ => return state(release, id, today),
    };
    match state(release, id, today) {
        Cell::Status(role, _) => Cell::Status(role, word),
        other => other,
    }
}

/// How far a document got, as a role and in words.
fn state(_: &Release, id: &str, today: Date) -> Cell {
    let Some(standing) = standing(id) else { return Cell::Text(String::new()) };
    let role = match standing {
        Handed::Due(_) => Role::Idle,
        Handed::Overdue(_) => Role::NoGo,
        Handed::Sent(_) => Role::Conditional,
        Handed::Acknowledged(_) => Role::Go,
        Handed::Changed(_) => Role::Stale,
    };
    Cell::Status(role, text::handed(standing, today))
}
