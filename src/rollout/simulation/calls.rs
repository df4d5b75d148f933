//! The calls that a trial brings to the service desk: of people who have it, of failed installations, and of hits.

use super::chances::Chances;
use super::crew::Crew;
use super::desk::{Expected, Queue, queue};
use super::draws::{Purpose, Stream};
use super::harm::{Harm, Late};
use super::inputs::Input;
use super::live::Live;
use super::quantile::{Poisson, binomial};
use super::timetable::{Frame, Timetable};
use super::waves::Detection;

/// Up to so many failed installations or hits are drawn one by one; more are drawn by the hour, so that it does not matter how
/// many people there are.
const ONE_BY_ONE: f64 = 64.0;

/// Scratch paper.
#[derive(Debug, Default)]
pub(super) struct Paper {
    /// The calls that are expected in each hour of the desk.
    hourly: Vec<f64>,
    /// Hours after those, with the calls that are expected on hits and failures in them.
    later: Vec<(usize, f64)>,
    /// What is expected in each hour of something that is drawn by the hour.
    shares: Vec<f64>,
}

impl Paper {
    fn clear(&mut self, hours: usize) {
        self.hourly.clear();
        self.hourly.resize(hours, 0.0);
        self.later.clear();
    }

    /// Notes that so many calls are expected at a time, counted in hours of the desk.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hours of some years")]
    fn add(&mut self, time: f64, calls: f64) {
        let hour = time.max(0.0) as usize;
        match self.hourly.get_mut(hour) {
            Some(slot) => *slot += calls,
            // What takes longer than anybody lives is left out.
            None if time < 1e6 => self.later.push((hour, calls)),
            None => {}
        }
    }

    /// Notes the calls of people who are looked at one by one, and on failed installations among them, up to a time; how many
    /// are expected in all. Each call comes after an exponential time.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hours of some years")]
    fn add_crew(&mut self, crew: &Crew, (gone, until): (f64, f64), spread: f64, each: f64) -> f64 {
        let mut all = 0.0;
        for time in crew.failed(until) {
            self.add(time + gone, each);
            all += each;
        }
        let decay = libm::exp(-1.0 / spread);
        let mut coming = crew.callers(until).map(|(time, calls)| (time + gone, calls)).peekable();
        let Some((first, _)) = coming.peek().copied() else { return all };
        let (mut pool, mut end) = (0.0, first.floor());
        for slot in self.hourly.iter_mut().skip(first as usize) {
            end += 1.0;
            let mut next = pool * decay;
            let mut calls = pool - next;
            while let Some((time, mean)) = coming.next_if(|(time, _)| *time < end) {
                let left = mean * libm::exp((time - end) / spread);
                calls += mean - left;
                next += left;
                all += mean;
            }
            *slot += calls;
            pool = next;
            if pool < 1e-6 && coming.peek().is_none() {
                break;
            }
        }
        // Who gets it after the hours that are followed one by one.
        all + coming.map(|(_, calls)| calls).sum::<f64>()
    }

    /// Draws in which hours so many things happen, of which the `shares` say how many are expected in each hour from one on,
    /// and notes the calls on them: each number is binomial, given those before.
    #[allow(clippy::cast_precision_loss, reason = "hours of some years")]
    fn scatter(&mut self, mut count: f64, first: usize, each: f64, poisson: &Poisson, stream: &mut Stream) {
        let shares = std::mem::take(&mut self.shares);
        let mut rest: f64 = shares.iter().sum();
        for (at, share) in shares.iter().enumerate() {
            if count < 1.0 || rest <= 0.0 {
                break;
            }
            let chance = (share / rest).clamp(0.0, 1.0);
            // Small chances make it a Poisson number, which is drawn faster.
            let here = if chance < 0.02 {
                poisson.draw(count * chance, stream.uniform()).min(count)
            } else {
                binomial(count, chance, stream.uniform())
            };
            if here > 0.0 {
                self.add((first + at) as f64, here * each);
            }
            (count, rest) = (count - here, rest - share);
        }
        self.shares = shares;
    }
}

/// What the desk makes of the calls of a trial, and all of them together: a Poisson number of its own, about what is expected of
/// those who have it, who are hit and whose installation fails. Their sum hardly depends on the busiest hour.
pub(super) fn calls(
    frame: &Frame,
    timetable: &Timetable,
    chances: &Chances,
    (lives, detection, harm): (&[Live], &Detection, &Harm),
    paper: &mut Paper,
    came: Option<&mut Vec<f64>>,
) -> (Queue, f64) {
    paper.clear(timetable.hours);
    let desk = frame.desk;
    let mut all = 0.0;
    let begun = || lives.iter().enumerate().filter(|(_, live)| live.start <= detection.decided);
    let spread = frame.values.get(Input::CallSpread) * 24.0;
    // Of those who fetch it, as many call as have it at the decision.
    let times = |at: usize, live: &Live| live.times() * if live.leg.pushes { 1.0 } else { harm.held(at, live) };
    for (at, live) in begun() {
        if let Some(crew) = &live.crew {
            all += paper.add_crew(crew, (desk.gone, detection.decided), spread, frame.values.get(Input::CallsFailed));
            continue;
        }
        let until = live.stopped(detection.decided);
        live.course.profile.add(&mut paper.hourly, live.start + desk.gone, until, times(at, live));
        all += live.course.profile.had(until) * times(at, live);
        all += failures(frame, chances, (at, live), until, paper);
    }
    all += hits(frame, chances, detection, harm, paper);
    paper.later.sort_unstable_by_key(|(hour, _)| *hour);
    let rest = |hour: f64| {
        let left = |(at, live): (usize, &Live)| {
            let time = hour - desk.gone;
            if let Some(crew) = &live.crew {
                let waits = |(got, calls): (f64, f64)| calls * libm::exp(-(time - got).max(0.0) / spread);
                return crew.callers(detection.decided).map(waits).sum();
            }
            let (profile, until) = (&live.course.profile, live.stopped(detection.decided));
            (profile.had(until) - profile.called((time - live.start).max(0.0), until)) * times(at, live)
        };
        begun().map(left).sum()
    };
    // Who fetches it comes less and less often. A push goes on as fast as it can until it is over.
    let pushed =
        |(_, live): (usize, &Live)| if live.leg.pushes { live.end().min(detection.decided) } else { live.start };
    let fades = begun().map(pushed).fold(0.0, f64::max);
    let decay = libm::exp(-1.0 / (frame.values.get(Input::CallSpread) * 24.0));
    let expected = Expected { hourly: &paper.hourly, later: &paper.later, rest, decay, fades };
    let capacity = frame.values.get(Input::DeskCapacity);
    let queue = queue((desk, capacity, &frame.poisson), &expected, (&chances.hours, chances.dice), came);
    (queue, frame.poisson.draw(all, chances.rest))
}

/// The calls on installations of a leg that fail for good before it is stopped; how many are expected in all.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "hours of some years"
)]
fn failures(frame: &Frame, chances: &Chances, (at, live): (usize, &Live), until: f64, paper: &mut Paper) -> f64 {
    let each = frame.values.get(Input::CallsFailed);
    if live.failures <= 0.0 || each <= 0.0 {
        return 0.0;
    }
    let profile = &live.course.profile;
    let mut stream = chances.dice.stream(Purpose::FailedAt, at);
    // Some are a part of a person on each of two legs.
    let count = (live.failures + stream.uniform()).floor();
    let start = live.start + frame.desk.gone;
    // All of them are over by its deadline, where it has one.
    let all = profile.gone(live.stopped(f64::INFINITY)).max(f64::MIN_POSITIVE);
    if count <= ONE_BY_ONE {
        let mut failed = 0.0;
        for _ in 0..count as u32 {
            let time = profile.time_of_failure(stream.uniform() * all);
            if time <= until {
                paper.add(start + time, each);
                failed += each;
            }
        }
        return failed;
    }
    let count = binomial(count, (profile.gone(until) / all).min(1.0), stream.uniform());
    let (first, late) = (start.floor(), start.fract());
    paper.shares.clear();
    let (mut before, mut hour) = (0.0, 0.0);
    while hour - late < until && !profile.is_over(hour - late) {
        hour += 1.0;
        let now = profile.gone((hour - late).min(until));
        paper.shares.push(now - before);
        before = now;
    }
    paper.scatter(count, first as usize, each, &frame.poisson, &mut stream);
    count * each
}

/// The calls of those who are hit: each at its time while the hits are known one by one, as they are until the detection, and
/// all of them where nobody sees the defect. How many are expected in all.
fn hits(frame: &Frame, chances: &Chances, detection: &Detection, harm: &Harm, paper: &mut Paper) -> f64 {
    let each = frame.values.get(Input::CallsHit);
    if harm.hit <= 0.0 || each <= 0.0 {
        return 0.0;
    }
    for time in detection.hits.iter().map(|(time, _)| time).chain(&harm.singles) {
        paper.add(time + frame.desk.gone, each);
    }
    for (at, late) in harm.late.iter().enumerate() {
        let mut stream = chances.dice.stream(Purpose::HitLater, at);
        if late.count <= ONE_BY_ONE {
            one_by_one(frame, detection, late, each, &mut stream, paper);
        } else {
            by_the_hour(frame, detection, late, each, &mut stream, paper);
        }
    }
    harm.hit * each
}

/// Draws when each of the people of a leg is hit who are hit after the detection: of which part they are, and then when, given
/// that it is before they are back.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hits")]
fn one_by_one(frame: &Frame, seen: &Detection, late: &Late, each: f64, stream: &mut Stream, paper: &mut Paper) {
    let chances = late.parts.each_ref().map(|part| part.chance(frame.hit_rate, seen.at));
    let all: f64 = chances.iter().sum();
    for _ in 0..late.count as u32 {
        let mut place = stream.uniform() * all;
        let within = stream.uniform();
        let found = late.parts.iter().zip(chances).find(|(_, chance)| {
            place -= chance;
            place <= 0.0
        });
        if let Some((part, _)) = found {
            let from = seen.at.max(part.got);
            let hit = -libm::expm1(-frame.hit_rate * (part.back - from));
            paper.add(from - libm::log1p(-within * hit) / frame.hit_rate + frame.desk.gone, each);
        }
    }
}

/// The same by the hour.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hours of some years")]
fn by_the_hour(frame: &Frame, seen: &Detection, late: &Late, each: f64, stream: &mut Stream, paper: &mut Paper) {
    let gone = frame.desk.gone;
    let first = (seen.at + gone).floor();
    let decay = libm::exp(-frame.hit_rate);
    paper.shares.clear();
    for part in &late.parts {
        let (mut now, until) = (seen.at.max(part.got) + gone, part.back + gone);
        let mut much = part.share * libm::exp(-frame.hit_rate * (now - gone - part.got));
        let mut at = (now.floor() - first) as usize;
        while now < until && much > 0.0 {
            let next = (now.floor() + 1.0).min(until);
            let left = much * if next - now >= 1.0 { decay } else { libm::exp(-frame.hit_rate * (next - now)) };
            if paper.shares.len() <= at {
                paper.shares.resize(at + 1, 0.0);
            }
            if let Some(share) = paper.shares.get_mut(at) {
                *share += much - left;
            }
            (much, now) = (left, next);
            at += 1;
        }
    }
    paper.scatter(late.count, first as usize, each, &frame.poisson, stream);
}
