//! The hand-over to the service desk: the known errors, what is set up for them, and that the desk accepts it.

mod acceptance;
mod known_errors;
mod set_up;

use jiff::civil::Date;
use leptos::prelude::*;

use crate::gate::{hand_over_progress, is_set_up, known_errors as of_release};
use crate::plan::{HandOverItem, HandOverKind, Release, RemovedKind};
use crate::plan_file::{access, find, member, text_of};
use crate::readiness::Section;
use crate::text;
use crate::ui::components::{Options, RemovedList, Role};
use crate::ui::plan::Plan;
use crate::ui::register::{
    Block, Cell, Column, Field, Filter, Group, Kind, Page, Register, Removing, Show, register_page, words,
};

static POINTS: Register = Register {
    empty: "Changed functions, quick fixes, new codes and templates, articles, training.",
    head: "Point",
    note: Some(Show::Text("code")),
    mono: true,
    columns: &[
        Column::new("Kind", Show::Word("kind", words::<HandOverKind>)),
        Column::cell("Set up", state),
        Column::person("By", "set_up_by"),
    ],
    filters: &[
        Filter { word: "Open", passes: |release, id, today| !is_done(release, id, today) },
        Filter { word: "Set up", passes: is_done },
    ],
    groups: GROUPS,
    badge: Some(state),
    above: Some(known_errors::known_errors),
    removing: Removing::Reason(RemovedKind::HandOverItem),
    ..Register::new(Section::HandOver, access::<HandOverItem>(), "a point", "points")
};

static GROUPS: &[Group] = &[
    Group::one(&[Field::line("title", "What it is")]),
    Group::pair(&[
        Field::choice("kind", "Kind", words::<HandOverKind>),
        Field::line("code", "Code or name in the desk’s tool").optional(),
    ]),
    Group::one(&[
        Field::area("detail", "What the desk must know").optional(),
        Field::pick("defect", "From the known error", known_errors_of),
    ]),
    Group::one(&[Field::new("set_up", "Set up in the desk’s tool, or training given", Kind::Own(set_up::set_up))]),
    Group::pair(&[Field::day("set_up", "On"), Field::person("set_up_by", "By")])
        .legend("Set up in the desk’s tool, or training given")
        .when(|point| !text_of(member(point, "set_up")).is_empty()),
];

static PAGE: Page = Page {
    title: "Service desk",
    lead,
    blocks: &[Block::Register(&POINTS), Block::Own(acceptance::acceptance), Block::Own(removed)],
};

/// The hand-over to the service desk.
#[component]
pub fn HandOver(
    /// The entry that the address names.
    entry: Memo<Option<String>>,
) -> impl IntoView {
    register_page(&PAGE, entry.into())
}

fn lead(release: &Release, today: Date) -> String {
    text::hand_over(&hand_over_progress(release, today))
}

fn removed(plan: Plan) -> AnyView {
    view! {
        <RemovedList kinds=&[RemovedKind::HandOverItem] kind=RemovedKind::HandOverItem missing=Signal::stored(Vec::new())
            on_put_back=move |id| plan.put_back(id) on_restore=|_| ()/>
    }
    .into_any()
}

fn known_errors_of(release: &Release) -> Options {
    of_release(release).map(|defect| (defect.id.to_string(), text::named(defect.title.trim(), "New defect"))).collect()
}

fn is_done(release: &Release, id: &str, today: Date) -> bool {
    find::<HandOverItem>(release, id).is_some_and(|point| is_set_up(point, today))
}

/// Whether a point is set up, and since when.
fn state(release: &Release, id: &str, today: Date) -> Cell {
    let Some(point) = find::<HandOverItem>(release, id) else { return Cell::Text(String::new()) };
    match point.set_up {
        Some(on) if is_set_up(point, today) => Cell::Status(Role::Go, text::day(on)),
        Some(on) => Cell::Status(Role::Idle, format!("Open, no earlier than {}", text::day(on))),
        None => Cell::Status(Role::Idle, "Open".to_owned()),
    }
}
