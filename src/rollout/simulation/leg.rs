//! A leg of a wave: people who get the release in the same way, and the curves by which they do.

use std::cell::OnceCell;

use super::cohort::Cohort;
use super::inputs::Input;
use super::profile::Profile;
use super::quantile::{binomial, is_at_most, normal};
use super::shape::{CELLS, Fetch, Progress, Shape};
use super::timetable::Frame;

/// For how many numbers of people who are left at a deadline there are curves, next to the expected one on either side.
const AROUND: usize = 10;

/// How many cells those curves have.
const REST_CELLS: u32 = 256;

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
pub(super) struct SiteShare {
    /// How many are expected.
    people: f64,
    /// Calls that they make in the mean, all together.
    calls: f64,
    /// How many open hours their link needs for one of them.
    each: f64,
    /// What a push takes of the link, as a share of what is usable.
    pub(super) load: f64,
}

/// What happens on a leg, counted from its start.
#[derive(Debug)]
pub(super) struct Course {
    pub(super) shape: Shape,
    pub(super) profile: Profile,
    /// How many people are expected to have it in the end, of those whose calls the profile holds.
    pub(super) people: f64,
}

/// The people of a leg by site: a share of each cohort.
pub(super) fn sites(frame: &Frame, members: &[&Cohort], share: f64) -> Vec<SiteShare> {
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
pub(super) fn together(sites: &[SiteShare]) -> Vec<SiteShare> {
    let sum = |of: fn(&SiteShare) -> f64| sites.iter().map(of).sum();
    vec![SiteShare { people: sum(|site| site.people), calls: sum(|site| site.calls), each: 0.0, load: 0.0 }]
}

impl Leg {
    pub(super) fn new(share: f64, after: f64, fetch: Fetch, load: f64, sites: Vec<SiteShare>) -> Self {
        let pushes = matches!(fetch, Fetch::Push { .. });
        let later = (1..24).map(|_| OnceCell::new()).collect();
        let rests = if after > 0.0 { 24 * (2 * AROUND + 1) } else { 0 };
        let rests = (0..rests).map(|_| OnceCell::new()).collect();
        let deadline = f64::INFINITY;
        let queued = fetch.queued();
        Self { share, after, deadline, pushes, load, queued, first: OnceCell::new(), later, rests, sites, fetch }
    }

    /// The same with so many hours in which people may fetch it.
    pub(super) fn until(mut self, deadline: f64) -> Self {
        self.deadline = deadline;
        self
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

    /// How many of so many people who are left are at each of its sites, by chance. They are drawn from those at the sites without
    /// putting anybody back, (N − n) ÷ (N − 1) of the variance of a binomial number: it is drawn, and moved towards its mean.
    pub(super) fn at_sites(&self, people: f64, mut uniform: impl FnMut() -> f64) -> Vec<f64> {
        let mut all: f64 = self.sites.iter().map(|site| site.people / self.share).sum();
        let mut left = people;
        let here = |site: &SiteShare| {
            let own = site.people / self.share;
            let part = (own / all).min(1.0);
            let drawn = if part < 1.0 - 1e-9 { binomial(left, part, uniform()) } else { left };
            let narrow = ((all - left) / (all - 1.0).max(1.0)).clamp(0.0, 1.0).sqrt();
            let here = (left * part + (drawn - left * part) * narrow).round();
            let here = if part < 1.0 - 1e-9 { here.min(own.round()).max((left - (all - own)).round()) } else { left };
            let here = here.clamp(0.0, left);
            left -= here;
            all -= own;
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

    /// When the k-th of so many people has it to whom it is pushed, by a uniform number: chance decides with how many it has to be
    /// tried again. It is when no more than those who are not needed are tried again: the number of those, each by themselves, has
    /// the mean and the variance that the attempts give it. Nothing where chance has no part in it.
    pub(super) fn pushed_by_chance(
        &self,
        frame: &Frame,
        (into, at_sites): (usize, &[f64]),
        shape: &Shape,
        (k, people): (f64, f64),
        uniform: f64,
    ) -> Option<f64> {
        let targets_at = |number: usize, site: &SiteShare| at_sites.get(number).copied().unwrap_or(site.people);
        let targets: f64 = self.sites.iter().enumerate().map(|(at, site)| targets_at(at, site)).sum();
        if frame.attempts.is_sure() || targets <= 0.0 {
            return None;
        }
        let z = normal(uniform);
        let is_over = |hours: f64| {
            let mut sum = Progress::default();
            for (number, site) in self.sites.iter().enumerate() {
                let here = targets_at(number, site);
                if here > 0.0 {
                    let progress = frame.attempts.progress(self.way(site, into, here), hours);
                    sum.tried += here * progress.tried;
                    sum.installed += here * progress.installed;
                    sum.variance += here * progress.variance;
                }
            }
            let scale = people / targets;
            let again = ((sum.tried - sum.installed) * scale, sum.variance * scale);
            is_at_most(sum.tried * scale - k, again, z)
        };
        let (mut low, mut high) = shape.around((k / people).min(1.0));
        let mut step = (high - low).max(0.01);
        while low > 0.0 && is_over(low) {
            (low, high, step) = ((low - step).max(0.0), low, step * 2.0);
        }
        while !is_over(high) && step < 1e9 {
            (low, high, step) = (high, high + step, step * 2.0);
        }
        while high - low > 1e-6 * (1.0 + low) {
            let middle = low + (high - low) * 0.5;
            if is_over(middle) { high = middle } else { low = middle }
        }
        Some(high)
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
