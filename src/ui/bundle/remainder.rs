//! The greater part of the app: everything beyond the list of releases. It is fetched once the list is there, so that the
//! list does not wait for it.

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::{Bundle, Bundles, Fetch, Pages, Task, from_bundle};
use crate::plan::{Id, Release};
use crate::plan_file::SampleEntry;
use crate::storage::MovedIn;
use crate::storage::browser::Place;
use crate::ui::app::Beyond;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::import::{self, Refused};
use crate::ui::opening::OpenRelease;
use crate::ui::sample::{self, OpenSample, sample_of};
use crate::ui::shell::{self, OpenShell};
use crate::ui::{freshness, pages, recovery, releases};

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

impl Bundle for Remainder {
    fn slot(bundles: Bundles) -> RwSignal<Fetch<Self>> {
        bundles.remainder
    }

    fn fetched() -> Task<Result<Self, SplitLoaderError>> {
        Box::pin(cut::remainder())
    }
}

// The cut is made between two foreign functions, which the attribute writes. They are called as they are declared.
#[allow(unsafe_code)]
mod cut {
    use leptos::wasm_split::wasm_split;

    use super::*;

    #[wasm_split(remainder, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn remainder() -> Result<Remainder, SplitLoaderError> {
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

fn page(beyond: Beyond) -> AnyView {
    match beyond {
        Beyond::New => view! { <OpenShell><pages::NewRelease/></OpenShell> }.into_any(),
        Beyond::Settings => from_bundle::<Pages>(use_desk(), shell::open, |pages| shell::open((pages.settings)())),
        Beyond::Release(id) if pages::is_templates(id) => {
            from_bundle::<Pages>(use_desk(), shell::open, |pages| (pages.templates)())
        }
        Beyond::Release(id) => match sample_of(id) {
            Some(sample) => view! { <OpenSample sample id/> }.into_any(),
            None => view! { <OpenRelease id/> }.into_any(),
        },
    }
}
