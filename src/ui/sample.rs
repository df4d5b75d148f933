//! Samples: complete plans to look at, opened read-only until somebody keeps a copy.
//!
//! A sample lives under an id of its own kind, so that every address within it works as in any release.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clock;
use super::desk::{Desk, use_desk};
use super::files::fetch_text;
use super::opening::Frame;
use super::pages;
use super::plan::{Plan, new_id};
use super::recovery::entry_of;
use super::shell::OpenShell;
use crate::plan::{Id, Release};
use crate::plan_file::{self, Kept, SAMPLE_DAYS_AHEAD, SAMPLES, SampleEntry};
use crate::route::Route;
use crate::storage::Revision;
use crate::storage::tabs::News;
use crate::text;

const PREFIX: &str = "sample.";

/// The address of a sample.
#[must_use]
pub fn address(sample: &SampleEntry) -> String {
    Id::new(&format!("{PREFIX}{}", sample.key)).map(Route::overview).unwrap_or(Route::Releases).to_string()
}

/// The sample that an id stands for, if it stands for one.
#[must_use]
pub fn sample_of(id: Id<Release>) -> Option<&'static SampleEntry> {
    let key = id.as_str().strip_prefix(PREFIX)?;
    SAMPLES.iter().find(|sample| sample.key == key)
}

/// A sample as an open plan that can only be looked at.
#[component]
pub fn OpenSample(
    /// Which.
    sample: &'static SampleEntry,
    /// The id that it has while it is looked at.
    id: Id<Release>,
) -> impl IntoView {
    let desk = use_desk();
    let loaded = RwSignal::new(None::<Result<Release, String>>);
    spawn_local(async move {
        let read = load(sample, id).await;
        loaded.try_set(Some(read));
    });
    move || match loaded.get() {
        None => view! { <OpenShell><p class="soft" role="status">"Opening the sample"</p></OpenShell> }.into_any(),
        Some(Err(why)) => view! { <OpenShell><pages::NoSample why/></OpenShell> }.into_any(),
        Some(Ok(release)) => {
            let plan = Plan::open(release, true, desk.who(), desk.toasts);
            provide_context(plan);
            view! { <Frame plan/> }.into_any()
        }
    }
}

/// Keeps a copy of a sample as a release of one's own, and goes there.
pub async fn keep(desk: Desk, mut release: Release) {
    let Some(place) = desk.place_now() else { return };
    release.id = new_id();
    let entry = entry_of(&release, &Kept::default(), place.channel.tab());
    match place.store.save(entry, Revision::NEW).await {
        Ok(saved) => {
            desk.tell(News::Saved { id: release.id, revision: saved.revision }).await;
            desk.go(&Route::overview(release.id));
        }
        Err(error) => desk.toasts.say(&format!("The sample was not kept. {error} {}", error.cure())),
    }
}

/// Keeps a copy of a sample without looking at it first.
pub async fn load_and_keep(desk: Desk, sample: &'static SampleEntry) {
    match load(sample, new_id()).await {
        Ok(release) => keep(desk, release).await,
        Err(why) => desk.toasts.say(&format!("The sample was not opened. {why}")),
    }
}

/// The sample with its dates moved, so that it goes live in a few days.
async fn load(sample: &SampleEntry, id: Id<Release>) -> Result<Release, String> {
    let text = fetch_text(&format!("samples/{}.json", sample.key)).await?;
    let file = plan_file::read_plan(text.as_bytes()).map_err(|error| format!("{error} {}", error.cure()))?;
    let mut release = file.release;
    let today = clock::today(&release.identity.time_zone);
    if let Some(day) = release.go_live() {
        release = plan_file::shifted(&release, SAMPLE_DAYS_AHEAD - text::days_between(today, day));
    }
    release.id = id;
    Ok(release)
}
