//! Requests for change: what was asked of the CAB, what it said, and what it would still miss.

mod checks;
mod follow;
mod outcome;
mod over_all;

use jiff::civil::Date;
use leptos::prelude::*;

use crate::gate::{RfcState, rfc_state};
use crate::plan::{Cab, ChangeType, Release, RemovedKind, Rfc, RfcOutcome};
use crate::plan_file::{access, find, sole};
use crate::readiness::{Section, cab_points};
use crate::text;
use crate::ui::components::{Role, removed_of};
use crate::ui::plan::Plan;
use crate::ui::register::{
    Block, Cell, Column, Field, Filter, Group, Kind, Page, Register, Removing, Show, form, register_page, words,
};

static RFCS: Register = Register {
    empty: "A release goes live on the strength of an approved RFC. Enter its number and what the CAB said.",
    head: "RFC",
    note: Some(Show::Text("number")),
    mono: true,
    columns: &[
        Column::new("Type", Show::Word("change_type", words::<ChangeType>)),
        Column::new("CAB", Show::Day("cab_date")),
        Column::cell("Outcome", state),
        Column::cell("Remarks", remarks),
    ],
    filters: &[
        Filter { word: "Pending", passes: |release, id, today| role(release, id, today) == Some(Role::Idle) },
        Filter { word: "Approved", passes: |release, id, today| role(release, id, today) == Some(Role::Go) },
        Filter { word: "Rejected", passes: |release, id, today| role(release, id, today) == Some(Role::NoGo) },
        Filter { word: "Deferred", passes: |release, id, today| role(release, id, today) == Some(Role::Conditional) },
    ],
    groups: &[
        Group::one(&[Field::line("title", "What is to change")]),
        Group::pair(&[
            Field::line("number", "Number"),
            Field::choice("change_type", "Type of change", words::<ChangeType>),
            Field::day("submitted", "Submitted on"),
            Field::day("cab_date", "CAB meets on"),
            Field::person("owner", "Owner").help("Answers for it before the CAB."),
        ]),
        Group::one(&[
            Field::area("description", "Description").help("What exactly is done, and why."),
            Field::area("impact", "Impact").help("Who and what it affects, and for how long."),
            Field::new("outcome", "What the CAB said", Kind::Own(outcome::outcome)),
        ]),
    ],
    badge: Some(state),
    more: Some(more),
    removing: Removing::Reason(RemovedKind::Rfc),
    ..Register::new(Section::Rfcs, access::<Rfc>(), "an RFC", "RFCs")
};

static PAGE: Page = Page {
    title: "Requests for change",
    lead,
    blocks: &[Block::Register(&RFCS), Block::Own(removed), Block::Own(over_all::panel)],
};

/// What was taken out of the plan although a rule asks about it.
fn removed(plan: Plan) -> AnyView {
    removed_of(plan, &[RemovedKind::Rfc])
}

/// What the CAB asks for in general.
static CAB: [Group; 1] = [Group::one(&[Field::number("lead", "Days between submission and CAB")
    .named("cab_lead")
    .optional()
    .at_most(365)
    .help("Asked of normal changes; 5 where nothing is entered.")])];

/// The RFCs of a release, one of them at work, and the refusals over all releases.
#[component]
pub fn Rfcs(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    register_page(&PAGE, entry)
}

/// The links to what it replaces and what replaces it, and the check list.
fn more(plan: Plan, id: String) -> AnyView {
    view! { {follow::links(plan, id.clone())}{checks::check_list(plan, id)} }.into_any()
}

/// The one fact about the CAB that holds for all RFCs.
fn lead_time(plan: Plan) -> AnyView {
    form(plan, sole::<Cab>(), "", &CAB)
}

fn lead(release: &Release, today: Date) -> String {
    let count = |wanted| release.rfcs.iter().filter(|rfc| role_and_word(rfc, today).0 == wanted).count();
    let parts =
        [("approved", Role::Go), ("pending", Role::Idle), ("rejected", Role::NoGo), ("deferred", Role::Conditional)];
    let said = parts.iter().map(|(word, role)| (word, count(*role))).filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|(word, count)| format!("{count} {word}")).collect();
    if said.is_empty() { String::new() } else { format!("{}.", said.join(", ")) }
}

/// What the CAB said, as a role and in words.
fn role_and_word(rfc: &Rfc, today: Date) -> (Role, String) {
    let (role, word) = match rfc_state(&rfc.outcome, today) {
        RfcState::Pending => (Role::Idle, "Pending"),
        RfcState::ApprovedFrom(on) => return (Role::Idle, format!("Not approved before {}", text::day(on))),
        RfcState::Approved => (Role::Go, "Approved"),
        RfcState::Rejected => (Role::NoGo, "Rejected"),
        RfcState::Deferred => (Role::Conditional, "Deferred"),
    };
    (role, word.to_owned())
}

fn role(release: &Release, id: &str, today: Date) -> Option<Role> {
    find::<Rfc>(release, id).map(|rfc| role_and_word(rfc, today).0)
}

fn state(release: &Release, id: &str, today: Date) -> Cell {
    let Some(rfc) = find::<Rfc>(release, id) else { return Cell::Text(String::new()) };
    let (role, word) = role_and_word(rfc, today);
    Cell::Status(role, word)
}

/// What a pending one still misses; of a refused one the reason and what it was submitted as again.
fn remarks(release: &Release, id: &str, today: Date) -> Cell {
    let Some(rfc) = find::<Rfc>(release, id) else { return Cell::Text(String::new()) };
    if rfc.outcome == RfcOutcome::Pending {
        return match text::points_missing(&cab_points(release, rfc, today)) {
            Some(missing) => Cell::Status(Role::NoGo, missing),
            None => Cell::Status(Role::Go, "Nothing missing".to_owned()),
        };
    }
    let Some(refusal) = rfc.outcome.refusal() else { return Cell::Text(String::new()) };
    let again = release.rfcs.iter().find(|other| other.replaces == Some(rfc.id));
    let again = again.map(|next| format!("resubmitted as {}", text::named(&next.number, next.title.trim())));
    let reason = Some(refusal.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    Cell::Text(reason.into_iter().chain(again).collect::<Vec<_>>().join("; "))
}
