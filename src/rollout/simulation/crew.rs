//! People of a small wave who get the release in the same way, one by one.

use super::person::Person;
use super::timetable::Frame;

/// When each of a few people gets it.
#[derive(Debug, Default)]
pub(super) struct Crew {
    /// When somebody has it installed, in order.
    got: Vec<f64>,
    /// When the last attempt with somebody has failed.
    gave_up: Vec<f64>,
    /// When the defect hits somebody who keeps the release, in order, and since when they have it.
    pub(super) hits: Vec<(f64, f64)>,
    /// When somebody has it installed, and how many calls they make in the mean.
    callers: Vec<(f64, f64)>,
}

/// Those who have fetched the package by the deadline of a wave that starts at a time, and those who have not.
///
/// The servers serve them in the order in which they ask.
pub(super) fn fetched<'p>(
    frame: &Frame,
    deadline: f64,
    start: f64,
    mut people: Vec<&'p Person>,
) -> (Crew, Vec<&'p Person>) {
    people.sort_unstable_by(|one, other| one.asks.total_cmp(&other.asks));
    let (transfer, mut free) = (frame.transfer(), start);
    let mut crew = Crew::default();
    let late = people.into_iter().filter(|person| {
        free = free.max(start + person.asks) + transfer;
        let in_time = free < start + deadline;
        if in_time {
            crew.put(person, free);
        }
        !in_time
    });
    let late = late.collect();
    crew.sort();
    (crew, late)
}

/// Those to whom it is pushed from a time on, at which the window has been open for so many hours: the k-th of a site once its
/// link has been at work for k times what one takes. And what is asked of the busiest link.
pub(super) fn pushed(frame: &Frame, start: f64, into: usize, mut people: Vec<&Person>) -> (Crew, f64) {
    people.sort_unstable_by(|one, other| {
        (one.site, one.place).partial_cmp(&(other.site, other.place)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut crew = Crew::default();
    let (mut site, mut targets, mut load) = (usize::MAX, 0.0, 0.0_f64);
    for person in people {
        if person.site != site {
            (site, targets) = (person.site, 0.0);
            load = load.max(frame.push_load(site));
        }
        targets += 1.0;
        crew.put(person, start + frame.at_work(targets * frame.push_hours(site), into));
    }
    crew.sort();
    (crew, load)
}

impl Crew {
    /// Somebody's device has the package at a time.
    fn put(&mut self, person: &Person, package: f64) {
        let time = package + person.attempts;
        if person.fails {
            self.gave_up.push(time);
            return;
        }
        self.got.push(time);
        self.callers.push((time, person.calls));
        if person.hit_after.is_finite() {
            self.hits.push((time + person.hit_after, time));
        }
    }

    fn sort(&mut self) {
        self.got.sort_unstable_by(f64::total_cmp);
        self.callers.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        self.hits.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    }

    /// How many people ever have it.
    #[allow(clippy::cast_precision_loss, reason = "a few people")]
    pub(super) fn people(&self) -> f64 {
        self.got.len() as f64
    }

    /// With how many people all attempts fail.
    #[allow(clippy::cast_precision_loss, reason = "a few people")]
    pub(super) fn failures(&self) -> f64 {
        self.gave_up.len() as f64
    }

    /// How many people have it at a time.
    #[allow(clippy::cast_precision_loss, reason = "a few people")]
    pub(super) fn installed_by(&self, time: f64) -> f64 {
        self.got.partition_point(|got| *got <= time) as f64
    }

    /// When so many people have it; the last one, where so many never do.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few people")]
    pub(super) fn time_of(&self, count: f64) -> f64 {
        let at = (count - 1e-9).ceil().max(1.0) as usize - 1;
        self.got.get(at).or(self.got.last()).copied().unwrap_or_default()
    }

    /// When the last attempt with somebody has failed.
    pub(super) fn given_up(&self) -> Option<f64> {
        self.gave_up.iter().copied().reduce(f64::max)
    }

    /// When somebody has it by a time, and how many calls they make in the mean.
    pub(super) fn callers(&self, until: f64) -> impl Iterator<Item = (f64, f64)> {
        self.callers.iter().copied().filter(move |(time, _)| *time <= until)
    }

    /// When the last attempt with somebody has failed by a time.
    pub(super) fn failed(&self, until: f64) -> impl Iterator<Item = f64> {
        self.gave_up.iter().copied().filter(move |time| *time <= until)
    }
}
