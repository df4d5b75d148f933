//! How large the first wave should be.

use leptos::prelude::*;

use super::pictures::picture_view;
use super::running::{Running, Stage};
use crate::document::picture;
use crate::plan::{Approach, Count, Delivery, Strategy};
use crate::rollout::sizes_put_down;
use crate::strategy::catalogue::{combination, combinations, strategy_of_key};
use crate::text;
use crate::ui::components::{OneOf, Options, SectionHead, printing};
use crate::ui::plan::memo;

/// Exposure against the size of the first wave, under one of the phased strategies.
pub fn first_wave(running: Running) -> AnyView {
    let (picked, open, printing) = (RwSignal::new(None::<Strategy>), RwSignal::new(false), printing());
    let chosen = running.plan.from(|release| release.strategy.choice.as_ref().map(|choice| choice.strategy));
    // In waves, and delivered as the chosen strategy delivers.
    let usual = move || chosen.get().map_or(Delivery::Push, |chosen| chosen.delivery);
    let looked_at = memo(Box::new(move || {
        picked.get().unwrap_or_else(|| Strategy { approach: Approach::Phased, delivery: usual() })
    }));
    let body = move || {
        let (tried, strategy) = (running.tried.get(), looked_at.get());
        let is_old = running.asked.with(|asked| tried.as_ref().is_some_and(|tried| tried.asked != *asked));
        let found = tried.as_ref().and_then(|tried| tried.first_waves.iter().find(|found| found.strategy == strategy));
        match found {
            Some(found) => {
                let (sizes, planned) = (sizes_put_down(found), Some(Count(found.planned)));
                let figure = picture::first_wave(strategy, &sizes, planned);
                view! {
                    <div class="section" class:dimmed=is_old>
                        <p>{text::forecast::first_wave(&sizes, planned)}</p>
                        {picture_view(open, printing, figure)}
                    </div>
                }
                .into_any()
            }
            None if running.stage.get() == Stage::Stopped => {
                view! { <p class="soft">"Stopped before the sizes were tried."</p> }.into_any()
            }
            None if tried.is_some() => {
                view! { <p class="soft">"One person alone is not divided into waves."</p> }.into_any()
            }
            None => view! { <p class="soft">"Sizes are tried once the figures are there."</p> }.into_any(),
        }
    };
    view! {
        <section class="section" aria-labelledby="first-wave">
            <SectionHead id="first-wave" title="How large the first wave should be"/>
            {strategy_choice(looked_at, picked)}
            {body}
        </section>
    }
    .into_any()
}

/// Under which of the phased strategies.
fn strategy_choice(looked_at: Signal<Strategy>, picked: RwSignal<Option<Strategy>>) -> AnyView {
    let phased = combinations().filter(|it| it.strategy.approach == Approach::Phased);
    let options: Options = phased.map(|it| (it.key.to_owned(), it.name.to_owned())).collect();
    let value = Signal::derive(move || combination(looked_at.get()).key.to_owned());
    let take = Callback::new(move |key: String| picked.set(strategy_of_key(&key)));
    view! {
        <div class="measure">
            <OneOf label="Strategy" field="first-wave-strategy" options=Signal::stored(options) value on_change=take apart=true/>
        </div>
    }
    .into_any()
}
