//! Waves, timing and capacity: what follows from the rollout plan by arithmetic.

mod actual;
mod assign;
mod daily;
mod detection;
mod entry;
mod estimate;
mod forecast;
mod network;
mod parts;
mod preset;
mod pull;
mod push;
mod schedule;
mod split;
mod timeline;
mod trial;
mod waves;

pub use actual::{Outturn, StepActual, actuals, begun, outturn, over};
pub use assign::{assign, to_settle, waves_of, without_step};
pub use daily::{DailyWindow, WORKING_HOURS};
pub use detection::{
    SmallPilot, WaveSight, chance_to_show, confidence, defect_rate, everyone, sights, small_pilot, smallest_pilot,
};
pub use entry::{read_clock, read_minutes, read_money};
pub use estimate::{Estimate, Quantiles};
pub use forecast::{RunbookForecast, TRIALS, forecast, forecast_moment, runbook_forecast};
pub use network::{critical_steps, waits_for};
pub use parts::{DatesOutOfOrder, Part, in_order, parallel_cost, parallel_days, parts};
pub use preset::{Draft, PRESETS, Preset, PresetEntry, drafts, has_started, preset, without_size};
pub use pull::{Adoption, Fetched, ForcedPush, ServerLoad, adoption, fetched, has_transfer};
pub use push::{SitePush, meets_working_hours, site_pushes, transfer_minutes};
pub use schedule::{
    ScheduledStep, back_out_duration, clock_time, last_safe_moment, minutes_over, runbook_duration, schedule,
};
pub use split::{enough, nearest};
pub use timeline::{Span, Tick, Timeline, timeline};
pub use trial::{Trial, trial};
pub use waves::{SlowestGroup, people_in, slowest_group, transfer_time};
