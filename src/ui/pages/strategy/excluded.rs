//! What cannot or may not be chosen, with the reasons.

use leptos::prelude::*;

use super::advisor::Advisor;
use crate::readiness::Section;
use crate::route::Route;
use crate::strategy::{Ground, Obstacle};
use crate::text;
use crate::ui::components::{Mark, Role};

/// The excluded strategies; nothing where there are none. Those with the same reasons stand together.
#[component]
pub fn Excluded(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let some = Memo::new(move |_| advisor.advice.with(|advice| !advice.excluded.is_empty()));
    let rows = move || {
        advisor.advice.with(|advice| {
            let groups = advice.excluded_together();
            groups
                .iter()
                .map(|(exclusions, alike)| {
                    row(advisor, exclusions, &text::strategy::names(alike), text::strategy::forgone(alike))
                })
                .collect_view()
        })
    };
    view! {
        <Show when=move || some.get()>
            <section class="section" aria-labelledby="excluded">
                <div class="section-head"><h2 id="excluded">"Excluded"</h2></div>
                <ul class="rows">{rows}</ul>
            </section>
        </Show>
    }
}

fn row(advisor: Advisor, exclusions: &[Obstacle], names: &str, points: String) -> impl IntoView + use<> {
    let sentence = |exclusion: &Obstacle| view! { <span class="note">{text::strategy::exclusion(exclusion)}</span> };
    let forbidden = exclusions.iter().any(|exclusion| exclusion.ground() == Ground::Forbidden);
    let link = forbidden.then(|| {
        let address = Route::section(advisor.plan.id(), Section::Rules).to_string();
        view! { <a class="above" href=address>"See the rules"</a> }
    });
    view! {
        <li class="row">
            <Mark role=Role::NotApplicable/>
            <div>
                <strong>{names.to_owned()}</strong>
                {exclusions.iter().map(sentence).collect_view()}
                <span class="note">{points}</span>
            </div>
            <span>{link}</span>
        </li>
    }
}
