//! Waves, timing and capacity: what follows from the rollout plan by arithmetic.

mod actual;
mod assign;
mod calibration;
mod entry;
mod forecast;
mod headline;
mod parts;
mod schedule;
pub mod simulation;
mod timeline;
mod trial;
mod waves;

pub use actual::{Outturn, StepActual, actuals, begun, outturn, over};
pub use assign::{assign, to_settle, waves_of, without_step};
pub use calibration::{Brier, Calibration, Coverage, FORECAST, band, calibration, forecast, truth};
pub use entry::{read_decimal, read_minutes, read_money};
pub use forecast::{
    Against, ForecastStanding, NAMED_INFLUENCES, USUAL_SEED, USUAL_TRIALS, against, band_of, figures_to_json,
    fingerprint, forecast_standing, recorded,
};
pub use headline::{Headline, Point, headline};
pub use parts::{DatesOutOfOrder, Part, in_order, parallel_cost, parallel_days, parts};
pub use schedule::{
    ScheduledStep, back_out_duration, clock_time, last_safe_moment, minutes_over, runbook_duration, schedule,
};
pub use simulation::{Outcome, Scenario, simulate};
pub use timeline::{Span, Tick, Timeline, timeline};
pub use trial::{Trial, trial};
pub use waves::{SlowestGroup, people_in, slowest_group, transfer_time};
