//! How many people a wave reaches, and how long its package takes to arrive.

use crate::plan::{Count, MegabitsPerSecond, Megabytes, Minutes, Release, Wave};

/// How many people or devices a wave reaches. A group that the wave names twice counts once.
#[must_use]
pub fn people_in(release: &Release, wave: &Wave) -> Count {
    let reached = release.groups().map(|(_, group)| group).filter(|group| wave.groups.contains(&group.id));
    Count(reached.map(|group| group.size.0).fold(0, u32::saturating_add))
}

/// How long a package takes to reach all targets over one link: targets × size × 8 ÷ rate, rounded up to a minute.
/// Nothing where the rate is zero.
#[must_use]
pub fn transfer_time(targets: Count, package: Megabytes, rate: MegabitsPerSecond) -> Option<Minutes> {
    let megabits = u128::from(targets.0) * u128::from(package.0) * 8;
    let per_minute = u128::from(rate.0) * 60;
    let minutes = megabits.checked_div(per_minute)? + u128::from(!megabits.is_multiple_of(per_minute));
    Some(Minutes(u32::try_from(minutes).unwrap_or(u32::MAX)))
}
