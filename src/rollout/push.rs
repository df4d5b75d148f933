//! How long a push takes at each site, how many nights that is, and whom it meets at work.
//!
//! A site's package travels over the site's link: targets × size × 8 × (1 − peer share) ÷ rate, where the rate is the link or
//! the limit of the push, whichever is lower. It travels while the daily window is open. A target that has its package is
//! busy installing, which must end within the window too, so that the last package of a night arrives that much before the
//! window closes.

use jiff::civil::{Date, DateTime};

use super::daily::{DailyWindow, WORKING_HOURS, after};
use super::pull::{RestPush, adoption, in_waves};
use crate::plan::{Count, Delivery, Id, MegabitsPerSecond, PushPlan, Release, UserGroup, Wave};

/// More nights than these are not counted one by one: ten years.
const MOST_NIGHTS: u32 = 3660;

/// A push to one site, of one wave where there are waves.
#[derive(Debug, Clone, PartialEq)]
pub struct SitePush {
    /// The wave.
    pub wave: Option<Id<Wave>>,
    /// The site; empty where the groups name none.
    pub site: String,
    /// How many targets it has.
    pub targets: u32,
    /// The rate that they get together; nothing where neither link nor limit is known.
    pub rate: Option<MegabitsPerSecond>,
    /// How long the transfer takes, in minutes; nothing where the rate or the size is not known.
    pub transfer: Option<f64>,
    /// How many windows it takes; nothing where the transfer is not known, or an installation alone is longer than the window.
    pub nights: Option<u32>,
    /// How many targets the first window reaches.
    pub first_night: Option<u32>,
    /// When the last target has it; nothing where the start is not known.
    pub ends: Option<DateTime>,
    /// By when it should: the start of the next wave, or the end of the window of go-live.
    pub bound: Option<DateTime>,
    /// How many targets are busy installing while their people are at work.
    pub interrupted: u32,
}

impl SitePush {
    /// Whether it ends after the bound.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.ends.zip(self.bound).is_some_and(|(ends, bound)| ends > bound)
    }

    /// Whether the first window does not reach every target.
    #[must_use]
    pub fn overflows(&self) -> bool {
        self.nights.is_some_and(|nights| nights > 1)
    }
}

/// The push to each site, wave by wave where the rollout is phased and has waves; without them to all impacted groups at once.
/// Where users fetch it until a deadline, it is the push to those who are expected not to have by then.
///
/// `works` says on which days people work.
#[must_use]
pub fn site_pushes(release: &Release, works: &dyn Fn(Date) -> bool) -> Vec<SitePush> {
    match release.strategy.choice.as_ref().map(|choice| choice.strategy.delivery) {
        Some(Delivery::PullThenPush) => to_the_rest(release, works),
        Some(Delivery::Push) | None => to_everyone(release, works),
        Some(Delivery::Pull) => Vec::new(),
    }
}

/// Nothing where it is not known how many are left, or nobody pushes it to them.
fn to_the_rest(release: &Release, works: &dyn Fn(Date) -> bool) -> Vec<SitePush> {
    let Some(rest) = adoption(release).and_then(|found| found.rest) else { return Vec::new() };
    rest.pushes.iter().flat_map(|rest| pushes_to(release, rest, works)).collect()
}

/// The push to what is left of each group, once the deadline has passed. Where no group is known, all are one site.
pub(super) fn pushes_to(release: &Release, rest: &RestPush, works: &dyn Fn(Date) -> bool) -> Vec<SitePush> {
    let nowhere = UserGroup { size: Count(rest.left), ..UserGroup::default() };
    let all = (rest.groups.is_empty() && rest.left > 0).then_some(&nowhere);
    of_sites(&release.rollout.push, rest.wave, rest.groups.iter().chain(all), (rest.from, None), works)
}

fn to_everyone(release: &Release, works: &dyn Fn(Date) -> bool) -> Vec<SitePush> {
    let waves = &release.rollout.waves;
    let window = release.identity.window;
    if !in_waves(release) {
        let groups = release.groups().filter(|(department, _)| department.impacted).map(|(_, group)| group);
        let time = (window.map(crate::plan::Window::start), window.map(crate::plan::Window::end));
        return of_sites(&release.rollout.push, None, groups, time, works);
    }
    let starts = waves.iter().skip(1).map(|wave| wave.start).chain([None]);
    let one = |(wave, next): (&Wave, Option<DateTime>)| {
        let groups = release.groups().map(|(_, group)| group).filter(|group| wave.groups.contains(&group.id));
        of_sites(&release.rollout.push, Some(wave.id), groups, (wave.start, next), works)
    };
    waves.iter().zip(starts).flat_map(one).collect()
}

fn of_sites<'a>(
    push: &PushPlan,
    wave: Option<Id<Wave>>,
    groups: impl Iterator<Item = &'a UserGroup>,
    (start, bound): (Option<DateTime>, Option<DateTime>),
    works: &dyn Fn(Date) -> bool,
) -> Vec<SitePush> {
    let mut sites: Vec<(&str, u32, Option<MegabitsPerSecond>)> = Vec::new();
    for group in groups {
        let name = group.site.trim();
        match sites.iter_mut().find(|(site, ..)| *site == name) {
            Some((_, targets, link)) => {
                *targets = targets.saturating_add(group.size.0);
                // Groups of a site share its link. Where they say different things of it, the least is safe.
                *link = (*link).into_iter().chain(group.link).min();
            }
            None => sites.push((name, group.size.0, group.link)),
        }
    }
    let one = |(site, targets, link): (&str, u32, Option<MegabitsPerSecond>)| {
        let rate = link.into_iter().chain(push.bandwidth_limit).min();
        let transfer = rate.and_then(|rate| transfer_minutes(push, f64::from(targets), rate));
        let course = transfer.map(|minutes| course(push, minutes, targets, start, works)).unwrap_or_default();
        let Course { nights, first_night, ends, interrupted } = course;
        let site = site.to_owned();
        SitePush { wave, site, targets, rate, transfer, nights, first_night, ends, bound, interrupted }
    };
    sites.into_iter().map(one).collect()
}

/// Targets × size × 8 × (1 − peer share) ÷ rate, in minutes; nothing where the size is not known or the rate is nothing.
#[must_use]
pub fn transfer_minutes(push: &PushPlan, targets: f64, rate: MegabitsPerSecond) -> Option<f64> {
    let package = push.package?.get();
    let peers = f64::from(push.peer_share.unwrap_or_default().get()) / 100.0;
    (rate.get() > 0.0).then(|| targets * package * 8.0 * (1.0 - peers) / rate.get() / 60.0)
}

/// How a push to one site goes.
#[derive(Debug, Clone, Copy, Default)]
struct Course {
    nights: Option<u32>,
    first_night: Option<u32>,
    ends: Option<DateTime>,
    interrupted: u32,
}

/// Goes through the windows one after the other until the transfer is done.
fn course(
    push: &PushPlan,
    transfer: f64,
    targets: u32,
    start: Option<DateTime>,
    works: &dyn Fn(Date) -> bool,
) -> Course {
    let daily = DailyWindow::of(push);
    let install = push.install_time.unwrap_or_default().0;
    // A window that never closes loses nothing to the last installation.
    let lost = if daily.is_all_day() { 0 } else { install };
    let mut course = Course::default();
    let (mut left, mut at, mut interrupted) = (transfer, start, 0.0);
    if daily.length().0 <= lost {
        return course;
    }
    for night in 1..=MOST_NIGHTS {
        let window = at.map(|moment| daily.next(moment));
        let (opens, length) = match window {
            Some(None) => return Course::default(),
            Some(Some((opens, length))) => (Some(opens), length),
            None => (None, daily.length()),
        };
        let room = f64::from(length.0.saturating_sub(lost));
        let used = left.min(room);
        let share = if transfer > 0.0 { used / transfer } else { 1.0 };
        let busy = whole(used).saturating_add(u64::from(install));
        interrupted +=
            f64::from(targets) * share * at_work(daily, opens, whole(used) + u64::from(install.min(1440)), works);
        course.first_night.get_or_insert(part(targets, share));
        left -= used;
        if left <= 0.0 {
            course.nights = Some(night);
            course.ends = opens.and_then(|opens| after(opens, busy));
            break;
        }
        at = opens.and_then(|opens| after(opens, u64::from(length.0)));
    }
    course.interrupted = part(targets, interrupted / f64::from(targets.max(1)));
    course
}

/// The share, from 0 to 1, of some minutes from a moment on in which people are at work; where the moment is not known,
/// that of a whole window on a working day.
fn at_work(daily: DailyWindow, from: Option<DateTime>, minutes: u64, works: &dyn Fn(Date) -> bool) -> f64 {
    let Some(from) = from else {
        return f64::from(daily.in_working_hours(true, true).0) / f64::from(daily.length().0.max(1));
    };
    let Some(until) = after(from, minutes.max(1)) else { return 0.0 };
    let mut met = 0_i64;
    let mut day = from.date();
    while day <= until.date() {
        if works(day) {
            let (begin, end) =
                (day.to_datetime(WORKING_HOURS.0).max(from), day.to_datetime(WORKING_HOURS.1).min(until));
            met += end.duration_since(begin).as_mins().max(0);
        }
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    let all = until.duration_since(from).as_mins().max(1);
    // Minutes of any calendar fit a f64 without loss.
    #[allow(clippy::cast_precision_loss)]
    let share = met as f64 / all as f64;
    share
}

/// Minutes rounded up; rounding errors of the arithmetic before do not make one more.
fn whole(minutes: f64) -> u64 {
    // Lengths are not negative, and what is beyond the calendar is caught where it is added.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = (minutes - 1e-9).ceil().max(0.0) as u64;
    whole
}

/// A share of the targets, in whole ones.
fn part(targets: u32, share: f64) -> u32 {
    // A share of a u32 is one.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let part = (f64::from(targets) * share.clamp(0.0, 1.0) + 1e-9).floor() as u32;
    part
}

/// Whether the daily window of a push reaches into working hours, on a working day.
#[must_use]
pub fn meets_working_hours(push: &PushPlan) -> bool {
    DailyWindow::of(push).in_working_hours(true, true).0 > 0
}
