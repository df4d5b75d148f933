//! Search, filters and order above the list.

use leptos::prelude::*;

use super::look::{Filter, Look, Order};
use crate::gate::AnswerKind;
use crate::plan::Choice;
use crate::ui::components::{Chip, Search};
use crate::ui::plan::use_plan;

const FILTERS: [(Filter, &str); 7] = [
    (Filter::All, "All"),
    (Filter::Answer(AnswerKind::NotMet), "Not met"),
    (Filter::Answer(AnswerKind::Unanswered), "Not answered"),
    (Filter::Answer(AnswerKind::Waived), "Waived"),
    (Filter::Answer(AnswerKind::Met), "Met"),
    (Filter::Answer(AnswerKind::NotApplicable), "N/A"),
    (Filter::NeedsEvidence, "Needs evidence"),
];

/// Search, filters and order above the list.
#[component]
pub fn Toolbar(
    /// What they change.
    look: Look,
) -> impl IntoView {
    let plan = use_plan();
    let chips = FILTERS.map(|(filter, word)| {
        let count = plan.from(move |release| {
            let today = plan.today.get();
            release.criteria.iter().filter(|criterion| filter.lets(criterion, today)).count()
        });
        let on = Signal::derive(move || look.filter.get() == filter);
        view! { <Chip word count on on_press=move |()| look.choose(filter)/> }
    });
    let orders = Order::ALL.iter().map(|order| {
        let order = *order;
        view! { <option value=order.key() selected=move || look.order.get() == order>{order.label()}</option> }
    });
    let choose = move |key: String| {
        if let Some(order) = Order::from_key(&key) {
            look.order.set(order);
        }
    };
    view! {
        <div class="toolbar">
            <Search label="Search criteria" text=look.search/>
            <label class="order"><span class="soft small">"Sort by"</span>
                <select prop:value=move || look.order.get().key() on:change:target=move |event| choose(event.target().value())>
                    {orders.collect_view()}
                </select>
            </label>
            <div class="chips" role="group" aria-label="Filter">{chips.collect_view()}</div>
        </div>
    }
}
