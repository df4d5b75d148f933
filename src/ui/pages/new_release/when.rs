//! The second step: when it goes live.

use leptos::prelude::*;

use super::draft::Draft;
use crate::ui::components::{Moment, Text};

/// When the release goes live, and who manages it.
#[component]
pub fn When(
    /// What has been entered so far.
    draft: Draft,
    /// What is wrong with it.
    error: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <h1 id="question" tabindex="-1">"When does it go live?"</h1>
        <p class="why">"Waivers, waves and messages are counted from this day. Leave it empty while nobody knows yet."</p>
        <div class="fields pair">
            <Moment label="Go-live starts" field="window" optional=true value=draft.start on_change=move |at| draft.start.set(at)/>
            <Moment label="Window ends" field="window_end" optional=true error help="Including the time to back out."
                value=draft.end on_change=move |at| draft.end.set(at)/>
        </div>
        <div class="fields pair">
            <Text label="Time zone" field="time_zone" help="Every time in the plan is read in this zone."
                value=Signal::derive(move || draft.identity.with(|i| i.time_zone.clone()))
                on_change=move |zone: String| draft.identity.update(|i| i.time_zone = zone)/>
            <Text label="Release manager" field="release_manager" optional=true help="Actions that nobody else owns come here."
                value=draft.manager on_change=move |name| draft.manager.set(name)/>
        </div>
    }
}
