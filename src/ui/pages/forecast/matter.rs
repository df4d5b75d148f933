//! The inputs that the ranking depends on most.

use leptos::prelude::*;

use super::running::{Running, Stage};
use crate::plan::Strategy;
use crate::rollout::NAMED_INFLUENCES;
use crate::rollout::simulation::{Influence, all_strategies};
use crate::text;
use crate::ui::components::SectionHead;

/// The three that matter most, each in a sentence.
pub fn matter(running: Running) -> AnyView {
    let currency = running.plan.from(|release| release.identity.currency.clone());
    let body = move || {
        let (found, currency) = (running.found.get(), currency.get());
        let is_old = running.asked.with(|asked| found.as_ref().is_some_and(|found| found.asked != *asked));
        match found {
            Some(found) if !found.influences.is_empty() => {
                let named = running.advised.with(|advised| possible(&found.influences, &advised.excluded));
                let items =
                    named.iter().map(|it| view! { <li>{text::forecast::influence(it, &currency)}</li> }).collect_view();
                view! { <ol class="points" class:dimmed=is_old>{items}</ol> }.into_any()
            }
            Some(_) => view! { <p class="soft">"No input changes the ranking."</p> }.into_any(),
            None if running.stage.get() == Stage::Stopped => {
                view! { <p class="soft">"Stopped before they were found."</p> }.into_any()
            }
            None => view! { <p class="soft">"They are looked for once the figures are there."</p> }.into_any(),
        }
    };
    view! {
        <section class="section" aria-labelledby="matter">
            <SectionHead id="matter" title="What the ranking by cost depends on most"/>
            {body}
        </section>
    }
    .into_any()
}

/// The strongest, which name as the cheapest only strategies that may be chosen.
pub fn possible(influences: &[Influence], excluded: &[Strategy]) -> Vec<Influence> {
    let all = all_strategies();
    influences.iter().take(NAMED_INFLUENCES).map(|it| it.clone().leaving_out(excluded, &all)).collect()
}
