//! One statement of a rule: a fact of the plan, an operator that fits it, and a value that it can have.

use leptos::prelude::*;

use crate::plan::{Choice, Clause, Fact, GovernanceRule, Id, Operator};
use crate::readiness::{about, fact_operators, fact_values};
use crate::ui::components::{Icon, Number, OneOf, Options, Select};
use crate::ui::plan::Plan;

/// Which statement of the rule.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// A condition, by its place from 0.
    When(usize),
    /// What must hold.
    Then,
}

impl Which {
    fn of(self, rule: &GovernanceRule) -> Option<&Clause> {
        match self {
            Self::When(at) => rule.when.get(at),
            Self::Then => Some(&rule.then),
        }
    }

    fn of_mut(self, rule: &mut GovernanceRule) -> Option<&mut Clause> {
        match self {
            Self::When(at) => rule.when.get_mut(at),
            Self::Then => Some(&mut rule.then),
        }
    }

    /// What stands before it in the sentence.
    fn word(self) -> &'static str {
        match self {
            Self::When(0) => "When",
            Self::When(_) => "and",
            Self::Then => "then",
        }
    }

    /// What its controls are called.
    fn name(self) -> String {
        match self {
            Self::When(at) => format!("Condition {}", at + 1),
            Self::Then => "What must hold".to_owned(),
        }
    }
}

/// A statement at work.
pub fn clause(plan: Plan, id: Id<GovernanceRule>, which: Which) -> AnyView {
    let value = plan.of(id, move |rule: &GovernanceRule| which.of(rule).cloned().unwrap_or_default());
    let set = move |field: &str, change: &dyn Fn(&mut Clause)| {
        plan.edit(id, &format!("{}.{field}", which.name()), |rule: &mut GovernanceRule| {
            if let Some(clause) = which.of_mut(rule) {
                change(clause);
            }
        });
    };
    let fact = Memo::new(move |_| value.with(|clause| clause.fact));
    let operators = Signal::derive(move || -> Options {
        fact_operators(fact.get()).iter().map(|it| (it.key().to_owned(), it.label().to_owned())).collect()
    });
    let take_operator = Callback::new(move |key: String| {
        if let Some(operator) = Operator::from_key(&key) {
            set("operator", &|clause| clause.operator = operator);
        }
    });
    let remove = move |_| {
        plan.edit(id, "remove", |rule: &mut GovernanceRule| match which {
            Which::When(at) if at < rule.when.len() => drop(rule.when.remove(at)),
            _ => {}
        });
        plan.seal();
    };
    let name = which.name();
    let removes = format!("Remove {}", name.to_lowercase());
    let button = (which != Which::Then).then(|| {
        view! {
            <button class="icon-button" type="button" aria-label=removes.clone() title=removes disabled=plan.read_only
                on:click=remove><Icon name="bin"/></button>
        }
    });
    let label = name.clone();
    let value_label = format!("{name}, value");
    view! {
        <div class="clause" role="group" aria-label=label>
            <span class="soft">{which.word()}</span>
            <Select<Fact> label=format!("{name}, fact") field="fact" inline=true value=fact
                on_change=move |fact| set("fact", &|clause| *clause = about(clause, fact))/>
            <OneOf label=format!("{name}, comparison") field="operator" options=operators inline=true on_change=take_operator
                value=Signal::derive(move || value.with(|clause| clause.operator.key().to_owned()))/>
            {move || value_control(fact.get(), &value_label, value, Callback::new(move |text: String| {
                set("value", &|clause| clause.value.clone_from(&text));
            }))}
            {button}
        </div>
    }
    .into_any()
}

/// The value: one of the words that the fact can have, or a number.
fn value_control(fact: Fact, label: &str, clause: Signal<Clause>, take: Callback<String>) -> AnyView {
    let label = label.to_owned();
    let Some(words) = fact_values(fact) else {
        let value = Signal::derive(move || clause.with(|clause| clause.value.trim().parse::<u32>().ok()));
        let take = move |number: Option<u32>| take.run(number.map(|number| number.to_string()).unwrap_or_default());
        return view! { <Number<u32> label field="value" inline=true value on_change=take/> }.into_any();
    };
    let options: Options = words.into_iter().map(|(key, word)| (key.to_owned(), word.to_owned())).collect();
    let value = Signal::derive(move || clause.with(|clause| clause.value.trim().to_owned()));
    view! { <OneOf label field="value" options=Signal::stored(options) value on_change=take none="Choose" inline=true/> }
        .into_any()
}
