//! How a pull goes: who has fetched it when, what that asks of the servers, and the push to the rest at the deadline.
//!
//! Of those who have not fetched it, half do so within every half-life: after a time t the share 1 − 2^(−t ÷ half-life) has it.
//! It is the simplest curve that slows down as such curves do; a study of 8.4 million hosts found half of them patched after
//! some 152 days where nobody forced it. The clock runs day and night, as in the simulation.

use jiff::civil::{Date, DateTime, Time};

use super::daily::{DailyWindow, after};
use super::detection::everyone;
use super::push::transfer_minutes;
use crate::plan::{MegabitsPerSecond, Minutes, PushPlan, Release};

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

/// What the first, busiest hour asks of the distribution servers.
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

/// The push to those who are left at the deadline.
#[derive(Debug, Clone, PartialEq)]
pub struct ForcedPush {
    /// How many are left.
    pub left: f64,
    /// Their share of all, from 0 to 1.
    pub share: f64,
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
    /// How many are to fetch it: the targets of the push, or else everyone in impacted departments.
    pub clients: u32,
    /// The half-life.
    pub half_life: Minutes,
    /// How many days it is left to the users, the day of the deadline included; nothing without a deadline.
    pub days: Option<u32>,
    /// Days of the curve, from 0 on: all of them where they are few, else about a dozen.
    pub curve: Vec<Fetched>,
    /// The busiest hour.
    pub load: ServerLoad,
    /// What is left at the deadline; nothing without one. Where nobody pushes it to them, they go without.
    pub rest: Option<ForcedPush>,
}

/// How many days of the curve are listed.
const LISTED: u32 = 12;

/// How far the curve goes where there is no deadline: so many half-lives leave 1 in 64.
const HALF_LIVES: u32 = 6;

/// A pull in figures; nothing where half-life or clients are not known.
#[must_use]
pub fn adoption(release: &Release) -> Option<Adoption> {
    let (pull, push) = (&release.rollout.pull, &release.rollout.push);
    let half_life = pull.half_life.filter(|half_life| half_life.0 > 0)?;
    let clients = push.targets.map_or_else(|| everyone(release), |targets| targets.0);
    if clients == 0 {
        return None;
    }
    let from = pull.from.or_else(|| release.go_live());
    let days = from.zip(pull.deadline).and_then(|(from, deadline)| days_of(from, deadline));
    let all = f64::from(clients);
    let after_days = |day: u32| fetched(f64::from(day) * DAY, half_life).unwrap_or_default();
    let last = days.unwrap_or_else(|| (half_life.0.saturating_mul(HALF_LIVES)).div_ceil(1440)).max(1);
    let every = last.div_ceil(LISTED);
    let listed = (0..last).step_by(every as usize).chain([last]);
    let curve = listed.map(|day| Fetched { day, share: after_days(day), clients: all * after_days(day) }).collect();
    let rest = days.map(|days| forced(release, clients, 1.0 - after_days(days)));
    Some(Adoption { clients, half_life, days, curve, load: load(release, all, half_life), rest })
}

/// Both days included.
fn days_of(from: Date, deadline: Date) -> Option<u32> {
    let days = deadline.duration_since(from).as_hours() / 24 + 1;
    u32::try_from(days).ok().filter(|days| *days > 0)
}

fn load(release: &Release, clients: f64, half_life: Minutes) -> ServerLoad {
    let (pull, push) = (&release.rollout.pull, &release.rollout.push);
    let clients_per_hour = clients * fetched(60.0, half_life).unwrap_or_default();
    let needed = push.package.map(|package| clients_per_hour * f64::from(package.0) * 8.0 / 3600.0);
    let rate = pull.server_rate.filter(|rate| rate.0 > 0);
    let utilisation = needed.zip(rate).map(|(needed, rate)| needed / f64::from(rate.0));
    let at_a_time = utilisation.zip(pull.server_capacity).map(|(share, capacity)| share * f64::from(capacity.0));
    ServerLoad { clients_per_hour, needed, utilisation, at_a_time }
}

/// The push to the share that is left: of each site the same share, for nobody knows where they sit.
fn forced(release: &Release, clients: u32, share: f64) -> ForcedPush {
    let push = &release.rollout.push;
    let left = f64::from(clients) * share;
    let rates = rates(release, clients);
    let times = rates.iter().map(|(targets, rate)| transfer_minutes(push, targets * share, *rate));
    let transfer = times.collect::<Option<Vec<f64>>>().filter(|times| !times.is_empty());
    let transfer = transfer.map(|times| times.into_iter().fold(0.0, f64::max));
    let spike = (!rates.is_empty()).then(|| rates.iter().map(|(_, rate)| f64::from(rate.0)).sum());
    let daily = DailyWindow::of(push);
    let lasts = transfer.map(|transfer| transfer + f64::from(push.install_time.unwrap_or_default().0));
    let fits = lasts.map(|lasts| lasts <= f64::from(daily.length().0));
    let opens = release.rollout.pull.deadline.and_then(|deadline| {
        daily.next(deadline.tomorrow().ok()?.to_datetime(Time::midnight())).map(|(opens, _)| opens)
    });
    let ends = opens.zip(lasts).filter(|_| fits == Some(true)).and_then(|(opens, lasts)| {
        // It fits a day.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let minutes = (lasts - 1e-9).ceil().max(0.0) as u64;
        after(opens, minutes)
    });
    ForcedPush { left, share, transfer, spike, window: daily.length(), fits, ends }
}

/// The targets of each site with its rate: the link, or the limit where that is lower. Where no link is known, all targets
/// share the limit.
fn rates(release: &Release, clients: u32) -> Vec<(f64, MegabitsPerSecond)> {
    let limit = release.rollout.push.bandwidth_limit;
    let mut sites: Vec<(&str, f64, MegabitsPerSecond)> = Vec::new();
    let groups = release.groups().filter(|(department, _)| department.impacted).map(|(_, group)| group);
    for group in groups {
        let (Some(rate), size) = (group.link.into_iter().chain(limit).min(), f64::from(group.size.0)) else { continue };
        match sites.iter_mut().find(|(site, ..)| *site == group.site.trim()) {
            Some((_, targets, known)) => {
                *targets += size;
                *known = rate.min(*known);
            }
            None => sites.push((group.site.trim(), size, rate)),
        }
    }
    let linked = release.groups().any(|(department, group)| department.impacted && group.link.is_some());
    match limit {
        Some(limit) if !linked => vec![(f64::from(clients), limit)],
        _ => sites.into_iter().map(|(_, targets, rate)| (targets, rate)).collect(),
    }
}

/// Whether a push is planned in figures at all: a size, and a rate or a link to send it over.
#[must_use]
pub fn has_transfer(release: &Release) -> bool {
    let push: &PushPlan = &release.rollout.push;
    push.package.is_some()
        && (push.bandwidth_limit.is_some() || release.groups().any(|(_, group)| group.link.is_some()))
}
