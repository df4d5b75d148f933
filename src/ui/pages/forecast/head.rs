//! The top of the page: what the board is told, how far the simulation is, and recording it.

use leptos::prelude::*;

use super::matter::possible;
use super::running::{Advised, Running, Stage, Work};
use crate::plan::{Choice, Count, Forecast, SimulationRecord, Sole};
use crate::readiness::Section;
use crate::rollout::simulation::Scenario;
use crate::rollout::{ForecastStanding, Simulated, figures_to_json, forecast_standing, headline, recorded};
use crate::route::{Page, Route};
use crate::text;
use crate::text::counted;
use crate::text::forecast::number;
use crate::ui::components::{AnswerGroup, AnswerOption, Icon, Number, PageHead, Role, Status, focus_soon};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::plan::{Plan, memo};
use crate::ui::releases::hand_out_as;

/// The heading of the page with its buttons.
pub fn page_head(running: Running) -> AnyView {
    let (plan, desk) = (running.plan, use_desk());
    let lead = plan.from(move |release| {
        let scenario = Scenario::of(release, plan.today.get());
        match scenario.people() {
            none if none <= 0.0 => "Nobody receives the release yet.".to_owned(),
            people => format!("All nine strategies for {}, simulated.", counted(number(people), "person", "people")),
        }
    });
    let chosen = plan.from(|release| release.strategy.choice.as_ref().map(|choice| choice.strategy));
    // What is recorded names the inputs that matter most and the sizes of the first wave as well, unless somebody stopped the
    // search for them.
    let is_over = move || matches!(running.stage.get(), Stage::Done | Stage::Stopped);
    let unready = move || plan.read_only || chosen.get().is_none() || !is_over() || running.settled().is_none();
    view! {
        <PageHead title=Section::Forecast.label().to_owned() lead>
            <button class="button" type="button" disabled=move || running.settled().is_none()
                on:click=move |_| hand_out(running, desk)><Icon name="download"/>"Download figures"</button>
            <button class="button primary" type="button" data-field="record" disabled=unready on:click=move |_| record(running)>
                <Icon name="check"/>"Record this forecast"
            </button>
        </PageHead>
    }
    .into_any()
}

/// The figures as a file.
fn hand_out(running: Running, desk: Desk) {
    let Some(shown) = running.settled() else { return };
    let plan = running.plan;
    let today = plan.today.get_untracked();
    let (name, scenario) = plan.release.with_untracked(|release| {
        (crate::plan_file::file_name(release, today).replace(".rollcall.json", ""), Scenario::of(release, today))
    });
    let figures = figures_to_json(&shown.outcome, &scenario).to_string();
    hand_out_as(desk, &format!("{name}-forecast.json"), &figures, "application/json");
}

/// Puts the forecast down in the plan.
fn record(running: Running) {
    let plan = running.plan;
    let Some(shown) = running.settled() else { return };
    let today = plan.today.get_untracked();
    let found = running.found.get_untracked().filter(|found| found.asked == shown.asked);
    let tried = running.tried.get_untracked().filter(|tried| tried.asked == shown.asked);
    let excluded = running.advised.get_untracked().excluded;
    let forecast = plan.release.with_untracked(|release| {
        let strategy = release.strategy.choice.as_ref()?.strategy;
        let scenario = Scenario::of(release, today);
        let influences = found.as_ref().map(|found| possible(&found.influences, &excluded)).unwrap_or_default();
        let simulated = Simulated {
            scenario: &scenario,
            outcome: &shown.outcome,
            influences: &influences,
            first_waves: tried.as_ref().map(|tried| tried.first_waves.as_slice()).unwrap_or_default(),
        };
        recorded(simulated, strategy, (&plan.who(), today))
    });
    if forecast.is_some() {
        plan.dispatch(forecast.command());
    }
}

/// The sentence for the board, dimmed while new figures are on their way.
pub fn sentence(running: Running) -> AnyView {
    let plan = running.plan;
    let chosen = plan.from(|release| release.strategy.choice.as_ref().map(|choice| choice.strategy));
    let said = memo(Box::new(move || {
        let chosen = chosen.get();
        let shown = running.shown.get();
        let of = |advised: &Advised| headline(&shown.as_ref()?.outcome, chosen, &advised.excluded);
        let headline = running.advised.with(of);
        headline.map(|headline| text::forecast::headline(&headline)).unwrap_or_default()
    }));
    let spoken = move || {
        let mut said = said.get().into_iter();
        said.next().map(
            |first| view! { <p class="spoken"><strong>{first}</strong>" "{said.collect::<Vec<_>>().join(" ")}</p> },
        )
    };
    view! {
        <section class="section foretold" aria-label="What the simulation says" class:dimmed=move || running.is_old()>{spoken}</section>
    }
    .into_any()
}

/// How far it is, and what can be done about it.
pub fn progress(running: Running) -> AnyView {
    let said = move || match running.stage.get() {
        Stage::Waiting => Work::Simulating.word().to_owned(),
        Stage::AtWork(work, _) => work.word().to_owned(),
        Stage::Stopped => "Stopped".to_owned(),
        Stage::Done => running
            .shown
            .with(|shown| {
                let shown = shown.as_ref();
                shown.map(|it| format!("Computed from {} trials, seed {}", Count(it.outcome.trials), it.outcome.seed))
            })
            .unwrap_or_default(),
    };
    let first = move || {
        let is_first = running.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.is_first));
        is_first.then_some("; a first impression is shown")
    };
    let bar = move || match running.stage.get() {
        Stage::Waiting => Some(0.0),
        Stage::AtWork(_, share) => Some(share),
        Stage::Done | Stage::Stopped => None,
    };
    let is_at_work = memo(Box::new(move || bar().is_some()));
    let drawn = move || {
        is_at_work.get().then(|| {
            view! {
                <progress max="1" aria-label="Simulation" prop:value=move || bar().unwrap_or(1.0)></progress>
            }
        })
    };
    let button = move || {
        if is_at_work.get() {
            view! { <button class="button quiet" type="button" on:click=move |_| running.stop()>"Cancel"</button> }
                .into_any()
        } else {
            view! { <button class="button quiet" type="button" on:click=move |_| running.begin(None)>"Compute again"</button> }
                .into_any()
        }
    };
    view! {
        <div class="computing">
            <p class="small soft" role="status">{said}{first}</p>
            {button}
            {drawn}
        </div>
    }
    .into_any()
}

/// How many trials, and with which seed.
pub fn controls(plan: Plan) -> AnyView {
    let given = move || plan.from(|release| release.rollout.simulation.clone());
    let (seed, trials) = (given(), given());
    let options = [("1000", "1,000"), ("10000", "10,000"), ("100000", "100,000")].map(|(key, word)| AnswerOption {
        value: key,
        word,
        role: None,
    });
    let chosen = Signal::derive(move || match trials.with(|given| given.trials) {
        None | Some(Count(crate::rollout::USUAL_TRIALS)) => "10000",
        Some(Count(1_000)) => "1000",
        Some(Count(100_000)) => "100000",
        Some(_) => "",
    });
    let set_trials = Callback::new(move |key: &'static str| {
        plan.edit_part("trials", |given: &mut SimulationRecord| given.trials = key.parse().ok().map(Count));
        plan.seal();
    });
    let set_seed = Callback::new(move |seed: Option<u32>| {
        plan.edit_part("seed", |given: &mut SimulationRecord| given.seed = seed);
        plan.seal();
    });
    let value = Signal::derive(move || Some(seed.with(|given| given.seed).unwrap_or(crate::rollout::USUAL_SEED)));
    view! {
        <div class="halves">
            <AnswerGroup label="Trials" field="trials" visible=true options=options.into() value=chosen on_change=set_trials/>
            <Number<u32> label="Seed" field="seed" value on_change=set_seed help="The same seed gives the same figures."/>
        </div>
    }
    .into_any()
}

/// What is recorded, and whether it still holds.
pub fn record_state(plan: Plan) -> AnyView {
    let forecast = plan.from(|release| release.after.forecast.clone());
    let standing = plan.from(forecast_standing);
    let chosen = plan.from(|release| release.strategy.choice.is_some());
    let documents = Route::Release(plan.id(), Page::Documents(Some(crate::document::Kind::GoNoGoPack))).to_string();
    let strategy = Route::section(plan.id(), Section::Strategy).to_string();
    let body = move || {
        match (forecast.get(), chosen.get()) {
        (Some(forecast), _) => recorded_view(plan, &forecast, standing.get(), documents.clone()),
        (None, true) => view! { <p class="soft">"No forecast is recorded yet, and documents show none."</p> }.into_any(),
        (None, false) => view! {
            <p class="soft">"A forecast is recorded for the chosen strategy. "<a href=strategy.clone()>"Choose a strategy"</a></p>
        }
        .into_any(),
    }
    };
    view! { <section class="section" aria-label="Recorded forecast">{body}</section> }.into_any()
}

fn recorded_view(plan: Plan, forecast: &Forecast, standing: Option<ForecastStanding>, documents: String) -> AnyView {
    let standing = standing.unwrap_or(ForecastStanding::Current);
    let role = if standing == ForecastStanding::Current { Role::Go } else { Role::Stale };
    let said = text::forecast::put_down(forecast);
    let remove = move |_| {
        plan.remove(None::<Forecast>.command());
        focus_soon("#main [data-field=\"record\"]:enabled".to_owned());
    };
    view! {
        <p><Status role word=text::forecast::forecast_stands(standing)/>" "<span class="soft">{said}". "</span>
            <a href=documents>"Open the Go/No-Go pack"</a></p>
        <button class="button quiet start" type="button" disabled=plan.read_only on:click=remove>"Remove the record"</button>
    }
    .into_any()
}
