//! How much each question counts, and between which weights the advice stands.

use leptos::prelude::*;

use super::advisor::Advisor;
use super::bars::per_cent;
use crate::plan::Weight;
use crate::strategy::{Candidate, FACTORS, Factor, WeightInterval};
use crate::text::firmness as words;
use crate::ui::components::{OneOf, Options, SectionHead};

/// The weights, to read and to change.
#[component]
pub fn WeightTable(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let lead = move || advisor.answers.with(|answers| words::weights(answers.weights()));
    let whole = move || {
        let winner = advisor.advice.with(|advice| advice.winner().map(Candidate::strategy))?;
        Some(advisor.analysis.with(|analysis| words::intervals(&analysis.intervals, winner)))
    };
    let changed = Memo::new(move |_| advisor.answers.with(|answers| answers.weights().changed().count()));
    let reset = move || {
        (changed.get() > 0).then(|| {
            let disabled = advisor.plan.read_only;
            view! {
                <button class="button quiet" type="button" disabled=disabled on:click=move |_| advisor.reset_weights()>
                    "Reset all weights"
                </button>
            }
        })
    };
    let rows = FACTORS.iter().enumerate().map(|(at, factor)| row(advisor, factor, at)).collect_view();
    view! {
        <section class="section weights" aria-labelledby="weights">
            <SectionHead id="weights" title="The weights">{reset}</SectionHead>
            <p class="soft">{lead}</p>
            <p>{whole}</p>
            <div class="legend">
                <span><svg aria-hidden="true"><rect class="bar-for" width="16" height="10" rx="2"></rect></svg>"where the first stays first, the other weights as they are"</span>
                <span><svg aria-hidden="true"><line class="default" x1="8" x2="8" y1="0" y2="10"></line></svg>"this tool's default"</span>
            </div>
            <div class="table-scroll" role="region" aria-label="The weights, table" tabindex="0">
                <table class="table stack" role="table">
                    <thead><tr role="row">
                        <th scope="col">"Question"</th><th scope="col">"Weight"</th>
                        <th scope="col">"0 to 5"</th><th scope="col">"The first stays first"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="soft small">
                "What both halves of a strategy give together keeps a weight of its own, which stands in the ranking beside its reason."
            </p>
        </section>
    }
}

fn row(advisor: Advisor, factor: &'static Factor, at: usize) -> AnyView {
    let weight = Memo::new(move |_| advisor.answers.with(|answers| answers.weights().of(factor)));
    let interval = Memo::new(move |_| advisor.analysis.with(|analysis| analysis.intervals.get(at).copied()));
    let stands = move || interval.get().map(|interval| words::interval(&interval));
    let note = move || {
        (weight.get() != factor.weight)
            .then(|| view! { <span class="note">{format!("Default {}", factor.weight)}</span> })
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{factor.label}</th>
            <td role="cell" data-label="Weight">{control(advisor, factor, weight)}{note}</td>
            <td role="cell" data-label="0 to 5">{move || interval.get().map(|interval| bar(&interval, factor.weight))}</td>
            <td role="cell" data-label="The first stays first">{stands}</td>
        </tr>
    }
    .into_any()
}

/// A weight as a choice from 0 to 5; in a plan that is read-only, as a number.
fn control(advisor: Advisor, factor: &'static Factor, weight: Memo<Weight>) -> AnyView {
    if advisor.plan.read_only {
        return view! { <span class="number">{move || weight.get().get()}</span> }.into_any();
    }
    let options: Options = (0..=Weight::MAX.get())
        .map(|number| {
            let default = if number == factor.weight.get() { " (default)" } else { "" };
            (number.to_string(), format!("{number}{default}"))
        })
        .collect();
    let take = move |key: String| {
        if let Some(weight) = key.parse().ok().and_then(|number: u8| Weight::try_from(number).ok()) {
            advisor.weigh(factor, weight);
        }
    };
    let value = Signal::derive(move || weight.get().to_string());
    view! {
        <OneOf label=format!("Weight of {}", factor.label) field=format!("weight-{}", factor.key)
            options=Signal::stored(options) value on_change=Callback::new(take) inline=true/>
    }
    .into_any()
}

/// The weights from 0 to 5, those with which the winner stands, the default and the weight now. The sentence beside it says
/// the same.
fn bar(interval: &WeightInterval, default: Weight) -> AnyView {
    let place = |weight: f64| per_cent(weight / f64::from(Weight::MAX.get()) * 100.0);
    let (from, to) = (interval.from.at.value(), interval.to.at.value());
    let at = |weight: Weight| place(f64::from(weight.get()));
    view! {
        <svg class="interval" aria-hidden="true">
            <rect class="track" y="6" width="100%" height="8"></rect>
            <rect class="bar-for" x=place(from) y="6" width=place(to - from) height="8"></rect>
            <line class="default" x1=at(default) x2=at(default) y1="0" y2="20"></line>
            <circle class="now" cx=at(interval.weight) cy="10" r="4"></circle>
        </svg>
    }
    .into_any()
}
