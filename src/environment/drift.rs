//! How far an environment differs from production.

use super::same;
use crate::plan::{Environment, EnvironmentPart, EnvironmentPurpose, Id, Release};

/// A part in which an environment differs from production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The part as production has it.
    pub part: EnvironmentPart,
    /// The production environment that has it so.
    pub production: Id<Environment>,
    /// The part as the environment has it; absent where it lacks it.
    pub here: Option<EnvironmentPart>,
}

/// The environments in which people work.
pub fn production(release: &Release) -> impl Iterator<Item = &Environment> {
    release.environments.iter().filter(|environment| environment.purpose == EnvironmentPurpose::Production)
}

/// Whether an environment is meant to resemble production, so that a difference takes weight from what is tested there.
#[must_use]
pub fn is_compared(purpose: EnvironmentPurpose) -> bool {
    match purpose {
        EnvironmentPurpose::Test | EnvironmentPurpose::Acceptance | EnvironmentPurpose::PreProduction => true,
        EnvironmentPurpose::Development
        | EnvironmentPurpose::Load
        | EnvironmentPurpose::Training
        | EnvironmentPurpose::Production => false,
    }
}

/// The parts in which an environment differs from each production environment, in the order of production: those that
/// both list with another version, and those that production has and it lacks. Production itself differs from nothing.
#[must_use]
pub fn drift(release: &Release, environment: &Environment) -> Vec<Difference> {
    if environment.purpose == EnvironmentPurpose::Production {
        return Vec::new();
    }
    let parts =
        production(release).flat_map(|production| production.parts.iter().map(move |part| (production.id, part)));
    parts.filter_map(|(production, part)| difference(environment, production, part)).collect()
}

/// A part without a name cannot be compared. Where a name stands several times, one with the same version is enough.
fn difference(environment: &Environment, production: Id<Environment>, part: &EnvironmentPart) -> Option<Difference> {
    if part.name.trim().is_empty() {
        return None;
    }
    let mut twins = environment.parts.iter().filter(|own| same(&own.name, &part.name));
    let here = twins.next().cloned();
    let alike = here.iter().chain(twins).any(|own| same(&own.version, &part.version));
    (!alike).then(|| Difference { part: part.clone(), production, here })
}
