//! People who are getting the release, or have it: a leg of a wave that has begun.

use super::crew::Crew;
use super::draws::Stream;
use super::leg::{Course, Leg};
use super::shape::Shape;
use super::timetable::Frame;

/// A leg that has begun.
#[derive(Debug)]
pub(super) struct Live<'t> {
    pub(super) leg: &'t Leg,
    pub(super) course: &'t Course,
    frame: &'t Frame,
    /// Its curves.
    shape: &'t Shape,
    /// For how many hours the window had been open when it began, and how many people are at each site; empty where they are as
    /// many as expected.
    into: usize,
    at_sites: Vec<f64>,
    /// Its people one by one, where they are few.
    pub(super) crew: Option<Crew>,
    /// When it began.
    pub(super) start: f64,
    /// How many people have it in the end.
    pub(super) people: f64,
    /// On how many people the installation fails for good.
    pub(super) failures: f64,
    /// How many of those who have it in the end are susceptible.
    pub(super) susceptible: f64,
    /// What it asks of links or servers in its busiest moment, as a share of what is usable.
    pub(super) load: f64,
    /// When the next one of the susceptible people is hit.
    pub(super) next: f64,
    /// How many hits are known to have come.
    pub(super) known: f64,
    /// The place of the first of those who fetch it, where that is known; 0 otherwise.
    pub(super) first: f64,
    /// How many people have it at a moment that chance has already decided, and their place on the curve.
    pub(super) mark: Option<(f64, f64)>,
    /// How far the curve of installation goes: up to 1 but where a deadline ends it.
    cut: f64,
    /// When that is; infinite without a deadline.
    until: f64,
    /// Since when hits are drawn, as a place on the curve of hits.
    base: f64,
    /// How many hits were drawn from there on, the next one included, and of how many people.
    drawn: f64,
    of: f64,
    /// −ln(1 − U) of the last uniform order statistic that was drawn.
    passed: f64,
    stream: Stream,
}

impl<'t> Live<'t> {
    /// A leg that begins, with so many people who have it in the end, and so many with whom all attempts fail.
    pub(super) fn new(
        frame: &'t Frame,
        leg: &'t Leg,
        (start, into): (f64, usize),
        (people, failures): (f64, f64),
        stream: Stream,
    ) -> Self {
        let course = leg.course(frame, into);
        Self {
            leg,
            course,
            frame,
            into,
            at_sites: Vec::new(),
            shape: &course.shape,
            crew: None,
            start,
            people,
            failures,
            susceptible: 0.0,
            load: leg.load,
            next: f64::INFINITY,
            known: 0.0,
            first: 0.0,
            mark: None,
            cut: 1.0,
            until: f64::INFINITY,
            base: 0.0,
            drawn: 0.0,
            of: 0.0,
            passed: 0.0,
            stream,
        }
    }

    /// The same with its people one by one.
    pub(super) fn with_crew(mut self, crew: Crew) -> Self {
        (self.people, self.failures) = (crew.people(), crew.failures());
        self.susceptible = count(crew.hits.len());
        self.next = crew.hits.first().map_or(f64::INFINITY, |(time, _)| *time);
        self.crew = Some(crew);
        self
    }

    /// The same for those who are left at a deadline, so many at each site.
    pub(super) fn with_people_at(mut self, at_sites: Vec<f64>) -> Self {
        let targets = at_sites.iter().sum();
        self.shape = self.leg.rest(self.frame, self.into, targets);
        self.load = self.leg.load_at(&at_sites);
        self.at_sites = at_sites;
        self
    }

    /// Puts susceptible people on it, and draws when the first of them is hit.
    pub(super) fn put(&mut self, susceptible: f64) {
        self.susceptible = susceptible;
        self.of = susceptible;
        self.draw();
    }

    /// Its deadline: so many people have it, or will, and so many with whom all attempts fail; of those who are susceptible and
    /// were not hit so far, so many.
    pub(super) fn cut(&mut self, deadline: f64, people: f64, failures: f64, susceptible: f64) {
        self.base = self.hit_place(deadline);
        self.cut = self.leg.share;
        self.until = self.start + self.shape.time_of(self.cut);
        (self.people, self.failures, self.susceptible) = (people, failures, self.known + susceptible);
        (self.of, self.drawn, self.passed) = (susceptible, 0.0, 0.0);
        self.draw();
    }

    /// Notes the next hit as known, and draws when the one after it comes.
    pub(super) fn advance(&mut self) {
        self.known += 1.0;
        match &self.crew {
            Some(crew) => {
                let later = crew.hits.iter().map(|(time, _)| *time);
                let mut later = later.skip(whole(self.known));
                self.next = later.next().unwrap_or(f64::INFINITY);
            }
            None => self.draw(),
        }
    }

    /// The next hit, from one uniform number: the smallest of the M that are left is 1 − (1 − U)·V^(1/M), which in
    /// −ln(1 − U) is a sum. Only as many are drawn as somebody asks for, so that it does not matter how many people there are.
    fn draw(&mut self) {
        let left = self.of - self.drawn;
        if left < 1.0 {
            self.next = f64::INFINITY;
            return;
        }
        self.passed -= libm::log(self.stream.uniform()) / left;
        self.drawn += 1.0;
        let place = self.base - libm::expm1(-self.passed) * (self.cut - self.base);
        self.next = self.time_of_hit(place);
    }

    /// When a place on the curve of hits is reached. After a deadline that is the curve of those who had it by then.
    fn time_of_hit(&self, place: f64) -> f64 {
        let free = self.start + self.shape.time_of_hit(place);
        if free <= self.until {
            return free;
        }
        let left = self.cut - self.shape.hit_by(self.until - self.start);
        self.until + self.shape.fade(left / (self.cut - place))
    }

    /// The place on the curve of hits at a time.
    fn hit_place(&self, time: f64) -> f64 {
        if time <= self.until {
            return self.shape.hit_by(time - self.start);
        }
        let left = self.cut - self.shape.hit_by(self.until - self.start);
        self.cut - left * self.shape.unhit(time - self.until)
    }

    /// The share of its susceptible people who were hit by a time.
    pub(super) fn hit_share(&self, time: f64) -> f64 {
        if time <= self.start { 0.0 } else { self.hit_place(time) / self.cut }
    }

    /// The share of its people who have it at a time.
    pub(super) fn share(&self, time: f64) -> f64 {
        if time <= self.start { 0.0 } else { self.shape.installed_by(time - self.start).min(self.cut) / self.cut }
    }

    /// Until what share of its people they have to wait for each other.
    pub(super) fn queued(&self) -> f64 {
        (self.leg.queued / self.cut).min(1.0)
    }

    /// How many people have it at a time.
    pub(super) fn installed_by(&self, time: f64) -> f64 {
        match &self.crew {
            Some(crew) => crew.installed_by(time),
            None => self.people * self.share(time),
        }
    }

    /// When a share of its people has it.
    pub(super) fn time_of(&self, share: f64) -> f64 {
        match &self.crew {
            Some(crew) => crew.time_of(share * self.people),
            None if self.leg.pushes => {
                self.start + self.leg.pushed_to(self.frame, self.into, &self.at_sites, self.shape, share)
            }
            None => self.start + self.shape.time_of(share * self.cut),
        }
    }

    /// When the k-th of its people has it to whom it is pushed, by a uniform number: as a curve in expectation has it between k − 1
    /// and k, where it is sure, and otherwise by how many have to be tried again.
    pub(super) fn pushed_to(&self, k: f64, uniform: f64) -> f64 {
        let way = (self.into, self.at_sites.as_slice());
        let by_chance = self.leg.pushed_by_chance(self.frame, way, self.shape, (k, self.people), uniform);
        let sure = || self.time_of(((k - part(uniform)) / self.people).clamp(0.0, 1.0));
        by_chance.map_or_else(sure, |hours| self.start + hours)
    }

    /// When everybody has it.
    pub(super) fn end(&self) -> f64 {
        match &self.crew {
            Some(crew) => crew.time_of(self.people),
            None if !self.at_sites.is_empty() => self.start + self.leg.end_at(self.frame, self.into, &self.at_sites),
            None => self.until.min(self.start + self.shape.end()),
        }
    }

    /// Whether it is by chance how many of its people have it at a time.
    pub(super) fn is_open(&self, time: f64) -> bool {
        self.crew.is_none() && !self.leg.pushes && time > self.start && self.share(time) < 1.0 - 1e-12
    }

    /// How many more or fewer people have it in this trial than its course expects, as a factor.
    pub(super) fn times(&self) -> f64 {
        let expected = self.course.people * self.cut;
        if expected > 0.0 { self.people / expected } else { 0.0 }
    }

    /// After how many hours nobody more gets it, where it is stopped at a time: then, or at its deadline.
    pub(super) fn stopped(&self, time: f64) -> f64 {
        time.min(self.until) - self.start
    }
}

#[allow(clippy::cast_precision_loss, reason = "a few people")]
fn count(of: usize) -> f64 {
    of as f64
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few people")]
fn whole(of: f64) -> usize {
    of as usize
}

/// What of the k-th target of a push the curve need not have come to: where it is sure, it goes from k − 1 to k at once.
pub(super) fn part(uniform: f64) -> f64 {
    1e-6 + uniform * (1.0 - 2e-6)
}

/// How many people have it at a time.
pub(super) fn installed_by(lives: &[Live], time: f64) -> f64 {
    lives.iter().map(|live| live.installed_by(time)).sum()
}

/// When so many people have it; infinite where so many never do.
///
/// Where all others are complete or have not begun, the curve of the one leg is read backwards; otherwise the time is found
/// by halving, to a part in four thousand millions.
pub(super) fn when(lives: &[Live], count: f64) -> f64 {
    let total: f64 = lives.iter().map(|live| live.people).sum();
    if count > total * (1.0 + 1e-12) || lives.is_empty() {
        return f64::INFINITY;
    }
    // Between which two of their starts and ends it lies.
    let mut low: f64 = 0.0;
    let mut high = lives.iter().map(Live::end).fold(0.0, f64::max);
    for turn in lives.iter().flat_map(|live| [live.start, live.end()]) {
        if turn > low && turn < high {
            if installed_by(lives, turn) < count {
                low = turn;
            } else {
                high = turn;
            }
        }
    }
    let mut moving = lives.iter().filter(|live| live.start < high && live.end() > low);
    if let (Some(only), None) = (moving.next(), moving.next()) {
        let others: f64 = lives.iter().filter(|live| live.end() <= low).map(|live| live.people).sum();
        return only.time_of(((count - others) / only.people).clamp(0.0, 1.0));
    }
    for _ in 0..40 {
        let middle = low + (high - low) * 0.5;
        if installed_by(lives, middle) < count - 1e-9 {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}
