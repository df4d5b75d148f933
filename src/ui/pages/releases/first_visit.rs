//! A first visit: a sample as it stands beside one sentence, and one clear next step.

use leptos::prelude::*;

use super::import::ImportButton;
use crate::plan::Choice;
use crate::plan_file::{PREVIEW, SAMPLE_DAYS_AHEAD, SAMPLES, SampleEntry};
use crate::readiness::{Code, Section};
use crate::route::Route;
use crate::text;
use crate::ui::bundle::with_remainder;
use crate::ui::clock;
use crate::ui::components::{Badge, Icon, Mark, Role, VerdictMark, verdict_role};
use crate::ui::desk::use_desk;
use crate::ui::sample::address;

/// What stands there as long as there is no release.
#[component]
pub fn FirstVisit() -> impl IntoView {
    let (first, others) = SAMPLES.split_first().unzip();
    view! {
        <section class="sample">
            <div>
                <h1>"Know whether your release is a Go, and what is missing if not."</h1>
                <p>"Look round in a sample, twelve days before its go-live, or plan your own. Nothing leaves this browser."</p>
                <div class="actions">
                    <a class="button" href=Route::New(1).to_string()>"Plan your own release"</a>
                    <ImportButton label="Open a file"/>
                </div>
            </div>
            <div class="section">
                {first.map(opened)}
                <ul class="rows" aria-label="More samples">{others.unwrap_or_default().iter().map(row).collect_view()}</ul>
            </div>
        </section>
    }
}

/// The first sample: how it stands, and what is in its way.
fn opened(sample: &'static SampleEntry) -> impl IntoView {
    let (done, applicable) = PREVIEW.tally;
    let tally = format!("{done} of {applicable}");
    let role = verdict_role(sample.verdict);
    let today = clock::today(PREVIEW.time_zone);
    // Day by day: adding a span would bring all of jiff's arithmetic and its explanations into the part that is there first.
    let live = (0..SAMPLE_DAYS_AHEAD).fold(today, |day, _| day.tomorrow().unwrap_or(day));
    let finding = |(code, section, what): &'static (Code, Section, &'static str)| {
        let role = if *code == Code::SeniorSignOffStale { Role::Stale } else { Role::NoGo };
        view! { <li class="row"><Mark role/><span>{*what}<span class="note">{section.label()}</span></span></li> }
    };
    view! {
        <article class="sample-card" aria-labelledby="sample">
            <div class="section-head">
                <h2 id="sample">{sample.name}" "<span class="version">{PREVIEW.version}</span></h2>
                <Badge role=Role::Idle word="Sample"/>
            </div>
            <div class="section-head">
                <VerdictMark verdict=sample.verdict size="large"/>
                <span class="tally"><span>{tally.clone()}</span>
                    <meter class=role.class() min="0" max=applicable.to_string() value=done.to_string() aria-label="Done">{tally}</meter></span>
            </div>
            <p class="soft">{format!("{} blockers and {} conditions stand between here and Go. Among them:", PREVIEW.blockers, PREVIEW.conditions)}</p>
            <ul class="rows">{PREVIEW.findings.iter().map(finding).collect_view()}</ul>
            <p class="soft">{format!("Goes live {}, {}.", text::day(live), text::relative_day(today, live))}</p>
            <div class="actions">
                <a class="button primary" href=address(sample)>"Open the sample"<span class="unseen">{format!(" {}", sample.name)}</span><Icon name="forth"/></a>
                {keep(sample, "button quiet")}
            </div>
        </article>
    }
}

/// Another sample, in a line.
fn row(sample: &'static SampleEntry) -> impl IntoView {
    view! {
        <li class="row">
            <Mark role=verdict_role(sample.verdict)/>
            <div><a class="row-title" href=address(sample)>{sample.name}</a><span class="note">{sample.shows}</span></div>
            {keep(sample, "button quiet small")}
        </li>
    }
}

fn keep(sample: &'static SampleEntry, class: &'static str) -> impl IntoView {
    let desk = use_desk();
    view! {
        <button class=class type="button" on:click=move |_| with_remainder(desk, move |remainder| (remainder.keep_sample)(desk, sample))>
            "Keep a copy"<span class="unseen">{format!(" of {}", sample.name)}</span>
        </button>
    }
}
