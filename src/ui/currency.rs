//! What to do where amounts have no unit.

use leptos::prelude::*;

use super::plan::Plan;
use crate::readiness::Section;
use crate::route::{Page, Route};

/// Says that no currency is set, with the way to where it is; nothing where one is.
pub fn no_currency(plan: Plan) -> AnyView {
    let is_missing = plan.from(|release| release.identity.currency.trim().is_empty());
    let overview = Page::Section(Section::Overview, None, Some("currency".to_owned()));
    let address = Route::Release(plan.id(), overview).to_string();
    let said = move || {
        let address = address.clone();
        is_missing.get().then(|| {
            view! {
                <p class="small soft">"Costs are in the release’s currency, and none is set. "<a href=address>"Set the currency"</a></p>
            }
        })
    };
    said.into_any()
}
