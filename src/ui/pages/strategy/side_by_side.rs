//! Two strategies side by side: what each has for itself and against itself alone.

use leptos::prelude::*;

use super::advisor::Advisor;
use crate::plan::Strategy;
use crate::strategy::catalogue::{combination, combinations, strategy_of_key};
use crate::strategy::{Advice, Candidate, Comparison, Points, Reason, Standing};
use crate::text;

/// The leading two, or any two.
#[component]
pub fn SideBySide(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let picked = [RwSignal::new(None::<Strategy>), RwSignal::new(None::<Strategy>)];
    let two = Memo::new(move |_| {
        let usual = advisor.advice.with(usual);
        let [left, right] = picked.map(|picked| picked.get());
        usual.map(|[first, second]| [left.unwrap_or(first), right.unwrap_or(second)])
    });
    let comparison = Memo::new(move |_| {
        let [left, right] = two.get()?;
        advisor.advice.with(|advice| Some(Comparison::of(advice.candidate(left)?, advice.candidate(right)?)))
    });
    let title =
        move || if picked.iter().all(|picked| picked.get().is_none()) { "The leading two" } else { "Side by side" };
    let [left, right] = picked;
    let lead = move || comparison.with(|c| c.as_ref().map(text::strategy::lead));
    view! {
        <Show when=move || two.with(Option::is_some)>
            <section class="section" aria-labelledby="side-by-side">
                <div class="section-head"><h2 id="side-by-side">{title}</h2></div>
                <p>{lead}</p>
                <div class="columns">
                    <div class="section">
                        {picker("Compare", left, Signal::derive(move || two.get().map(|[left, _]| left)))}
                        {move || comparison.with(|c| c.as_ref().map(|c| standing(&c.left)))}
                    </div>
                    <div class="section">
                        {picker("With", right, Signal::derive(move || two.get().map(|[_, right]| right)))}
                        {move || comparison.with(|c| c.as_ref().map(|c| standing(&c.right)))}
                    </div>
                </div>
                {move || comparison.with(|c| c.as_ref().map(|c| shared(&c.shared)))}
            </section>
        </Show>
    }
}

/// The two that are compared unless others are asked for.
fn usual(advice: &Advice) -> Option<[Strategy; 2]> {
    let leading = advice.leading().map(|two| two.map(Candidate::strategy));
    leading.or_else(|| {
        let mut all = advice.all().map(Candidate::strategy);
        Some([all.next()?, all.next()?])
    })
}

fn picker(label: &'static str, picked: RwSignal<Option<Strategy>>, shown: Signal<Option<Strategy>>) -> impl IntoView {
    let options = combinations().map(|each| {
        view! { <option value=each.key selected=move || shown.get() == Some(each.strategy)>{each.name}</option> }
    });
    view! {
        <select aria-label=label prop:value=move || shown.get().map(|strategy| combination(strategy).key)
            on:change:target=move |event| picked.set(strategy_of_key(&event.target().value()))>
            {options.collect_view()}
        </select>
    }
}

fn standing(standing: &Standing) -> impl IntoView + use<> {
    let nothing = standing.strengths.is_empty() && standing.weaknesses.is_empty();
    let item = |reason: &Reason| {
        view! { <li class:against=reason.points < Points::ZERO>{line(reason)}</li> }
    };
    let items = standing.strengths.iter().chain(&standing.weaknesses).map(item).collect_view();
    view! {
        <h3 class="unseen">{combination(standing.strategy).name}</h3>
        {if nothing {
            view! { <p class="soft">"Nothing that the other does not have as well."</p> }.into_any()
        } else {
            view! { <ul class="for-against">{items}</ul> }.into_any()
        }}
    }
}

/// A reason as a sentence, with its points.
fn line(reason: &Reason) -> impl IntoView + use<> {
    let points = reason.points.to_string();
    view! { <span>{reason.sentence()}" "<span class="soft small number">{points}</span></span> }
}

fn shared(reasons: &[Reason]) -> Option<impl IntoView + use<>> {
    let item = |reason: &Reason| view! { <li class:against=reason.points < Points::ZERO>{line(reason)}</li> };
    let items = reasons.iter().map(item).collect_view();
    (!reasons.is_empty()).then(|| view! {
        <details class="fold">
            <summary><crate::ui::components::Icon name="next"/>{format!("What both share ({})", reasons.len())}</summary>
            <ul class="for-against">{items}</ul>
        </details>
    })
}
