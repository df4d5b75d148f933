//! What a defect does until everybody is back: how many people it hits, and what they lose.

use super::chances::Chances;
use super::draws::Purpose;
use super::inputs::Input;
use super::live::{Live, installed_by};
use super::quantile::binomial;
use super::timetable::{Frame, Timetable};
use super::trial::Detection;
use crate::plan::Approach;

/// Those who have it at the decision are looked at in so many parts of each leg, in the order of installation.
const PARTS: usize = 8;
const PARTS_F: f64 = 8.0;

/// A person who is impaired for a clock day loses a working day of 8 hours.
const WORKING: f64 = 8.0 / 24.0;

/// What a defect does.
#[derive(Debug, Default)]
pub(super) struct Harm {
    /// How many people have it at the decision.
    pub(super) exposed: f64,
    /// How many of them it hits.
    pub(super) hit: f64,
    /// How many person-hours they lose.
    pub(super) lost: f64,
    /// When the decision falls; infinite where none does.
    pub(super) decided: f64,
    /// When the last one is back; infinite where nobody goes back.
    pub(super) end: f64,
    /// Hits after the detection: until the decision, and after it.
    late: [f64; 2],
    way: WayBack,
}

/// How people get back.
#[derive(Debug, Clone, Copy, Default)]
struct WayBack {
    /// When the first one is back.
    first: f64,
    /// How many an hour follow; infinite where all are back at once.
    rate: f64,
}

impl WayBack {
    fn back_at(self, place: f64) -> f64 {
        self.first + place / self.rate
    }
}

/// What the defect of a trial does; nothing where there is none.
pub(super) fn harm(
    frame: &Frame,
    timetable: &Timetable,
    lives: &[Live],
    chances: &Chances,
    detection: &Detection,
) -> Harm {
    let none = Harm { decided: f64::INFINITY, end: f64::INFINITY, ..Harm::default() };
    if !chances.defect {
        return none;
    }
    if !detection.at.is_finite() {
        return unseen(frame, lives, none);
    }
    let decided = detection.decided;
    let exposed = installed_by(lives, decided);
    let way = way_back(frame, timetable, decided);
    let mut harm = Harm { exposed, decided, end: way.back_at(exposed), way, ..none };
    let loss = Loss::of(frame);
    for (at, live) in lives.iter().enumerate().filter(|(_, live)| live.start < decided) {
        let parts = parts(live, lives, decided, way);
        for (time, _) in detection.hits.iter().filter(|(_, leg)| *leg == at) {
            harm.hit += 1.0;
            harm.lost += known(&parts, &loss, *time);
        }
        let dice = chances.dice.uniform(Purpose::HitsAfter, at);
        later(&mut harm, live, &parts, &loss, detection, dice);
    }
    harm.exposed = harm.exposed.max(harm.hit);
    harm
}

/// What somebody loses who was hit at a time: the mean over when they may have got it.
fn known(parts: &[Part], loss: &Loss, time: f64) -> f64 {
    let each = parts.iter().map(|part| part.known_loss(loss, time));
    let (weight, lost) = each.fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    loss.fixed + if weight > 0.0 { lost / weight } else { 0.0 }
}

/// Those of a leg who are hit after the detection: each of those who were not hit before it is, with the chance that this
/// leaves, by themselves; and each loses what such a person loses in the mean.
fn later(harm: &mut Harm, live: &Live, parts: &[Part], loss: &Loss, detection: &Detection, dice: f64) {
    let each = parts.iter().map(|part| part.later_loss(loss, detection.at));
    let (chance, lost) = each.fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    let hit_by = |time: f64| live.course.shape.hit_by(time - live.start);
    let unhit = (1.0 - hit_by(detection.at)).max(1e-12);
    let left = (live.susceptible - live.known).max(0.0);
    let count = binomial(left, (chance / unhit).clamp(0.0, 1.0), dice);
    if count > 0.0 {
        harm.hit += count;
        harm.lost += count * (loss.fixed + lost / chance);
        let early = ((hit_by(detection.decided) - hit_by(detection.at)) / chance).clamp(0.0, 1.0);
        let [until, after] = &mut harm.late;
        *until += count * early;
        *after += count * (1.0 - early);
    }
}

/// A defect that nobody ever sees: it hits everybody who is susceptible, and each has the workaround in the end.
fn unseen(frame: &Frame, lives: &[Live], none: Harm) -> Harm {
    let loss = Loss::of(frame);
    let susceptible: f64 = lives.iter().map(|live| live.susceptible).sum();
    let hit = if loss.rate > 0.0 { susceptible } else { 0.0 };
    let exposed = lives.iter().map(|live| live.people).sum();
    Harm { exposed, hit, lost: hit * (loss.fixed + loss.per_hour * loss.workaround), ..none }
}

fn way_back(frame: &Frame, timetable: &Timetable, decided: f64) -> WayBack {
    let both_run = decided <= frame.values.get(Input::DualDays) * 24.0;
    if timetable.strategy.approach == Approach::Parallel && both_run {
        return WayBack { first: decided + frame.values.get(Input::SwitchBack) / 60.0, rate: f64::INFINITY };
    }
    let first = decided + frame.values.get(Input::BackOutFixed);
    WayBack { first, rate: frame.values.get(Input::BackOutRate) }
}

/// Some people of a leg who have it at the decision.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    /// The share of the leg's susceptible people.
    share: f64,
    /// When they got it.
    got: f64,
    /// When they are back.
    back: f64,
}

/// Those of a leg who have it at the decision, in equal parts, each with the time at which the middle one got it and the
/// place that this one has among all people.
#[allow(clippy::cast_precision_loss, reason = "eight parts")]
fn parts(live: &Live, lives: &[Live], decided: f64, way: WayBack) -> [Part; PARTS] {
    let reached = live.course.shape.installed_by(decided - live.start);
    std::array::from_fn(|at| {
        let share = reached / PARTS_F;
        let got = live.start + live.course.shape.time_of(share * (at as f64 + 0.5));
        Part { share, got, back: way.back_at(installed_by(lives, got)) }
    })
}

/// What a hit costs.
#[derive(Debug)]
struct Loss {
    /// Hits per hour.
    rate: f64,
    /// Person-hours lost per hour on the clock.
    per_hour: f64,
    /// After how many hours there is a workaround.
    workaround: f64,
    /// Person-hours lost at once.
    fixed: f64,
}

impl Loss {
    fn of(frame: &Frame) -> Self {
        Self {
            rate: frame.hit_rate,
            per_hour: frame.values.share(Input::WorkLost) * WORKING,
            workaround: frame.values.get(Input::WorkaroundAfter),
            fixed: frame.values.get(Input::FixedLoss),
        }
    }

    /// The person-hours that somebody not yet hit is expected to lose within so many hours L, fixed loss aside, and the
    /// chance to be hit: with x exponential, the mean of min(L − x, w) over x < L. In closed form, with λ the rate:
    /// ∫ λ e^(−λx) min(L − x, w) dx = w (1 − e^(−λ(L−m))) + e^(−λ(L−m)) (m − (1 − e^(−λm)) ÷ λ), where m = min(L, w).
    fn within(&self, hours: f64) -> (f64, f64) {
        if self.rate <= 0.0 || hours <= 0.0 {
            return (0.0, 0.0);
        }
        let capped = hours.min(self.workaround);
        let early = -libm::expm1(-self.rate * (hours - capped));
        let rest = capped + libm::expm1(-self.rate * capped) / self.rate;
        let lost = self.workaround.min(hours) * early + (1.0 - early) * rest;
        (-libm::expm1(-self.rate * hours), lost * self.per_hour)
    }
}

impl Part {
    /// How likely it is that somebody hit at a time is one of these, and what they lose until they are back, times that.
    fn known_loss(&self, loss: &Loss, hit: f64) -> (f64, f64) {
        if hit < self.got {
            return (0.0, 0.0);
        }
        let weight = self.share * libm::exp(-loss.rate * (hit - self.got));
        (weight, weight * loss.per_hour * (self.back - hit).clamp(0.0, loss.workaround))
    }

    /// The chance that a susceptible person of the leg is one of these and is hit between a time and being back, and the
    /// person-hours that this is expected to cost.
    fn later_loss(&self, loss: &Loss, seen: f64) -> (f64, f64) {
        let from = seen.max(self.got);
        let unhit = self.share * libm::exp(-loss.rate * (from - self.got));
        let (chance, lost) = loss.within(self.back - from);
        (unhit * chance, unhit * lost)
    }
}

impl Harm {
    /// How many people are back at a time.
    pub(super) fn back_by(&self, time: f64) -> f64 {
        if !self.end.is_finite() || time < self.way.first {
            return 0.0;
        }
        if self.way.rate.is_infinite() {
            self.exposed
        } else {
            ((time - self.way.first) * self.way.rate).min(self.exposed)
        }
    }

    /// Adds the calls of those who are hit to the calls of each hour: each in its hour while the hits are known one by one,
    /// evenly until the decision and evenly until the end of the back-out after that. A defect that nobody sees hits people
    /// by the curve of hits.
    pub(super) fn add_calls(&self, to: &mut [f64], lives: &[Live], detection: &Detection, each: f64) {
        if self.hit <= 0.0 || each <= 0.0 {
            return;
        }
        if detection.at.is_finite() {
            for (time, _) in &detection.hits {
                spread(to, *time, *time, each);
            }
            let [until, after] = self.late;
            spread(to, detection.at, detection.decided, until * each);
            spread(to, detection.decided, self.end, after * each);
            return;
        }
        for live in lives {
            let mut before = 0.0;
            let mut hour = 0.0;
            for slot in to.iter_mut() {
                hour += 1.0;
                if hour > live.start {
                    let now = live.course.shape.hit_by(hour - live.start);
                    *slot += (now - before) * live.susceptible * each;
                    before = now;
                }
            }
        }
    }
}

/// Spreads calls evenly over the hours between two times.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "hours of a year"
)]
fn spread(to: &mut [f64], from: f64, until: f64, calls: f64) {
    if calls <= 0.0 || !until.is_finite() {
        return;
    }
    let (first, last) = (from.floor().min(1e9) as usize, until.floor().min(1e9) as usize);
    let hours = (last - first + 1) as f64;
    to.iter_mut().skip(first).take(last - first + 1).for_each(|slot| *slot += calls / hours);
}
