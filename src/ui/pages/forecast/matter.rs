//! The inputs that the ranking depends on most.

use leptos::prelude::*;

use super::running::{Running, Stage};
use crate::rollout::NAMED_INFLUENCES;
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
                let named = found.influences.iter().take(NAMED_INFLUENCES);
                let items =
                    named.map(|it| view! { <li>{text::forecast::influence(it, &currency)}</li> }).collect_view();
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
