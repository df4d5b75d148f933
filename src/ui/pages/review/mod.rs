//! The readiness review: environment, support and capacity, point by point, and where capacity is short.

mod capacity;
mod points;

use jiff::civil::Date;
use leptos::prelude::*;

use self::capacity::CAPACITY;
use self::points::points;
use crate::gate::{is_settled, review_was_held};
use crate::plan::{Release, RemovedKind, ReviewRecord};
use crate::plan_file::sole;
use crate::text;
use crate::ui::components::RemovedList;
use crate::ui::plan::Plan;
use crate::ui::register::{Block, Field, Group, Page, register_page};

static PAGE: Page = Page {
    title: "Readiness review",
    lead,
    blocks: &[
        Block::Form(sole::<ReviewRecord>(), "The review", RECORD),
        Block::Own(points),
        Block::Register(&CAPACITY),
        Block::Own(removed),
    ],
};

static RECORD: &[Group] = &[
    Group::pair(&[Field::day("held", "Held on").optional(), Field::person("by", "Held by")]),
    Group::one(&[Field::area("note", "Notes").optional().tall(2)]),
];

/// The readiness review.
#[component]
pub fn Review(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    register_page(&PAGE, entry)
}

fn lead(release: &Release, today: Date) -> String {
    let (record, issues) = (&release.review.record, &release.review.capacity);
    let open = issues.iter().filter(|issue| !is_settled(issue, today)).count();
    let held = match record.held {
        Some(on) if review_was_held(record, today) => format!("Held on {}", text::day(on)),
        Some(on) => format!("To be held on {}", text::day(on)),
        None => "Not held yet".to_owned(),
    };
    match open {
        0 => format!("{held}; no capacity issue is open."),
        1 => format!("{held}; one capacity issue is open."),
        open => format!("{held}; {open} capacity issues are open."),
    }
}

fn removed(plan: Plan) -> AnyView {
    view! {
        <RemovedList kinds=&[RemovedKind::CapacityIssue] kind=RemovedKind::CapacityIssue missing=Signal::stored(Vec::new())
            on_put_back=move |id| plan.put_back(id) on_restore=|_| ()/>
    }
    .into_any()
}
