//! Environments: where the release is tested and runs, how far each differs from production, and what relied on it.

mod relied;

use jiff::civil::Date;
use leptos::prelude::*;
use serde_json::json;

use crate::environment::{Refresh, drift, production, refresh};
use crate::plan::{Choice, Environment, EnvironmentPurpose, Fitness, PartKind, QualityGate, Release, TestResult};
use crate::plan_file::{access, find};
use crate::readiness::Section;
use crate::text;
use crate::ui::components::{Options, Role};
use crate::ui::register::{
    Block, Cell, Column, Field, Filter, Group, Page, Register, Reply, Rows, Show, register_page, words,
};

static ENVIRONMENTS: Register = Register {
    empty: "Where the release is tested and where it runs: what each place is for, what it consists of, when it was refreshed.",
    head: "Environment",
    note: Some(Show::Word("purpose", words::<EnvironmentPurpose>)),
    columns: &[
        Column::cell("Fitness", fitness),
        Column::cell("Refresh", refreshed),
        Column::cell("Differs", differs),
        Column::person("Owner", "owner"),
    ],
    filters: &[
        Filter { word: "Overdue", passes: |release, id, today| is(release, id, |it| refresh(it, today).is_overdue()) },
        Filter { word: "Differs", passes: |release, id, _| is(release, id, |it| !drift(release, it).is_empty()) },
        Filter {
            word: "Not known to be fit",
            passes: |release, id, _| is(release, id, |it| it.fitness != Fitness::Fit),
        },
    ],
    groups: &[
        Group::one(&[Field::line("name", "Name")]),
        Group::pair(&[
            Field::choice("purpose", "Purpose", words::<EnvironmentPurpose>),
            Field::person("owner", "Looked after by"),
        ]),
        Group::one(&[Field::answer("fitness", "Does it serve its purpose?", FITNESS)]),
        Group::pair(&[
            Field::number("refresh_days", "Refreshed every (days)")
                .at_least(1)
                .optional()
                .help("Empty where it never is."),
            Field::day("refreshed", "Refreshed last").optional(),
        ]),
        Group::one(&[Field::area("note", "Note").tall(2).optional()]),
        Group::one(&[Field::rows("parts", &PARTS)]),
        Group::one(&[Field::rows("uses", &USES)]),
    ],
    badge: Some(refreshed),
    more: Some(relied::relied),
    ..Register::new(Section::Environments, access::<Environment>(), "an environment", "environments")
};

static FITNESS: &[Reply] = &[
    Reply::new("fit", "Fit").role(Role::Go),
    Reply::new("unfit", "Not fit").role(Role::NoGo),
    Reply::new("unknown", "Not assessed").role(Role::Idle),
];

static PARTS: Rows = Rows::new(
    "What it consists of",
    "a part",
    &[
        Field::line("name", "Configuration item"),
        Field::choice("kind", "Kind", words::<PartKind>).aloud("Kind of “{}”"),
        Field::line("version", "Version or model").aloud("Version of “{}”"),
    ],
)
.empty("Hardware and software with their versions. What has the same name in production is compared with it.")
.ordered();

static USES: Rows = Rows::new(
    "Tests that ran there",
    "a test",
    &[
        Field::line("what", "Test"),
        Field::day("on", "On").aloud("Day of “{}”"),
        Field::choice("result", "Result", words::<TestResult>).aloud("Result of “{}”"),
        Field::pick("gate", "For the gate", gates_of).aloud("Gate that judges on “{}”"),
    ],
)
.empty("Which test ran here, what came of it, and which gate judges on it.")
.preset(|_, today| json!({ "on": today }));

static PAGE: Page = Page { title: "Environments", lead, blocks: &[Block::Register(&ENVIRONMENTS)] };

/// Where the release is tested and runs.
#[component]
pub fn Environments(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    register_page(&PAGE, entry)
}

fn lead(release: &Release, today: Date) -> String {
    let all = &release.environments;
    let count = |holds: &dyn Fn(&Environment) -> bool| all.iter().filter(|environment| holds(environment)).count();
    let overdue = count(&|environment| refresh(environment, today).is_overdue());
    let differing = count(&|environment| !drift(release, environment).is_empty());
    let said = [(overdue, "overdue for a refresh"), (differing, "differing from production")];
    let said: String =
        said.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!(", {count} {what}")).collect();
    match all.len() {
        0 => String::new(),
        all => format!("{all} registered{said}."),
    }
}

fn gates_of(release: &Release) -> Options {
    let named = |gate: &QualityGate| (gate.id.to_string(), text::named(gate.name.trim(), "New gate"));
    release.gates.iter().map(named).collect()
}

fn is(release: &Release, id: &str, holds: impl Fn(&Environment) -> bool) -> bool {
    find::<Environment>(release, id).is_some_and(holds)
}

fn fitness(release: &Release, id: &str, _: Date) -> Cell {
    let fitness = find::<Environment>(release, id).map(|environment| environment.fitness).unwrap_or_default();
    let role = match fitness {
        Fitness::Unknown => Role::Idle,
        Fitness::Fit => Role::Go,
        Fitness::Unfit => Role::NoGo,
    };
    Cell::Status(role, fitness.label().to_owned())
}

fn refreshed(release: &Release, id: &str, today: Date) -> Cell {
    let Some(environment) = find::<Environment>(release, id) else { return Cell::Text(String::new()) };
    match refresh(environment, today) {
        Refresh::NotAsked => Cell::Text("No interval".to_owned()),
        Refresh::Due(day) => Cell::Status(Role::Go, format!("Due {}", text::day(day))),
        Refresh::Overdue(day) => Cell::Status(Role::NoGo, format!("Overdue since {}", text::day(day))),
        Refresh::Never => Cell::Status(Role::NoGo, "Never refreshed".to_owned()),
    }
}

fn differs(release: &Release, id: &str, _: Date) -> Cell {
    let Some(environment) = find::<Environment>(release, id) else { return Cell::Text(String::new()) };
    if environment.purpose == EnvironmentPurpose::Production || production(release).next().is_none() {
        return Cell::Text("—".to_owned());
    }
    match drift(release, environment).len() {
        0 => Cell::Status(Role::Go, "No".to_owned()),
        1 => Cell::Status(Role::Conditional, "In 1 part".to_owned()),
        parts => Cell::Status(Role::Conditional, format!("In {parts} parts")),
    }
}
