//! Governance rules: the built-in ones, and what a plan makes of a rule.

use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use super::general::was_removed;
use crate::days::days_between;
use crate::plan::{
    Approach, Choice, Clause, Command, Criticality, Defect, DefectDecision, Delivery, Department, Edit, Fact,
    GovernanceRule, Id, Items, Operator, Release, ReleaseType, Removal, RemovedKind, Rfc, RfcOutcome,
};
use crate::rollout::people_in;
use crate::training::{adequacies, missing_audiences};

/// A built-in governance rule.
#[derive(Debug, Clone, Copy)]
pub struct RuleEntry {
    /// Its stable key, which is also its id in a new release.
    pub key: &'static str,
    /// The policy in plain words.
    pub name: &'static str,
    /// Why it is there.
    pub why: &'static str,
    /// How a plan that breaks it is cured.
    pub cure: &'static str,
    when: &'static [(Fact, Operator, &'static str)],
    then: (Fact, Operator, &'static str),
}

/// The built-in rules.
pub static RULES: [RuleEntry; 2] = [
    RuleEntry {
        key: "first-of-type-not-big-bang",
        name: "A first-of-type release never goes Big Bang",
        why: "Nobody here knows yet how it behaves; a failure should stay within one group.",
        cure: "Choose Phased / Pilot or Parallel, or have the Board grant a waiver with an end.",
        when: &[(Fact::FirstOfType, Operator::Is, "yes")],
        then: (Fact::Approach, Operator::IsNot, "big_bang"),
    },
    RuleEntry {
        key: "floor-walkers",
        name: "Every impacted department has floor walkers",
        why: "People who can ask somebody at their side call the service desk less, and lose less time.",
        cure: "Name at least one floor walker in each impacted department.",
        when: &[],
        then: (Fact::DepartmentsWithoutFloorWalkers, Operator::Is, "0"),
    },
];

/// What a plan makes of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruling {
    /// Its condition does not hold.
    DoesNotApply,
    /// It is met.
    Met,
    /// It is broken.
    Broken,
    /// The plan does not say yet, which does not count as met.
    Unknown,
}

/// The built-in rules for a new release.
#[must_use]
pub fn default_rules() -> Items<GovernanceRule> {
    RULES.iter().map(RuleEntry::rule).collect()
}

/// What this plan makes of this rule, waivers aside.
#[must_use]
pub fn ruling(rule: &GovernanceRule, release: &Release) -> Ruling {
    let mut certain = true;
    for clause in &rule.when {
        match holds(clause, release) {
            Some(false) => return Ruling::DoesNotApply,
            Some(true) => {}
            None => certain = false,
        }
    }
    match holds(&rule.then, release) {
        Some(true) => Ruling::Met,
        Some(false) if certain => Ruling::Broken,
        _ => Ruling::Unknown,
    }
}

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    for rule in &release.rules {
        let (name, cure) = (rule.name.as_str(), || where_to_cure(rule, release));
        if is_changed(rule) {
            tally.advice(Code::RuleChanged, Place::entry(Section::Rules, rule.id, "then"), name, "");
        }
        match (ruling(rule, release), &rule.waiver) {
            (Ruling::DoesNotApply, _) => {}
            (Ruling::Met, _) => tally.done(Section::Rules),
            (_, Some(waiver)) => tally.waived(waiver, waiver_of(rule), name),
            (Ruling::Broken, None) => {
                tally.blocker_in(Section::Rules, Code::RuleBroken, cure(), name, &rule.cure);
            }
            (Ruling::Unknown, None) => {
                let fact = unknown(rule, release).unwrap_or(rule.then.fact);
                tally.blocker_in(Section::Rules, Code::RuleUnknown, cure(), name, fact.label());
            }
        }
    }
    for entry in &RULES {
        let here = release.rules.iter().any(|rule| rule.catalogue.as_deref() == Some(entry.key));
        if !here && !was_removed(release, RemovedKind::Rule, entry.key) {
            let place = Place::entry(Section::Rules, entry.key, "restore");
            tally.blocker(Code::RemovedWithoutReason, place, entry.name, "");
        }
    }
}

/// Whether a built-in rule checks something else here than it does as it comes with the app.
fn is_changed(rule: &GovernanceRule) -> bool {
    let built_in = rule.catalogue.as_deref().and_then(|key| RULES.iter().find(|entry| entry.key == key));
    built_in
        .map(RuleEntry::rule)
        .is_some_and(|as_it_comes| (&rule.when, &rule.then) != (&as_it_comes.when, &as_it_comes.then))
}

/// Where a plan that breaks a rule, or does not show that it meets it, is changed so that it does: the fact that the rule
/// asks for, or the one that the plan does not say. A rule whose own value makes no sense can only be waived.
#[must_use]
pub fn where_to_cure(rule: &GovernanceRule, release: &Release) -> Place {
    match (ruling(rule, release), unknown(rule, release)) {
        (Ruling::Unknown, Some(fact)) => where_entered(fact, release),
        (Ruling::Unknown, None) => waiver_of(rule),
        _ => where_entered(rule.then.fact, release),
    }
}

fn waiver_of(rule: &GovernanceRule) -> Place {
    Place::entry(Section::Rules, rule.id, "waiver")
}

/// The first fact that the rule speaks of and the plan does not say.
fn unknown(rule: &GovernanceRule, release: &Release) -> Option<Fact> {
    let clauses = std::iter::once(&rule.then).chain(&rule.when);
    clauses.map(|clause| clause.fact).find(|fact| fact_value(*fact, release).is_none())
}

/// The field in which a fact is entered.
fn where_entered(fact: Fact, release: &Release) -> Place {
    match fact {
        Fact::FirstOfType => Place::field(Section::Overview, "first_of_type"),
        Fact::ReleaseType => Place::field(Section::Overview, "release_type"),
        Fact::Criticality => Place::field(Section::Overview, "criticality"),
        Fact::Approach => Place::field(Section::Strategy, "choice"),
        Fact::Delivery if release.strategy.choice.is_none() => Place::field(Section::Strategy, "choice"),
        Fact::Delivery => Place::field(Section::Strategy, "delivery"),
        Fact::DepartmentsWithoutFloorWalkers => match without_floor_walkers(release).next() {
            Some(department) => Place::entry(Section::People, department.id, "floor_walkers"),
            None => Place::field(Section::People, "add"),
        },
        Fact::Waves | Fact::FirstWaveShare | Fact::FirstWaveBake => Place::field(Section::Rollout, "waves"),
        Fact::Reach => Place::field(Section::People, "add"),
        Fact::KnownErrors => Place::field(Section::Defects, "add"),
        Fact::AudiencesNotTrained => Place::field(Section::Training, "sessions"),
        Fact::CabLead => match last_approved(release) {
            Some(rfc) => Place::entry(Section::Rfcs, rfc.id, "submitted"),
            None => Place::field(Section::Rfcs, "add"),
        },
        Fact::GoLiveWeekday => Place::field(Section::Overview, "window"),
        Fact::BoardMembers => Place::field(Section::Board, "members"),
        Fact::BackOutTestAge if release.go_live().is_none() => Place::field(Section::Overview, "window"),
        Fact::BackOutTestAge => Place::field(Section::Rollout, "back_out_test"),
    }
}

/// Whether a statement holds, or nothing where the plan does not say.
pub(super) fn holds(clause: &Clause, release: &Release) -> Option<bool> {
    let fact = fact_value(clause.fact, release)?;
    let value = clause.value.trim();
    // A fact never has a value that it cannot have: a slip of the pen must not make a rule hold for ever, or never apply.
    let possible = fact_values(clause.fact);
    let comparable = possible.as_ref().is_none_or(|values| values.iter().any(|(key, _)| *key == value));
    let numbers = || Some((fact.parse::<i64>().ok()?, value.parse::<i64>().ok()?));
    let same = || if possible.is_some() { Some(fact == value) } else { numbers().map(|(fact, value)| fact == value) };
    match clause.operator {
        _ if !comparable => None,
        Operator::Is => same(),
        Operator::IsNot => same().map(|same| !same),
        Operator::AtMost => numbers().map(|(fact, bound)| fact <= bound),
        Operator::AtLeast => numbers().map(|(fact, bound)| fact >= bound),
    }
}

/// The values that a fact can have, each with the word that people read, where they are words and not numbers.
#[must_use]
pub fn fact_values(fact: Fact) -> Option<Vec<(&'static str, &'static str)>> {
    fn words<T: Choice>() -> Option<Vec<(&'static str, &'static str)>> {
        Some(T::ALL.iter().map(|choice| (choice.key(), choice.label())).collect())
    }
    match fact {
        Fact::FirstOfType => Some(vec![("yes", "yes"), ("no", "no")]),
        Fact::ReleaseType => words::<ReleaseType>(),
        Fact::Criticality => words::<Criticality>(),
        Fact::Approach => words::<Approach>(),
        Fact::Delivery => words::<Delivery>(),
        Fact::GoLiveWeekday => Some(WEEKDAYS.to_vec()),
        Fact::DepartmentsWithoutFloorWalkers
        | Fact::Waves
        | Fact::BackOutTestAge
        | Fact::Reach
        | Fact::FirstWaveShare
        | Fact::FirstWaveBake
        | Fact::KnownErrors
        | Fact::AudiencesNotTrained
        | Fact::CabLead
        | Fact::BoardMembers => None,
    }
}

/// How a fact can be compared: one of words is this or is not; a number also has something above and below.
#[must_use]
pub fn fact_operators(fact: Fact) -> &'static [Operator] {
    match fact_values(fact) {
        Some(_) => &[Operator::Is, Operator::IsNot],
        None => Operator::ALL,
    }
}

/// Whether a statement compares a fact with something that it can be: otherwise a plan can neither meet nor break it.
#[must_use]
pub fn is_sound(clause: &Clause) -> bool {
    let value = clause.value.trim();
    let possible = match fact_values(clause.fact) {
        Some(values) => values.iter().any(|(key, _)| *key == value),
        None => value.parse::<i64>().is_ok(),
    };
    possible && fact_operators(clause.fact).contains(&clause.operator)
}

/// The statement about another fact: the comparison and the value stay where they still make sense.
#[must_use]
pub fn about(clause: &Clause, fact: Fact) -> Clause {
    let fits = fact_operators(fact).contains(&clause.operator);
    let operator = if fits { clause.operator } else { Operator::default() };
    let moved = Clause { fact, operator, value: clause.value.clone() };
    if is_sound(&moved) { moved } else { Clause { value: String::new(), ..moved } }
}

/// What a plan says of a fact, as rules write it; nothing where it does not say.
#[must_use]
pub fn fact_value(fact: Fact, release: &Release) -> Option<String> {
    let identity = &release.identity;
    let strategy = release.strategy.choice.as_ref().map(|choice| choice.strategy);
    match fact {
        Fact::FirstOfType => Some(if identity.first_of_type { "yes" } else { "no" }.to_owned()),
        Fact::ReleaseType => Some(identity.release_type.key().to_owned()),
        Fact::Criticality => Some(identity.criticality.key().to_owned()),
        Fact::Approach => strategy.map(|strategy| strategy.approach.key().to_owned()),
        Fact::Delivery => strategy.map(|strategy| strategy.delivery.key().to_owned()),
        Fact::Waves => Some(release.rollout.waves.len().to_string()),
        Fact::DepartmentsWithoutFloorWalkers if release.departments.is_empty() => None,
        Fact::DepartmentsWithoutFloorWalkers => Some(without_floor_walkers(release).count().to_string()),
        Fact::BackOutTestAge => {
            let tested = release.rollout.back_out.test.as_ref()?.on?;
            Some(days_between(tested, release.go_live()?).to_string())
        }
        Fact::Reach => Some(reach(release).to_string()),
        Fact::FirstWaveShare => {
            let all = reach(release);
            let first = people_in(release, release.rollout.waves.first()?).0;
            (all > 0).then(|| (u64::from(first) * 100 / all).to_string())
        }
        Fact::FirstWaveBake => Some((release.rollout.waves.first()?.bake.0 / (24 * 60)).to_string()),
        Fact::KnownErrors => {
            let goes_live = |defect: &&Defect| defect.decision == DefectDecision::Workaround;
            Some(release.defects.iter().filter(goes_live).count().to_string())
        }
        Fact::AudiencesNotTrained if release.training.audiences.is_empty() => None,
        Fact::AudiencesNotTrained => Some(not_trained(release).to_string()),
        Fact::CabLead => {
            let rfc = last_approved(release)?;
            Some(days_between(rfc.submitted?, rfc.cab_date?).to_string())
        }
        Fact::GoLiveWeekday => {
            let day = usize::try_from(release.go_live()?.weekday().to_monday_zero_offset()).ok()?;
            WEEKDAYS.get(day).map(|(key, _)| (*key).to_owned())
        }
        Fact::BoardMembers => Some(release.board.members.len().to_string()),
    }
}

/// The days of the week, as rules name them.
const WEEKDAYS: [(&str, &str); 7] = [
    ("monday", "Monday"),
    ("tuesday", "Tuesday"),
    ("wednesday", "Wednesday"),
    ("thursday", "Thursday"),
    ("friday", "Friday"),
    ("saturday", "Saturday"),
    ("sunday", "Sunday"),
];

/// The last RFC of the list that the CAB approved.
fn last_approved(release: &Release) -> Option<&Rfc> {
    release.rfcs.iter().rev().find(|rfc| matches!(rfc.outcome, RfcOutcome::Approved(_)))
}

/// How many people or devices receive the release.
fn reach(release: &Release) -> u64 {
    release.groups().map(|(_, group)| u64::from(group.size.0)).sum()
}

/// How many audiences are not adequately trained. An impacted user group that is no audience counts: leaving it out trains nobody.
fn not_trained(release: &Release) -> usize {
    let left_out = missing_audiences(release).into_iter().filter(|missing| missing.group.is_some());
    adequacies(release).iter().filter(|adequacy| !adequacy.is_adequate()).count() + left_out.count()
}

/// The impacted departments that have no registered person to walk the floor.
fn without_floor_walkers(release: &Release) -> impl Iterator<Item = &Department> {
    let impacted = release.departments.iter().filter(|department| department.impacted);
    impacted.filter(|department| !department.floor_walkers.iter().any(|id| release.people.contains(*id)))
}

/// Puts a removed rule back and drops the entry that said why it was gone, as one step. A built-in one comes back as it
/// comes with the app; of any other the entry knows the name alone.
#[must_use]
pub fn put_back_rule(removal: &Removal) -> Option<Command> {
    let built_in = RULES.iter().find(|entry| entry.key == removal.key).map(RuleEntry::rule);
    let named = || {
        let (id, name) = (Id::new(&removal.key).ok()?, removal.name.clone());
        Some(GovernanceRule { id, name, ..GovernanceRule::default() })
    };
    let back = Command::Rules(Edit::add(built_in.or_else(named)?));
    let drop = Command::Removals(Edit::Remove { id: removal.id });
    (removal.kind == RemovedKind::Rule).then(|| Command::Batch(vec![drop, back]))
}

impl RuleEntry {
    /// The rule as a new release has it.
    #[must_use]
    pub fn rule(&self) -> GovernanceRule {
        let clause = |(fact, operator, value): &(Fact, Operator, &str)| Clause {
            fact: *fact,
            operator: *operator,
            value: (*value).to_owned(),
        };
        GovernanceRule {
            id: Id::of_key(self.key),
            name: self.name.to_owned(),
            why: self.why.to_owned(),
            cure: self.cure.to_owned(),
            when: self.when.iter().map(clause).collect(),
            then: clause(&self.then),
            waiver: None,
            catalogue: Some(self.key.to_owned()),
        }
    }
}
