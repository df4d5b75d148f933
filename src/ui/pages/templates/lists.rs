//! The lists among the templates, as tables: criteria, gates, rules, messages, closed periods.

use leptos::prelude::*;
use serde_json::json;

use crate::plan::{
    AcceptanceCriterion, AutomaticCheck, Channel, Choice, ClosedPeriod, CriteriaList, GovernanceRule, Message, Part,
    PeriodKind, QualityGate, Release, RemovedKind, Weekend,
};
use crate::plan_file::{access, sole};
use crate::readiness::Section;
use crate::ui::components::{Options, Select};
use crate::ui::pages::communications::days::days_field;
use crate::ui::pages::rules;
use crate::ui::plan::Plan;
use crate::ui::register::{Block, Column, Field, Group, Kind, Page, Register, Removing, Rows, Show, words};

/// The list of criteria.
pub static CRITERIA: Page = Page {
    title: "Criteria of new releases",
    lead: |_, _| {
        "What each new release is asked. A release can ask for more, and leave something out with a reason.".to_owned()
    },
    blocks: &[
        Block::Rows(access::<AcceptanceCriterion>(), &CRITERION_ROWS),
        Block::Form(
            sole::<CriteriaList>(),
            "Review of the list",
            &[Group::pair(&[Field::day("review", "Look at the list again by")
                .optional()
                .named("criteria_review")
                .help(
                    "A list that nobody looks at any more asks for the wrong things. New releases take the day over.",
                )])],
        ),
        Block::Own(super::left_out::criteria),
    ],
};

static CRITERION_ROWS: Rows = Rows::new(
    "Acceptance criteria",
    "a criterion",
    &[
        Field::line("title", "Criterion").empty("A condition, as a sentence that can be true"),
        Field::line("detail", "What exactly is asked").aloud("What exactly is asked by “{}”"),
    ],
)
.empty("New releases start without criteria. A criterion is a condition that a release must meet before it goes live.")
.ordered()
.removing(Removing::Reason(RemovedKind::Criterion));

/// The gates.
pub static GATES: Page = Page {
    title: "Gates of new releases",
    lead: |_, _| "The reviews that each new release passes through, and how each is set up.".to_owned(),
    blocks: &[Block::Register(&GATE_REGISTER), Block::Own(super::left_out::gates)],
};

static GATE_REGISTER: Register = Register {
    empty: "New releases start without gates. A gate is a review between two stages, with a checklist and signatures.",
    head: "Gate",
    note: Some(Show::Text("looks_at")),
    columns: &[
        Column::new("Led by", Show::Text("lead_role")),
        Column::new("Points", Show::Count("checklist")),
        Column::new("Signatures", Show::Count("signatories")),
    ],
    groups: &[
        Group::one(&[
            Field::line("name", "Name"),
            Field::area("looks_at", "What it looks at").tall(2),
            Field::line("lead_role", "Led by the role"),
            Field::tick("optional", "A release may go live without it"),
        ]),
        Group::one(&[Field::picks("requires", "Gates that must pass before it", gates_of)]),
        Group::one(&[Field::rows("checklist", &POINTS)]),
        Group::one(&[Field::rows("signatories", &SIGNATORIES)]),
        Group::one(&[Field::picks("covers", "What a signature covers besides the gate itself", parts)
            .empty("Nothing else")
            .help("When one of these changes, signatures go stale.")]),
    ],
    more: Some(super::left_out::gate_order),
    removing: Removing::Reason(RemovedKind::Gate),
    ..Register::new(Section::Gates, access::<QualityGate>(), "a gate", "gates")
};

static POINTS: Rows = Rows::new(
    "Checklist",
    "a point",
    &[
        Field::line("text", "Point").empty("What to look at, as a sentence that can be true"),
        Field::choice("check", "Answered by the plan", words::<AutomaticCheck>)
            .optional()
            .empty("By people")
            .aloud("What answers “{}”"),
    ],
)
.empty("What is looked at, point by point. A point that the plan answers ticks and unticks itself.")
.ordered();

static SIGNATORIES: Rows = Rows::new("Roles that must sign", "a role", &[Field::line("role", "Role")])
    .empty("Who accepts what was seen.")
    .ordered();

fn gates_of(release: &Release) -> Options {
    release.gates.iter().map(|gate| (gate.id.to_string(), gate.name.clone())).collect()
}

fn parts(_: &Release) -> Options {
    Part::ALL.iter().map(|part| (part.key().to_owned(), part.label().to_owned())).collect()
}

/// The rules.
pub static RULES: Page = Page {
    title: "Rules of new releases",
    lead: |_, _| "The policies that each new release must meet.".to_owned(),
    blocks: &[Block::Register(&RULE_REGISTER), Block::Own(super::left_out::rules)],
};

static RULE_REGISTER: Register = Register {
    empty: "New releases are held to no rule.",
    head: "Rule",
    note: Some(Show::Cell(rules::asks)),
    groups: rules::GROUPS,
    removing: Removing::Reason(RemovedKind::Rule),
    preset: rules::preset,
    ..Register::new(Section::Rules, access::<GovernanceRule>(), "a rule", "rules")
};

/// The messages.
pub static MESSAGES: Page = Page {
    title: "Messages of the organisation",
    lead: |_, _| "Its own wordings, offered to each release besides those that come with Rollcall.".to_owned(),
    blocks: &[Block::Register(&MESSAGE_REGISTER)],
};

static MESSAGE_REGISTER: Register = Register {
    empty: "None yet. A message has a subject and a text with merge fields, such as {release}, that each release fills in.",
    head: "Subject",
    note: Some(Show::Text("template")),
    columns: &[
        Column::new("Channel", Show::Word("channel", words::<Channel>)),
        Column::new("Days after go-live", Show::Number("send")),
    ],
    groups: &[
        Group::one(&[
            Field::line("template", "Name").help("What it is called in the list of messages to choose from."),
            Field::line("subject", "Subject"),
            Field::area("body", "Text").tall(8).help("May hold merge fields, such as {release} and {go_live}."),
        ]),
        Group::pair(&[
            Field::choice("channel", "Channel", words::<Channel>),
            Field::new("send", "Sent", Kind::Own(days_field)),
        ]),
    ],
    preset: |_, _| json!({ "template": "" }),
    ..Register::new(Section::Communications, access::<Message>(), "a message", "messages")
};

/// Working days and closed periods.
pub static CALENDAR: Page = Page {
    title: "Calendar of new releases",
    lead: |_, _| "On which days nobody works, and in which periods nothing is deployed.".to_owned(),
    blocks: &[Block::Own(weekend), Block::Rows(access::<ClosedPeriod>(), &PERIODS)],
};

static PERIODS: Rows = Rows::new(
    "Closed periods",
    "a period",
    &[
        Field::line("name", "Period"),
        Field::choice("kind", "Kind", words::<PeriodKind>).aloud("Kind of “{}”"),
        Field::day("from", "From").aloud("First day of “{}”"),
        Field::day("until", "Until").optional().aloud("Last day of “{}”"),
    ],
)
.empty("A year-end close, a sale, a holiday: periods in which nothing is deployed or nobody is there.");

fn weekend(plan: Plan) -> AnyView {
    let value = plan.from(|release| release.calendar.weekend);
    let take = move |weekend: Weekend| plan.edit_part("weekend", |part: &mut Weekend| *part = weekend);
    view! {
        <div class="form"><div class="fields pair">
            <Select<Weekend> label="Nobody works on" field="weekend" value on_change=take/>
        </div></div>
    }
    .into_any()
}
