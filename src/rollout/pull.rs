//! How a pull goes: who has fetched it when, what that asks of the servers, and the push to the rest at the deadline.
//!
//! Of those who have not fetched it, half do so within every half-life: after a time t the share 1 − 2^(−t ÷ half-life) has it.
//! It is the simplest curve that slows down as such curves do; a study of 8.4 million hosts found half of them patched after
//! some 152 days where nobody forced it. The clock runs day and night, as in the simulation, and for each wave of a phased
//! rollout from its own start. The deadline of the plan is a day for all of them.

use jiff::civil::{Date, DateTime, Time};

use super::daily::DailyWindow;
use super::detection::everyone;
use super::push::pushes_to;
use super::waves::people_in;
use crate::order;
use crate::plan::{Approach, Count, Minutes, PushPlan, Release, UserGroup, Wave};

/// Minutes of a day.
const DAY: f64 = 1440.0;

/// The share from 0 to 1 that has fetched it after some minutes; nothing where the half-life is nothing.
#[must_use]
pub fn fetched(minutes: f64, half_life: Minutes) -> Option<f64> {
    // By way of logarithms near 1, which keeps the digits of a small share.
    (half_life.0 > 0).then(|| -(-std::f64::consts::LN_2 * minutes.max(0.0) / f64::from(half_life.0)).exp_m1())
}

/// A day of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fetched {
    /// How many days after the start.
    pub day: u32,
    /// The share from 0 to 1 that has it at the end of that day.
    pub share: f64,
    /// How many that are.
    pub clients: f64,
}

/// Clients that may fetch it from the same moment on: a wave, or all.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Batch<'a> {
    wave: Option<&'a Wave>,
    /// Minutes after the first day began.
    start: f64,
    clients: f64,
}

/// What the busiest hour asks of the distribution servers: the first one of all, or of a wave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ServerLoad {
    /// How many clients begin to fetch it in that hour.
    pub clients_per_hour: f64,
    /// The rate in Mbit/s that they need together; nothing where the size is not known.
    pub needed: Option<f64>,
    /// That rate as a share of what the servers give out; above 1 a queue grows.
    pub utilisation: Option<f64>,
    /// How many clients fetch at a time. A client gets the rate of all servers divided by how many they take, so that it is
    /// the utilisation times that capacity.
    pub at_a_time: Option<f64>,
}

/// The push to those who are left at the deadline, over all sites together.
#[derive(Debug, Clone, PartialEq)]
pub struct ForcedPush {
    /// How many are left, in whole ones.
    pub left: u32,
    /// Their share of all, from 0 to 1.
    pub share: f64,
    /// How many are left of each group, as far as groups are known. Together they are those who are left.
    pub groups: Vec<UserGroup>,
    /// How long the transfer to the slowest site takes, in minutes; nothing where no rate or size is known.
    pub transfer: Option<f64>,
    /// The rate in Mbit/s at which it begins, over all sites together.
    pub spike: Option<f64>,
    /// How long the daily window is open.
    pub window: Minutes,
    /// Whether it fits one window, the installation of the last one included.
    pub fits: Option<bool>,
    /// When it ends, where it fits: the window is the first one after the deadline.
    pub ends: Option<DateTime>,
}

/// A pull in figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Adoption {
    /// How many are to fetch it: those in the waves; else the targets of the push, or everyone in impacted departments.
    pub clients: u32,
    /// The half-life.
    pub half_life: Minutes,
    /// How many days it is left to the users, from the first day on, the day of the deadline included; nothing without a
    /// deadline.
    pub days: Option<u32>,
    /// The days after the first one at which a wave starts, where it is fetched in waves.
    pub waves: Vec<f64>,
    /// Days of the curve, from 0 on: all of them where they are few, else about two dozen.
    pub curve: Vec<Fetched>,
    /// The curve, drawn closely: days and shares.
    pub line: Vec<(f64, f64)>,
    /// The busiest hour.
    pub load: ServerLoad,
    /// What is left at the deadline; nothing without one. Where nobody pushes it to them, they go without.
    pub rest: Option<ForcedPush>,
}

/// How many days of the curve are listed.
const LISTED: u32 = 24;

/// In how many stretches the curve is drawn.
const DRAWN: u32 = 200;

/// How far the curve goes where there is no deadline: so many half-lives leave 1 in 64.
const HALF_LIVES: u32 = 6;

/// Whether a release reaches people wave by wave: it is phased, or nothing is chosen yet, and it has waves.
pub(super) fn in_waves(release: &Release) -> bool {
    let phased = release.strategy.choice.as_ref().is_none_or(|choice| choice.strategy.approach == Approach::Phased);
    phased && !release.rollout.waves.is_empty()
}

/// A pull in figures; nothing where the half-life, the clients, or the start of a wave are not known.
#[must_use]
pub fn adoption(release: &Release) -> Option<Adoption> {
    let pull = &release.rollout.pull;
    let half_life = pull.half_life.filter(|half_life| half_life.0 > 0)?;
    let (first, batches) = batches(release)?;
    let all: f64 = batches.iter().map(|batch| batch.clients).sum();
    if all < 1.0 {
        return None;
    }
    let days = first.zip(pull.deadline).and_then(|(from, deadline)| days_of(from, deadline));
    let starts = batches.iter().map(|batch| batch.start).fold(0.0, f64::max);
    // Whole days, and few of them.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let open = ((starts + f64::from(half_life.0.saturating_mul(HALF_LIVES))) / DAY).ceil() as u32;
    let last = days.unwrap_or(open).max(1);
    let share = |minutes: f64| have(&batches, minutes, half_life) / all;
    let day = |day: u32| {
        let share = share(f64::from(day) * DAY);
        Fetched { day, share, clients: all * share }
    };
    let listed = (0..last).step_by(last.div_ceil(LISTED) as usize).chain([last]);
    let waves = batches.iter().filter(|batch| batch.wave.is_some()).map(|batch| batch.start / DAY).collect();
    // A share of a u32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let clients = all as u32;
    Some(Adoption {
        clients,
        half_life,
        days,
        waves,
        curve: listed.map(day).collect(),
        line: line(last, &batches, share),
        load: load(release, &batches, half_life),
        rest: days.map(|days| forced(release, &batches, f64::from(days) * DAY, half_life)),
    })
}

/// Who may fetch it from when on, and the first day; nothing where a wave with people has no start.
fn batches(release: &Release) -> Option<(Option<Date>, Vec<Batch<'_>>)> {
    let (pull, push) = (&release.rollout.pull, &release.rollout.push);
    if !in_waves(release) {
        let clients = push.targets.map_or_else(|| everyone(release), |targets| targets.0);
        let all = Batch { wave: None, start: 0.0, clients: f64::from(clients) };
        return Some((pull.from.or_else(|| release.go_live()), vec![all]));
    }
    let midnight = |day: Date| day.to_datetime(Time::midnight());
    let reached = release.rollout.waves.iter().map(|wave| (wave, people_in(release, wave).0));
    let starts = reached.filter(|(_, people)| *people > 0).map(|(wave, people)| {
        // Nobody fetches it before it is there.
        let start = wave.start?.max(pull.from.map_or(DateTime::MIN, midnight));
        Some((wave, start, people))
    });
    let starts = starts.collect::<Option<Vec<_>>>()?;
    let first = starts.iter().map(|(_, start, _)| start.date()).min()?;
    let batch = |(wave, start, people)| Batch {
        wave: Some(wave),
        // Minutes of any calendar fit a f64 without loss.
        #[allow(clippy::cast_precision_loss)]
        start: DateTime::duration_since(start, midnight(first)).as_mins() as f64,
        clients: f64::from(people),
    };
    Some((Some(first), starts.into_iter().map(batch).collect()))
}

/// How many have it some minutes after the first day began.
fn have(batches: &[Batch], minutes: f64, half_life: Minutes) -> f64 {
    let one = |batch: &Batch| batch.clients * fetched(minutes - batch.start, half_life).unwrap_or_default();
    batches.iter().map(one).sum()
}

/// The curve closely: equal steps, and the moment at which each wave starts.
fn line(last: u32, batches: &[Batch], share: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let end = f64::from(last) * DAY;
    let steps = (0..=DRAWN).map(|step| end * f64::from(step) / f64::from(DRAWN));
    let mut at: Vec<f64> = steps.chain(batches.iter().map(|batch| batch.start).filter(|start| *start < end)).collect();
    order::sort_by(&mut at, f64::total_cmp);
    at.dedup();
    at.into_iter().map(|minutes| (minutes / DAY, share(minutes))).collect()
}

/// Both days included.
fn days_of(from: Date, deadline: Date) -> Option<u32> {
    let days = deadline.duration_since(from).as_hours() / 24 + 1;
    u32::try_from(days).ok().filter(|days| *days > 0)
}

/// The busiest hour is one that begins when a wave starts: between starts, ever fewer fetch it.
fn load(release: &Release, batches: &[Batch], half_life: Minutes) -> ServerLoad {
    let (pull, push) = (&release.rollout.pull, &release.rollout.push);
    let hour = |from: f64| have(batches, from + 60.0, half_life) - have(batches, from, half_life);
    let clients_per_hour = batches.iter().map(|batch| hour(batch.start)).fold(0.0, f64::max);
    let needed = push.package.map(|package| clients_per_hour * package.get() * 8.0 / 3600.0);
    let rate = pull.server_rate.filter(|rate| rate.get() > 0.0);
    let utilisation = needed.zip(rate).map(|(needed, rate)| needed / rate.get());
    let at_a_time = utilisation.zip(pull.server_capacity).map(|(share, capacity)| share * f64::from(capacity.0));
    ServerLoad { clients_per_hour, needed, utilisation, at_a_time }
}

/// The push to those who are left some minutes after the first day began.
fn forced(release: &Release, batches: &[Batch], deadline: f64, half_life: Minutes) -> ForcedPush {
    let remain = |batch: &Batch| 1.0 - fetched(deadline - batch.start, half_life).unwrap_or_default();
    let (expected, all) = batches
        .iter()
        .fold((0.0, 0.0), |(expected, all), batch| (expected + batch.clients * remain(batch), all + batch.clients));
    // A share of a u32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let left = expected.round() as u32;
    let mut groups = Vec::new();
    for batch in batches {
        let inside = |group: &UserGroup| batch.wave.is_none_or(|wave| wave.groups.contains(&group.id));
        let reached = release
            .groups()
            .filter(|(department, group)| inside(group) && (batch.wave.is_some() || department.impacted));
        let reached: Vec<&UserGroup> = reached.map(|(_, group)| group).collect();
        let sizes: f64 = reached.iter().map(|group| f64::from(group.size.0)).sum();
        let each = if sizes > 0.0 { batch.clients * remain(batch) / sizes } else { 0.0 };
        groups.extend(reached.into_iter().map(|group| (group, f64::from(group.size.0) * each)));
    }
    let groups = in_whole(left, groups);
    let sites = pushes_to(release, &groups, left, &|_| false);
    let slowest = sites.iter().map(|site| site.transfer).collect::<Option<Vec<f64>>>().filter(|all| !all.is_empty());
    let spike = sites.iter().map(|site| Some(site.rate?.get())).sum::<Option<f64>>();
    let transfer = slowest.map(|all| all.into_iter().fold(0.0, f64::max));
    let fits = transfer.map(|_| sites.iter().all(|site| site.nights.is_some() && !site.overflows()));
    let ends = sites.iter().map(|site| site.ends).collect::<Option<Vec<_>>>().and_then(|ends| ends.into_iter().max());
    ForcedPush {
        left,
        share: expected / all,
        groups,
        transfer,
        spike: spike.filter(|_| !sites.is_empty()),
        window: DailyWindow::of(&release.rollout.push).length(),
        fits,
        ends: ends.filter(|_| fits == Some(true)),
    }
}

/// The groups with their share of those who are left, in whole ones that add up: each has what is whole of its own, and
/// what is missing goes to those with the largest parts left over.
fn in_whole(left: u32, groups: Vec<(&UserGroup, f64)>) -> Vec<UserGroup> {
    // Parts of a u32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let mut whole: Vec<(UserGroup, f64)> = groups
        .into_iter()
        .map(|(group, part)| (UserGroup { size: Count((part + 1e-9) as u32), ..group.clone() }, part.fract()))
        .collect();
    let given: u32 = whole.iter().map(|(group, _)| group.size.0).fold(0, u32::saturating_add);
    let mut order: Vec<usize> = (0..whole.len()).collect();
    order::sort_by(&mut order, |one, other| {
        let part = |at: &usize| whole.get(*at).map_or(0.0, |(_, part)| *part);
        part(other).total_cmp(&part(one))
    });
    for at in order.into_iter().take(left.saturating_sub(given) as usize) {
        if let Some((group, _)) = whole.get_mut(at) {
            group.size.0 += 1;
        }
    }
    whole.into_iter().map(|(group, _)| group).filter(|group| group.size.0 > 0).collect()
}

/// Whether a push is planned in figures at all: a size, and a rate or a link to send it over.
#[must_use]
pub fn has_transfer(release: &Release) -> bool {
    let push: &PushPlan = &release.rollout.push;
    push.package.is_some()
        && (push.bandwidth_limit.is_some() || release.groups().any(|(_, group)| group.link.is_some()))
}
