//! The greater part of the app: everything beyond the list of releases. It is fetched once the list is there, so that the
//! list does not wait for it.
//!
//! The release build cuts the program in two at [`fetched`]. Whatever only the functions named there reach is in the second
//! file; what both parts need is in the first. A build without the cut, as on a native target, holds everything at once.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use super::app::Beyond;
use super::desk::Desk;
use super::freshness;
use super::import::{self, Refused};
use super::opening::OpenRelease;
use super::pages;
use super::recovery;
use super::releases;
use super::sample::{self, OpenSample, sample_of};
use super::shell::OpenShell;
use crate::plan::{Id, Release};
use crate::plan_file::SampleEntry;
use crate::storage::MovedIn;
use crate::storage::browser::Place;

/// Something that goes on while the page is used.
pub type Task = Pin<Box<dyn Future<Output = ()>>>;

/// What the greater part offers to the part that is there from the start.
#[derive(Clone, Copy)]
pub struct Remainder {
    /// A page beyond the list, with its frame.
    pub page: fn(Beyond) -> AnyView,
    /// Makes a copy of a release and goes to it.
    pub duplicate: fn(Desk, Id<Release>) -> Task,
    /// Keeps a copy of a sample as a release of one's own.
    pub keep_sample: fn(Desk, &'static SampleEntry) -> Task,
    /// Reads files and stores the plans in them.
    pub import: fn(Desk, RwSignal<Option<Refused>>, Vec<web_sys::File>) -> Task,
    /// Brings back what closed pages left behind.
    pub recover: fn(Desk, Place, MovedIn) -> Task,
    /// Assesses anew what was assessed on an earlier day.
    pub freshen: fn(Desk) -> Task,
}

/// How far fetching has come.
#[derive(Clone, Copy, Default)]
pub enum Fetch {
    /// It has not begun, or is under way.
    #[default]
    Waiting,
    /// It is there.
    There(Remainder),
    /// It could not be had: no connection, or a newer version has taken the place of this one on the server.
    Failed,
}

/// Fetches the greater part unless it is there.
pub async fn fetch(desk: Desk) -> Option<Remainder> {
    if let Fetch::There(there) = desk.remainder.get_untracked() {
        return Some(there);
    }
    let found = fetched().await.ok();
    // Several may wait for it at the same time. The pages that it shows are made when the first of them has it, and only then.
    if !matches!(desk.remainder.get_untracked(), Fetch::There(_)) {
        desk.remainder.set(found.map_or(Fetch::Failed, Fetch::There));
    }
    found
}

/// Fetches the greater part, once more where that has failed before.
pub async fn again(desk: Desk) {
    if matches!(desk.remainder.get_untracked(), Fetch::Failed) {
        desk.remainder.set(Fetch::Waiting);
    }
    // What came of it is in the signal.
    let _ = fetch(desk).await;
}

/// Does something that takes the greater part, once it is there.
pub fn with(desk: Desk, act: impl FnOnce(Remainder) -> Task + 'static) {
    let act: Box<dyn FnOnce(Remainder) -> Task> = Box::new(act);
    spawn_local(async move {
        match fetch(desk).await {
            Some(remainder) => act(remainder).await,
            None => desk.toasts.say("The rest of Rollcall could not be loaded. Check the connection and try again."),
        }
    });
}

// The cut is made between two foreign functions, which the attribute writes. They are called as they are declared.
#[allow(unsafe_code)]
mod cut {
    use leptos::wasm_split::wasm_split;

    use super::*;

    /// Fetches the second file and gives what is in it.
    #[wasm_split(remainder, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn fetched() -> Result<Remainder, SplitLoaderError> {
        Ok(Remainder {
            page,
            duplicate: |desk, id| Box::pin(releases::duplicate(desk, id)),
            keep_sample: |desk, sample| Box::pin(sample::load_and_keep(desk, sample)),
            import: |desk, refused, files| Box::pin(import::take(desk, refused, files)),
            recover: |desk, place, moved_in| Box::pin(recovery::recover(desk, place, moved_in)),
            freshen: |desk| Box::pin(freshness::freshen(desk)),
        })
    }
}
use cut::fetched;

fn page(beyond: Beyond) -> AnyView {
    match beyond {
        Beyond::New => view! { <OpenShell><pages::NewRelease/></OpenShell> }.into_any(),
        Beyond::Settings => view! { <OpenShell><pages::SettingsPage/></OpenShell> }.into_any(),
        Beyond::Release(id) if pages::is_templates(id) => view! { <pages::OpenTemplates/> }.into_any(),
        Beyond::Release(id) => match sample_of(id) {
            Some(sample) => view! { <OpenSample sample id/> }.into_any(),
            None => view! { <OpenRelease id/> }.into_any(),
        },
    }
}
