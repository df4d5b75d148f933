//! How firm the advice is: under other weights, and however the unknown turns out.

use leptos::prelude::*;

use super::advisor::Advisor;
use super::bars::per_cent;
use crate::strategy::{Candidate, Outcome, Robustness, Unknowns};
use crate::text::firmness as words;

/// How often the winner stays first, and whether it does so whatever the unknown turns out to be.
#[component]
pub fn Firmness(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let winner = Memo::new(move |_| advisor.advice.with(|advice| advice.winner().map(Candidate::strategy)));
    let some = Memo::new(move |_| winner.with(Option::is_some));
    let weightings = move || {
        let (winner, robustness) = (winner.get()?, advisor.analysis.with(|analysis| analysis.robustness.clone())?);
        Some(view! { {bar(&robustness)}<p>{words::robustness(&robustness, winner)}</p> })
    };
    let unknown = move || {
        let (winner, unknowns) = (winner.get()?, advisor.analysis.with(|analysis| analysis.unknowns.clone())?);
        let examples = examples(&unknowns, winner);
        Some(view! { <p>{words::unknowns(&unknowns, winner)}</p>{examples} })
    };
    view! {
        <Show when=move || some.get()>
            <section class="section" aria-labelledby="firmness">
                <div class="section-head"><h2 id="firmness">"How firm it is"</h2></div>
                {unknown}
                {weightings}
            </section>
        </Show>
    }
}

/// The share of weightings in which the winner stays first. The sentence below says the same.
fn bar(robustness: &Robustness) -> AnyView {
    let share = robustness.share() * 100.0;
    view! {
        <svg class="share" aria-hidden="true">
            <rect class="track" width="100%" height="10"></rect>
            <rect class="bar-for" width=per_cent(share) height="10"></rect>
        </svg>
    }
    .into_any()
}

/// For each other winner one way in which the unknown leads to it.
fn examples(unknowns: &Unknowns, winner: crate::plan::Strategy) -> Option<AnyView> {
    let outcomes = unknowns.outcomes.as_ref()?.iter().filter(|outcome| outcome.winner != Some(winner));
    let line = |outcome: &Outcome| {
        view! { <li>{format!("{}, for one, if {}.", words::leader(outcome), words::example(outcome))}</li> }
    };
    let lines: Vec<_> = outcomes.map(line).collect();
    (!lines.is_empty()).then(|| view! { <ul class="points">{lines}</ul> }.into_any())
}
