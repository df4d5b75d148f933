//! Random numbers by name: what is drawn depends on the seed, the trial and the purpose alone.
//!
//! Each purpose of each trial has a stream of its own, so that it draws the same whatever else is drawn, in whichever order.
//! That is what the mixing of [`SplitMix64`] is for.

use crate::random::{GOLDEN, SplitMix64, mix};

/// What numbers are drawn for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    /// Whether there is a defect.
    Defect,
    /// How many of a cohort are susceptible.
    Susceptible,
    /// How many installations of a cohort fail for good.
    Failures,
    /// Whether and when monitoring sees the defect.
    Monitoring,
    /// How long the decision takes.
    Decision,
    /// When a wave has reached its share.
    Reach,
    /// When the people of a leg are hit, one after the other.
    Hits,
    /// How many more are hit after the detection.
    HitsAfter,
    /// How many susceptible people of a wave have a failed installation.
    Split,
    /// When 95 % have it.
    Finish,
    /// The calls of each hour.
    Desk,
    /// When the last installation is over.
    Last,
    /// When the first person has it.
    First,
    /// How many of those who fetch it have it at the decision.
    Holders,
    /// What there is to say of each person of a cohort that is taken one by one.
    Person,
    /// How many people of a wave are left at the deadline.
    Rest,
    /// When installations of a leg fail for good.
    FailedAt,
    /// When people of a leg are hit after the detection.
    HitLater,
    /// The calls of days after those that are followed hour by hour.
    DeskLater,
}

/// A stream of random numbers.
#[derive(Debug, Clone)]
pub(super) struct Stream(SplitMix64);

/// The trial whose numbers are drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dice(u64);

impl Dice {
    /// The numbers of a trial.
    pub(super) fn of(seed: u64, trial: u32) -> Self {
        Self(mix(mix(seed.wrapping_add(GOLDEN)) ^ u64::from(trial).wrapping_add(1).wrapping_mul(GOLDEN)))
    }

    /// The stream for a purpose; `at` tells apart the things that it is for.
    pub(super) fn stream(self, purpose: Purpose, at: usize) -> Stream {
        Stream(SplitMix64::new(mix(self.0 ^ ((purpose as u64 + 1) << 48 | at as u64).wrapping_mul(GOLDEN))))
    }

    /// The first number of the stream for a purpose.
    pub(super) fn uniform(self, purpose: Purpose, at: usize) -> f64 {
        self.stream(purpose, at).uniform()
    }
}

impl Stream {
    /// The stream that starts at a state.
    #[cfg(test)]
    pub(super) fn new(state: u64) -> Self {
        Self(SplitMix64::new(state))
    }

    /// The next number between 0 and 1, neither of them included.
    #[allow(clippy::cast_precision_loss, reason = "52 bits are exact")]
    pub(super) fn uniform(&mut self) -> f64 {
        ((self.0.bits() >> 12) as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0)
    }
}
