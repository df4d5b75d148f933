//! What chance decides in a trial before any strategy is looked at: the same for all of them.

use super::draws::{Dice, Purpose};
use super::inputs::Input;
use super::person::{Person, people};
use super::quantile::{binomial, normal};
use super::timetable::Frame;

/// The standard normal quantile of 90 %.
const ONE_IN_TEN: f64 = 1.281_551_565_544_6;

/// What chance decides in a trial.
#[derive(Debug)]
pub(super) struct Chances {
    pub(super) dice: Dice,
    /// Whether the release carries a severe defect.
    pub(super) defect: bool,
    /// Of each cohort, how many are susceptible; empty without a defect.
    pub(super) susceptible: Vec<f64>,
    /// Of each cohort, on how many the installation fails for good.
    pub(super) failures: Vec<f64>,
    /// Of each cohort whose people are taken one by one, its people.
    pub(super) people: Vec<Vec<Person>>,
    /// How many hours after the first installation monitoring sees the defect; infinite where it never does.
    pub(super) monitoring: f64,
    /// How many hours the decision takes.
    pub(super) decision: f64,
    /// A uniform number for each hour of the desk.
    pub(super) hours: Vec<f64>,
    /// A uniform number for all quiet hours together.
    pub(super) rest: f64,
}

impl Chances {
    /// Nothing decided yet.
    pub(super) fn new() -> Self {
        Self {
            dice: Dice::of(0, 0),
            defect: false,
            susceptible: Vec::new(),
            failures: Vec::new(),
            people: Vec::new(),
            monitoring: f64::INFINITY,
            decision: 0.0,
            hours: Vec::new(),
            rest: 0.5,
        }
    }

    /// Decides what chance decides in a trial; the desk is followed for so many hours.
    pub(super) fn draw(&mut self, frame: &Frame, seed: u64, trial: u32, hours: usize) {
        let dice = Dice::of(seed, trial);
        self.dice = dice;
        self.defect = dice.uniform(Purpose::Defect, 0) < frame.values.share(Input::DefectChance);
        let counted = |purpose, chance: f64, into: &mut Vec<f64>| {
            let counts = frame.cohorts.iter().enumerate();
            into.extend(counts.map(|(at, cohort)| binomial(cohort.people, chance, dice.uniform(purpose, at))));
        };
        self.failures.clear();
        counted(Purpose::Failures, frame.attempts.failure, &mut self.failures);
        self.susceptible.clear();
        if self.defect {
            counted(Purpose::Susceptible, frame.values.share(Input::Susceptible), &mut self.susceptible);
            self.delays(frame);
        }
        self.people.resize_with(frame.cohorts.len(), Vec::new);
        for (at, (cohort, into)) in frame.cohorts.iter().zip(&mut self.people).enumerate() {
            into.clear();
            if frame.one_by_one.get(at).is_some_and(|one_by_one| *one_by_one) {
                let of = |counts: &[f64]| counts.get(at).copied().unwrap_or_default();
                let counts = (of(&self.failures), of(&self.susceptible));
                people(frame, cohort, counts, &mut dice.stream(Purpose::Person, at), into);
            }
        }
        let mut stream = dice.stream(Purpose::Desk, 0);
        self.rest = dice.uniform(Purpose::Desk, 1);
        self.hours.clear();
        self.hours.extend((0..hours).map(|_| stream.uniform()));
    }

    /// Monitoring: an exponential time, where it sees the defect at all. Decision: e^(ln median + σ z), where σ is such that
    /// one in ten takes as many times the median as the input on the spread says: σ = ln(spread) ÷ 1.2816.
    fn delays(&mut self, frame: &Frame) {
        let mut stream = self.dice.stream(Purpose::Monitoring, 0);
        let seen = stream.uniform() < frame.values.share(Input::MonitoringChance);
        let after = -libm::log(stream.uniform()) * frame.values.get(Input::MonitoringMean);
        self.monitoring = if seen { after } else { f64::INFINITY };
        let sigma = libm::log(frame.values.get(Input::DecisionSpread)) / ONE_IN_TEN;
        let z = normal(self.dice.uniform(Purpose::Decision, 0));
        self.decision = frame.values.get(Input::DecisionMedian) * libm::exp(sigma * z);
    }
}
