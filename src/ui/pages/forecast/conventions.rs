//! The points on which two honest modellers would differ, for whoever checks the figures.

use leptos::prelude::*;

use crate::rollout::simulation::CONVENTIONS;
use crate::ui::components::Icon;

/// The conventions in a fold.
pub fn conventions() -> AnyView {
    let points = CONVENTIONS.iter().map(|point| {
        let name = crate::text::upper_first(&point.key.replace('_', " "));
        let besides = (!point.besides.is_empty()).then(|| view! { " "<span class="soft">{point.besides}</span> });
        view! { <dt>{name}</dt><dd>{point.text}{besides}</dd> }
    });
    view! {
        <details class="fold">
            <summary><Icon name="next"/><h2>"Conventions of the simulation"</h2></summary>
            <dl class="facts">{points.collect_view()}</dl>
        </details>
    }
    .into_any()
}
