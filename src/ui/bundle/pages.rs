//! The pages that opening a release does not wait for: the choice of a strategy, its rollout, what surrounds the decision,
//! the documents; and what the organisation sets.

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::{Bundle, Bundles, Fetch, Task};
use crate::plan::DocumentKind;
use crate::ui::pages;

/// The page of a section, with the entry that the address names.
pub type SectionPage = fn(Memo<Option<String>>) -> AnyView;

/// What these pages offer to the rest.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct Pages {
    pub strategy: SectionPage,
    pub forecast: SectionPage,
    pub rollout: SectionPage,
    pub after: SectionPage,
    pub calendar: SectionPage,
    pub communications: SectionPage,
    pub environments: SectionPage,
    pub hand_over: SectionPage,
    pub meetings: SectionPage,
    pub review: SectionPage,
    pub training: SectionPage,
    /// A question of the walk to a strategy.
    pub walk: fn(Memo<usize>) -> AnyView,
    /// A document.
    pub documents: fn(Memo<Option<DocumentKind>>) -> AnyView,
    /// Everything that somebody must do.
    pub actions: fn() -> AnyView,
    /// What was changed.
    pub history: fn() -> AnyView,
    /// The settings of this browser.
    pub settings: fn() -> AnyView,
    /// The organisation's templates.
    pub templates: fn() -> AnyView,
}

impl Bundle for Pages {
    fn slot(bundles: Bundles) -> RwSignal<Fetch<Self>> {
        bundles.pages
    }

    fn fetched() -> Task<Result<Self, SplitLoaderError>> {
        Box::pin(cut::pages())
    }
}

// The cut is made between two foreign functions, which the attribute writes. They are called as they are declared.
#[allow(unsafe_code)]
mod cut {
    use leptos::wasm_split::wasm_split;

    use super::*;

    #[wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)]
    pub fn pages() -> Result<Pages, SplitLoaderError> {
        Ok(Pages {
            strategy: |_| view! { <pages::Strategy/> }.into_any(),
            forecast: |_| view! { <pages::Forecast/> }.into_any(),
            rollout: |entry| view! { <pages::Rollout entry/> }.into_any(),
            after: |entry| view! { <pages::After entry/> }.into_any(),
            calendar: |_| view! { <pages::Calendar/> }.into_any(),
            communications: |entry| view! { <pages::Communications entry/> }.into_any(),
            environments: |entry| view! { <pages::Environments entry/> }.into_any(),
            hand_over: |entry| view! { <pages::HandOver entry/> }.into_any(),
            meetings: |entry| view! { <pages::Meetings entry/> }.into_any(),
            review: |entry| view! { <pages::Review entry/> }.into_any(),
            training: |entry| view! { <pages::Training entry/> }.into_any(),
            walk: |number| view! { <pages::StrategyWalk number/> }.into_any(),
            documents: |kind| view! { <pages::Documents kind/> }.into_any(),
            actions: || view! { <pages::Actions/> }.into_any(),
            history: || view! { <pages::History/> }.into_any(),
            settings: || view! { <pages::SettingsPage/> }.into_any(),
            templates: || view! { <pages::OpenTemplates/> }.into_any(),
        })
    }
}
