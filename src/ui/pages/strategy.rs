//! Strategy.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Strategy.
#[component]
pub fn Strategy() -> impl IntoView {
    view! { <PageHead title="Strategy"/> }
}

/// The walk to a strategy.
#[component]
pub fn StrategyWalk(
    /// The question, from 1.
    #[prop(into)]
    number: Signal<usize>,
) -> impl IntoView {
    let _ = number;
    view! { <PageHead title="Strategy"/> }
}
