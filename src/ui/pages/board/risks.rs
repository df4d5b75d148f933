//! What may go wrong, and what is done about it: how many risks there are of each weight, and each of them, the gravest first.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::order;
use crate::plan::{Choice, Level, Release, Risk};
use crate::plan_file::{Access, access, find};
use crate::readiness::Section;
use crate::ui::components::Role;
use crate::ui::plan::{Plan, use_plan};
use crate::ui::register::{Cell, Column, Field, Filter, Group, Register, Show, register, words};

static RISKS: Register = Register {
    empty: "What may go wrong, how likely and how bad it is, and who does what about it.",
    head: "Risk",
    columns: &[
        Column::new("Probability", Show::Word("probability", words::<Level>)).sorted(by_probability),
        Column::new("Impact", Show::Word("impact", words::<Level>)).sorted(by_impact),
        Column::cell("Weight", weight).number(),
        Column::person("Owner", "owner"),
        Column::cell("Response", response),
    ],
    filters: &[
        Filter { word: "High", passes: |release, id, _| is(release, id, |risk| risk.weight() >= Risk::HIGH) },
        Filter {
            word: "Without response",
            passes: |release, id, _| is(release, id, |risk| risk.response.trim().is_empty()),
        },
        Filter {
            word: "Without owner",
            passes: |release, id, _| {
                find::<Risk>(release, id).is_some_and(|risk| release.person_name(risk.owner).is_none())
            },
        },
    ],
    groups: &[
        Group::one(&[Field::area("text", "Risk").tall(2)]),
        Group::three(&[
            Field::choice("probability", "Probability", words::<Level>),
            Field::choice("impact", "Impact", words::<Level>),
            Field::person("owner", "Owner of the risk"),
        ]),
        Group::one(&[Field::area("response", "Response").help("What is done about it, and by when it is done.")]),
    ],
    badge: Some(weight_in_words),
    ..Register::new(Section::Board, Access { ids: gravest_first, ..access::<Risk>() }, "a risk", "risks")
};

/// The matrix and the list of risks.
#[component]
pub fn Risks(
    /// The entry that the address names.
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_plan();
    view! { <div class="section" data-field="risks" tabindex="-1">{register(plan, &RISKS, entry, false)}{matrix(plan)}</div> }
}

/// How many risks there are of each probability and impact.
fn matrix(plan: Plan) -> AnyView {
    let counts = plan.from(|release| {
        let risks = &release.board.risks;
        let count = |probability, impact| {
            risks.iter().filter(|risk| (risk.probability, risk.impact) == (probability, impact)).count()
        };
        let row = |probability: Level| (probability, LEVELS.map(|impact| (impact, count(probability, impact))));
        (!risks.is_empty()).then(|| [Level::High, Level::Medium, Level::Low].map(row))
    });
    let table = move || {
        counts.get().map(|rows| {
            let heads = LEVELS
                .map(|impact| view! { <th scope="col" class="number">{format!("{} impact", impact.label())}</th> });
            view! {
                <div class="table-scroll" role="region" aria-label="Risks by probability and impact" tabindex="0">
                    <table class="table risks">
                        <caption class="small soft">"How many risks there are of each probability and impact"</caption>
                        <thead><tr><td></td>{heads.collect_view()}</tr></thead>
                        <tbody>{rows.map(matrix_row).collect_view()}</tbody>
                    </table>
                </div>
            }
        })
    };
    table.into_any()
}

const LEVELS: [Level; 3] = [Level::Low, Level::Medium, Level::High];

fn matrix_row((probability, counts): (Level, [(Level, usize); 3])) -> AnyView {
    let cell = |(impact, count): (Level, usize)| {
        let high = Risk { probability, impact, ..Risk::default() }.weight() >= Risk::HIGH;
        let words = if count == 0 { "–".to_owned() } else { count.to_string() };
        let mark = (high && count > 0).then(|| view! { <span class="unseen">" high"</span> });
        view! { <td class=if high { "number high" } else { "number" }>{words}{mark}</td> }
    };
    let head = format!("{} probability", probability.label());
    view! { <tr><th scope="row">{head}</th>{counts.map(cell).collect_view()}</tr> }.into_any()
}

fn gravest_first(release: &Release) -> Vec<String> {
    let mut risks: Vec<&Risk> = release.board.risks.iter().collect();
    order::sort_by_key(&mut risks, |risk| std::cmp::Reverse((risk.weight(), risk.impact)));
    risks.into_iter().map(|risk| risk.id.to_string()).collect()
}

fn by_probability(release: &Release, id: &str) -> String {
    find::<Risk>(release, id).map(|risk| risk.probability.rank().to_string()).unwrap_or_default()
}

fn by_impact(release: &Release, id: &str) -> String {
    find::<Risk>(release, id).map(|risk| risk.impact.rank().to_string()).unwrap_or_default()
}

fn weight(release: &Release, id: &str, _: Date) -> Cell {
    Cell::Number(find::<Risk>(release, id).map(|risk| risk.weight().to_string()).unwrap_or_default())
}

fn weight_in_words(release: &Release, id: &str, _: Date) -> Cell {
    match find::<Risk>(release, id).map(Risk::weight) {
        Some(weight) if weight >= Risk::HIGH => Cell::Status(Role::Conditional, format!("High: {weight} of 9")),
        Some(weight) => Cell::Status(Role::Idle, format!("Weight {weight} of 9")),
        None => Cell::Text(String::new()),
    }
}

fn response(release: &Release, id: &str, _: Date) -> Cell {
    match is(release, id, |risk| risk.response.trim().is_empty()) {
        true => Cell::Status(Role::NoGo, "Missing".to_owned()),
        false => Cell::Status(Role::Go, "Given".to_owned()),
    }
}

fn is(release: &Release, id: &str, holds: fn(&Risk) -> bool) -> bool {
    find::<Risk>(release, id).is_some_and(holds)
}
