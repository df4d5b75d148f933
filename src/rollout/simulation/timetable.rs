//! What a strategy does with the people of a scenario: waves, and in each the legs on which people get the release.

use std::cell::OnceCell;

use super::cohort::{self, Cohort};
use super::desk::Hours;
use super::inputs::{Input, Values};
use super::profile::Profile;
use super::quantile::Poisson;
use super::scenario::Scenario;
use super::shape::{Attempts, Fetch, Shape};
use crate::plan::{Approach, Delivery, Strategy};

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
    /// The ways on which its people get it.
    pub(super) legs: Vec<Leg>,
}

/// People of a wave who get the release in the same way.
#[derive(Debug)]
pub(super) struct Leg {
    /// The share of the wave's people.
    pub(super) share: f64,
    /// Hours from the start of the wave, for a push: then as soon as the window is open.
    after: f64,
    /// Whether it is a push, which keeps to the window.
    pub(super) pushes: bool,
    /// What it asks of links or servers in its busiest moment, as a share of what is usable.
    pub(super) load: f64,
    /// What happens, where the window has just opened at the start.
    first: OnceCell<Course>,
    /// What happens, where it has been open for one hour, for two, …
    later: Vec<OnceCell<Course>>,
    sites: Vec<SiteShare>,
    fetch: Fetch,
}

/// The people of a leg at one site.
#[derive(Debug, Clone, Copy)]
struct SiteShare {
    people: f64,
    /// Calls that they make in the mean, all together.
    calls: f64,
    /// How many open hours their link needs.
    duration: f64,
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

    /// How many open hours the links need for a package on so many targets of a site.
    fn push_hours(&self, site: usize, targets: f64) -> f64 {
        let rate = self.links.get(site).map_or(1.0, |(_, used)| *used);
        targets * self.megabits * (1.0 - self.values.share(Input::PeerShare)) / (rate * 3600.0)
    }
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
            let mut left = wave.target.min(1.0 - 1e-6);
            for leg in &wave.legs {
                let (begin, into) = leg.begin(frame, start);
                let share = (left / leg.share.max(1e-12)).min(1.0);
                if share > 0.0 {
                    reached = reached.max(begin + leg.course(frame, into).shape.time_of(share));
                }
                left -= leg.share;
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
        let servers = people * frame.megabits / (frame.server_rate() * 3600.0);
        let fetch = Fetch::Pull { half_life: frame.half_life(), servers, deadline: f64::INFINITY };
        let pulled = if deadline.is_finite() { fetch.share(deadline) } else { pulled };
        let mut legs = Vec::new();
        if pulled > 0.0 {
            let fetch = Fetch::Pull { half_life: frame.half_life(), servers, deadline };
            let load = frame.server_load(people);
            legs.push(Leg::new(pulled, 0.0, fetch, load, together(&sites(frame, &members, pulled))));
        }
        if pulled < 1.0 - 1e-12 && delivery != Delivery::Pull {
            let rest = 1.0 - pulled;
            let sites = sites(frame, &members, rest);
            // A push takes all that it may: its limit, where there is one, or all that is usable.
            let load =
                members.iter().filter_map(|cohort| frame.links.get(cohort.site)).map(|(usable, used)| used / usable);
            let load = if frame.megabits > 0.0 { load.fold(0.0, f64::max) } else { 0.0 };
            let after = if deadline.is_finite() { deadline } else { 0.0 };
            let fetch = Fetch::Push { duration: 0.0, window: frame.window(), into: 0.0 };
            legs.push(Leg::new(rest, after, fetch, load, sites));
        }
        Self { people, bake, target, cohorts, legs }
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
            None => sites.push((cohort.site, SiteShare { people, calls, duration: 0.0 })),
        }
    }
    let timed = |(at, site): (usize, SiteShare)| SiteShare { duration: frame.push_hours(at, site.people), ..site };
    sites.into_iter().map(timed).collect()
}

/// Everybody together: where they are does not matter to those who fetch it.
fn together(sites: &[SiteShare]) -> Vec<SiteShare> {
    let sum = |of: fn(&SiteShare) -> f64| sites.iter().map(of).sum();
    vec![SiteShare { people: sum(|site| site.people), calls: sum(|site| site.calls), duration: 0.0 }]
}

impl Leg {
    fn new(share: f64, after: f64, fetch: Fetch, load: f64, sites: Vec<SiteShare>) -> Self {
        let pushes = matches!(fetch, Fetch::Push { .. });
        let later = (1..24).map(|_| OnceCell::new()).collect();
        Self { share, after, pushes, load, first: OnceCell::new(), later, sites, fetch }
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

    #[allow(clippy::cast_precision_loss, reason = "at most 24 hours")]
    fn worked_out(&self, frame: &Frame, into: usize) -> Course {
        let fetch = |site: &SiteShare| match self.fetch {
            Fetch::Push { window, .. } => Fetch::Push { duration: site.duration, window, into: into as f64 },
            pull @ Fetch::Pull { .. } => pull,
        };
        let ways: Vec<(Fetch, f64, f64)> =
            self.sites.iter().map(|site| (fetch(site), site.people, site.calls)).collect();
        let attempts = &frame.attempts;
        let people: f64 = ways.iter().map(|(_, people, _)| people).sum();
        let end = ways.iter().map(|(fetch, ..)| fetch.end()).fold(0.0, f64::max) + attempts.longest();
        let shape = Shape::new(end, frame.hit_rate, |hours| {
            ways.iter().map(|(fetch, people, _)| people * attempts.installed(*fetch, hours)).sum::<f64>() / people
        });
        let spread = frame.values.get(Input::CallSpread) * 24.0;
        let profile = Profile::new(
            end,
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
