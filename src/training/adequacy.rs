//! How far each audience is trained, by those who were there and by the seats that are planned.

use super::session::prepares;
use crate::order;
use crate::plan::{AudienceKind, Count, Id, Person, Release, TrainingAudience, TrainingPlan};

/// How far an audience is trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adequacy {
    /// Which.
    pub audience: Id<TrainingAudience>,
    /// How many people it has.
    pub size: Count,
    /// How many of them were at a session on the new system; never more than they are.
    pub trained: Count,
    /// How many of them must be trained.
    pub needed: Count,
}

impl Adequacy {
    /// Whether enough of them are trained. An audience without a size is not: nobody knows how many it takes.
    #[must_use]
    pub fn is_adequate(&self) -> bool {
        self.size.0 > 0 && self.trained >= self.needed
    }

    /// How many more must be trained.
    #[must_use]
    pub fn gap(&self) -> Count {
        Count(self.needed.0.saturating_sub(self.trained.0))
    }
}

/// How many people an audience has: its own number, else the size of the user group that it is, else as many floor
/// walkers as the impacted departments have. 0 where nobody knows.
#[must_use]
pub fn size_of(release: &Release, audience: &TrainingAudience) -> Count {
    let group = || audience.group.and_then(|id| release.group(id)).map(|group| group.size);
    let walkers = || (audience.kind == AudienceKind::FloorWalkers).then(|| floor_walkers(release));
    audience.size.or_else(group).or_else(walkers).unwrap_or_default()
}

/// How many registered people walk the floors of the impacted departments.
fn floor_walkers(release: &Release) -> Count {
    let impacted = release.departments.iter().filter(|department| department.impacted);
    let mut walkers: Vec<Id<Person>> = impacted.flat_map(|department| department.floor_walkers.clone()).collect();
    walkers.retain(|id| release.people.contains(*id));
    order::sort_by(&mut walkers, |one, other| one.as_str().cmp(other.as_str()));
    walkers.dedup();
    Count(u32::try_from(walkers.len()).unwrap_or(u32::MAX))
}

/// The share of an audience that must be trained, in percent.
#[must_use]
pub fn threshold(plan: &TrainingPlan) -> u8 {
    plan.threshold.map_or(TrainingPlan::DEFAULT_THRESHOLD, crate::plan::Percent::get)
}

/// How far each audience is trained, in their order.
#[must_use]
pub fn adequacies(release: &Release) -> Vec<Adequacy> {
    let plan = &release.training;
    let threshold = threshold(plan);
    let of = |audience: &TrainingAudience| {
        let size = size_of(release, audience);
        let attendances =
            plan.sessions.iter().filter(|session| prepares(session)).flat_map(|session| &session.attendance);
        let attended = attendances.filter(|attendance| attendance.audience == audience.id);
        let trained = attended.map(|attendance| attendance.attended.0).fold(0, u32::saturating_add);
        Adequacy { audience: audience.id, size, trained: Count(trained.min(size.0)), needed: share(size, threshold) }
    };
    plan.audiences.iter().map(of).collect()
}

/// The share of a number, rounded up: a half-trained person does not count.
fn share(of: Count, percent: u8) -> Count {
    let needed = (u64::from(of.0) * u64::from(percent)).div_ceil(100);
    Count(u32::try_from(needed).unwrap_or(u32::MAX))
}
