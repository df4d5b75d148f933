//! How the nine stand while the questions are answered.

use crate::ui::components::each;
use leptos::prelude::*;

use crate::plan::Strategy;
use crate::strategy::catalogue::combination;
use crate::strategy::{Candidate, Obstacle};
use crate::text;
use crate::ui::pages::strategy::advisor::Advisor;
use crate::ui::pages::strategy::bars::{extent, per_cent, single};

/// The nine as bars that move with each answer; what is excluded stands apart.
#[component]
pub fn Standing(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let ranked =
        Memo::new(move |_| advisor.advice.with(|a| a.ranking.iter().map(Candidate::strategy).collect::<Vec<_>>()));
    let excludes = Memo::new(move |_| advisor.advice.with(|advice| !advice.excluded.is_empty()));
    let extent = Memo::new(move |_| advisor.advice.with(extent));
    let leader = Memo::new(move |_| advisor.advice.with(|advice| advice.winner().map(Candidate::strategy)));
    let row = move |strategy: Strategy| {
        let candidate = advisor.candidate(strategy);
        let points = move || candidate.with(|c| c.as_ref().map(Candidate::points).unwrap_or_default());
        let bar = Memo::new(move |_| single(points(), extent.get()));
        let words = move || candidate.with(|c| c.as_ref().map(|candidate| candidate.points().to_string()));
        let range = move || {
            candidate.with(|c| c.as_ref().filter(|c| !c.score.is_certain()).map(|c| text::strategy::points(c.score)))
        };
        view! {
            <li class:first=move || leader.get() == Some(strategy)>
                <span><span>{combination(strategy).name}</span><span class="number" title=range>{words}</span></span>
                <svg aria-hidden="true">
                    <rect class="track" width="100%" height="6" rx="3"></rect>
                    <rect class=move || if bar.get().speaks_for { "bar-for" } else { "bar-against" } height="6"
                        x=move || per_cent(bar.get().x) width=move || per_cent(bar.get().width)></rect>
                    <line class="zero" x1="50%" x2="50%" y1="-2" y2="8"></line>
                </svg>
            </li>
        }
    };
    let out = move || {
        advisor.advice.with(|advice| {
            let groups = advice.excluded_together();
            let line = |(exclusions, alike): &(&[Obstacle], Vec<&Candidate>)| {
                let because: Vec<_> =
                    exclusions.iter().map(|each| text::strategy::clause(&text::strategy::because(each))).collect();
                let names = text::strategy::names(alike);
                view! { <li class="out"><strong>{names}</strong><span>{because.join(" ")}</span></li> }
            };
            groups.iter().map(line).collect_view()
        })
    };
    view! {
        <section class="section" aria-labelledby="standing">
            <h2 id="standing">"Standing"</h2>
            <ol class="standing">
                {each(move || ranked.get(), |strategy| *strategy, row)}
            </ol>
            <Show when=move || excludes.get()>
                <h3 class="small soft">"Excluded"</h3>
                <ul class="standing">{out}</ul>
            </Show>
        </section>
    }
}
