//! The service desk: calls come in by the hour, are taken while it is open, and wait otherwise.

use super::draws::{Dice, Purpose};
use super::inputs::{Input, Values};
use super::quantile::Poisson;

/// The hours of a day.
const DAY: usize = 24;
const DAY_F: f64 = 24.0;

/// For how many days after the last hour the desk is followed at most.
const MOST_DAYS: usize = 20_000;

/// So few calls that they are as good as none.
const LEFT: f64 = 1e-3;

/// The hours of the desk: counted on the clock, from the hour of the desk in which the rollout starts. The desk's hours begin
/// with its opening.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hours {
    /// How far the first of them is gone when the rollout starts, from 0 to 1.
    pub(super) gone: f64,
    /// How many were over since the desk opened when that one began.
    since: usize,
    /// For how many of a day it is open from the first to the last minute.
    whole: usize,
    /// For what part of the next one it is open.
    part: f64,
}

impl Hours {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "up to 24")]
    pub(super) fn of(values: &Values) -> Self {
        let since = values.get(Input::StartHour) - values.get(Input::DeskFrom);
        let since = if since < 0.0 { since + DAY_F } else { since };
        // A minute that is put down as a fraction of an hour may miss the full hour by a rounding.
        let full = (since + 1e-9).floor();
        let open = values.get(Input::DeskHours);
        Self {
            gone: (since - full).max(0.0),
            since: full as usize % DAY,
            whole: open.floor() as usize,
            part: open - open.floor(),
        }
    }

    /// The first number of hours, from so many on, after which the desk opens.
    pub(super) fn until_opening(self, hours: usize) -> usize {
        (self.since + hours).div_ceil(DAY) * DAY - self.since
    }

    /// For how many of the day's hours it is open, the last one in part.
    fn open(self) -> usize {
        self.whole + usize::from(self.part > 0.0)
    }

    fn length(self) -> f64 {
        self.open() as f64 - if self.part > 0.0 { 1.0 - self.part } else { 0.0 }
    }
}

/// What the desk makes of the calls of a trial.
#[derive(Debug)]
pub(super) struct Queue {
    /// The calls of the busiest opening hour, over what the desk takes in an hour.
    pub(super) peak: f64,
    /// The largest number of calls that wait.
    pub(super) backlog: f64,
}

/// The calls that a trial is expected to bring, given who is hit and whose installation fails.
pub(super) struct Expected<'e, F: Fn(f64) -> f64> {
    /// Those of each hour, up to an opening.
    pub(super) hourly: &'e [f64],
    /// Hours after those with what is expected in them besides, in order.
    pub(super) later: &'e [(usize, f64)],
    /// Of the rest, those that are still to come after so many hours.
    pub(super) rest: F,
    /// What part of them is left after an hour, where nobody more gets it.
    pub(super) decay: f64,
    /// From which hour on fewer of the rest come each day than the day before.
    pub(super) fades: f64,
}

/// Takes the calls hour by hour, and then where it keeps up day by day, until nobody waits any more or no more can wait than have. The calls of
/// an hour are Poisson about their mean by the uniform number of the hour, those of a night together at its end. An hour whose
/// calls can neither be the most so far nor make anybody wait, by its uniform number, is passed over without working them out.
/// The calls of each hour go to `came`.
pub(super) fn queue<F: Fn(f64) -> f64>(
    desk: (Hours, f64, &Poisson),
    expected: &Expected<F>,
    (uniforms, dice): (&[f64], Dice),
    came: Option<&mut Vec<f64>>,
) -> Queue {
    let (hours, capacity, poisson) = desk;
    let mut desk = Desk { hours, poisson, capacity, waiting: 0.0, most: 0.0, busiest: 0.0, came };
    let (mut means, mut uniforms) = (expected.hourly, uniforms);
    let mut since = hours.since;
    while !means.is_empty() {
        let left = DAY - since;
        let (today, later) = means.split_at(left.min(means.len()));
        let (dice, dice_later) = uniforms.split_at(left.min(uniforms.len()));
        desk.day(since, today, dice);
        (means, uniforms, since) = (later, dice_later, 0);
    }
    desk.came = None;
    desk.afterwards(expected, dice);
    Queue { peak: desk.busiest / capacity, backlog: desk.most }
}

/// The desk at work.
struct Desk<'d> {
    hours: Hours,
    poisson: &'d Poisson,
    capacity: f64,
    waiting: f64,
    most: f64,
    busiest: f64,
    came: Option<&'d mut Vec<f64>>,
}

impl Desk<'_> {
    /// A day, or what is left of it after so many hours: opening hours, a last one in part, and the night.
    fn day(&mut self, since: usize, means: &[f64], dice: &[f64]) {
        let split = |at: usize| means.len().min(at.saturating_sub(since));
        let (work, last) = (split(self.hours.whole), split(self.hours.open()));
        let capacity = self.capacity;
        self.open(means.get(..work).unwrap_or_default(), dice, capacity);
        let rest = dice.get(work..).unwrap_or_default();
        self.open(means.get(work..last).unwrap_or_default(), rest, capacity * self.hours.part);
        self.night(means.get(last..).unwrap_or_default(), dice.last().copied().unwrap_or(0.5));
    }

    /// Opening hours: what comes in, or waits, is taken up to the capacity.
    fn open(&mut self, means: &[f64], dice: &[f64], capacity: f64) {
        for (mean, uniform) in means.iter().zip(dice) {
            if let Some(came) = &mut self.came {
                came.push(self.poisson.draw(*mean, *uniform));
            }
            let limit = self.busiest.min(capacity);
            if self.waiting <= 0.0 && Poisson::stays_below(limit, *mean, *uniform) {
                continue;
            }
            let calls = self.poisson.draw(*mean, *uniform);
            self.busiest = self.busiest.max(calls);
            self.waiting = (self.waiting + calls - capacity).max(0.0);
            self.most = self.most.max(self.waiting);
        }
    }

    /// The hours until it opens again: what comes in waits.
    fn night(&mut self, means: &[f64], uniform: f64) {
        if means.is_empty() {
            return;
        }
        let calls = self.poisson.draw(means.iter().sum(), uniform);
        self.waiting += calls;
        self.most = self.most.max(self.waiting);
        if let Some(came) = &mut self.came {
            came.extend(means.iter().map(|_| 0.0));
            if let Some(last) = came.last_mut() {
                *last = calls;
            }
        }
    }

    /// The days after the last hour that was followed: at a stroke where the desk keeps up, or no more can wait that day than have,
    /// and otherwise, or where somebody is known to be hit or an installation to fail, by the hour.
    #[allow(clippy::cast_precision_loss, reason = "hours of some years")]
    fn afterwards<F: Fn(f64) -> f64>(&mut self, expected: &Expected<F>, dice: Dice) {
        let mut at = expected.hourly.len();
        let mut later = expected.later;
        let rest = |hour: f64| (expected.rest)(hour).max(0.0);
        let mut left = rest(at as f64);
        for _ in 0..MOST_DAYS {
            let (now, then) = later.split_at(later.partition_point(|(hour, _)| *hour < at + DAY));
            let is_quiet = left < LEFT;
            let next = if is_quiet { 0.0 } else { rest((at + DAY) as f64).min(left) };
            let after_work = if is_quiet { 0.0 } else { rest(at as f64 + self.hours.length()).clamp(next, left) };
            let (work, night) = (left - after_work, after_work - next);
            let keeps_up = at_most(work) <= self.capacity * self.hours.length();
            let may_grow = !keeps_up && !is_quiet && self.waiting + at_most(work) > self.most;
            if !now.is_empty() || may_grow {
                self.by_the_hour(now, (work, night, expected.decay), at, dice);
            } else if then.is_empty() && self.is_past_its_worst(left, night, keeps_up && at as f64 >= expected.fades) {
                return;
            } else {
                self.at_a_stroke((work, night), at, dice);
            }
            (left, later) = (next, then);
            at += DAY;
            // Days on which nothing happens are passed over.
            if let Some((hour, _)) = later.first()
                && self.waiting <= 0.0
                && left < LEFT
            {
                at += (hour - at) / DAY * DAY;
            }
        }
    }

    /// Whether no more can wait than have, or hardly: because too few calls are left, or because nobody waits, the desk keeps up
    /// from now on, and fewer call in each night than have waited.
    fn is_past_its_worst(&self, left: f64, night: f64, keeps_up: bool) -> bool {
        let is_quiet = keeps_up && self.waiting <= 0.0 && at_most(night) <= self.most;
        left < LEFT || is_quiet || self.waiting + at_most(left) <= self.most
    }

    /// A day on which so many calls are expected while it is open, and so many while it is not.
    fn at_a_stroke(&mut self, (work, night): (f64, f64), at: usize, dice: Dice) {
        let mut stream = dice.stream(Purpose::DeskLater, at);
        let [work, night] = [work, night].map(|mean| self.poisson.draw(mean, stream.uniform()));
        self.waiting = (self.waiting + work - self.capacity * self.hours.length()).max(0.0);
        self.most = self.most.max(self.waiting);
        self.waiting += night;
        self.most = self.most.max(self.waiting);
    }

    /// A day by the hour, in some of which calls are expected besides those that come evenly; of these fewer come each hour, by what
    /// is left of them after one.
    fn by_the_hour(&mut self, now: &[(usize, f64)], (work, night, decay): (f64, f64, f64), at: usize, dice: Dice) {
        let open = self.hours.open();
        let mut weight = 1.0;
        let mut means: [f64; DAY] = std::array::from_fn(|_| {
            weight *= decay;
            weight
        });
        let (by_day, by_night) = means.split_at_mut(open.min(DAY));
        for (hours, calls) in [(by_day, work), (by_night, night)] {
            let all = hours.iter().sum::<f64>().max(f64::MIN_POSITIVE);
            hours.iter_mut().for_each(|mean| *mean *= calls / all);
        }
        for (hour, calls) in now {
            if let Some(mean) = means.get_mut(hour - at) {
                *mean += calls;
            }
        }
        let mut stream = dice.stream(Purpose::DeskLater, at);
        let uniforms: [f64; DAY] = std::array::from_fn(|_| stream.uniform());
        self.day(0, &means, &uniforms);
    }
}

/// As many as a Poisson number with this mean hardly ever exceeds.
fn at_most(mean: f64) -> f64 {
    mean + 5.0 * mean.sqrt() + 3.0
}
