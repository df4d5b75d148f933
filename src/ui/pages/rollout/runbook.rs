//! The runbook: the timed steps of go-live against the clock, and whether they fit the window.

use leptos::prelude::*;

use super::step::step_rows;
use crate::plan::{Minutes, Release, RunbookStep};
use crate::rollout::{
    RunbookForecast, ScheduledStep, back_out_duration, clock_time, critical_steps, forecast_moment, minutes_over,
    runbook_duration, schedule,
};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Empty, Icon, Mark, Role, SectionHead, each};
use crate::ui::plan::{new_id, use_plan};

/// The table of steps.
#[component]
pub fn Runbook(
    /// The step that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
    /// When it will end.
    forecast: Memo<Option<RunbookForecast>>,
) -> impl IntoView {
    let plan = use_plan();
    let ids = plan.ids::<RunbookStep>();
    let times: Signal<Vec<ScheduledStep>> = plan.from(|release| schedule(&release.rollout.runbook));
    let critical = plan.from(|release| critical_steps(&release.rollout.runbook));
    let add = move |_| plan.add(RunbookStep { id: new_id(), duration: Minutes(15), ..RunbookStep::default() });
    view! {
        <section class="section" aria-labelledby="runbook">
            <SectionHead id="runbook" title="Runbook">
                <button class="button quiet" type="button" data-field="runbook" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add step"</button>
            </SectionHead>
            <Show when=move || !ids.with(Vec::is_empty) fallback=|| view! {
                <Empty text="The timed steps of go-live, each with its owner. Everyone then knows when it is their turn, and whether the window is long enough."/>
            }>
                <TooLong/>
                <div class="table-scroll" role="region" aria-label="Runbook, table" tabindex="0">
                    <table class="table stack plan-table" role="table">
                        <thead><tr role="row">
                            <th scope="col" role="columnheader" class="number">"Step"</th><th scope="col" role="columnheader">"At"</th>
                            <th scope="col" role="columnheader">"What"</th><th scope="col" role="columnheader">"Owner"</th>
                            <th scope="col" role="columnheader" class="number">"Minutes"</th>
                            <th scope="col" role="columnheader">"After"</th><th scope="col" role="columnheader">"Result"</th>
                            <th scope="col" role="columnheader"><span class="unseen">"Details"</span></th>
                        </tr></thead>
                        {each(move || ids.get(), |id| *id, move |id| step_rows(plan, id, ids, times, critical, entry))}
                    </table>
                </div>
                <Totals forecast/>
            </Show>
        </section>
    }
}

/// Says so where runbook and back-out do not fit the window.
#[component]
fn TooLong() -> impl IntoView {
    let plan = use_plan();
    let over = plan.from(|release| minutes_over(&release.rollout, release.identity.window?));
    let overview = Route::overview(plan.id()).to_string();
    move || {
        let overview = overview.clone();
        over.get().map(|over| view! {
            <div class="banner conditional inset" role="status">
                <Mark role=Role::Conditional/>
                <p><strong>{format!("{over} too long.")}</strong>" Runbook and back-out together do not fit the window. \
                    Shorten steps, let some run side by side, or lengthen the window."</p>
                <a class="button small" href=overview>"Open the window"</a>
            </div>
        })
    }
}

/// When the last step ends, against the window.
#[component]
fn Totals(forecast: Memo<Option<RunbookForecast>>) -> impl IntoView {
    let plan = use_plan();
    let ends = plan.from(ends);
    let raw = forecast;
    let forecast = Memo::new(move |_| {
        let found = raw.get()?;
        Some(plan.release.with(|release| said(release, found)))
    });
    let certain = Memo::new(move |_| raw.get().is_some_and(|found| found.certain));
    let window = plan.from(|release| {
        release.identity.window.map_or_else(|| "Not planned".to_owned(), |window| text::day_and_time(window.end()))
    });
    let back = plan.from(|release| match back_out_duration(&release.rollout.back_out) {
        Minutes(0) => "Not planned".to_owned(),
        length => length.to_string(),
    });
    view! {
        <dl class="figures">
            <div><dt>"Last step ends"</dt><dd>{ends}</dd></div>
            <div><dt>"Ends in nine of ten cases"</dt><dd>{move || forecast.get().map(|found| found.1)}</dd></div>
            <div><dt>"Chance to end in the window"</dt><dd>{move || forecast.get().map(|found| found.0)}</dd></div>
            <div><dt>"Chance to end before the last safe moment"</dt><dd>{move || forecast.get().map(|found| found.2)}</dd></div>
            <div><dt>"Back-out would take"</dt><dd>{back}</dd></div>
            <div><dt>"Window ends"</dt><dd>{window}</dd></div>
        </dl>
        {move || certain.get().then(|| view! {
            <p class="help">"No step has a shortest or longest duration: the steps count as certain. Enter them in the details of a step."</p>
        })}
    }
}

/// The chance to end in the window, when it ends in nine of ten cases, and the chance to end before the last safe moment.
fn said(release: &Release, found: RunbookForecast) -> (String, String, String) {
    let chance = |of: Option<f64>| of.map_or_else(|| "Not known yet".to_owned(), text::share);
    let late = match forecast_moment(release, found.p90) {
        Some(moment) => text::day_and_time(moment),
        None => format!("{} after the start", text::length(found.p90)),
    };
    (chance(found.in_window), late, chance(found.by_last_safe))
}

fn ends(release: &Release) -> String {
    let length = runbook_duration(&release.rollout.runbook);
    match release.identity.window.and_then(|window| clock_time(window, length)) {
        Some(moment) => text::day_and_time(moment),
        None => format!("{length} after the start"),
    }
}
