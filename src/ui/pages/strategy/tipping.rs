//! What would change the advice.

use leptos::prelude::*;

use super::advisor::Advisor;
use crate::strategy::{FACTORS, TippingPoint, tipping_points};
use crate::text;

/// The tipping points as sentences, each with the way to its question.
#[component]
pub fn Tipping(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let sentence = move |point: &TippingPoint| {
        let number = FACTORS.iter().position(|factor| factor.key == point.factor.key).map_or(1, |at| at + 1);
        let address = advisor.address(number).to_string();
        view! { <li>{text::strategy::tipping(point)}" "<a class="small" href=address>{format!("Question {number}")}</a></li> }
    };
    let list = move || {
        let points = advisor.answers.with(tipping_points);
        if points.is_empty() {
            view! { <p>"No other answer to a single question would put another way first."</p> }.into_any()
        } else {
            view! { <ul class="points">{points.iter().map(sentence).collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="section" aria-labelledby="tipping">
            <div class="section-head"><h2 id="tipping">"What would change it"</h2></div>
            {list}
        </section>
    }
}
