//! The first step: what the release is.

use leptos::prelude::*;

use super::draft::Draft;
use crate::plan::{Choice, Criticality, Identity, ReleaseType};
use crate::ui::components::{AnswerGroup, AnswerOption, Area, Check, Select, Text};

/// What the release is.
#[component]
pub fn Basics(
    /// What has been entered so far.
    draft: Draft,
    /// What is wrong with it.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let of = move |value: fn(&Identity) -> &String| {
        Signal::derive(move || draft.identity.with(|identity| value(identity).clone()))
    };
    let set =
        move |change: fn(&mut Identity, String)| Callback::new(move |text| draft.identity.update(|i| change(i, text)));
    let types =
        ReleaseType::ALL.iter().map(|kind| AnswerOption { value: *kind, word: kind.label(), role: None }).collect();
    view! {
        <h1 id="question" tabindex="-1">"What is released?"</h1>
        <p class="why">"The name and the type stand at the head of every document. Everything can be changed later."</p>
        <div class="fields pair">
            <Text label="Name" field="name" error value=of(|i| &i.name) on_change=set(|i, text| i.name = text)/>
            <Text label="Version" field="version" optional=true value=of(|i| &i.version) on_change=set(|i, text| i.version = text)/>
        </div>
        <div class="fields">
            <Area label="Summary" field="summary" optional=true rows=2 help="What it brings, in one or two sentences."
                value=of(|i| &i.summary) on_change=set(|i, text| i.summary = text)/>
            <AnswerGroup label="Type" field="release_type" visible=true options=types
                value=Signal::derive(move || draft.identity.with(|i| i.release_type))
                on_change=move |kind| draft.identity.update(|i| i.release_type = kind)/>
            <Check label="First of its type: nothing like it was deployed here before" field="first_of_type"
                value=Signal::derive(move || draft.identity.with(|i| i.first_of_type))
                on_change=move |on| draft.identity.update(|i| i.first_of_type = on)/>
            <Select<Criticality> label="Business criticality" field="criticality" help="What a failure would cost."
                value=Signal::derive(move || draft.identity.with(|i| i.criticality))
                on_change=move |level| draft.identity.update(|i| i.criticality = level)/>
        </div>
    }
}
