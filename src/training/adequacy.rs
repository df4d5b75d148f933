//! How far each audience is trained, by those who were there and by the seats that are planned.

use crate::plan::{Count, Id, Release, TrainingAudience, TrainingPlan};

/// How far an audience is trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adequacy {
    /// Which.
    pub audience: Id<TrainingAudience>,
    /// How many people it has.
    pub size: Count,
    /// How many of them were at a session, each counted once at most.
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

/// How many people an audience has: its own number, else the size of the user group that it is.
#[must_use]
pub fn size_of(release: &Release, audience: &TrainingAudience) -> Count {
    let group = || audience.group.and_then(|id| release.group(id)).map(|group| group.size);
    audience.size.or_else(group).unwrap_or_default()
}

/// How far each audience is trained, in their order.
#[must_use]
pub fn adequacies(release: &Release) -> Vec<Adequacy> {
    let plan = &release.training;
    let threshold = plan.threshold.map_or(TrainingPlan::DEFAULT_THRESHOLD, crate::plan::Percent::get);
    let of = |audience: &TrainingAudience| {
        let size = size_of(release, audience);
        let attendances = plan.sessions.iter().flat_map(|session| &session.attendance);
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
