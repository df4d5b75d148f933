//! How a pull goes: who has fetched it when, what that asks of the servers, and the push to the rest at the deadline.
//!
//! Of those who have not fetched it, half do so within every half-life: after a time t the share 1 − 2^(−t ÷ half-life) has it.
//! It is the simplest curve that slows down as such curves do; a study of 8.4 million hosts found half of them patched after
//! some 152 days where nobody forced it. The clock runs day and night, as in the simulation, and for each wave of a phased
//! rollout from its own start. The deadline of the plan is a day for all of them; where the plan says how many days each wave
//! has, a wave's own deadline is so many times 24 hours after its start, and the day for all remains the latest.

use jiff::civil::{Date, DateTime, Time};

use super::daily::DailyWindow;
use super::detection::everyone;
use super::push::{SitePush, pushes_to};
use super::waves::people_in;
use crate::days::plus_minutes;
use crate::order;
use crate::plan::{Approach, Count, Id, Minutes, PushPlan, Release, UserGroup, Wave, WaveDays};

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
    /// When it is no longer left to them, in the same minutes; nothing without a deadline.
    until: Option<f64>,
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

/// The push to those who are left at one deadline: that of all, or of a wave.
#[derive(Debug, Clone, PartialEq)]
pub struct RestPush {
    /// The wave, where the deadline is its own.
    pub wave: Option<Id<Wave>>,
    /// When the deadline has passed.
    pub from: Option<DateTime>,
    /// How many are left.
    pub left: u32,
    /// How many are left of each group, as far as groups are known. Together they are those who are left.
    pub groups: Vec<UserGroup>,
}

/// The push to those who are left at the deadlines, over all sites together.
#[derive(Debug, Clone, PartialEq)]
pub struct ForcedPush {
    /// How many are left, in whole ones.
    pub left: u32,
    /// Their share of all, from 0 to 1.
    pub share: f64,
    /// The push at each deadline, in order of time. Together they reach those who are left.
    pub pushes: Vec<RestPush>,
    /// How long the transfer to the slowest site takes, in minutes; nothing where no rate or size is known.
    pub transfer: Option<f64>,
    /// The rate in Mbit/s at which it begins, over all sites together; of several, the largest.
    pub spike: Option<f64>,
    /// How long the daily window is open.
    pub window: Minutes,
    /// Whether it fits one window, the installation of the last one included.
    pub fits: Option<bool>,
    /// When the last of them ends, where they fit: the window is the first one after the deadline.
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
    /// deadline. Where each wave has one of its own, up to the latest.
    pub days: Option<u32>,
    /// The days after the first one at which a wave starts, where it is fetched in waves.
    pub waves: Vec<f64>,
    /// By wave, its name and its own deadline; empty where they have none of their own.
    pub deadlines: Vec<(String, DateTime)>,
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
    may_be_phased(release) && !release.rollout.waves.is_empty()
}

fn may_be_phased(release: &Release) -> bool {
    release.strategy.choice.as_ref().is_none_or(|choice| choice.strategy.approach == Approach::Phased)
}

/// How many days each wave has to fetch it, where the plan says so and the rollout is phased, or nobody has chosen how it goes.
#[must_use]
pub fn days_per_wave(release: &Release) -> Option<u32> {
    release.rollout.pull.days_per_wave.filter(|_| may_be_phased(release)).map(WaveDays::get)
}

/// The wave whose own deadline passes last, and when, where that is after the deadline of all.
#[must_use]
pub fn late_wave(release: &Release) -> Option<(&Wave, DateTime)> {
    let (pull, days) = (&release.rollout.pull, days_per_wave(release)?);
    let bound = midnight(pull.deadline?.tomorrow().ok()?);
    let own = |wave| Some((wave, plus_minutes(starts(release, wave)?, minutes(days))?));
    let late = release.rollout.waves.iter().filter_map(own).filter(|(_, until)| *until > bound);
    late.reduce(|last, next| if next.1 > last.1 { next } else { last })
}

/// Days in minutes.
fn minutes(days: u32) -> i64 {
    i64::from(days) * 1440
}

fn midnight(day: Date) -> DateTime {
    day.to_datetime(Time::midnight())
}

/// When the people of a wave may fetch it: not before it is there.
fn starts(release: &Release, wave: &Wave) -> Option<DateTime> {
    Some(wave.start?.max(release.rollout.pull.from.map_or(DateTime::MIN, midnight)))
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
    // Whole days, and no more than those of a deadline.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let days = batches.iter().filter_map(|batch| batch.until).reduce(f64::max).map(|until| (until / DAY).ceil() as u32);
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
    let own = |batch: &Batch| Some((batch.wave?.name.clone(), moment(first, batch.until)?));
    let own = batches.iter().filter(|_| days_per_wave(release).is_some()).filter_map(own);
    Some(Adoption {
        clients,
        half_life,
        days,
        waves,
        deadlines: own.collect(),
        curve: listed.map(day).collect(),
        line: line(last, &batches, share),
        load: load(release, &batches, half_life),
        rest: days.map(|_| forced(release, first, &batches, half_life)),
    })
}

/// Who may fetch it from when on, and the first day; nothing where a wave with people has no start.
fn batches(release: &Release) -> Option<(Option<Date>, Vec<Batch<'_>>)> {
    let (pull, push) = (&release.rollout.pull, &release.rollout.push);
    if !in_waves(release) {
        let clients = push.targets.map_or_else(|| everyone(release), |targets| targets.0);
        let first = pull.from.or_else(|| release.go_live());
        let until = first.and_then(|first| deadline_of_all(release, first));
        return Some((first, vec![Batch { wave: None, start: 0.0, until, clients: f64::from(clients) }]));
    }
    let reached = release.rollout.waves.iter().map(|wave| (wave, people_in(release, wave).0));
    let reached = reached.filter(|(_, people)| *people > 0);
    let starts = reached.map(|(wave, people)| Some((wave, starts(release, wave)?, people)));
    let starts = starts.collect::<Option<Vec<_>>>()?;
    let first = starts.iter().map(|(_, start, _)| start.date()).min()?;
    let (all, days) = (deadline_of_all(release, first), days_per_wave(release));
    let batch = |(wave, start, people)| {
        // Minutes of any calendar fit a f64 without loss.
        #[allow(clippy::cast_precision_loss)]
        let start = DateTime::duration_since(start, midnight(first)).as_mins() as f64;
        let own = days.map(|days| start + f64::from(days) * DAY);
        Batch {
            wave: Some(wave),
            start,
            until: own.into_iter().chain(all).reduce(f64::min),
            clients: f64::from(people),
        }
    };
    Some((Some(first), starts.into_iter().map(batch).collect()))
}

/// When the deadline of all has passed, in minutes after the first day began.
fn deadline_of_all(release: &Release, first: Date) -> Option<f64> {
    days_of(first, release.rollout.pull.deadline?).map(|days| f64::from(days) * DAY)
}

/// The moment so many minutes after the first day began.
fn moment(first: Option<Date>, after: Option<f64>) -> Option<DateTime> {
    // Whole minutes of any calendar.
    #[allow(clippy::cast_possible_truncation)]
    plus_minutes(midnight(first?), after? as i64)
}

impl Batch<'_> {
    /// The share from 0 to 1 that has fetched it some minutes after the first day began. After its deadline nobody does.
    fn share(&self, minutes: f64, half_life: Minutes) -> f64 {
        let until = self.until.unwrap_or(f64::INFINITY);
        fetched(minutes.min(until) - self.start, half_life).unwrap_or_default()
    }
}

/// How many have it some minutes after the first day began.
fn have(batches: &[Batch], minutes: f64, half_life: Minutes) -> f64 {
    batches.iter().map(|batch| batch.clients * batch.share(minutes, half_life)).sum()
}

/// The curve closely: equal steps, and the moments at which each wave starts and ends.
fn line(last: u32, batches: &[Batch], share: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let end = f64::from(last) * DAY;
    let steps = (0..=DRAWN).map(|step| end * f64::from(step) / f64::from(DRAWN));
    let turns = batches.iter().flat_map(|batch| [Some(batch.start), batch.until]).flatten();
    let mut at: Vec<f64> = steps.chain(turns.filter(|turn| *turn < end)).collect();
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

/// The push to those who are left at the deadlines. Those whose deadline is the same are pushed to together.
fn forced(release: &Release, first: Option<Date>, batches: &[Batch], half_life: Minutes) -> ForcedPush {
    let remain = |batch: &Batch| 1.0 - batch.share(f64::INFINITY, half_life);
    let (expected, all) = batches
        .iter()
        .fold((0.0, 0.0), |(expected, all), batch| (expected + batch.clients * remain(batch), all + batch.clients));
    // A share of a u32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let left = expected.round() as u32;
    let mut deadlines: Vec<f64> = batches.iter().filter_map(|batch| batch.until).collect();
    order::sort_by(&mut deadlines, f64::total_cmp);
    deadlines.dedup();
    let mut groups = Vec::new();
    for batch in batches {
        let at = deadlines.iter().position(|deadline| batch.until == Some(*deadline)).unwrap_or_default();
        let inside = |group: &UserGroup| batch.wave.is_none_or(|wave| wave.groups.contains(&group.id));
        let reached = release
            .groups()
            .filter(|(department, group)| inside(group) && (batch.wave.is_some() || department.impacted));
        let reached: Vec<&UserGroup> = reached.map(|(_, group)| group).collect();
        let sizes: f64 = reached.iter().map(|group| f64::from(group.size.0)).sum();
        let each = if sizes > 0.0 { batch.clients * remain(batch) / sizes } else { 0.0 };
        groups.extend(reached.into_iter().map(|group| (at, group, f64::from(group.size.0) * each)));
    }
    let groups = in_whole(left, groups);
    let push = |(at, deadline): (usize, &f64)| {
        let mut due = batches.iter().filter(|batch| batch.until == Some(*deadline));
        let wave = due.next().and_then(|batch| batch.wave).filter(|_| due.next().is_none());
        let groups: Vec<UserGroup> =
            groups.iter().filter(|(of, _)| *of == at).map(|(_, group)| group.clone()).collect();
        let sum = groups.iter().map(|group| group.size.0).fold(0, u32::saturating_add);
        RestPush {
            wave: wave.filter(|_| days_per_wave(release).is_some()).map(|wave| wave.id),
            from: moment(first, Some(*deadline)),
            // Without groups, those are left who are known by their number alone.
            left: if groups.is_empty() && deadlines.len() == 1 { left } else { sum },
            groups,
        }
    };
    let pushes: Vec<RestPush> = deadlines.iter().enumerate().map(push).collect();
    let each: Vec<Vec<SitePush>> = pushes.iter().map(|push| pushes_to(release, push, &|_| false)).collect();
    let sites = || each.iter().flatten();
    let slowest = sites().map(|site| site.transfer).collect::<Option<Vec<f64>>>().filter(|all| !all.is_empty());
    let rate = |sites: &Vec<SitePush>| sites.iter().map(|site| Some(site.rate?.get())).sum::<Option<f64>>();
    let spike = each.iter().map(rate).try_fold(0.0, |most: f64, rate| Some(most.max(rate?)));
    let transfer = slowest.map(|all| all.into_iter().fold(0.0, f64::max));
    let fits = transfer.map(|_| sites().all(|site| site.nights.is_some() && !site.overflows()));
    let ends = sites().map(|site| site.ends).collect::<Option<Vec<_>>>().and_then(|ends| ends.into_iter().max());
    ForcedPush {
        left,
        share: expected / all,
        transfer,
        spike: spike.filter(|_| sites().next().is_some()),
        window: DailyWindow::of(&release.rollout.push).length(),
        fits,
        ends: ends.filter(|_| fits == Some(true)),
        pushes,
    }
}

/// The groups with their share of those who are left, in whole ones that add up: each has what is whole of its own, and
/// what is missing goes to those with the largest parts left over. Before each group, at which deadline.
fn in_whole(left: u32, groups: Vec<(usize, &UserGroup, f64)>) -> Vec<(usize, UserGroup)> {
    // Parts of a u32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let mut whole: Vec<(usize, UserGroup, f64)> = groups
        .into_iter()
        .map(|(at, group, part)| (at, UserGroup { size: Count((part + 1e-9) as u32), ..group.clone() }, part.fract()))
        .collect();
    let given: u32 = whole.iter().map(|(_, group, _)| group.size.0).fold(0, u32::saturating_add);
    let mut order: Vec<usize> = (0..whole.len()).collect();
    order::sort_by(&mut order, |one, other| {
        let part = |at: &usize| whole.get(*at).map_or(0.0, |(_, _, part)| *part);
        part(other).total_cmp(&part(one))
    });
    for at in order.into_iter().take(left.saturating_sub(given) as usize) {
        if let Some((_, group, _)) = whole.get_mut(at) {
            group.size.0 += 1;
        }
    }
    whole.into_iter().map(|(at, group, _)| (at, group)).filter(|(_, group)| group.size.0 > 0).collect()
}

/// Whether a push is planned in figures at all: a size, and a rate or a link to send it over.
#[must_use]
pub fn has_transfer(release: &Release) -> bool {
    let push: &PushPlan = &release.rollout.push;
    push.package.is_some()
        && (push.bandwidth_limit.is_some() || release.groups().any(|(_, group)| group.link.is_some()))
}
