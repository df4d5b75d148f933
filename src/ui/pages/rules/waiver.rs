//! The waiver from a rule.

use leptos::prelude::*;

use super::is_unmet;
use crate::plan::{GovernanceRule, Id, Waiver};
use crate::ui::components::{Area, Day, Icon, PEOPLE_NAMES, Text};
use crate::ui::plan::Plan;

/// The waiver from a rule: its form where there is one; where the rule is not met, the button that grants one.
pub fn waiver(plan: Plan, id: Id<GovernanceRule>) -> AnyView {
    let waived = plan.of(id, |rule: &GovernanceRule| rule.waiver.is_some());
    let unmet = plan.from(move |release| release.rules.get(id).is_some_and(|rule| is_unmet(rule, release)));
    let grant = move |_| plan.edit(id, "waiver", |rule: &mut GovernanceRule| rule.waiver = Some(Waiver::default()));
    let shown = move || {
        match (waived.get(), unmet.get()) {
        (true, _) => form(plan, id),
        (false, true) => view! {
            <div class="actions"><button class="button" type="button" data-field="waiver" disabled=plan.read_only on:click=grant>"Grant a waiver"</button></div>
        }
        .into_any(),
        (false, false) => ().into_any(),
    }
    };
    shown.into_any()
}

/// Who accepts the departure, why, and until when.
fn form(plan: Plan, id: Id<GovernanceRule>) -> AnyView {
    let value = plan.of(id, |rule: &GovernanceRule| rule.waiver.clone().unwrap_or_default());
    let change = move |field: &'static str, with: &dyn Fn(&mut Waiver)| {
        plan.edit(id, field, |rule: &mut GovernanceRule| {
            if let Some(waiver) = &mut rule.waiver {
                with(waiver);
            }
        });
    };
    let withdraw = move |_| plan.edit(id, "withdraw", |rule: &mut GovernanceRule| rule.waiver = None);
    view! {
        <fieldset class="form">
            <legend>"Waiver"</legend>
            <div class="fields pair">
                <Text label="Accepted by" list=PEOPLE_NAMES field="waiver" value=Signal::derive(move || value.get().approver)
                    on_change=move |text: String| change("approver", &|waiver| waiver.approver.clone_from(&text))/>
                <Day label="Last day" field="until" help="On the day of go-live it must still hold."
                    value=Signal::derive(move || value.get().until) on_change=move |day| change("until", &|waiver| waiver.until = day)/>
            </div>
            <div class="fields">
                <Area label="Reason" field="reason" rows=2 value=Signal::derive(move || value.get().reason)
                    on_change=move |text: String| change("reason", &|waiver| waiver.reason.clone_from(&text))/>
            </div>
            <div class="actions">
                <button class="button quiet small" type="button" disabled=plan.read_only on:click=withdraw><Icon name="bin"/>"Withdraw the waiver"</button>
            </div>
        </fieldset>
    }
    .into_any()
}
