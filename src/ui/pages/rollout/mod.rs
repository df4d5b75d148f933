//! The rollout plan: who gets the release when, how it reaches them, the runbook, and the way back.
//!
//! Only the parts that the chosen strategy needs stand open. The others are folded at the foot, with what was typed.

mod back_out;
mod figures;
mod frame;
mod groups;
mod keyed;
mod marks;
mod nested;
mod parallel;
mod period;
mod presets;
mod pull;
mod push;
mod runbook;
mod sorting;
pub(super) mod step;
mod switch_off;
mod timeline;
mod typed;
mod wave;
mod waves;

use leptos::prelude::*;

use self::back_out::BackOut;
use self::frame::holds;
use self::parallel::Parallel;
use self::pull::Pull;
use self::push::Push;
use self::runbook::Runbook;
use self::timeline::TimelineChart;
use self::waves::Waves;
use crate::plan::{Choice, Count, Delivery, Items, Release, RunbookStep, Strategy};
use crate::readiness::Section;
use crate::rollout::{Part, RunbookForecast, parts_in, tried_out};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Icon, PageHead};
use crate::ui::plan::{Plan, use_plan};

/// The rollout plan.
#[component]
pub fn Rollout(
    /// The wave or step that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_plan();
    let chosen = plan.from(|release| release.strategy.choice.as_ref().map(|choice| choice.strategy));
    let needed = Memo::new(move |_| plan.release.with(parts_in).unwrap_or_default());
    let lead = plan.from(lead);
    let strategy = Route::section(plan.id(), Section::Strategy).to_string();
    let word = move || if chosen.get().is_some() { "Open strategy" } else { "Choose a strategy" };
    let open = move || needed.get().into_iter().map(|part| part_view(part, false, entry)).collect_view();
    let forecast = forecast_of(plan);
    view! {
        <PageHead title="Rollout plan" lead><a class="button" href=strategy>{word}<Icon name="next"/></a></PageHead>
        <TimelineChart forecast/>
        {open}
        <Runbook entry forecast/>
        <BackOut/>
        <Folded chosen needed entry/>
    }
}

/// The forecast of the runbook, tried out anew only when what it follows from changes.
fn forecast_of(plan: Plan) -> Memo<Option<RunbookForecast>> {
    let inputs = Memo::new(move |_| {
        plan.release.with(|release| {
            let plan = &release.rollout;
            // What steps are called, and how they went, makes no difference.
            let timed = |step: &RunbookStep| RunbookStep {
                id: step.id,
                after: step.after.clone(),
                duration: step.duration,
                shortest: step.shortest,
                longest: step.longest,
                ..RunbookStep::default()
            };
            let runbook: Items<RunbookStep> = plan.runbook.iter().map(timed).collect();
            (runbook, plan.back_out.clone(), release.identity.window)
        })
    });
    Memo::new(move |_| inputs.with(|(runbook, back_out, window)| tried_out(runbook, back_out, *window)))
}

fn part_view(part: Part, folded: bool, entry: Signal<Option<String>>) -> AnyView {
    match part {
        Part::Waves => view! { <Waves folded entry/> }.into_any(),
        Part::Push => view! { <Push folded/> }.into_any(),
        Part::Pull => view! { <Pull folded/> }.into_any(),
        Part::Parallel => view! { <Parallel folded/> }.into_any(),
    }
}

/// The parts that the strategy does not need.
#[component]
fn Folded(
    #[prop(into)] chosen: Signal<Option<Strategy>>,
    needed: Memo<Vec<Part>>,
    #[prop(into)] entry: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_plan();
    let title = move || match chosen.get() {
        Some(Strategy { approach, delivery }) => {
            format!("Not part of {}, {}", approach.label(), lower(delivery.label()))
        }
        None => "Needed by some strategies".to_owned(),
    };
    let note = move || match chosen.get() {
        Some(_) => {
            "Nothing here is carried out with this strategy. What was typed is kept, in case the strategy changes."
        }
        None => "The strategy decides which of these count. They can be filled in before it is chosen.",
    };
    let fold = move |part: Part| {
        let names_it = entry.get_untracked().is_some_and(|entry| {
            let wave = |release: &Release| release.rollout.waves.iter().any(|wave| wave.id.as_str() == entry);
            part == Part::Waves && plan.release.with_untracked(wave)
        });
        let note = plan.from(move |release| holds(part, release));
        view! {
            <details class="fold" open=names_it>
                <summary><Icon name="next"/><h3>{frame::title(part)}</h3><span class="soft small">{note}</span></summary>
                {part_view(part, true, entry)}
            </details>
        }
    };
    let folds = move || {
        let needed = needed.get();
        Part::ALL.into_iter().filter(|part| !needed.contains(part)).map(fold).collect_view()
    };
    view! {
        <section class="section" aria-labelledby="folded">
            <div class="section-head"><h2 id="folded">{title}</h2></div>
            <p class="soft">{note}</p>
            <div>{folds}</div>
        </section>
    }
}

/// The strategy and its reach, in a sentence.
fn lead(release: &Release) -> String {
    let Some(choice) = &release.strategy.choice else {
        return "No strategy is chosen yet. It decides which parts of this plan are needed.".to_owned();
    };
    let Strategy { approach, delivery } = choice.strategy;
    let until = release.rollout.pull.deadline.map(|day| format!(" until {}", text::day(day))).unwrap_or_default();
    let delivery = match delivery {
        Delivery::Push => "pushed from the centre".to_owned(),
        Delivery::Pull => format!("pulled by users{until}"),
        Delivery::PullThenPush => format!("pulled by users{until} and pushed after that"),
    };
    let waves = &release.rollout.waves;
    let reach = if waves.is_empty() || !parts_in(release).is_some_and(|parts| parts.contains(&Part::Waves)) {
        String::new()
    } else {
        let people = waves.iter().map(|wave| crate::rollout::people_in(release, wave).0);
        let word = if waves.len() == 1 { "wave" } else { "waves" };
        format!(" {} people and devices in {} {word}.", Count(people.fold(0, u32::saturating_add)), waves.len())
    };
    format!("{}, {delivery}.{reach}", approach.label())
}

fn lower(word: &str) -> String {
    word.to_lowercase()
}
