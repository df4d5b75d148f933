//! What a rule checks, built from statements about the plan; and beside it in words what it asks and what the plan makes of it.

use leptos::prelude::*;

use super::clause::{Which, clause};
use super::standing;
use crate::plan::{Clause, Fact, GovernanceRule, Id, Operator, TEMPLATES_ID};
use crate::plan_file::text_of;
use crate::text;
use crate::ui::components::{Icon, Mark, each};
use crate::ui::plan::Plan;
use crate::ui::register::{Entry, Field};

/// The statements of a rule: the conditions under which it applies, and what must hold then.
pub fn editor(entry: Entry, field: &'static Field) -> AnyView {
    let plan = entry.plan;
    let Ok(id) = Id::<GovernanceRule>::new(&text_of(&entry.member_now("id"))) else { return ().into_any() };
    let count = plan.of(id, |rule: &GovernanceRule| rule.when.len());
    let add = move |_| {
        plan.edit(id, "add", |rule: &mut GovernanceRule| {
            rule.when.push(Clause { fact: Fact::FirstOfType, operator: Operator::Is, value: String::new() });
        });
        plan.seal();
    };
    view! {
        <fieldset class="field" data-field=field.data_name() tabindex="-1">
            <legend>{field.label}</legend>
            {in_words(plan, id)}
            {each(move || 0..count.get(), |at| *at, move |at| clause(plan, id, Which::When(at)))}
            {clause(plan, id, Which::Then)}
            <div class="actions">
                <button class="button small" type="button" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add condition"</button>
            </div>
        </fieldset>
    }
    .into_any()
}

/// What the plan makes of the rule now; among templates, where no plan does, the rule as a sentence.
fn in_words(plan: Plan, id: Id<GovernanceRule>) -> AnyView {
    let makes = plan.from(move |release| {
        release.rules.get(id).map(|rule| text::ruling_in_words(rule, release)).unwrap_or_default()
    });
    // Templates are no plan that could meet a rule.
    if plan.id().as_str() == TEMPLATES_ID {
        let asks = plan.of(id, text::rule_in_words);
        return view! { <p role="status"><strong>{asks}</strong></p> }.into_any();
    }
    let stands = move || {
        plan.release.with(|release| {
            let rule = release.rules.get(id)?;
            let (role, _) = standing(release, rule, plan.today.get());
            Some(view! { <Mark role/> })
        })
    };
    view! { <p class="status" role="status">{stands}<span>{makes}</span></p> }.into_any()
}
