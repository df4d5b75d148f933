//! Forecast against actual, and since when the release is live.

use leptos::prelude::*;

use crate::plan::GoLive;
use crate::plan_file::sole;
use crate::rollout::{Outturn, outturn};
use crate::text;
use crate::ui::clock;
use crate::ui::components::{Icon, SectionHead};
use crate::ui::plan::Plan;
use crate::ui::register::{Field, Group, form};

static LIVE: &[Group] = &[
    Group::pair(&[Field::moment("at", "Live since").optional().help("In the time zone of the release.")]),
    Group::one(&[Field::area("note", "Note").optional().tall(2)]),
];

/// What was forecast, and what came of it.
pub fn figures(plan: Plan) -> AnyView {
    let said = plan.from(|release| said(&outturn(release)));
    let shown = move || {
        let figures = said.get().into_iter().map(|(name, actual, forecast)| {
            view! { <div><dt>{name}</dt><dd>{actual}" "<small>{forecast}</small></dd></div> }
        });
        figures.collect_view()
    };
    view! {
        <section class="answer-now" aria-label="Forecast against actual"><dl class="figures">{shown}</dl></section>
    }
    .into_any()
}

/// Name, actual and forecast of each figure.
fn said(out: &Outturn) -> [(&'static str, String, String); 4] {
    let live = out.go_live.map_or_else(|| "Not live".to_owned(), text::day_and_time);
    let planned = out
        .planned_go_live
        .map_or_else(|| "not planned".to_owned(), |at| format!("planned {}", text::day_and_time(at)));
    let took = out.duration.map_or_else(|| "Not begun".to_owned(), |took| took.to_string());
    let late = match out.late {
        Some(late) => format!("planned {}, {}", out.planned_duration, text::delay(late)),
        None => format!("planned {}", out.planned_duration),
    };
    [
        ("Live since", live, planned),
        ("Runbook", took, late),
        ("Failed steps", out.failed.to_string(), format!("of {}", out.steps)),
        ("Waves backed out", out.backed_out.to_string(), format!("of {}", out.waves)),
    ]
}

/// Since when the release is live.
pub fn live(plan: Plan) -> AnyView {
    let is_live = plan.from(|release| release.after.go_live.at.is_some());
    let press = move |_| {
        let now = clock::civil_now(&zone(plan));
        plan.edit_part("live", |live: &mut GoLive| live.at = Some(now));
        plan.seal();
    };
    view! {
        <section class="section" aria-labelledby="live">
            <SectionHead id="live" title="Go-live">
                <button class="button" type="button" disabled=move || plan.read_only || is_live.get() on:click=press>
                    <Icon name="check"/>"Live now"
                </button>
            </SectionHead>
            {form(plan, sole::<GoLive>(), "", LIVE)}
        </section>
    }
    .into_any()
}

/// The time zone of every time in the plan.
pub fn zone(plan: Plan) -> String {
    plan.release.with_untracked(|release| release.identity.time_zone.clone())
}
