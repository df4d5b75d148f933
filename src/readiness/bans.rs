//! Which strategies an organisation's rules forbid, for the advisor.

use super::rules::{holds, is_sound};
use crate::plan::{Choice, Clause, Fact, GovernanceRule, Operator, Release, Strategy};
use crate::strategy::catalogue::combinations;
use crate::strategy::{Answers, Ban, Demand, factor};

/// The answers to a release's questions, under the release's rules: what the advisor goes by wherever there is a plan.
#[must_use]
pub fn answers(release: &Release) -> Answers {
    Answers::of(release).under(bans(release))
}

/// Which strategies the release's rules forbid, and with which answers.
///
/// A rule forbids strategies where it asks for an approach or a delivery, or asks of one that the release be of a certain
/// type, criticality or novelty: nothing but another strategy meets it then. What a rule asks of the plan besides, such as
/// waves or floor walkers, is work and no ban. A waiver lifts a ban; whether the waiver is in force is
/// [`assess`](super::assess)'s to say.
#[must_use]
pub fn bans(release: &Release) -> Vec<Ban> {
    release.rules.iter().filter(|rule| rule.waiver.is_none()).filter_map(|rule| ban(rule, release)).collect()
}

fn ban(rule: &GovernanceRule, release: &Release) -> Option<Ban> {
    let clauses = || rule.when.iter().chain([&rule.then]);
    let sound = clauses().all(is_sound);
    let asks_of_strategy = is_of_strategy(rule.then.fact)
        || (question(rule.then.fact).is_some() && rule.when.iter().any(|clause| is_of_strategy(clause.fact)));
    if !sound || !asks_of_strategy {
        return None;
    }
    let mut certain = true;
    for clause in rule.when.iter().filter(|clause| !is_of_strategy(clause.fact) && question(clause.fact).is_none()) {
        match holds(clause, release) {
            Some(true) => {}
            Some(false) => return None,
            None => certain = false,
        }
    }
    let meant = |strategy: &Strategy| rule.when.iter().all(|clause| is(clause, *strategy) != Some(false));
    let broken = |strategy: &Strategy| is(&rule.then, *strategy) != Some(true);
    let strategies = combinations().map(|combination| combination.strategy);
    let strategies: Vec<_> = strategies.filter(|strategy| meant(strategy) && broken(strategy)).collect();
    let of_when = rule.when.iter().filter_map(|clause| demand(clause, true));
    let when = of_when.chain(demand(&rule.then, false)).collect();
    let name = rule.name.clone();
    (!strategies.is_empty()).then(|| Ban { rule: rule.id.to_string(), name, strategies, when, certain })
}

fn is_of_strategy(fact: Fact) -> bool {
    matches!(fact, Fact::Approach | Fact::Delivery)
}

/// The advisor's question that asks for the same fact, with the same words for its answers.
fn question(fact: Fact) -> Option<&'static str> {
    match fact {
        Fact::FirstOfType => Some("first_of_type"),
        Fact::ReleaseType => Some("release_type"),
        Fact::Criticality => Some("criticality"),
        _ => None,
    }
}

/// Whether a strategy is as a clause says; nothing where the clause speaks of something else.
fn is(clause: &Clause, strategy: Strategy) -> Option<bool> {
    let key = match clause.fact {
        Fact::Approach => strategy.approach.key(),
        Fact::Delivery => strategy.delivery.key(),
        _ => return None,
    };
    Some((clause.value.trim() == key) == (clause.operator == Operator::Is))
}

/// The answers with which a clause about one of the advisor's questions holds, or does not.
fn demand(clause: &Clause, met: bool) -> Option<Demand> {
    let factor = factor(question(clause.fact)?)?;
    let wanted = (clause.operator == Operator::Is) == met;
    let answers = factor.answers.iter().map(|answer| answer.key);
    let answers = answers.filter(|key| (*key == clause.value.trim()) == wanted).collect();
    Some(Demand { factor: factor.key, answers })
}
