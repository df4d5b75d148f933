//! Governance rules: the facts that they speak of, how a statement is built, and what is said of them.

use jiff::civil::date;
use proptest::prelude::*;
use rollcall::document::release_plan;
use rollcall::plan::*;
use rollcall::readiness::{
    Place, Ruling, Section, about, fact_operators, fact_value, fact_values, is_sound, put_back_rule, ruling,
    where_to_cure,
};
use rollcall::text::{clause_in_words, rule_in_words, ruling_in_words, value_of_fact};

use crate::arbitrary;
use crate::document::words;
use crate::ready::*;

fn clause(fact: Fact, operator: Operator, value: &str) -> Clause {
    Clause { fact, operator, value: value.to_owned() }
}

fn rule(when: Vec<Clause>, then: Clause) -> GovernanceRule {
    GovernanceRule { id: id("own"), when, then, ..GovernanceRule::default() }
}

type Case = (Fact, fn(&mut Release), Option<&'static str>, Place);

/// What is done to the ready release, what it says of the fact then, and where that is entered.
fn facts() -> Vec<Case> {
    let field = Place::field;
    let waves = || field(Section::Rollout, "waves");
    let keep: fn(&mut Release) = |_| ();
    vec![
        (Fact::FirstOfType, keep, Some("no"), field(Section::Overview, "first_of_type")),
        (
            Fact::FirstOfType,
            |r| edit_identity(r, |it| it.first_of_type = true),
            Some("yes"),
            field(Section::Overview, "first_of_type"),
        ),
        (Fact::ReleaseType, keep, Some("major"), field(Section::Overview, "release_type")),
        (Fact::Criticality, keep, Some("low"), field(Section::Overview, "criticality")),
        (Fact::Approach, keep, Some("phased"), field(Section::Strategy, "choice")),
        (Fact::Approach, |r| r.strategy.choice = None, None, field(Section::Strategy, "choice")),
        (Fact::Delivery, keep, Some("push"), field(Section::Strategy, "delivery")),
        (Fact::Delivery, |r| r.strategy.choice = None, None, field(Section::Strategy, "choice")),
        (Fact::DepartmentsWithoutFloorWalkers, keep, Some("0"), field(Section::People, "add")),
        (
            Fact::DepartmentsWithoutFloorWalkers,
            |r| edit_department(r, "finance", |it| it.floor_walkers.clear()),
            Some("1"),
            Place::entry(Section::People, "finance", "floor_walkers"),
        ),
        (
            Fact::DepartmentsWithoutFloorWalkers,
            |r| r.departments = Items::default(),
            None,
            field(Section::People, "add"),
        ),
        (Fact::Waves, keep, Some("2"), waves()),
        (Fact::BackOutTestAge, keep, Some("22"), field(Section::Rollout, "back_out_test")),
        (
            Fact::BackOutTestAge,
            |r| edit_back_out(r, |it| it.test = None),
            None,
            field(Section::Rollout, "back_out_test"),
        ),
        (Fact::BackOutTestAge, |r| edit_identity(r, |it| it.window = None), None, field(Section::Overview, "window")),
        (Fact::Reach, keep, Some("57"), field(Section::People, "add")),
        (Fact::Reach, |r| r.departments = Items::default(), Some("0"), field(Section::People, "add")),
        // Twelve of fifty-seven.
        (Fact::FirstWaveShare, keep, Some("21"), waves()),
        (Fact::FirstWaveShare, |r| r.rollout.waves = Items::default(), None, waves()),
        (Fact::FirstWaveShare, |r| r.departments = Items::default(), None, waves()),
        (Fact::FirstWaveBake, keep, Some("0"), waves()),
        (Fact::FirstWaveBake, |r| edit_wave(r, "pilot", |it| it.bake = Minutes(3 * 24 * 60 + 60)), Some("3"), waves()),
        (Fact::FirstWaveBake, |r| r.rollout.waves = Items::default(), None, waves()),
        (Fact::KnownErrors, keep, Some("1"), field(Section::Defects, "add")),
        (Fact::KnownErrors, |r| r.defects = Items::default(), Some("0"), field(Section::Defects, "add")),
        (Fact::AudiencesNotTrained, keep, Some("0"), field(Section::Training, "sessions")),
        (
            Fact::AudiencesNotTrained,
            |r| r.training.audiences = Items::default(),
            None,
            field(Section::Training, "sessions"),
        ),
        (
            Fact::AudiencesNotTrained,
            |r| edit_session(r, "lesson-desk", |it| it.attendance = Items::default()),
            Some("1"),
            field(Section::Training, "sessions"),
        ),
        (Fact::CabLead, keep, None, Place::entry(Section::Rfcs, "rfc", "submitted")),
        (
            Fact::CabLead,
            |r| {
                edit_rfc(r, "rfc", |it| {
                    (it.submitted, it.cab_date) = (Some(date(2026, 2, 1)), Some(date(2026, 2, 10)));
                });
            },
            Some("9"),
            Place::entry(Section::Rfcs, "rfc", "submitted"),
        ),
        (Fact::CabLead, |r| r.rfcs = Items::default(), None, field(Section::Rfcs, "add")),
        (Fact::GoLiveWeekday, keep, Some("saturday"), field(Section::Overview, "window")),
        (Fact::GoLiveWeekday, |r| edit_identity(r, |it| it.window = None), None, field(Section::Overview, "window")),
        (Fact::BoardMembers, keep, Some("6"), field(Section::Board, "members")),
    ]
}

#[test]
fn each_fact_is_looked_up_and_leads_to_where_it_is_entered() {
    for (fact, alter, value, place) in facts() {
        let mut release = ready_release();
        alter(&mut release);
        assert_eq!(fact_value(fact, &release).as_deref(), value, "{fact:?}");
        // A statement that the plan breaks, or that it does not answer.
        let other = match fact_values(fact) {
            Some(words) => words.iter().map(|(key, _)| *key).find(|key| Some(*key) != value).unwrap(),
            None => "4711",
        };
        let rule = rule(vec![], clause(fact, Operator::Is, other));
        let expected = if value.is_some() { Ruling::Broken } else { Ruling::Unknown };
        assert_eq!(ruling(&rule, &release), expected, "{fact:?}");
        assert_eq!(where_to_cure(&rule, &release), place, "{fact:?}");
    }
    let covered: Vec<Fact> = facts().into_iter().map(|(fact, ..)| fact).collect();
    let missing: Vec<&Fact> = Fact::ALL.iter().filter(|fact| !covered.contains(fact)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_fact_of_words_has_words_and_a_number_has_bounds() {
    for fact in Fact::ALL {
        let operators = fact_operators(*fact);
        match fact_values(*fact) {
            Some(words) => {
                assert_eq!(operators, [Operator::Is, Operator::IsNot], "{fact:?}");
                assert!(words.len() > 1 && words.iter().all(|(key, word)| !key.is_empty() && !word.is_empty()));
                assert!(words.iter().all(|(key, _)| is_sound(&clause(*fact, Operator::Is, key))));
                assert!(!is_sound(&clause(*fact, Operator::AtMost, words[0].0)), "{fact:?}");
            }
            None => {
                assert_eq!(operators, Operator::ALL, "{fact:?}");
                assert!(is_sound(&clause(*fact, Operator::AtLeast, " 3 ")), "{fact:?}");
            }
        }
        for nonsense in ["", "sometimes", "3.5"] {
            assert!(!is_sound(&clause(*fact, Operator::Is, nonsense)), "{fact:?} {nonsense}");
        }
    }
}

#[test]
fn a_statement_about_another_fact_keeps_what_makes_sense() {
    use Operator::{AtMost, Is, IsNot};
    let cases = [
        (clause(Fact::Waves, AtMost, "3"), Fact::KnownErrors, clause(Fact::KnownErrors, AtMost, "3")),
        (clause(Fact::Waves, AtMost, "3"), Fact::Approach, clause(Fact::Approach, Is, "")),
        (clause(Fact::Approach, IsNot, "big_bang"), Fact::Delivery, clause(Fact::Delivery, IsNot, "")),
        (clause(Fact::Approach, IsNot, "big_bang"), Fact::Reach, clause(Fact::Reach, IsNot, "")),
        (clause(Fact::Approach, IsNot, "big_bang"), Fact::Approach, clause(Fact::Approach, IsNot, "big_bang")),
    ];
    for (before, fact, after) in cases {
        assert_eq!(about(&before, fact), after);
    }
}

#[test]
fn a_rule_is_said_in_words() {
    use Operator::{AtLeast, Is, IsNot};
    let not_big_bang = || clause(Fact::Approach, IsNot, "big_bang");
    let first = || clause(Fact::FirstOfType, Is, "yes");
    let cases = [
        (rule(vec![], not_big_bang()), "Approach is not Big Bang."),
        (rule(vec![first()], not_big_bang()), "When first of type is yes, approach is not Big Bang."),
        (
            rule(vec![first(), clause(Fact::Criticality, Is, "high")], clause(Fact::Waves, AtLeast, "3")),
            "When first of type is yes and criticality is High, number of waves is at least 3.",
        ),
        (rule(vec![], clause(Fact::GoLiveWeekday, IsNot, "friday")), "Weekday of go-live is not Friday."),
        (rule(vec![], clause(Fact::Delivery, Is, " ")), "Delivery is …."),
    ];
    for (rule, said) in cases {
        assert_eq!(rule_in_words(&rule), said);
    }
    assert_eq!(
        clause_in_words(&clause(Fact::Reach, AtLeast, "many")),
        "number of people and devices reached is at least many"
    );
    assert_eq!(value_of_fact(Fact::Delivery, "pull_then_push"), "Pull then push");
}

#[test]
fn what_a_plan_makes_of_a_rule_is_said_with_its_reason() {
    use Operator::{AtMost, Is, IsNot};
    let release = ready_release();
    let not_phased = || clause(Fact::Approach, IsNot, "phased");
    let cases = [
        (rule(vec![], not_phased()), "Broken: approach is Phased / Pilot."),
        (rule(vec![], clause(Fact::Approach, Is, "phased")), "Met: approach is Phased / Pilot."),
        (rule(vec![clause(Fact::FirstOfType, Is, "yes")], not_phased()), "Does not apply: first of type is no."),
        (
            rule(vec![clause(Fact::Waves, Is, "2")], not_phased()),
            "Broken: number of waves is 2, and approach is Phased / Pilot.",
        ),
        (rule(vec![clause(Fact::Waves, Is, "2")], clause(Fact::Waves, AtMost, "9")), "Met: number of waves is 2."),
        (
            rule(vec![], clause(Fact::CabLead, AtMost, "9")),
            "Not shown to be met: days from submission to CAB is not known yet.",
        ),
        (
            rule(vec![], clause(Fact::Approach, Is, "Big Bang")),
            "Cannot be judged: “approach is Big Bang” compares with nothing that it can be.",
        ),
    ];
    for (rule, said) in cases {
        assert_eq!(ruling_in_words(&rule, &release), said);
    }
    let printed = words(&release_plan(&release, TODAY));
    assert!(printed.contains("When first of type is yes, approach is not Big Bang. | – Does not apply\nDoes not apply: first of type is no."), "{printed}");
}

#[test]
fn a_removed_rule_comes_back() {
    let removal = |kind, key: &str| Removal {
        id: id("gone"),
        kind,
        key: key.to_owned(),
        name: "Never on a Friday".to_owned(),
        ..Removal::default()
    };
    for (key, name) in [("floor-walkers", "Every impacted department has floor walkers"), ("own", "Never on a Friday")]
    {
        let mut release = Release::default();
        let removal = removal(RemovedKind::Rule, key);
        change(&mut release, Command::Removals(Edit::add(removal.clone())));
        change(&mut release, put_back_rule(&removal).unwrap());
        assert!(release.removals.is_empty());
        let back = release.rules.get(id(key)).unwrap();
        assert_eq!(back.name, name);
        assert_ne!(ruling(back, &release), Ruling::Met, "what is not known of it does not count as met");
    }
    assert_eq!(put_back_rule(&removal(RemovedKind::Gate, "floor-walkers")), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_rule_of_any_release_is_said(release in arbitrary::release()) {
        for fact in Fact::ALL {
            if let (Some(value), Some(words)) = (fact_value(*fact, &release), fact_values(*fact)) {
                prop_assert!(words.iter().any(|(key, _)| *key == value), "{:?} is {}", fact, value);
            }
        }
        for rule in &release.rules {
            prop_assert!(rule_in_words(rule).ends_with('.') && ruling_in_words(rule, &release).ends_with('.'));
            for fact in Fact::ALL {
                let moved = about(&rule.then, *fact);
                prop_assert!(fact_operators(*fact).contains(&moved.operator));
                prop_assert!(moved.value.is_empty() || is_sound(&moved));
            }
            if !is_sound(&rule.then) && matches!(rule.then.operator, Operator::Is) {
                prop_assert!(ruling(rule, &release) != Ruling::Met);
            }
        }
    }
}
