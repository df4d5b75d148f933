//! Waves, timing and capacity: what follows from the rollout plan by arithmetic.

mod actual;
mod assign;
mod calibration;
mod daily;
mod detection;
mod entry;
mod estimate;
mod forecast;
mod headline;
mod network;
mod parts;
mod preset;
mod pull;
mod push;
mod runbook_forecast;
mod schedule;
pub mod simulation;
mod split;
mod timeline;
mod trial;
mod waves;

pub use actual::{Outturn, StepActual, actuals, begun, outturn, over};
pub use assign::{assign, to_settle, waves_of, without_step};
pub use calibration::{
    Against, Brier, Calibration, Coverage, FORECAST, Implausible, against, band, calibration, forecast, implausible,
    truth,
};
pub use daily::{DailyWindow, WORKING_HOURS};
pub use detection::{
    SmallPilot, WaveSight, chance_to_show, confidence, defect_rate, everyone, sights, small_pilot, smallest_pilot,
};
pub use entry::{read_clock, read_decimal, read_minutes, read_money, read_number, read_whole};
pub use estimate::{Estimate, Quantiles};
pub use forecast::{
    ForecastStanding, NAMED_INFLUENCES, SEARCH_TRIALS, SIZE_TRIALS, Simulated, USUAL_SEED, USUAL_TRIALS,
    figures_to_json, fingerprint, forecast_standing, recorded, sizes_put_down,
};
pub use headline::{Headline, Point, headline};
pub use network::{critical_steps, waits_for};
pub use parts::{DatesOutOfOrder, Part, in_order, parallel_cost, parallel_days, parts, parts_in};
pub use preset::{Draft, PRESETS, Preset, PresetEntry, drafts, has_started, preset, without_size};
pub use pull::{
    Adoption, Fetched, ForcedPush, RestPush, ServerLoad, adoption, days_per_wave, fetched, has_transfer, late_wave,
};
pub use push::{SitePush, meets_working_hours, site_pushes, transfer_minutes};
pub use runbook_forecast::{RunbookForecast, TRIALS, forecast_moment, runbook_forecast, tried_out};
pub use schedule::{
    ScheduledStep, back_out_duration, clock_time, last_safe_moment, minutes_over, runbook_duration, schedule,
};
pub use simulation::{Outcome, Scenario, simulate};

pub use split::{enough, nearest};
pub use timeline::{Span, Tick, Timeline, reach, timeline};
pub use trial::{Trial, trial};
pub use waves::{SlowestGroup, next_wave_name, people_in, slowest_group, transfer_time, waves_out_of_order};
