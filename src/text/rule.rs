//! Governance rules in words: what they ask, what the plan makes of them, and where they are cured.

use super::upper_first;
use crate::plan::{Choice, Clause, Fact, GovernanceRule, Release};
use crate::readiness::{Ruling, Section, fact_value, fact_values, is_sound, ruling};

/// What a rule asks, as a sentence: "When first of type is yes, approach is not Big Bang."
#[must_use]
pub fn rule_in_words(rule: &GovernanceRule) -> String {
    let (when, then) = (conditions(rule), clause_in_words(&rule.then));
    let sentence = if when.is_empty() { then } else { format!("when {}, {then}", when.join(" and ")) };
    format!("{}.", upper_first(&sentence))
}

/// What a statement says: "approach is not Big Bang".
#[must_use]
pub fn clause_in_words(clause: &Clause) -> String {
    let value = match clause.value.trim() {
        "" => "…".to_owned(),
        value => value_of_fact(clause.fact, value),
    };
    format!("{} {} {value}", clause.fact.label(), clause.operator.label())
}

/// A value of a fact as people read it: "Big Bang", "5".
#[must_use]
pub fn value_of_fact(fact: Fact, value: &str) -> String {
    let words = fact_values(fact).unwrap_or_default();
    words.iter().find(|(key, _)| *key == value).map_or_else(|| value.to_owned(), |(_, word)| (*word).to_owned())
}

/// What a plan makes of a rule and why, waivers aside: "Broken: first of type is yes, and approach is Big Bang."
#[must_use]
pub fn ruling_in_words(rule: &GovernanceRule, release: &Release) -> String {
    let found = ruling(rule, release);
    let senseless = rule.when.iter().chain([&rule.then]).find(|clause| !is_sound(clause));
    if let Some(clause) = senseless.filter(|_| found == Ruling::Unknown) {
        return format!("Cannot be judged: “{}” compares with nothing that it can be.", clause_in_words(clause));
    }
    let mut facts: Vec<Fact> = rule.when.iter().map(|clause| clause.fact).collect();
    if found != Ruling::DoesNotApply {
        facts.push(rule.then.fact);
    }
    let mut said: Vec<String> = Vec::new();
    for fact in facts {
        let is = fact_is(fact, release);
        if !said.contains(&is) {
            said.push(is);
        }
    }
    let word = match found {
        Ruling::DoesNotApply => "Does not apply",
        Ruling::Met => "Met",
        Ruling::Broken => "Broken",
        Ruling::Unknown => "Not shown to be met",
    };
    format!("{word}: {}.", said.join(", and "))
}

fn fact_is(fact: Fact, release: &Release) -> String {
    match fact_value(fact, release) {
        Some(value) => format!("{} is {}", fact.label(), value_of_fact(fact, &value)),
        None => format!("{} is not known yet", fact.label()),
    }
}

fn conditions(rule: &GovernanceRule) -> Vec<String> {
    rule.when.iter().map(clause_in_words).collect()
}

/// What a link says that leads from a rule to the section in which it is cured.
#[must_use]
pub fn go_to_cure(section: Section) -> &'static str {
    match section {
        Section::Overview => "Go to the overview",
        Section::People => "Go to the departments",
        Section::Strategy => "Go to the strategy",
        Section::Rollout => "Go to the rollout plan",
        Section::Defects => "Go to the defects",
        Section::Training => "Go to the training",
        Section::Rfcs => "Go to the RFCs",
        Section::Board => "Go to the Board",
        _ => "Go to the cure",
    }
}
