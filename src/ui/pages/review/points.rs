//! What the review looks at, point by point, with what shows it.

use leptos::prelude::*;

use crate::gate::with_usual_points;
use crate::plan::{AutomaticCheck, ChecklistItem, Choice, Command, Edit, Evidence, Items, ReviewRecord};
use crate::plan_file::{member, sole, text_of};
use crate::readiness::automatic;
use crate::text;
use crate::ui::components::{AddCheck, EvidenceList, Icon, Role, Status, asked_of, cure_link, focus_soon, state_role};
use crate::ui::plan::{Plan, new_id};
use crate::ui::register::{Entry, Field, Group, Kind, Reply, Rows, fields_of};

static POINTS: Rows = Rows::new(
    "Points",
    "a point",
    &[
        Field::area("text", "Point").empty("What to look at, as a sentence that can be true"),
        Field::answer("state", "Seen", STATES)
            .aloud("What was seen of “{}”")
            .when(|point| member(point, "check").is_null()),
        Field::new("check", "The plan answers", Kind::Own(by_plan)).when(|point| !member(point, "check").is_null()),
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
    let asked = plan.from(|release| asked_of(&release.review.record.points));
    view! {
        <div class="section">
            {fields_of(Entry::of(plan, sole::<ReviewRecord>(), ""), WHOLE)}
            <AddCheck asked on_add=Callback::new(move |check| add_check(plan, check))/>
            {move || lacks.get().then(button)}
        </div>
    }
    .into_any()
}

/// Adds a point that the plan answers itself.
fn add_check(plan: Plan, check: AutomaticCheck) {
    let mut record = plan.release.with_untracked(|release| release.review.record.clone());
    let id = new_id();
    let point = ChecklistItem { id, text: check.label().to_owned(), check: Some(check), ..ChecklistItem::default() };
    // The id is new, and the list has room for it or says why not.
    if record.points.apply(Edit::add(point)).is_ok() {
        plan.dispatch(Command::Review(Box::new(record)));
        focus_soon(format!("#main [data-entry=\"{id}\"] textarea"));
    }
}

/// What the plan answers to a point today, and the way to the cure.
fn by_plan(entry: Entry, field: &'static Field) -> AnyView {
    let plan = entry.plan;
    let key = entry.member(field.member, text_of);
    let checked = plan.from(move |release| {
        let check = AutomaticCheck::from_key(&key.get())?;
        Some((check, automatic(check, release, plan.today.get())))
    });
    let state = move || {
        checked.get().map(|(check, checked)| {
            let (role, word) = (state_role(checked.state), checked.state.label());
            view! { <Status role word/><span class="soft">{text::checked(check, &checked)}</span> }
        })
    };
    view! { <span class="automatic">{state}<span>{cure_link(plan, checked)}</span></span> }.into_any()
}

/// What shows that a point is as it was seen, folded away until somebody asks for it.
fn evidence(entry: Entry, _: &'static Field) -> AnyView {
    let plan = entry.plan;
    let point = entry.member("id", text_of);
    let value = plan.from(move |release| {
        let point = point.get();
        let mut points = release.review.record.points.iter();
        points.find(|item| item.id.as_str() == point).map(|item| item.evidence.clone()).unwrap_or_default()
    });
    let count = move || match value.with(Items::len) {
        0 => "None".to_owned(),
        1 => "1 piece".to_owned(),
        count => format!("{count} pieces"),
    };
    let change = move |edit| change(plan, &point.get_untracked(), edit);
    view! { <details><summary>{count}</summary><EvidenceList value on_edit=change/></details> }.into_any()
}

/// Changes the evidence of a point. Typing in a piece is one step; removing one offers undo.
fn change(plan: Plan, point: &str, edit: Edit<Evidence>) {
    let mut record = plan.release.with_untracked(|release| release.review.record.clone());
    let (removes, piece) = (matches!(edit, Edit::Remove { .. }), edit.id());
    let types = matches!(edit, Edit::Replace { .. });
    let item = record.points.iter_mut().find(|item| item.id.as_str() == point);
    if item.is_none_or(|item| item.evidence.apply(edit).is_err()) {
        return;
    }
    let command = Command::Review(Box::new(record));
    if types {
        plan.typed(&format!("{point}.{piece}"), command);
    } else if removes {
        plan.remove(command);
    } else {
        plan.dispatch(command);
    }
}
