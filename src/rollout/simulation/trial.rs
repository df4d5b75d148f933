//! One trial of one strategy: waves until nothing is left to install, or until somebody sees the defect.

use super::calls::{Paper, calls};
use super::chances::Chances;
use super::draws::{Purpose, Stream};
use super::harm::{Harm, harm};
use super::inputs::Input;
use super::live::{Live, installed_by, when};
use super::outcome::Measure;
use super::quantile::{binomial, order_statistic};
use super::timetable::{Frame, Timetable};
use crate::plan::{Approach, Choice};

/// How many measures a trial has.
pub(super) const MEASURES: usize = Measure::ALL.len();

/// The share of people who must have it for the rollout to have finished.
const FINISHED: f64 = 0.95;

/// What came of a trial.
#[derive(Debug)]
pub(super) struct Trial<'t> {
    /// Each measure, in their order.
    pub(super) values: [f64; MEASURES],
    /// Whether it was backed out.
    pub(super) backed_out: bool,
    /// Whether there was a defect that nobody found.
    pub(super) undetected: bool,
    lives: Vec<Live<'t>>,
    harm: Harm,
}

/// When the defect was seen, and what was known of it by then.
#[derive(Debug)]
pub(super) struct Detection {
    /// When; infinite where it never is.
    pub(super) at: f64,
    /// When it was decided to back out.
    pub(super) decided: f64,
    /// The hits until then: when, and on which leg.
    pub(super) hits: Vec<(f64, usize)>,
}

/// Runs a strategy through a trial. `paper` is scratch paper; the calls of each hour go to `came`.
pub(super) fn trial<'t>(
    frame: &'t Frame,
    timetable: &'t Timetable,
    chances: &Chances,
    paper: &mut Paper,
    came: Option<&mut Vec<f64>>,
) -> Trial<'t> {
    let (lives, detection) = waves(frame, timetable, chances);
    let harm = harm(frame, timetable, &lives, chances, &detection);
    let finish = if detection.at.is_finite() { f64::INFINITY } else { finish(frame, timetable, &lives, chances) };
    let (queue, called) = calls(frame, timetable, chances, (&lives, &detection, &harm), paper, came);
    let load =
        lives.iter().filter(|live| live.start <= detection.decided).map(|live| live.leg.load).fold(0.0, f64::max);
    let end = match (harm.end.is_finite(), finish.is_finite()) {
        (true, _) => harm.end,
        (false, true) => finish,
        (false, false) => last(&lives, chances),
    };
    let cost = cost(frame, timetable, &harm, end, called);
    let backed_out = detection.at.is_finite();
    let values = Measure::ALL.iter().map(|measure| match measure {
        Measure::Exposed => harm.exposed,
        Measure::Hit => harm.hit,
        Measure::LostHours => harm.lost,
        Measure::Finish => finish,
        Measure::BackedOut if backed_out => harm.exposed,
        Measure::BackedOut => 0.0,
        Measure::PeakLink => load * 100.0,
        Measure::PeakDesk => queue.peak * 100.0,
        Measure::Backlog => queue.backlog,
        Measure::Cost => cost,
    });
    let mut row = [0.0; MEASURES];
    row.iter_mut().zip(values).for_each(|(slot, value)| *slot = value);
    Trial { values: row, backed_out, undetected: chances.defect && !backed_out, lives, harm }
}

/// The waves, as far as they begin, and the detection.
fn waves<'t>(frame: &'t Frame, timetable: &'t Timetable, chances: &Chances) -> (Vec<Live<'t>>, Detection) {
    let mut lives: Vec<Live<'t>> = Vec::with_capacity(timetable.waves.len() * 2);
    let mut watch = Watch { needed: frame.values.get(Input::ReportsNeeded).floor(), ..Watch::default() };
    let mut start = 0.0;
    for (at, wave) in timetable.waves.iter().enumerate() {
        let sum = |of: &[f64]| wave.cohorts.iter().filter_map(|cohort| of.get(*cohort)).sum::<f64>();
        let failures = sum(&chances.failures);
        let begun = lives.len();
        for leg in &wave.legs {
            let (begin, into) = leg.begin(frame, start);
            let people = (wave.people - failures) * leg.share;
            let stream = chances.dice.stream(Purpose::Hits, lives.len());
            lives.push(Live::new(leg, leg.course(frame, into), begin, people, failures * leg.share, stream));
        }
        let (_, new) = lives.split_at_mut(begun);
        let reached = reached(new, wave.people, wave.people - failures, wave.target, at, chances);
        start = if at + 1 < timetable.waves.len() { reached + wave.bake } else { f64::INFINITY };
        if chances.defect {
            infect(new, sum(&chances.susceptible), frame.attempts.failure, at, chances);
            if at == 0 {
                watch.monitoring = first_installation(new, chances) + chances.monitoring;
            }
            watch.until(&mut lives, start);
            if watch.seen() <= start {
                break;
            }
        }
        if start.is_infinite() {
            break;
        }
    }
    let at = watch.seen();
    (lives, Detection { at, decided: at + chances.decision, hits: watch.hits })
}

/// When the target share of a wave has it: the k-th of those whose installation succeeds, whose place among uniform numbers
/// is one beta number, read off the curve of the wave. Where nobody's does, when the last of them has the package: it is tried
/// in vain, and the next wave does not wait for it.
fn reached(new: &[Live], people: f64, succeed: f64, target: f64, wave: usize, chances: &Chances) -> f64 {
    let needed = (people * target - 1e-9).ceil().clamp(1.0, succeed.max(1.0));
    if succeed < 1.0 {
        let mut stream = chances.dice.stream(Purpose::Reach, wave);
        let last = |live: &Live| {
            let people = (people * live.leg.share).max(1.0);
            let place = if live.leg.pushes { 1.0 } else { order_statistic(people, people, &mut stream) };
            live.start + live.course.shape.time_of(place)
        };
        return new.iter().map(last).fold(0.0, f64::max);
    }
    when(new, place(new, needed, succeed, &mut chances.dice.stream(Purpose::Reach, wave)) * succeed)
}

/// Divides the susceptible people of a wave among its legs; those whose installation fails for good are not among them.
fn infect(new: &mut [Live], susceptible: f64, failure: f64, wave: usize, chances: &Chances) {
    let mut stream = chances.dice.stream(Purpose::Split, wave);
    let mut left = susceptible - binomial(susceptible, failure, stream.uniform());
    let mut share_left = 1.0;
    for live in new {
        let share = if share_left > 0.0 { (live.leg.share / share_left).min(1.0) } else { 1.0 };
        let here = if share >= 1.0 - 1e-9 { left } else { binomial(left, share, stream.uniform()) };
        live.put(here);
        left -= here;
        share_left -= live.leg.share;
    }
}

/// When the first person has it: of a push, the first target; of those who fetch it, the first to come, 1 − U^(1/n).
fn first_installation(new: &[Live], chances: &Chances) -> f64 {
    let chance = -libm::log(chances.dice.uniform(Purpose::First, 0));
    let first = |live: &Live| {
        let people = live.people.max(1.0);
        let place = if live.leg.pushes { 1.0 / people } else { -libm::expm1(-chance / people) };
        live.start + live.course.shape.time_of(place)
    };
    new.iter().map(first).fold(f64::INFINITY, f64::min)
}

/// Who looks out for the defect.
#[derive(Debug)]
struct Watch {
    /// At which report it is seen.
    needed: f64,
    /// When monitoring sees it.
    monitoring: f64,
    /// When the report came at which it is seen.
    report: f64,
    hits: Vec<(f64, usize)>,
    count: f64,
}

impl Default for Watch {
    fn default() -> Self {
        Self { needed: 1.0, monitoring: f64::INFINITY, report: f64::INFINITY, hits: Vec::new(), count: 0.0 }
    }
}

impl Watch {
    fn seen(&self) -> f64 {
        self.monitoring.min(self.report)
    }

    /// Takes the hits in order of time, until a time or until the defect is seen.
    fn until(&mut self, lives: &mut [Live], time: f64) {
        while self.count < self.needed {
            let first = lives.iter_mut().enumerate().min_by(|(_, one), (_, other)| one.next.total_cmp(&other.next));
            let Some((at, live)) = first else { return };
            if live.next.is_infinite() || live.next > time || live.next > self.monitoring {
                return;
            }
            self.hits.push((live.next, at));
            self.count += 1.0;
            if self.count >= self.needed {
                self.report = live.next;
            }
            live.advance();
        }
    }
}

/// When 95 % of all people have it: the k-th of all who ever do. Infinite where too many installations fail.
fn finish(frame: &Frame, timetable: &Timetable, lives: &[Live], chances: &Chances) -> f64 {
    let succeed: f64 = lives.iter().map(|live| live.people).sum();
    let needed = (frame.people * FINISHED - 1e-9).ceil();
    let legs: usize = timetable.waves.iter().map(|wave| wave.legs.len()).sum();
    if needed > succeed + 1e-6 || lives.len() < legs || succeed < 1.0 {
        return f64::INFINITY;
    }
    when(lives, place(lives, needed, succeed, &mut chances.dice.stream(Purpose::Finish, 0)) * succeed)
}

/// When the last installation is over: the largest of all that succeed.
fn last(lives: &[Live], chances: &Chances) -> f64 {
    let succeed: f64 = lives.iter().map(|live| live.people).sum();
    when(lives, order_statistic(succeed, succeed, &mut chances.dice.stream(Purpose::Last, 0)) * succeed)
}

/// The place of the k-th of n on the curve. A push goes through its targets one after the other, so that it lies between
/// (k − 1) ÷ n and k ÷ n, by the attempts that it takes; those who fetch it come by chance, so that it is an order statistic.
fn place(lives: &[Live], k: f64, n: f64, stream: &mut Stream) -> f64 {
    if lives.iter().all(|live| live.leg.pushes) {
        ((k - stream.uniform()) / n).clamp(0.0, 1.0)
    } else {
        order_statistic(k, n, stream)
    }
}

/// `end` is the end of the back-out, or the finish, or the last installation.
fn cost(frame: &Frame, timetable: &Timetable, harm: &Harm, end: f64, calls: f64) -> f64 {
    let value = |input| frame.values.get(input);
    let desk = calls * value(Input::CallMinutes) * value(Input::DeskMinuteCost);
    let lost = harm.lost * value(Input::HourCost);
    let dual = if timetable.strategy.approach == Approach::Parallel {
        let days = value(Input::DualDays);
        if harm.end.is_finite() { (harm.end / 24.0).min(days) } else { days }
    } else {
        0.0
    };
    let support = (end / 24.0 + value(Input::SupportTail)) * value(Input::SupportDayCost);
    desk + lost + dual * value(Input::DualDayCost) + support
}

impl Trial<'_> {
    /// Whether no wave but the first one had begun when it was over.
    pub(super) fn is_in_first_wave(&self, timetable: &Timetable) -> bool {
        timetable.waves.first().is_some_and(|wave| self.lives.len() <= wave.legs.len())
    }

    /// How many people have it at a time.
    pub(super) fn have_it(&self, time: f64) -> f64 {
        let decided = self.harm.decided;
        let installed = installed_by(&self.lives, time.min(decided));
        if !decided.is_finite() {
            return installed;
        }
        // The curve, brought to as many as have it at the decision.
        let by_curve = installed_by(&self.lives, decided).max(f64::MIN_POSITIVE);
        (installed / by_curve * self.harm.exposed - self.harm.back_by(time)).max(0.0)
    }
}
