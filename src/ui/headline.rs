//! What the list of releases shows of a release.

use jiff::civil::Date;

use crate::gate::let_through;
use crate::plan::{Count, Release};
use crate::readiness::assess;
use crate::storage::Headline;

/// The headline of a release as it stands on a day.
#[must_use]
pub fn headline(release: &Release, today: Date) -> Headline {
    let readiness = assess(release, today);
    let identity = &release.identity;
    let next_gate = release.gates.iter().find(|gate| !gate.optional && !let_through(gate, today));
    Headline {
        name: identity.name.clone(),
        version: identity.version.clone(),
        strategy: release.strategy.choice.as_ref().map(|choice| choice.strategy),
        next_gate: next_gate.map(|gate| gate.name.clone()),
        go_live: release.go_live(),
        verdict: readiness.verdict,
        done: Count(readiness.done),
        applicable: Count(readiness.applicable),
        release_manager: release.person_name(identity.release_manager).map(str::to_owned),
        assessed_on: Some(today),
        time_zone: identity.time_zone.clone(),
    }
}
