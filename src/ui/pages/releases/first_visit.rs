//! A first visit: a sample beside one sentence, and one clear next step.

use leptos::prelude::*;

use super::import::ImportButton;
use crate::route::Route;
use crate::ui::components::{Badge, Icon, Role};
use crate::ui::desk::use_desk;
use crate::ui::remainder;
use crate::ui::sample::{SAMPLES, SampleEntry, address};

/// What stands there as long as there is no release.
#[component]
pub fn FirstVisit() -> impl IntoView {
    view! {
        <section class="sample">
            <div>
                <h1>"Know whether your release is a Go, and what is missing if not."</h1>
                <p>"Look round in a sample, twelve days before its go-live, or plan your own. Nothing leaves this browser."</p>
                <div class="actions">
                    <a class="button primary" href=Route::New.to_string()>"Plan your own release"</a>
                    <ImportButton label="Open a file"/>
                </div>
            </div>
            <div class="section">{SAMPLES.iter().map(card).collect_view()}</div>
        </section>
    }
}

/// A sample as a card.
fn card(sample: &'static SampleEntry) -> impl IntoView {
    let desk = use_desk();
    let id = format!("sample-{}", sample.key);
    view! {
        <article class="sample-card" aria-labelledby=id.clone()>
            <div class="section-head"><h2 id=id.clone()>{sample.name}</h2><Badge role=Role::Idle word="Sample"/></div>
            <p class="soft">{sample.shows}</p>
            <div class="actions">
                <a class="button" href=address(sample)>"Open the sample"<span class="unseen">{format!(" {}", sample.name)}</span><Icon name="forth"/></a>
                <button class="button quiet" type="button" on:click=move |_| remainder::with(desk, move |remainder| (remainder.keep_sample)(desk, sample))>
                    "Keep a copy"<span class="unseen">{format!(" of {}", sample.name)}</span>
                </button>
            </div>
        </article>
    }
}
