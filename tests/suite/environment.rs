//! Environments: refreshed in time, drift against production, and what relied on them.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::environment::{Refresh, back_out_tested_in, drift, gates_using, is_compared, refresh};
use rollcall::plan::*;
use rollcall::readiness::{Code, Place, Section, assess};

use crate::arbitrary;
use crate::ready::*;

fn environment(key: &str, purpose: EnvironmentPurpose, parts: &[(&str, &str)]) -> Environment {
    let part = |(at, (name, version)): (usize, &(&str, &str))| EnvironmentPart {
        id: id(&format!("{key}-{at}")),
        name: (*name).to_owned(),
        version: (*version).to_owned(),
        ..EnvironmentPart::default()
    };
    let parts = parts.iter().enumerate().map(part).collect();
    Environment { id: id(key), name: key.to_owned(), purpose, parts, ..Environment::default() }
}

/// Where one environment differs from one production: the part as production names it, and the version here.
fn differences(here: &[(&str, &str)], live: &[(&str, &str)]) -> Vec<(String, Option<String>)> {
    let uat = environment("uat", EnvironmentPurpose::Acceptance, here);
    let production = environment("live", EnvironmentPurpose::Production, live);
    let release = Release { environments: items([uat.clone(), production]), ..Release::default() };
    let said = drift(&release, &uat).into_iter();
    said.map(|it| (it.part.name, it.here.map(|part| part.version))).collect()
}

#[test]
fn an_environment_is_refreshed_up_to_and_including_the_day_on_which_it_is_due() {
    let cases: [(Option<u32>, Option<Date>, Refresh); 9] = [
        (None, None, Refresh::NotAsked),
        (None, Some(date(2020, 1, 1)), Refresh::NotAsked),
        (Some(30), None, Refresh::Never),
        (Some(30), Some(date(2026, 3, 3)), Refresh::Never),
        (Some(30), Some(TODAY), Refresh::Due(date(2026, 4, 1))),
        (Some(30), Some(date(2026, 1, 31)), Refresh::Due(TODAY)),
        (Some(30), Some(date(2026, 1, 30)), Refresh::Overdue(date(2026, 3, 1))),
        (Some(0), Some(date(2026, 3, 1)), Refresh::Overdue(date(2026, 3, 1))),
        (Some(u32::MAX), Some(date(2026, 1, 30)), Refresh::Due(Date::MAX)),
    ];
    for (days, refreshed, expected) in cases {
        let it = Environment { refresh_days: days.map(Count), refreshed, ..Environment::default() };
        assert_eq!(refresh(&it, TODAY), expected, "{days:?} {refreshed:?}");
    }
}

#[test]
fn drift_is_another_version_of_the_same_name_or_what_is_missing() {
    let no: &[(String, Option<String>)] = &[];
    let other = |name: &str, here: Option<&str>| vec![(name.to_owned(), here.map(str::to_owned))];
    assert_eq!(differences(&[("Database", "15.1")], &[("Database", "15.1")]), no);
    assert_eq!(differences(&[("  data  BASE ", " 15.1 lts")], &[("Data base", "15.1  LTS")]), no, "case and space");
    assert_eq!(differences(&[("Database", "14.2")], &[("Database", "15.1")]), other("Database", Some("14.2")));
    assert_eq!(differences(&[], &[("Database", "15.1")]), other("Database", None));
    assert_eq!(differences(&[("Database", "")], &[("Database", "15.1")]), other("Database", Some("")), "nobody says");
    assert_eq!(differences(&[("Probe", "1")], &[]), no, "what production lacks is no drift");
    assert_eq!(differences(&[(" ", "1")], &[("", "2")]), no, "without a name nothing is compared");
    // Of several with the same name, one with the same version is enough.
    assert_eq!(differences(&[("Node", "1"), ("Node", "2")], &[("Node", "2")]), no);
    assert_eq!(differences(&[("Node", "1"), ("Node", "2")], &[("Node", "3")]), other("Node", Some("1")));
}

#[test]
fn each_production_environment_is_compared_with_and_none_with_itself() {
    let uat = environment("uat", EnvironmentPurpose::Acceptance, &[("Database", "15.1")]);
    let north = environment("north", EnvironmentPurpose::Production, &[("Database", "15.1"), ("Cache", "7")]);
    let south = environment("south", EnvironmentPurpose::Production, &[("Database", "15.0")]);
    let release = Release { environments: items([uat.clone(), north.clone(), south.clone()]), ..Release::default() };
    let said: Vec<_> = drift(&release, &uat).into_iter().map(|it| (it.part.name, it.production)).collect();
    assert_eq!(said, [("Cache".to_owned(), north.id), ("Database".to_owned(), south.id)]);
    assert!(drift(&release, &north).is_empty() && drift(&release, &south).is_empty());
}

#[test]
fn a_finding_leads_to_the_part_that_differs_or_to_where_one_is_added() {
    let mut release = ready_release();
    let lead = |release: &Release| {
        let found = assess(release, TODAY).findings.into_iter().find(|it| it.code == Code::EnvironmentDrift).unwrap();
        (found.place, found.detail)
    };
    edit_environment(&mut release, "staging", |it| {
        it.parts.iter_mut().for_each(|part| part.version = "14".to_owned());
    });
    let place = Place::part(Section::Environments, "staging", "database", "version");
    assert_eq!(lead(&release), (place, "Database".to_owned()));
    edit_environment(&mut release, "staging", |it| it.parts = Items::default());
    edit_environment(&mut release, "live", |it| {
        for name in ["Cache", "Queue", "Balancer", "Disk"] {
            it.parts.push(EnvironmentPart { id: id(name), name: name.to_owned(), ..EnvironmentPart::default() });
        }
    });
    let place = Place::entry(Section::Environments, "staging", "parts");
    assert_eq!(lead(&release), (place, "Database, Cache, Queue and 2 more".to_owned()));
}

#[test]
fn gates_and_the_trial_of_the_back_out_plan_use_an_environment() {
    let mut release = ready_release();
    let staging = release.environments.get(id("staging")).unwrap().clone();
    assert!(gates_using(&release, staging.id).is_empty());
    assert!(back_out_tested_in(&release, &staging).is_none(), "the test names no environment");
    let used = |gate: &str| EnvironmentUse { id: id(gate), gate: Some(id(gate)), ..EnvironmentUse::default() };
    edit_environment(&mut release, "staging", |it| it.uses = items([used("test-review"), used("gone")]));
    edit_gate(&mut release, "code-review", |it| it.environments = vec![id("staging"), id("staging")]);
    let gates: Vec<_> = gates_using(&release, staging.id).iter().map(|gate| gate.id.to_string()).collect();
    assert_eq!(gates, ["code-review", "test-review"]);
    edit_back_out(&mut release, |it| it.test.as_mut().unwrap().environment = " STAGING ".to_owned());
    assert!(back_out_tested_in(&release, &staging).is_some());
    assert!(back_out_tested_in(&release, release.environments.get(id("live")).unwrap()).is_none());
}

#[test]
fn only_what_is_meant_to_resemble_production_is_told_to_differ() {
    for purpose in <EnvironmentPurpose as Choice>::ALL {
        let mut release = ready_release();
        edit_environment(&mut release, "staging", |it| {
            it.purpose = *purpose;
            it.parts.iter_mut().for_each(|part| part.version = "14".to_owned());
        });
        let told = assess(&release, TODAY).findings.iter().any(|it| it.code == Code::EnvironmentDrift);
        assert_eq!(told, is_compared(*purpose), "{purpose:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_environment_that_is_a_copy_of_production_does_not_differ(release in arbitrary::release(), day in arbitrary::day()) {
        for environment in &release.environments {
            let _ = refresh(environment, day);
            let _ = gates_using(&release, environment.id);
            let parts: usize = release.environments.iter().map(|it| it.parts.len()).sum();
            prop_assert!(drift(&release, environment).len() <= parts);
        }
        let named = |it: &EnvironmentPart| !it.name.trim().is_empty();
        if let Some(live) = release.environments.iter().find(|it| it.purpose == EnvironmentPurpose::Production) {
            let alone = Release { environments: items([live.clone()]), ..Release::default() };
            let copy = Environment { purpose: EnvironmentPurpose::Test, ..live.clone() };
            prop_assert!(drift(&alone, &copy).is_empty());
            let bare = Environment { parts: Items::default(), ..copy };
            prop_assert_eq!(drift(&alone, &bare).len(), live.parts.iter().filter(|it| named(it)).count());
        }
    }
}
