//! Defects: what was found in testing, what was decided on each, and the known errors that go live.

mod deciding;
mod fields;

use jiff::civil::Date;
use leptos::prelude::*;
use serde_json::json;

use crate::gate::{DefectState, defect_state, found_late};
use crate::plan::{Choice, Defect, Release, RemovedKind, Severity};
use crate::plan_file::{access, find};
use crate::readiness::Section;
use crate::text;
use crate::ui::components::{RemovedList, Role};
use crate::ui::plan::Plan;
use crate::ui::register::{Block, Cell, Column, Filter, Page, Register, Removing, Show, register_page, words};

static DEFECTS: Register = Register {
    empty: "What testing found and what was decided on it: fix it, go live with a workaround, or wait.",
    head: "Defect",
    note: Some(Show::Text("number")),
    mono: true,
    columns: &[
        Column::new("Severity", Show::Word("severity", words::<Severity>)).sorted(worst_first),
        Column::cell("Decision", state),
        Column::cell("Found", found).sorted(by_day),
        Column::person("Owner", "owner"),
    ],
    filters: &[
        Filter { word: "In the way", passes: |release, id, today| is(release, id, today, DefectState::is_open) },
        Filter {
            word: "Undecided",
            passes: |release, id, today| is(release, id, today, |state| state == DefectState::Undecided),
        },
        Filter {
            word: "Known errors",
            passes: |release, id, today| is(release, id, today, |state| state == DefectState::KnownError),
        },
        Filter {
            word: "Fixed",
            passes: |release, id, today| is(release, id, today, |state| state == DefectState::Fixed),
        },
        Filter { word: "Since the decision", passes: |release, id, _| late(release, id).is_some() },
    ],
    groups: fields::GROUPS,
    badge: Some(state),
    above: Some(deciding::deciding),
    preset: |_, today| json!({ "found": today.to_string() }),
    removing: Removing::Reason(RemovedKind::Defect),
    ..Register::new(Section::Defects, access::<Defect>(), "a defect", "defects")
};

static PAGE: Page =
    Page { title: "Defects and known errors", lead, blocks: &[Block::Register(&DEFECTS), Block::Own(removed)] };

/// The defects of a release, and one of them at work.
#[component]
pub fn Defects(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    register_page(&PAGE, entry)
}

fn lead(release: &Release, today: Date) -> String {
    let all = release.defects.len();
    let open = release.defects.iter().filter(|defect| defect_state(defect, today).is_open()).count();
    match (all, open) {
        (0, _) => String::new(),
        (all, 0) => format!("{all} found, each of them decided."),
        (all, 1) => format!("One of {all} stands in the way."),
        (all, open) => format!("{open} of {all} stand in the way."),
    }
}

fn removed(plan: Plan) -> AnyView {
    view! {
        <RemovedList kinds=&[RemovedKind::Defect] kind=RemovedKind::Defect missing=Signal::stored(Vec::new())
            on_put_back=move |id| plan.put_back(id) on_restore=|_| ()/>
    }
    .into_any()
}

/// When it was found; marked where the Board did not know of it.
fn found(release: &Release, id: &str, _today: Date) -> Cell {
    match late(release, id) {
        Some(on) => Cell::Status(Role::Stale, format!("{}, since the Board decided", text::day(on))),
        None => Cell::Day(find::<Defect>(release, id).and_then(|defect| defect.found)),
    }
}

fn late(release: &Release, id: &str) -> Option<Date> {
    found_late(release, find::<Defect>(release, id)?)
}

/// By the day; without one comes last.
fn by_day(release: &Release, id: &str) -> String {
    let found = find::<Defect>(release, id).and_then(|defect| defect.found);
    found.map_or_else(|| "~".to_owned(), |on| on.to_string())
}

fn worst_first(release: &Release, id: &str) -> String {
    let severity = find::<Defect>(release, id).map(|defect| defect.severity);
    let worse = Severity::ALL.iter().filter(|other| severity.is_some_and(|severity| **other > severity));
    worse.count().to_string()
}

fn is(release: &Release, id: &str, today: Date, holds: fn(DefectState) -> bool) -> bool {
    find::<Defect>(release, id).is_some_and(|defect| holds(defect_state(defect, today)))
}

/// How a defect stands, as a role and in words.
fn state(release: &Release, id: &str, today: Date) -> Cell {
    let Some(defect) = find::<Defect>(release, id) else { return Cell::Text(String::new()) };
    let (role, word) = match defect_state(defect, today) {
        DefectState::Undecided => (Role::NoGo, "Undecided"),
        DefectState::ToBeFixed => (Role::NoGo, "To be fixed"),
        DefectState::FixedFrom(on) => {
            return Cell::Status(Role::NoGo, format!("Open, fixed no earlier than {}", text::day(on)));
        }
        DefectState::Fixed => (Role::Go, "Fixed"),
        DefectState::WithoutWorkaround => (Role::NoGo, "Workaround missing"),
        DefectState::KnownError => (Role::Go, "Known error"),
        DefectState::Postpones => (Role::NoGo, "Postpones the release"),
    };
    Cell::Status(role, word.to_owned())
}
