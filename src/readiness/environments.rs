//! What is found on the environments.

use super::assess::Tally;
use super::code::Code;
use super::few::few;
use super::finding::{Place, Section};
use crate::environment::{Refresh, drift, is_compared, production, refresh};
use crate::plan::{Environment, Fitness, Release};

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    let add = || Place::field(Section::Environments, "add");
    if release.environments.is_empty() {
        tally.advice(Code::EnvironmentsMissing, add(), "", "");
        return;
    }
    let lists_parts = release.environments.iter().any(|environment| !environment.parts.is_empty());
    if lists_parts && production(release).next().is_none() {
        tally.advice(Code::ProductionMissing, add(), "", "");
    }
    for environment in &release.environments {
        one(release, environment, tally);
    }
}

fn one(release: &Release, environment: &Environment, tally: &mut Tally) {
    let place = |field| Place::entry(Section::Environments, environment.id, field);
    let name = environment.name.as_str();
    match refresh(environment, tally.today) {
        Refresh::Overdue(due) => tally.advice(Code::EnvironmentOverdue, place("refreshed"), name, due),
        Refresh::Never => tally.advice(Code::EnvironmentOverdue, place("refreshed"), name, ""),
        Refresh::Due(_) | Refresh::NotAsked => {}
    }
    if environment.fitness == Fitness::Unfit {
        tally.advice(Code::EnvironmentUnfit, place("fitness"), name, "");
    }
    if is_compared(environment.purpose) {
        differs(release, environment, tally);
    }
}

fn differs(release: &Release, environment: &Environment, tally: &mut Tally) {
    let differences = drift(release, environment);
    let Some(first) = differences.first() else { return };
    let place = match &first.here {
        Some(part) => Place::part(Section::Environments, environment.id, part.id, "version"),
        None => Place::entry(Section::Environments, environment.id, "parts"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for name in differences.iter().map(|difference| difference.part.name.trim()) {
        // Several production environments may have the same part.
        if !parts.contains(&name) {
            parts.push(name);
        }
    }
    tally.advice(Code::EnvironmentDrift, place, &environment.name, few(&parts));
}
