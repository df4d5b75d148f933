//! What relied on an environment: gates, and the test of the back-out plan.

use super::same;
use crate::plan::{BackOutTest, Environment, Id, QualityGate, Release};

/// The gates that judge on what was seen in an environment, in their order: those that name it, and those that a test in
/// it was for.
#[must_use]
pub fn gates_using(release: &Release, environment: Id<Environment>) -> Vec<&QualityGate> {
    let uses = release.environments.get(environment).map(|environment| &environment.uses);
    let tested_for = |gate: Id<QualityGate>| uses.into_iter().flatten().any(|used| used.gate == Some(gate));
    let gates = release.gates.iter();
    gates.filter(|gate| gate.environments.contains(&environment) || tested_for(gate.id)).collect()
}

/// The test of the back-out plan, where it was carried out in this environment. The test names it in words.
#[must_use]
pub fn back_out_tested_in<'a>(release: &'a Release, environment: &Environment) -> Option<&'a BackOutTest> {
    let named = !environment.name.trim().is_empty();
    let test = release.rollout.back_out.test.as_ref()?;
    (named && same(&test.environment, &environment.name)).then_some(test)
}
