//! Strategy: the advisor's result, the choice, and the catalogue; and the walk through the advisor's questions.

mod advisor;
mod answers;
mod bars;
mod catalogue;
mod choice;
mod contributions;
mod excluded;
mod firmness;
mod ranking;
mod side_by_side;
mod tipping;
mod walk;
mod weights;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use self::advisor::Advisor;
use self::answers::AnswerTable;
use self::catalogue::Catalogue;
use self::choice::TheChoice;
use self::excluded::Excluded;
use self::firmness::Firmness;
use self::ranking::Ranking;
use self::side_by_side::SideBySide;
use self::tipping::Tipping;
pub use self::walk::StrategyWalk;
use self::weights::WeightTable;
use crate::strategy::FACTORS;
use crate::text;
use crate::ui::components::{Empty, PageHead};
use crate::ui::plan::use_plan;

/// Strategy.
#[component]
pub fn Strategy() -> impl IntoView {
    let advisor = Advisor::of(use_plan());
    let shows = Memo::new(move |_| advisor.has_result());
    let leads = Memo::new(move |_| advisor.advice.with(|advice| advice.winner().is_some()));
    let lead = Signal::derive(move || advisor.advice.with(|advice| text::strategy::progress(&advice.progress)));
    view! {
        <PageHead title="Strategy" lead>{move || shows.get().then(|| actions(advisor))}</PageHead>
        {move || if shows.get() { view! { <Winner advisor/> }.into_any() } else { first(advisor).into_any() }}
        <TheChoice advisor/>
        {move || shows.get().then(|| view! {
            <Ranking advisor/>
            <Excluded advisor/>
            <SideBySide advisor/>
            <Show when=move || leads.get()>
                <Firmness advisor/>
                <Tipping advisor/>
                <WeightTable advisor/>
            </Show>
            <AnswerTable advisor/>
        }.into_any())}
        <Catalogue/>
    }
}

/// What stands there before the walk.
fn first(advisor: Advisor) -> impl IntoView {
    let walk = advisor.address(1).to_string();
    view! {
        <Empty text="Fourteen questions about the release, its people and its risks rank the nine ways to roll it out, each with its reasons. If you know the way already, choose it below.">
            <a class="button primary" href=walk>{format!("Walk through {} questions", FACTORS.len())}</a>
        </Empty>
    }
}

/// The ways on from the result: to the questions, and to the choice that is advised.
fn actions(advisor: Advisor) -> impl IntoView {
    let to_walk = move || {
        let open = advisor.answers.with(|answers| answers.open().next().map(|factor| factor.key));
        let number = open.and_then(|key| FACTORS.iter().position(|factor| factor.key == key)).map(|at| at + 1);
        let words = match number {
            Some(_) => "Answer the open questions",
            None => "Walk through the questions again",
        };
        let address = advisor.address(number.unwrap_or(1)).to_string();
        view! { <a class="button" href=address>{words}</a> }
    };
    let adopt = move || {
        let winner = advisor.winner().filter(|winner| advisor.chosen.get() != Some(*winner));
        winner.map(|winner| {
            let take = move |_| {
                advisor.choose(winner);
                request_animation_frame(|| focus_field("rationale"));
            };
            view! {
                <button class="button primary" type="button" disabled=advisor.plan.read_only on:click=take>
                    "Choose this strategy"
                </button>
            }
        })
    };
    view! { {to_walk}{adopt} }
}

/// What the advisor puts first, in a sentence that a board could read aloud.
#[component]
fn Winner(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let sentence = move || {
        let deadline = advisor.deadline.get();
        advisor.advice.with(|advice| match advice.winner() {
            Some(winner) => {
                let name = text::strategy::spoken(winner.strategy(), deadline);
                let why = text::strategy::reasons(winner);
                view! { <p class="spoken"><strong>{name}</strong>": "{why}"."</p> }.into_any()
            }
            None if advice.progress.answered == 0 => view! {
                <p class="spoken"><strong>"No way stands out."</strong>" Nothing is known yet: each of the nine may still gain and lose as much as its range says."</p>
            }
            .into_any(),
            None => view! {
                <p class="spoken"><strong>"No way is left."</strong>" The answers exclude all nine; see below which of them do."</p>
            }
            .into_any(),
        })
    };
    let gaps = move || advisor.advice.with(|advice| text::strategy::gaps(&advice.progress));
    view! {
        <section class="section" aria-label="The advice">
            {sentence}
            {move || gaps().map(|gaps| view! { <p class="soft">{gaps}</p> })}
        </section>
    }
}

/// Puts the focus on a field of the page.
fn focus_field(field: &str) {
    let found = document().query_selector(&format!("#main [data-field=\"{field}\"]")).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Focus is a courtesy: where the field cannot take it, it is in view.
        drop(element.focus());
    }
}
