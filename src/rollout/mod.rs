//! Waves, timing and capacity: what follows from the rollout plan by arithmetic.

mod schedule;
mod waves;

pub use schedule::{ScheduledStep, back_out_duration, last_safe_moment, minutes_over, schedule};
pub use waves::{people_in, transfer_time};
