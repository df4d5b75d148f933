//! Waves, timing and capacity: what follows from the rollout plan by arithmetic.
