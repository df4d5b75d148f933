//! The fields of a defect: what is wrong, the decision with what belongs to it, and what the service desk must know.

use leptos::prelude::*;
use serde_json::Value;

use crate::gate::{found_late, missing_in};
use crate::plan::{Defect, Id, Severity};
use crate::plan_file::{member, text_of, word_of};
use crate::readiness::{Place, Section};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Mark, Role, Status};
use crate::ui::register::{Entry, Field, Group, Kind, Reply, words};

static DECISIONS: &[Reply] = &[
    Reply::new("undecided", "Undecided").role(Role::Idle),
    Reply::new("fix", "Fix before release").role(Role::Go).detailed(),
    Reply::new("workaround", "Deploy with workaround").role(Role::Conditional),
    Reply::new("postpone", "Postpone the release").role(Role::NoGo).detailed(),
];

/// The fields.
pub static GROUPS: &[Group] = &[
    Group::one(&[Field::new("found", "", Kind::Own(to_the_board)), Field::line("title", "What is wrong")]),
    Group::pair(&[
        Field::line("number", "Number").optional(),
        Field::choice("severity", "Severity", words::<Severity>),
        Field::line("found_in", "Found in").optional().help("The test, the environment, the build."),
        Field::day("found", "Found on").optional(),
        Field::person("owner", "Owner"),
        Field::day("due", "Due").optional(),
    ]),
    Group::one(&[
        Field::answer("decision", "Decision", DECISIONS),
        Field::day("decision.fix.fixed", "Fix confirmed on")
            .help("Empty while it is open.")
            .when(|defect| is_decided(defect, "fix")),
        Field::area("decision.postpone.reason", "Why the release waits")
            .named("postpone_reason")
            .when(|defect| is_decided(defect, "postpone")),
    ]),
    Group::one(&[
        Field::new("known_error", "", Kind::Own(still_missing)).when(|defect| is_decided(defect, "workaround")),
        Field::area("known_error.workaround", "Workaround").tall(2).help("How people work in spite of it."),
        Field::area("known_error.symptoms", "Symptoms").tall(2).help("How people notice it."),
        Field::area("known_error.quick_fix", "Quick fix for the first line")
            .tall(2)
            .help("What the service desk does at once."),
        Field::area("known_error.desk_code", "Incident code or template").tall(2).help("Its name in the desk’s tool."),
        Field::day("known_error.review", "Looked at again on").optional(),
    ])
    .legend("Known error")
    .when(is_known_error),
];

fn is_decided(defect: &Value, decision: &str) -> bool {
    word_of(member(defect, "decision")) == decision
}

/// Whether it goes live as one, or something of one is written already.
fn is_known_error(defect: &Value) -> bool {
    let written = member(defect, "known_error").as_object();
    let says = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty());
    is_decided(defect, "workaround") || written.is_some_and(|members| members.values().any(says))
}

/// That the Board did not know of it, and the way there.
fn to_the_board(entry: Entry, _: &'static Field) -> AnyView {
    let plan = entry.plan;
    let to = Route::cure(plan.id(), &Place::field(Section::Board, "decided_on")).to_string();
    let late = plan.from(move |release| found_late(release, release.defects.get(id_of(entry)?)?));
    let told = move || {
        late.get().map(|on| view! {
            <div class="banner inset stale">
                <Mark role=Role::Stale/>
                <p>{format!("Found on {}, after the Board decided. ", text::day(on))}<a href=to.clone()>"It calls for a Board decision"</a></p>
            </div>
        })
    };
    told.into_any()
}

/// What the service desk would still miss.
fn still_missing(entry: Entry, _: &'static Field) -> AnyView {
    let plan = entry.plan;
    let lacks = plan.from(move |release| {
        let defect = id_of(entry).and_then(|id| release.defects.get(id));
        let lacks = defect.map(|defect| missing_in(&defect.known_error)).unwrap_or_default();
        lacks.iter().map(|field| field.name).collect::<Vec<_>>().join(", ")
    });
    let told = move || match lacks.get() {
        lacks if lacks.is_empty() => view! { <Status role=Role::Go word="The desk has all that it needs"/> },
        lacks => view! { <Status role=Role::NoGo word=format!("Still missing: {lacks}")/> },
    };
    view! { <p class="small">{told}</p> }.into_any()
}

fn id_of(entry: Entry) -> Option<Id<Defect>> {
    Id::new(&text_of(&entry.member_now("id"))).ok()
}
