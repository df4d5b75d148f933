//! A simulation in slices, so that whoever runs it can do other things in between.

use super::calls::Paper;
use super::chances::Chances;
use super::inputs::Input;
use super::outcome::Outcome;
use super::scenario::Scenario;
use super::tally::Tally;
use super::timetable::{Frame, Timetable};
use super::trial::trial;

/// At most so many trials: each takes memory for its figures.
pub const MOST_TRIALS: u32 = 200_000;

/// A simulation that goes on in slices. However it is sliced, the outcome is the same.
#[derive(Debug)]
pub struct Run {
    frame: Frame,
    timetables: Vec<Timetable>,
    seed: u64,
    trials: u32,
    done: u32,
    tally: Tally,
    chances: Chances,
    paper: Paper,
}

impl Run {
    /// A simulation that has not begun, of 1 to [`MOST_TRIALS`] trials.
    #[must_use]
    pub fn new(scenario: &Scenario, seed: u64, trials: u32) -> Self {
        let trials = trials.clamp(1, MOST_TRIALS);
        let frame = Frame::new(scenario);
        let timetables: Vec<Timetable> =
            scenario.strategies.iter().map(|strategy| Timetable::new(&frame, *strategy)).collect();
        let tally = Tally::new(&frame, &timetables, trials);
        Self { frame, timetables, seed, trials, done: 0, tally, chances: Chances::new(), paper: Paper::default() }
    }

    /// Does at most so many trials or, when all are done, works out one figure; whether something is left to do.
    pub fn step(&mut self, trials: u32) -> bool {
        if self.done < self.trials {
            let until = self.done.saturating_add(trials).min(self.trials);
            while self.done < until {
                self.one_trial();
                self.done += 1;
            }
            return true;
        }
        self.tally.sum_up_next(&self.timetables)
    }

    fn one_trial(&mut self) {
        let hours = self.timetables.iter().map(|timetable| timetable.hours).max().unwrap_or(0);
        self.chances.draw(&self.frame, self.seed, self.done, hours);
        self.tally.begin(self.chances.defect);
        let date = self.frame.values.get(Input::DateLimit) * 24.0;
        for (at, timetable) in self.timetables.iter().enumerate() {
            let came = self.tally.paper();
            let trial = trial(&self.frame, timetable, &self.chances, &mut self.paper, came);
            self.tally.note(at, &trial, date);
        }
        self.tally.end();
    }

    /// How much is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let trials = f64::from(self.done) / f64::from(self.trials);
        0.95 * trials + 0.05 * self.tally.progress()
    }

    /// Does what is left, and says what came of it.
    #[must_use]
    pub fn finish(mut self) -> Outcome {
        while self.step(u32::MAX) {}
        self.tally.outcome(self.seed, self.trials, self.frame.people)
    }
}

/// Simulates a rollout.
///
/// The same scenario, seed and number of trials give the same outcome on every machine. Trial `i` draws the same whatever
/// strategies are compared, in whichever order, and however many trials there are.
#[must_use]
pub fn simulate(scenario: &Scenario, seed: u64, trials: u32) -> Outcome {
    Run::new(scenario, seed, trials).finish()
}
