//! How the nine compare: a row each, with what speaks for and against it to both sides of zero.

use leptos::prelude::*;

use super::advisor::Advisor;
use super::bars::{Bar, ends, per_cent, stacked, stacked_extent};
use super::contributions::Contributions;
use crate::plan::Strategy;
use crate::strategy::Candidate;
use crate::strategy::catalogue::combination;
use crate::text;
use crate::ui::components::{Badge, Icon, Role, each};

/// The ranking of those that can be chosen.
#[component]
pub fn Ranking(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let strategies =
        Memo::new(move |_| advisor.advice.with(|a| a.ranking.iter().map(Candidate::strategy).collect::<Vec<_>>()));
    let unsure = Memo::new(move |_| advisor.advice.with(|a| a.ranking.iter().any(|c| !c.score.is_certain())));
    view! {
        <section class="section" aria-labelledby="ranking">
            <div class="section-head"><h2 id="ranking">"How the nine compare"</h2></div>
            <div class="legend">
                <span><svg aria-hidden="true"><rect class="bar-for" width="16" height="10" rx="2"></rect></svg>"speaks for it"</span>
                <span><svg aria-hidden="true"><rect class="bar-against" width="16" height="10" rx="2"></rect></svg>"speaks against it"</span>
                <Show when=move || unsure.get()>
                    <span>
                        <svg aria-hidden="true"><line class="range" x1="0" x2="16" y1="5" y2="5"></line></svg>
                        "from the fewest to the most points, as long as something is unknown"
                    </span>
                </Show>
            </div>
            <ol class="ranking">
                {each(move || strategies.get(), |strategy| *strategy, move |strategy| view! { <Row advisor strategy/> })}
            </ol>
        </section>
    }
}

/// A strategy as a row that unfolds to everything that counts.
#[component]
pub fn Row(
    /// The advisor.
    advisor: Advisor,
    /// Which.
    strategy: Strategy,
) -> impl IntoView {
    let candidate = advisor.candidate(strategy);
    let place = move || advisor.advice.with(|advice| advice.place(strategy));
    let badge =
        move || (advisor.chosen.get() == Some(strategy)).then(|| view! { " " <Badge role=Role::Go word="Chosen"/> });
    let doubts = move || {
        let doubts = candidate.with(|c| c.as_ref().map(|c| c.doubts.clone()).unwrap_or_default());
        doubts
            .into_iter()
            .map(|doubt| view! { <span class="doubt">{text::strategy::doubt(&doubt)}</span> })
            .collect_view()
    };
    let points = move || candidate.with(|c| c.as_ref().map(|c| c.score.points.to_string()));
    let range = move || {
        let unsure = candidate.with(|c| c.as_ref().filter(|c| !c.score.is_certain()).map(|c| c.score));
        unsure.map(|score| {
            let words = format!("{} to {}", score.low, score.high);
            view! { <small>{words}</small> }
        })
    };
    let open = RwSignal::new(false);
    let toggle = move |event: leptos::ev::Event| {
        let details: web_sys::Element = event_target(&event);
        open.set(details.has_attribute("open"));
    };
    view! {
        <li>
            <details class="fold" on:toggle=toggle>
                <summary>
                    <Icon name="next"/>
                    <span class="number soft">{place}</span>
                    <span><strong>{combination(strategy).name}</strong>{badge}{doubts}</span>
                    <Weigh advisor candidate/>
                    <span class="number">{points}{range}</span>
                </summary>
                {move || open.get().then(|| view! { <Contributions candidate/> })}
            </details>
        </li>
    }
}

/// What speaks for and against a candidate, drawn.
#[component]
fn Weigh(
    /// The advisor.
    advisor: Advisor,
    /// Whose.
    candidate: Memo<Option<Candidate>>,
) -> impl IntoView {
    let extent = Memo::new(move |_| advisor.advice.with(stacked_extent));
    let label = move || candidate.with(|c| c.as_ref().map(text::strategy::balance));
    let bars = move || {
        let bars = candidate.with(|c| c.as_ref().map(|c| stacked(c, extent.get())).unwrap_or_default());
        let draw = |bar: Bar| {
            let class = if bar.speaks_for { "bar-for" } else { "bar-against" };
            view! { <rect class=class x=per_cent(bar.x) y="3" width=per_cent(bar.width) height="14"></rect> }
        };
        bars.into_iter().map(draw).collect_view()
    };
    let range = move || {
        let unsure = candidate.with(|c| c.as_ref().filter(|c| !c.score.is_certain()).map(|c| c.score));
        unsure.map(|score| {
            let (low, high) = ends(score, extent.get());
            view! { <line class="range" x1=per_cent(low) x2=per_cent(high) y1="20" y2="20"></line> }
        })
    };
    view! {
        <svg class="weigh" role="img" aria-label=label>
            {bars}
            <line class="zero" x1="50%" x2="50%" y1="0" y2="20"></line>
            {range}
        </svg>
    }
}
