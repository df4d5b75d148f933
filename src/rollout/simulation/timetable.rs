//! What a strategy does with the people of a scenario: waves, and in each the legs on which people get the release.

use std::cell::OnceCell;

use super::cohort::{self, Cohort};
use super::desk::Hours;
use super::inputs::{Input, Values};
use super::profile::Profile;
use super::quantile::{Poisson, binomial};
use super::scenario::Scenario;
use super::shape::{Attempts, CELLS, Fetch, Shape, clock_hours};
use crate::plan::{Approach, Delivery, Strategy};

/// In a wave of up to so many people each is drawn by themselves; in a larger one they are curves.
const ONE_BY_ONE: f64 = 128.0;

/// For how many numbers of people who are left at a deadline there are curves, next to the expected one on either side.
const AROUND: usize = 10;

/// How many cells those curves have.
const REST_CELLS: u32 = 256;

/// What holds for all strategies of a scenario.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) values: Values,
    pub(super) cohorts: Vec<Cohort>,
    pub(super) attempts: Attempts,
    /// Hits per hour of a susceptible person.
    pub(super) hit_rate: f64,
    pub(super) people: f64,
    pub(super) poisson: Poisson,
    /// Of each cohort, whether some wave takes its people one by one.
    pub(super) one_by_one: Vec<bool>,
    /// The hours of the desk.
    pub(super) desk: Hours,
    /// The megabits that each target fetches.
    megabits: f64,
    /// The usable rate of each site's link and what a push takes of it, in Mbit/s.
    links: Vec<(f64, f64)>,
    bakes: Vec<(f64, f64)>,
}

/// A strategy, laid out.
#[derive(Debug)]
pub(super) struct Timetable {
    pub(super) strategy: Strategy,
    pub(super) waves: Vec<WavePlan>,
    /// How many hours of the desk are followed one by one; it opens at their end.
    pub(super) hours: usize,
    /// When the rollout ends where nothing goes wrong and everything takes its mean course.
    pub(super) nominal: f64,
}

/// A wave, laid out.
#[derive(Debug)]
pub(super) struct WavePlan {
    /// How many people.
    pub(super) people: f64,
    /// For how many hours it is watched.
    pub(super) bake: f64,
    /// The share of it that must have it, from 0 to 1.
    pub(super) target: f64,
    /// The cohorts in it.
    pub(super) cohorts: Vec<usize>,
    /// The ways on which its people get it: where those who fetch it have a deadline, they come first, and then the push of the
    /// rest.
    pub(super) legs: Vec<Leg>,
    /// Whether its people are taken one by one.
    pub(super) one_by_one: bool,
}

/// People of a wave who get the release in the same way.
#[derive(Debug)]
pub(super) struct Leg {
    /// The share of the wave's people that it is expected to come to. Of those who fetch it until a deadline, that is the share
    /// with the package by then.
    pub(super) share: f64,
    /// Hours from the start of the wave, for a push: then as soon as the window is open.
    pub(super) after: f64,
    /// Hours from the start of the wave in which people may fetch it; infinite where they always may.
    pub(super) deadline: f64,
    /// Whether it is a push, which keeps to the window.
    pub(super) pushes: bool,
    /// What it asks of links or servers in its busiest moment, as a share of what is usable.
    pub(super) load: f64,
    /// Until what share of people the servers cannot keep up with those who ask, and serve them one after the other.
    pub(super) queued: f64,
    /// What happens, where the window has just opened at the start. Of those who fetch it, what would if there were no deadline.
    first: OnceCell<Course>,
    /// What happens, where it has been open for one hour, for two, …
    later: Vec<OnceCell<Course>>,
    /// The curves for other numbers of people than the expected one, by the hours for which the window has been open.
    rests: Vec<OnceCell<Box<Shape>>>,
    sites: Vec<SiteShare>,
    fetch: Fetch,
}

/// The people of a leg at one site.
#[derive(Debug, Clone, Copy)]
struct SiteShare {
    /// How many are expected.
    people: f64,
    /// Calls that they make in the mean, all together.
    calls: f64,
    /// How many open hours their link needs for one of them.
    each: f64,
    /// What a push takes of the link, as a share of what is usable.
    load: f64,
}

/// What happens on a leg, counted from its start.
#[derive(Debug)]
pub(super) struct Course {
    pub(super) shape: Shape,
    pub(super) profile: Profile,
    /// How many people are expected to have it in the end, of those whose calls the profile holds.
    pub(super) people: f64,
}

impl Frame {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let values = scenario.values().clone();
        let cohorts = cohort::cohorts(scenario);
        let usable = values.share(Input::UsableShare);
        let limit = values.get(Input::RateLimit);
        let links = cohort::links(scenario).into_iter().map(|link| {
            let link = link * usable;
            (link, if limit > 0.0 { limit.min(link) } else { link })
        });
        let attempts = Attempts::new(
            values.share(Input::InstallFailure),
            values.get(Input::RetryLimit),
            values.get(Input::InstallMinutes) / 60.0,
        );
        Self {
            people: cohorts.iter().map(|cohort| cohort.people).sum(),
            one_by_one: one_by_one(&cohorts),
            hit_rate: values.get(Input::HitRate) / 24.0,
            megabits: values.get(Input::PackageSize) * 8.0,
            links: links.collect(),
            bakes: cohort::bakes(scenario),
            poisson: Poisson::new(),
            desk: Hours::of(&values),
            attempts,
            values,
            cohorts,
        }
    }

    /// How many hours the day's window is open.
    fn window(&self) -> f64 {
        self.values.get(Input::WindowLength)
    }

    /// The first moment from `time` on at which a push may start, and for how many whole hours the window has been open then.
    ///
    /// Within the window a push starts on the full hour, counted from the opening: then there are at most 24 courses that it
    /// can take, each worked out once. Without a window it starts at once.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 24")]
    pub(super) fn opening(&self, time: f64) -> (f64, usize) {
        let window = self.window();
        if window >= 24.0 {
            return (time, 0);
        }
        let clock = self.values.get(Input::StartHour) - self.values.get(Input::WindowFrom) + time;
        let into = clock - (clock / 24.0).floor() * 24.0;
        let hour = (into - 1e-9).ceil().max(0.0);
        if hour < window { (time + (hour - into).max(0.0), hour as usize) } else { (time + 24.0 - into, 0) }
    }

    /// The load of a pull in its first moment: people × ln 2 ÷ half-life, in megabits, over what the servers give.
    fn server_load(&self, people: f64) -> f64 {
        let first_hour = people * std::f64::consts::LN_2 / self.half_life();
        first_hour * self.megabits / (self.server_rate() * 3600.0)
    }

    fn server_rate(&self) -> f64 {
        self.values.get(Input::ServerRate) * self.values.share(Input::UsableShare)
    }

    fn half_life(&self) -> f64 {
        self.values.get(Input::HalfLife) * 24.0
    }

    /// How many hours the servers need for one target.
    pub(super) fn transfer(&self) -> f64 {
        self.megabits / (self.server_rate() * 3600.0)
    }

    /// In how many hours somebody fetches it who waits for a number of mean lives.
    pub(super) fn asks(&self, lives: f64) -> f64 {
        lives * self.half_life() / std::f64::consts::LN_2
    }

    /// How many open hours a site's link needs for a package on one target.
    pub(super) fn push_hours(&self, site: usize) -> f64 {
        let rate = self.links.get(site).map_or(1.0, |(_, used)| *used);
        self.megabits * (1.0 - self.values.share(Input::PeerShare)) / (rate * 3600.0)
    }

    /// What a push takes of a site's link, of what is usable: its limit, where there is one, or all.
    pub(super) fn push_load(&self, site: usize) -> f64 {
        let used = self.links.get(site).map_or(0.0, |(usable, used)| used / usable);
        if self.megabits > 0.0 { used } else { 0.0 }
    }

    /// After how many hours on the clock a push has been at work for so many, where the window had been open for `into` hours at
    /// its start.
    #[allow(clippy::cast_precision_loss, reason = "at most 24 hours")]
    pub(super) fn at_work(&self, hours: f64, into: usize) -> f64 {
        clock_hours(hours + into as f64, self.window()) - into as f64
    }
}

/// The cohorts whose people are taken one by one: those in a wave of few, and all where everybody together are few.
fn one_by_one(cohorts: &[Cohort]) -> Vec<bool> {
    let sum = |inside: &dyn Fn(&Cohort) -> bool| {
        cohorts.iter().filter(|cohort| inside(cohort)).map(|cohort| cohort.people).sum::<f64>()
    };
    let all = sum(&|_| true) <= ONE_BY_ONE;
    cohorts.iter().map(|one| all || sum(&|other| other.wave == one.wave) <= ONE_BY_ONE).collect()
}

impl Timetable {
    pub(super) fn new(frame: &Frame, strategy: Strategy) -> Self {
        let phased = strategy.approach == Approach::Phased;
        let last = frame.cohorts.iter().map(|cohort| cohort.wave).max().unwrap_or(0);
        let waves = (0..=last).filter_map(|wave| {
            let inside = |cohort: &Cohort| if phased { cohort.wave == wave } else { wave == 0 };
            let all = frame.cohorts.iter().enumerate();
            let cohorts: Vec<usize> = all.filter(|(_, cohort)| inside(cohort)).map(|(at, _)| at).collect();
            let (bake, target) = frame.bakes.get(wave).copied().unwrap_or((0.0, 0.95));
            (!cohorts.is_empty()).then(|| WavePlan::new(frame, strategy.delivery, cohorts, bake, target))
        });
        let mut timetable = Self { strategy, waves: waves.collect(), hours: 0, nominal: 0.0 };
        timetable.nominal = timetable.mean_course(frame);
        // The calls are followed until most of those after the last installations have come in, for half a year at most.
        let tail = frame.values.get(Input::CallSpread) * 24.0;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most half a year of hours")]
        let hours = (timetable.nominal * 1.1 + tail).clamp(24.0, 4380.0).ceil() as usize;
        timetable.hours = frame.desk.until_opening(hours);
        timetable
    }

    /// When 95 % have it where nothing goes wrong and each wave takes its mean course.
    fn mean_course(&self, frame: &Frame) -> f64 {
        let (mut start, mut end) = (0.0, 0.0);
        for wave in &self.waves {
            let mut reached: f64 = 0.0;
            let target = wave.target.min(1.0 - 1e-6);
            let mut before = 0.0;
            for leg in &wave.legs {
                let (begin, into) = leg.begin(frame, start);
                // On the curve of those who fetch it the deadline is where their share is; a push has a curve of its own.
                let share = if leg.pushes { (target - before) / leg.share.max(1e-12) } else { target.min(leg.share) };
                if share > 0.0 {
                    reached = reached.max(begin + leg.course(frame, into).shape.time_of(share.min(1.0)));
                }
                before += leg.share;
            }
            end = reached;
            start = reached + wave.bake;
        }
        end
    }
}

impl WavePlan {
    fn new(frame: &Frame, delivery: Delivery, cohorts: Vec<usize>, bake: f64, target: f64) -> Self {
        let members: Vec<&Cohort> = cohorts.iter().filter_map(|at| frame.cohorts.get(*at)).collect();
        let people: f64 = members.iter().map(|cohort| cohort.people).sum();
        let pulled = if delivery == Delivery::Push { 0.0 } else { 1.0 };
        let deadline = match delivery {
            Delivery::PullThenPush => frame.values.get(Input::PullDeadline) * 24.0,
            Delivery::Push | Delivery::Pull => f64::INFINITY,
        };
        let each = frame.transfer();
        let fetch = Fetch::Pull { half_life: frame.half_life(), each, servers: people * each };
        let pulled = if deadline.is_finite() { fetch.share(deadline) } else { pulled };
        let mut legs = Vec::new();
        if pulled > 0.0 {
            let load = frame.server_load(people);
            let everybody = together(&sites(frame, &members, 1.0));
            legs.push(Leg { deadline, ..Leg::new(pulled, 0.0, fetch, load, everybody) });
        }
        if pulled < 1.0 - 1e-12 && delivery != Delivery::Pull {
            let rest = 1.0 - pulled;
            let sites = sites(frame, &members, rest);
            let load = sites.iter().map(|site| site.load).fold(0.0, f64::max);
            let after = if deadline.is_finite() { deadline } else { 0.0 };
            let fetch = Fetch::Push { each: 0.0, targets: 0.0, window: frame.window(), into: 0.0 };
            legs.push(Leg::new(rest, after, fetch, load, sites));
        }
        Self { people, bake, target, cohorts, legs, one_by_one: people <= ONE_BY_ONE }
    }
}

/// The people of a leg by site: a share of each cohort.
fn sites(frame: &Frame, members: &[&Cohort], share: f64) -> Vec<SiteShare> {
    let mut sites: Vec<(usize, SiteShare)> = Vec::new();
    for cohort in members {
        let (people, calls) = (cohort.people * share, cohort.people * share * cohort.calls);
        match sites.iter_mut().find(|(site, _)| *site == cohort.site) {
            Some((_, site)) => {
                site.people += people;
                site.calls += calls;
            }
            None => {
                let (each, load) = (frame.push_hours(cohort.site), frame.push_load(cohort.site));
                sites.push((cohort.site, SiteShare { people, calls, each, load }));
            }
        }
    }
    sites.into_iter().map(|(_, site)| site).collect()
}

/// Everybody together: where they are does not matter to those who fetch it.
fn together(sites: &[SiteShare]) -> Vec<SiteShare> {
    let sum = |of: fn(&SiteShare) -> f64| sites.iter().map(of).sum();
    vec![SiteShare { people: sum(|site| site.people), calls: sum(|site| site.calls), each: 0.0, load: 0.0 }]
}

impl Leg {
    fn new(share: f64, after: f64, fetch: Fetch, load: f64, sites: Vec<SiteShare>) -> Self {
        let pushes = matches!(fetch, Fetch::Push { .. });
        let later = (1..24).map(|_| OnceCell::new()).collect();
        let rests = if after > 0.0 { 24 * (2 * AROUND + 1) } else { 0 };
        let rests = (0..rests).map(|_| OnceCell::new()).collect();
        let deadline = f64::INFINITY;
        let queued = fetch.queued();
        Self { share, after, deadline, pushes, load, queued, first: OnceCell::new(), later, rests, sites, fetch }
    }

    /// When it starts in a wave that starts at a time, and which of its courses it takes then.
    pub(super) fn begin(&self, frame: &Frame, wave: f64) -> (f64, usize) {
        if self.pushes { frame.opening(wave + self.after) } else { (wave, 0) }
    }

    /// What happens on it, where the window has been open for so many hours at its start.
    pub(super) fn course(&self, frame: &Frame, into: usize) -> &Course {
        let slot = into.checked_sub(1).and_then(|at| self.later.get(at)).unwrap_or(&self.first);
        slot.get_or_init(|| self.worked_out(frame, into))
    }

    /// The curves of a push of so many people who are left at a deadline; where these are many, of the nearest number for which
    /// there are curves: a quarter of the standard deviation lies between at most.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a few dozen numbers"
    )]
    pub(super) fn rest(&self, frame: &Frame, into: usize, people: f64) -> &Shape {
        let expected: f64 = self.sites.iter().map(|site| site.people).sum();
        let step = ((expected * (1.0 - self.share)).sqrt() * 0.5).round().max(1.0);
        let (middle, around) = (expected.round(), AROUND as f64);
        let off = ((people - middle) / step).round().clamp(-around, around);
        let number = (middle + off * step).max(1.0);
        let slot = into * (2 * AROUND + 1) + (off + around) as usize;
        let Some(slot) = self.rests.get(slot) else { return &self.course(frame, into).shape };
        slot.get_or_init(|| Box::new(self.shape(frame, into, REST_CELLS, number / expected)))
    }

    /// What a push asks of its links in its busiest moment, where so many people are at each site.
    pub(super) fn load_at(&self, at_sites: &[f64]) -> f64 {
        let busy = self.sites.iter().zip(at_sites).filter(|(_, people)| **people >= 1.0);
        busy.map(|(site, _)| site.load).fold(0.0, f64::max)
    }

    /// How many of so many people are at each of its sites, by chance.
    pub(super) fn at_sites(&self, people: f64, mut uniform: impl FnMut() -> f64) -> Vec<f64> {
        let mut all: f64 = self.sites.iter().map(|site| site.people).sum();
        let mut left = people;
        let here = |site: &SiteShare| {
            let here =
                if self.sites.len() > 1 { binomial(left, (site.people / all).min(1.0), uniform()) } else { left };
            left -= here;
            all -= site.people;
            here
        };
        self.sites.iter().map(here).collect()
    }

    /// When a share of people has it to whom it is pushed, after the curve's cells have been searched: `at_sites` says how many
    /// they are at each site; as expected, where it is empty. The curve is kept to where it goes straight.
    pub(super) fn pushed_to(&self, frame: &Frame, into: usize, at_sites: &[f64], shape: &Shape, share: f64) -> f64 {
        let ways = |number: usize, site: &SiteShare| {
            let targets = at_sites.get(number).copied().unwrap_or(site.people);
            (self.way(site, into, targets), targets)
        };
        let people: f64 = self.sites.iter().enumerate().map(|(at, site)| ways(at, site).1).sum();
        let by = |hours: f64| {
            let of = |(at, site): (usize, &SiteShare)| {
                let (fetch, targets) = ways(at, site);
                if targets > 0.0 { targets * frame.attempts.installed(fetch, hours) } else { 0.0 }
            };
            self.sites.iter().enumerate().map(of).sum::<f64>() / people
        };
        let (mut low, mut high) = shape.around(share);
        if at_sites.is_empty() {
            let near = (people * 1e-4).max(0.02);
            let time = shape.time_of(share);
            let straight = |hours: f64| (by(hours) - shape.installed_by(hours)).abs() * people < near;
            if straight(low + (high - low) * 0.3) && straight(low + (high - low) * 0.7) && straight(time) {
                return time;
            }
        }
        let mut step = (high - low).max(0.01);
        while low > 0.0 && by(low) >= share {
            (low, high, step) = ((low - step).max(0.0), low, step * 2.0);
        }
        while by(high) < share && step < 1e9 {
            (low, high, step) = (high, high + step, step * 2.0);
        }
        let (mut below, mut above) = (by(low), by(high));
        let mut round = 0;
        while high - low > 1e-7 * (1.0 + low) && round < 60 {
            round += 1;
            // Straight between both ends a few times, moved a little towards the nearer end, and then by halves.
            let part = if round < 7 { ((share - below) / (above - below)).clamp(0.05, 0.95) } else { 0.5 };
            let time = low + (high - low) * part;
            let has = by(time);
            if has < share { (low, below) = (time, has) } else { (high, above) = (time, has) }
        }
        high
    }

    /// When everybody has it, where so many are at each site.
    pub(super) fn end_at(&self, frame: &Frame, into: usize, at_sites: &[f64]) -> f64 {
        let ways = self.sites.iter().zip(at_sites).map(|(site, targets)| self.way(site, into, *targets).end());
        ways.fold(0.0, f64::max) + frame.attempts.longest()
    }

    #[allow(clippy::cast_precision_loss, reason = "at most 24 hours")]
    fn way(&self, site: &SiteShare, into: usize, targets: f64) -> Fetch {
        match self.fetch {
            Fetch::Push { window, .. } => Fetch::Push { each: site.each, targets, window, into: into as f64 },
            pull @ Fetch::Pull { .. } => pull,
        }
    }

    /// The ways of its sites, for so many times as many people as are expected, with how many they are and their calls.
    fn ways(&self, into: usize, times: f64) -> Vec<(Fetch, f64, f64)> {
        let way = |site: &SiteShare| (self.way(site, into, site.people * times), site.people, site.calls);
        self.sites.iter().map(way).collect()
    }

    fn shape(&self, frame: &Frame, into: usize, cells: u32, times: f64) -> Shape {
        let (ways, attempts) = (self.ways(into, times), &frame.attempts);
        let people: f64 = ways.iter().map(|(_, people, _)| people).sum();
        let first = ways.iter().map(|(fetch, ..)| fetch.first()).fold(f64::INFINITY, f64::min) + attempts.shortest();
        let end = ways.iter().map(|(fetch, ..)| fetch.end()).fold(0.0, f64::max) + attempts.longest();
        Shape::new(cells, (first.min(end), end), frame.hit_rate, |hours| {
            ways.iter().map(|(fetch, people, _)| people * attempts.installed(*fetch, hours)).sum::<f64>() / people
        })
    }

    fn worked_out(&self, frame: &Frame, into: usize) -> Course {
        let shape = self.shape(frame, into, CELLS, 1.0);
        let (ways, attempts) = (self.ways(into, 1.0), &frame.attempts);
        let people: f64 = ways.iter().map(|(_, people, _)| people).sum();
        let spread = frame.values.get(Input::CallSpread) * 24.0;
        let profile = Profile::new(
            shape.end(),
            spread,
            |hours| {
                ways.iter().map(|(fetch, _, calls)| calls * attempts.installed(*fetch, hours)).sum::<f64>()
                    * (1.0 - attempts.failure)
            },
            |hours| {
                ways.iter().map(|(fetch, people, _)| people * attempts.given_up(*fetch, hours)).sum::<f64>() / people
            },
        );
        Course { shape, profile, people: people * (1.0 - attempts.failure) }
    }
}
