//! What would change the advice.

use leptos::prelude::*;

use super::advisor::Advisor;
use crate::strategy::{FACTORS, Factor, TippingPair, TippingPoint};
use crate::text;

/// How many pairs of answers are shown.
const PAIRS: usize = 8;

/// The answers, and the pairs of answers, that would change the winner, each with the way to its question.
#[component]
pub fn Tipping(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let single = move || {
        advisor.analysis.with(|analysis| {
            if analysis.points.is_empty() {
                view! { <p>"No other answer to a single question would put another way first."</p> }.into_any()
            } else {
                let lines: Vec<_> = analysis.points.iter().map(|point| sentence(advisor, point)).collect();
                view! { <ul class="points">{lines}</ul> }.into_any()
            }
        })
    };
    let pairs = move || {
        advisor.analysis.with(|analysis| {
            let lead = text::strategy::pairs_shown(analysis.pairs.len(), PAIRS)?;
            let lines: Vec<_> = analysis.pairs.iter().take(PAIRS).map(|pair| both(advisor, pair)).collect();
            Some(view! {
                <h3>"Two answers together"</h3>
                <p class="soft">{lead}</p>
                <ul class="points">{lines}</ul>
            })
        })
    };
    view! {
        <section class="section" aria-labelledby="tipping">
            <div class="section-head"><h2 id="tipping">"What would change it"</h2></div>
            {single}
            {pairs}
        </section>
    }
}

fn sentence(advisor: Advisor, point: &TippingPoint) -> AnyView {
    view! { <li>{text::strategy::tipping(point)}" "{to_question(advisor, point.factor)}</li> }.into_any()
}

fn both(advisor: Advisor, pair: &TippingPair) -> AnyView {
    let [first, second] = pair.turns.map(|turn| to_question(advisor, turn.factor));
    view! { <li>{text::strategy::tipping_pair(pair)}" "{first}" "{second}</li> }.into_any()
}

fn to_question(advisor: Advisor, factor: &Factor) -> AnyView {
    let number = FACTORS.iter().position(|each| each.key == factor.key).map_or(1, |at| at + 1);
    let address = advisor.address(number).to_string();
    view! { <a class="small" href=address>{format!("Question {number}")}</a> }.into_any()
}
