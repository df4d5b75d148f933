//! What a defect does until everybody is back: how many people it hits, and what they lose.

use super::chances::Chances;
use super::crew::Crew;
use super::draws::Purpose;
use super::inputs::Input;
use super::live::{Live, installed_by};
use super::quantile::binomial;
use super::timetable::{Frame, Timetable};
use super::waves::Detection;
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
    /// Hits after the detection, leg by leg.
    pub(super) late: Vec<Late>,
    /// When those were hit after the detection who are looked at one by one.
    pub(super) singles: Vec<f64>,
    /// How many of each leg have it at the decision; empty where none falls.
    held: Vec<f64>,
    way: WayBack,
}

/// Those of a leg who are hit after the detection.
#[derive(Debug)]
pub(super) struct Late {
    /// How many are hit.
    pub(super) count: f64,
    pub(super) parts: [Part; PARTS],
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
    let held: Vec<Held> = lives.iter().enumerate().map(|(at, live)| Held::draw(live, at, chances, detection)).collect();
    let exposed = held.iter().map(|held| held.people).sum();
    let way = way_back(frame, timetable, decided);
    let people = held.iter().map(|held| held.people).collect();
    let mut harm = Harm { exposed, decided, end: way.back_at(exposed), held: people, way, ..none };
    let loss = Loss::of(frame);
    for (at, (live, held)) in lives.iter().zip(&held).enumerate().filter(|(_, (live, _))| live.start < decided) {
        if let Some(crew) = &live.crew {
            one_by_one(&mut harm, crew, lives, &loss, detection);
            continue;
        }
        let parts = parts(live, lives, decided, way);
        for (time, _) in detection.hits.iter().filter(|(_, leg)| *leg == at) {
            harm.hit += 1.0;
            harm.lost += known(&parts, &loss, *time);
        }
        let dice = chances.dice.uniform(Purpose::HitsAfter, at);
        later(&mut harm, held.unhit, &parts, &loss, detection, dice);
    }
    harm
}

/// How many people of a leg have it at the decision.
#[derive(Debug, Clone, Copy)]
struct Held {
    people: f64,
    /// How many of them are susceptible and were not hit before the detection.
    unhit: f64,
}

impl Held {
    /// Of a push, as many as it has come to; of those who fetch it, all that were hit before the detection, and of the others,
    /// susceptible or not, each by chance: but the first of all has it, where that started the clock.
    fn draw(live: &Live, at: usize, chances: &Chances, detection: &Detection) -> Self {
        if live.start >= detection.decided {
            return Self { people: 0.0, unhit: 0.0 };
        }
        if live.crew.is_some() {
            return Self { people: live.installed_by(detection.decided), unhit: 0.0 };
        }
        let mut stream = chances.dice.stream(Purpose::Holders, at);
        let (one, two) = (stream.uniform(), stream.uniform());
        let (has, hit) = (live.share(detection.decided), live.hit_share(detection.at));
        let first = if live.known < 1.0 && !live.leg.pushes { live.first.min(has) } else { 0.0 };
        let sure = if first > 0.0 { 1.0 } else { 0.0 };
        let (well, sick) = (live.people - live.susceptible, live.susceptible - live.known);
        let (sure_well, sure_sick) = if well >= sure { (sure, 0.0) } else { (0.0, sure) };
        let of_unhit = ((has - first - hit) / (1.0 - first - hit).max(1e-12)).clamp(0.0, 1.0);
        let unhit = sure_sick + binomial((sick - sure_sick).max(0.0), of_unhit, two);
        if live.leg.pushes {
            // Between two targets it is by chance whether it is the one or the other.
            let people = (live.installed_by(detection.decided) + one).floor().clamp(live.known, live.people);
            return Self { people, unhit: unhit.min(people - live.known) };
        }
        let of_well = ((has - first) / (1.0 - first).max(1e-12)).clamp(0.0, 1.0);
        let well = sure_well + binomial((well - sure_well).max(0.0), of_well, one);
        Self { people: live.known + well + unhit, unhit }
    }
}

/// The hits of people who are looked at one by one: those before the decision, and those after it until each is back.
fn one_by_one(harm: &mut Harm, crew: &Crew, lives: &[Live], loss: &Loss, detection: &Detection) {
    for (hit, got) in &crew.hits {
        if *got > detection.decided {
            continue;
        }
        let back = harm.way.back_at(installed_by(lives, *got));
        if *hit < back {
            harm.hit += 1.0;
            harm.lost += loss.fixed + loss.per_hour * (back - hit).min(loss.workaround);
            if *hit > detection.at {
                harm.singles.push(*hit);
            }
        }
    }
}

/// What somebody loses who was hit at a time: the mean over when they may have got it.
fn known(parts: &[Part], loss: &Loss, time: f64) -> f64 {
    let each = parts.iter().map(|part| part.known_loss(loss, time));
    let (weight, lost) = each.fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    loss.fixed + if weight > 0.0 { lost / weight } else { 0.0 }
}

/// Those of a leg who are hit after the detection: of the susceptible people who have it at the decision and were not hit before
/// the detection each is, by themselves; and each loses what such a person loses in the mean.
fn later(harm: &mut Harm, held: f64, parts: &[Part; PARTS], loss: &Loss, detection: &Detection, dice: f64) {
    let each = parts.iter().map(|part| part.later_loss(loss, detection.at));
    let sum = |sum: (f64, f64, f64), part: (f64, f64, f64)| (sum.0 + part.0, sum.1 + part.1, sum.2 + part.2);
    let (unhit, chance, lost) = each.fold((0.0, 0.0, 0.0), sum);
    let count = binomial(held, (chance / unhit.max(f64::MIN_POSITIVE)).clamp(0.0, 1.0), dice);
    if count > 0.0 {
        harm.hit += count;
        harm.lost += count * (loss.fixed + lost / chance);
        harm.late.push(Late { count, parts: *parts });
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
pub(super) struct Part {
    /// The share of the leg's susceptible people.
    pub(super) share: f64,
    /// When they got it.
    pub(super) got: f64,
    /// When they are back.
    pub(super) back: f64,
}

/// Those of a leg who have it at the decision, in equal parts, each with the time at which the middle one got it and the
/// place that this one has among all people.
#[allow(clippy::cast_precision_loss, reason = "eight parts")]
fn parts(live: &Live, lives: &[Live], decided: f64, way: WayBack) -> [Part; PARTS] {
    let reached = live.share(decided);
    std::array::from_fn(|at| {
        let share = reached / PARTS_F;
        let got = live.time_of(share * (at as f64 + 0.5));
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

    /// The chance that a susceptible person of the leg is one of these and is hit, at a rate, between a time and being back.
    pub(super) fn chance(&self, rate: f64, seen: f64) -> f64 {
        let from = seen.max(self.got);
        self.share * libm::exp(-rate * (from - self.got)) * -libm::expm1(-rate * (self.back - from).max(0.0))
    }

    /// The chance that a susceptible person of the leg is one of these and not hit by a time, that they are hit from then on until
    /// they are back, and the person-hours that this is expected to cost.
    fn later_loss(&self, loss: &Loss, seen: f64) -> (f64, f64, f64) {
        let from = seen.max(self.got);
        let unhit = self.share * libm::exp(-loss.rate * (from - self.got));
        let (chance, lost) = loss.within(self.back - from);
        (unhit, unhit * chance, unhit * lost)
    }
}

impl Harm {
    /// How many more or fewer of a leg have it at the decision than its curve says, as a factor; 1 where no decision falls.
    pub(super) fn held(&self, at: usize, live: &Live) -> f64 {
        let by_curve = live.installed_by(self.decided);
        match self.held.get(at) {
            Some(held) if by_curve > 0.0 => held / by_curve,
            _ => 1.0,
        }
    }

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
}
