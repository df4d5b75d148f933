//! Waves, timing and capacity: what follows from the rollout plan by arithmetic.

mod actual;
mod assign;
mod entry;
mod parts;
mod schedule;
mod timeline;
mod trial;
mod waves;

pub use actual::{Outturn, StepActual, actuals, begun, outturn, over};
pub use assign::{assign, to_settle, waves_of, without_step};
pub use entry::{read_minutes, read_money};
pub use parts::{DatesOutOfOrder, Part, in_order, parallel_cost, parallel_days, parts, parts_in};
pub use schedule::{
    ScheduledStep, back_out_duration, clock_time, last_safe_moment, minutes_over, runbook_duration, schedule,
};
pub use timeline::{Span, Tick, Timeline, timeline};
pub use trial::{Trial, trial};
pub use waves::{SlowestGroup, people_in, slowest_group, transfer_time};
