//! How many people a wave reaches, and how long its package takes to arrive.

use crate::plan::{Count, Id, MegabitsPerSecond, Megabytes, Minutes, PushPlan, Release, UserGroup, Wave};

/// How many people or devices a wave reaches. A group that the wave names twice counts once.
#[must_use]
pub fn people_in(release: &Release, wave: &Wave) -> Count {
    let reached = release.groups().map(|(_, group)| group).filter(|group| wave.groups.contains(&group.id));
    Count(reached.map(|group| group.size.0).fold(0, u32::saturating_add))
}

/// Each wave that starts before the one that precedes it, after that one.
pub fn waves_out_of_order(release: &Release) -> impl Iterator<Item = (&Wave, &Wave)> {
    let waves = &release.rollout.waves;
    let pairs = waves.iter().zip(waves.iter().skip(1));
    pairs.filter(|(wave, next)| wave.start.zip(next.start).is_some_and(|(start, after)| after < start))
}

/// How long a package takes to reach all targets over one link: targets × size × 8 ÷ rate, rounded up to a minute.
/// Nothing where the rate is zero.
#[must_use]
pub fn transfer_time(targets: Count, package: Megabytes, rate: MegabitsPerSecond) -> Option<Minutes> {
    // Both are counted in millionths, and the quotient is exact.
    let bits = u128::from(targets.0) * u128::from(package.millionths()) * 8;
    let per_minute = u128::from(rate.millionths()) * 60;
    let minutes = bits.checked_div(per_minute)? + u128::from(!bits.is_multiple_of(per_minute));
    Some(Minutes(u32::try_from(minutes).unwrap_or(u32::MAX)))
}

/// The group that a push takes longest to reach, and how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlowestGroup {
    /// Which.
    pub id: Id<UserGroup>,
    /// How many targets it has.
    pub targets: Count,
    /// The rate that it gets: its site's link, or the limit of the push where that is lower.
    pub rate: MegabitsPerSecond,
    /// How long the package takes to reach all of it.
    pub time: Minutes,
}

/// The group of an impacted department whose own link takes longest; nothing where no package or no link is known.
#[must_use]
pub fn slowest_group(release: &Release) -> Option<SlowestGroup> {
    let PushPlan { package, bandwidth_limit, .. } = &release.rollout.push;
    let package = (*package)?;
    let impacted = release.groups().filter(|(department, _)| department.impacted);
    let timed = impacted.filter_map(|(_, group)| {
        let link = group.link?;
        let rate = bandwidth_limit.map_or(link, |limit| link.min(limit));
        let time = transfer_time(group.size, package, rate)?;
        Some(SlowestGroup { id: group.id, targets: group.size, rate, time })
    });
    // Of two that take equally long, the first is named.
    timed.reduce(|slowest, next| if next.time > slowest.time { next } else { slowest })
}

/// What another wave is called until somebody names it: the first is a pilot, any other goes by its place, or by the next number that
/// no wave has.
#[must_use]
pub fn next_wave_name(release: &Release) -> String {
    let waves = &release.rollout.waves;
    if waves.is_empty() {
        return "Pilot".to_owned();
    }
    let is_free = |name: &String| waves.iter().all(|wave| wave.name.trim() != name);
    (waves.len() + 1..).map(|number| format!("Wave {number}")).find(is_free).unwrap_or_default()
}
