//! Scenarios that are tried one after the other, each with a few trials, in slices.

use super::calls::Paper;
use super::chances::Chances;
use super::scenario::Scenario;
use super::timetable::{Frame, Timetable};
use super::trial::{Trial, trial};

/// A scenario at work.
#[derive(Debug)]
pub(super) struct AtWork {
    frame: Frame,
    timetables: Vec<Timetable>,
    done: u32,
    chances: Chances,
    paper: Paper,
}

impl AtWork {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let frame = Frame::new(scenario);
        let timetables = scenario.strategies.iter().map(|strategy| Timetable::new(&frame, *strategy)).collect();
        Self { frame, timetables, done: 0, chances: Chances::new(), paper: Paper::default() }
    }

    /// The next trial: `take` is given what comes of it for each strategy by its position, and whether it has a defect.
    pub(super) fn one_trial(&mut self, seed: u64, mut take: impl FnMut(usize, &Trial, bool)) {
        let hours = self.timetables.iter().map(|timetable| timetable.hours).max().unwrap_or(0);
        self.chances.draw(&self.frame, seed, self.done, hours);
        for (at, timetable) in self.timetables.iter().enumerate() {
            let trial = trial(&self.frame, timetable, &self.chances, &mut self.paper, None);
            take(at, &trial, self.chances.defect);
        }
        self.done += 1;
    }

    /// How many trials were made.
    pub(super) fn done(&self) -> u32 {
        self.done
    }
}

/// What is noted of a scenario.
pub(super) trait Probe {
    /// What comes of it.
    type Found;

    /// Makes the next trial.
    fn one_trial(&mut self, seed: u64);

    /// How many trials were made.
    fn done(&self) -> u32;

    /// What came of them.
    fn found(&self) -> Self::Found;
}

/// A search through so many scenarios.
#[derive(Debug)]
pub(super) struct Search<P: Probe> {
    seed: u64,
    trials: u32,
    jobs: usize,
    running: Option<P>,
    /// What came of those that are over.
    pub(super) found: Vec<P::Found>,
}

impl<P: Probe> Search<P> {
    pub(super) fn new(seed: u64, trials: u32, jobs: usize) -> Self {
        Self { seed, trials: trials.max(2), jobs, running: None, found: Vec::new() }
    }

    /// Does at most so many trials; whether something is left to do. `begin` gives the scenario of a position.
    pub(super) fn step(&mut self, trials: u32, begin: impl FnOnce(usize) -> Option<P>) -> bool {
        let mut probe = match self.running.take().or_else(|| begin(self.found.len())) {
            Some(probe) if self.found.len() < self.jobs => probe,
            _ => return false,
        };
        let until = probe.done().saturating_add(trials).min(self.trials);
        while probe.done() < until {
            probe.one_trial(self.seed);
        }
        if probe.done() >= self.trials {
            self.found.push(probe.found());
        } else {
            self.running = Some(probe);
        }
        self.found.len() < self.jobs
    }

    /// How much is done, from 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "some eighty scenarios")]
    pub(super) fn progress(&self) -> f64 {
        let within = self.running.as_ref().map_or(0.0, |probe| f64::from(probe.done()) / f64::from(self.trials));
        (self.found.len() as f64 + within) / self.jobs.max(1) as f64
    }
}
