//! Below an environment: where it differs from production, and which gates and trials relied on it.

use leptos::prelude::*;

use crate::environment::{Difference, back_out_tested_in, drift, gates_using};
use crate::plan::{Environment, EnvironmentPart, QualityGate, Release};
use crate::plan_file::find;
use crate::readiness::{Place, Section};
use crate::route::Route;
use crate::text;
use crate::ui::components::control_id;
use crate::ui::plan::Plan;

/// A difference in words: the part, its version here, its version in production, and which production.
type Row = [String; 4];

/// What follows for an environment from the rest of the plan.
pub fn relied(plan: Plan, id: String) -> AnyView {
    let key = id.clone();
    let rows = plan.from(move |release| {
        find::<Environment>(release, &key).map(|environment| rows(release, environment)).unwrap_or_default()
    });
    let links = plan.from(move |release| links(release, &id));
    view! { {differences(rows)}{used_by(links)} }.into_any()
}

fn rows(release: &Release, environment: &Environment) -> Vec<Row> {
    let version = |part: &EnvironmentPart| text::named(part.version.trim(), "not stated");
    let row = |difference: Difference| {
        let of = release.environments.get(difference.production);
        [
            difference.part.name.trim().to_owned(),
            difference.here.as_ref().map_or_else(|| "missing".to_owned(), version),
            version(&difference.part),
            text::named(of.map_or("", |of| of.name.trim()), "Production"),
        ]
    };
    drift(release, environment).into_iter().map(row).collect()
}

fn differences(rows: Signal<Vec<Row>>) -> AnyView {
    let heading = control_id("drift");
    let line = |[part, here, there, production]: Row| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{part}</th>
                <td role="cell" data-label="Here">{here}</td>
                <td role="cell" data-label="In production">{there}</td>
                <td role="cell" data-label="Which production">{production}</td>
            </tr>
        }
        .into_any()
    };
    let table = move || {
        let rows = rows.get();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="section" aria-labelledby=heading.clone()>
                    <h3 id=heading.clone()>"Differs from production"</h3>
                    <div class="table-scroll" role="region" aria-label="Differences from production, table" tabindex="0">
                        <table class="table stack" role="table">
                            <thead><tr role="row">
                                <th scope="col" role="columnheader">"Part"</th><th scope="col" role="columnheader">"Here"</th>
                                <th scope="col" role="columnheader">"In production"</th>
                                <th scope="col" role="columnheader">"Which production"</th>
                            </tr></thead>
                            <tbody role="rowgroup">{rows.into_iter().map(line).collect_view()}</tbody>
                        </table>
                    </div>
                </section>
            }
        })
    };
    table.into_any()
}

/// What relied on an environment: the address and the words of each link.
fn links(release: &Release, id: &str) -> Vec<(String, String)> {
    let Some(environment) = find::<Environment>(release, id) else { return Vec::new() };
    let gate = |gate: &QualityGate| {
        let address = Route::entry(release.id, Section::Gates, gate.id).to_string();
        (address, text::named(gate.name.trim(), "New gate"))
    };
    let gates = gates_using(release, environment.id).into_iter().map(gate);
    let trial = back_out_tested_in(release, environment).map(|test| {
        let address = Route::cure(release.id, &Place::field(Section::Rollout, "back_out_test")).to_string();
        let on = test.on.map_or_else(String::new, |on| format!(" on {}", text::day(on)));
        (address, format!("Test of the back-out plan{on}"))
    });
    gates.chain(trial).collect()
}

fn used_by(links: Signal<Vec<(String, String)>>) -> AnyView {
    let heading = control_id("used-by");
    let list = move || {
        let links = links.get();
        if links.is_empty() {
            let none = "No gate judges on what was tested here, and the back-out plan was not tried here.";
            return view! { <p class="soft small">{none}</p> }.into_any();
        }
        let link = |(address, words): (String, String)| view! { <li><a href=address>{words}</a></li> };
        view! { <ul>{links.into_iter().map(link).collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="section" aria-labelledby=heading.clone()>
            <h3 id=heading.clone()>"Used by"</h3>
            {list}
        </section>
    }
    .into_any()
}
