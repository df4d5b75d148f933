//! The fields of a defect: what is wrong, the decision with what belongs to it, and what the service desk must know.

use serde_json::Value;

use crate::plan::Severity;
use crate::plan_file::{member, word_of};
use crate::ui::components::Role;
use crate::ui::register::{Field, Group, Reply, words};

static DECISIONS: &[Reply] = &[
    Reply::new("undecided", "Undecided").role(Role::Idle),
    Reply::new("fix", "Fix before release").role(Role::Go).detailed(),
    Reply::new("workaround", "Deploy with workaround").role(Role::Conditional),
    Reply::new("postpone", "Postpone the release").role(Role::NoGo).detailed(),
];

/// The fields.
pub static GROUPS: &[Group] = &[
    Group::one(&[Field::line("title", "What is wrong")]),
    Group::pair(&[
        Field::line("number", "Number").optional(),
        Field::choice("severity", "Severity", words::<Severity>),
        Field::line("found_in", "Found in").optional().help("The test, the environment, the build."),
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
