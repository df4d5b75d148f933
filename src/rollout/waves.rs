//! How many people a wave reaches, and how long its package takes to arrive.

use crate::plan::{Count, MegabitsPerSecond, Megabytes, Minutes, Release, Wave};

/// How many people or devices a wave reaches.
#[must_use]
pub fn people_in(release: &Release, wave: &Wave) -> Count {
    let sizes = wave.groups.iter().filter_map(|id| release.group(*id)).map(|group| group.size.0);
    Count(sizes.fold(0, u32::saturating_add))
}

/// How long a package takes to reach all targets over one link: targets × size × 8 ÷ rate, rounded up to a minute.
/// Nothing where the rate is zero.
#[must_use]
pub fn transfer_time(targets: Count, package: Megabytes, rate: MegabitsPerSecond) -> Option<Minutes> {
    let megabits = u64::from(targets.0) * u64::from(package.0) * 8;
    let seconds =
        megabits.checked_div(u64::from(rate.0))? + u64::from(!megabits.is_multiple_of(u64::from(rate.0).max(1)));
    Some(Minutes(u32::try_from(seconds.div_ceil(60)).unwrap_or(u32::MAX)))
}
