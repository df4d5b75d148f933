//! What the review looks at, point by point, with what shows it.

use leptos::prelude::*;

use crate::gate::with_usual_points;
use crate::plan::{Command, Evidence, Items, ReviewRecord};
use crate::plan_file::sole;
use crate::ui::components::{EvidenceList, Icon, Role};
use crate::ui::plan::Plan;
use crate::ui::register::{Entry, Field, Group, Kind, Reply, Rows, fields_of};

static POINTS: Rows = Rows::new(
    "Points",
    "a point",
    &[
        Field::area("text", "Point").empty("What to look at, as a sentence that can be true"),
        Field::answer("state", "Seen", STATES).aloud("What was seen of “{}”"),
        Field::area("note", "Note").aloud("Note on “{}”").empty("Nothing to say"),
        Field::new("evidence", "Evidence", Kind::Own(evidence)),
    ],
)
.empty("Nothing to look at yet. Each point is a sentence that can be true.")
.ordered();

static STATES: &[Reply] = &[
    Reply::new("done", "Done").role(Role::Go),
    Reply::new("failed", "Failed").role(Role::NoGo),
    Reply::new("not_applicable", "N/A").role(Role::NotApplicable),
    Reply::new("open", "Open").role(Role::Idle),
];

static WHOLE: &[Group] = &[Group::one(&[Field::rows("points", &POINTS)])];

/// The points of the review, and the usual ones that it lacks with one press.
pub fn points(plan: Plan) -> AnyView {
    let lacks = plan.from(|release| with_usual_points(&release.review.record).is_some());
    let add = move |_| {
        let record = plan.release.with_untracked(|release| with_usual_points(&release.review.record));
        if let Some(record) = record {
            plan.dispatch(Command::Review(Box::new(record)));
        }
    };
    let button = move || {
        view! {
            <div class="actions">
                <button class="button" type="button" data-field="usual_points" disabled=plan.read_only
                    on:click=add><Icon name="plus"/>"Add the usual points"</button>
            </div>
        }
    };
    view! { {fields_of(Entry::of(plan, sole::<ReviewRecord>(), ""), WHOLE)}{move || lacks.get().then(button)} }
        .into_any()
}

/// What shows that a point is as it was seen, folded away until somebody asks for it.
fn evidence(entry: Entry, field: &'static Field) -> AnyView {
    let value = entry
        .member(field.member, |value| serde_json::from_value::<Items<Evidence>>(value.clone()).unwrap_or_default());
    let edit = move |edit| {
        let mut evidence = value.get_untracked();
        if evidence.apply(edit).is_ok() {
            // What it is made of is evidence, which the point takes.
            let _ = entry.put(field.member, serde_json::to_value(&evidence).ok());
        }
    };
    let count = move || match value.with(Items::len) {
        0 => "None".to_owned(),
        1 => "1 piece".to_owned(),
        count => format!("{count} pieces"),
    };
    view! { <details><summary>{count}</summary><EvidenceList value on_edit=edit/></details> }.into_any()
}
