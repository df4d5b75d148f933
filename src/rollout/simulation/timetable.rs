//! What a strategy does with the people of a scenario: waves, and in each the legs on which people get the release.

use super::cohort::{self, Cohort};
use super::desk::Hours;
use super::inputs::{Input, Values};
use super::leg::{Leg, sites, together};
use super::quantile::Poisson;
use super::scenario::Scenario;
use super::shape::{Attempts, Fetch, clock_hours};
use crate::plan::{Approach, Delivery, Strategy};

/// In a wave of up to so many people each is drawn by themselves; in a larger one they are curves.
const ONE_BY_ONE: f64 = 128.0;

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
    /// The planned start of each wave; 0 where the plan names none.
    starts: Vec<f64>,
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
    /// Its planned start, in hours from the start of the rollout: it begins no earlier.
    pub(super) not_before: f64,
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
            starts: scenario.waves.iter().map(|wave| wave.start.unwrap_or(0.0).max(0.0)).collect(),
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
            // Planned starts are those of waves: where everybody gets it at once, that is from the start on.
            let planned = frame.starts.get(wave).copied().filter(|_| phased).unwrap_or(0.0);
            (!cohorts.is_empty()).then(|| WavePlan {
                not_before: planned,
                ..WavePlan::new(frame, strategy.delivery, cohorts, bake, target)
            })
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
            start = wave.begins(start);
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
            legs.push(Leg::new(pulled, 0.0, fetch, load, everybody).until(deadline));
        }
        if pulled < 1.0 - 1e-12 && delivery != Delivery::Pull {
            let rest = 1.0 - pulled;
            let sites = sites(frame, &members, rest);
            let load = sites.iter().map(|site| site.load).fold(0.0, f64::max);
            let after = if deadline.is_finite() { deadline } else { 0.0 };
            let fetch = Fetch::Push { each: 0.0, targets: 0.0, window: frame.window(), into: 0.0 };
            legs.push(Leg::new(rest, after, fetch, load, sites));
        }
        Self { not_before: 0.0, people, bake, target, cohorts, legs, one_by_one: people <= ONE_BY_ONE }
    }

    /// When it begins, where the wave before has been watched by a time.
    pub(super) fn begins(&self, watched: f64) -> f64 {
        watched.max(self.not_before)
    }
}
