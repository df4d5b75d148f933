//! The simulation of a rollout: what each strategy exposes people to, how long it takes and what it costs, over many
//! trials.
//!
//! [`Scenario::of`] gathers what a plan says, [`INPUTS`] lists what it takes besides, [`simulate`] gives the [`Outcome`].
//! A browser takes a [`Run`], which does the same in slices. [`CONVENTIONS`] says where two honest modellers would differ.

mod calls;
mod chances;
mod cohort;
mod conventions;
mod crew;
mod desk;
mod draws;
mod first_wave;
mod from_plan;
mod harm;
mod inputs;
mod leg;
mod live;
mod outcome;
mod person;
mod profile;
mod quantile;
mod run;
mod scenario;
mod search;
mod sensitivity;
mod shape;
mod statistics;
mod tally;
mod timetable;
mod trial;
mod waves;

pub use conventions::{CONVENTIONS, Convention};
pub use first_wave::{FirstWave, FirstWaveSearch, FirstWaves, first_waves};
pub use inputs::{About, INPUTS, Input, Preset, Topic, Values};
pub use outcome::{Comparison, Course, CoursePoint, Estimate, Figure, Influence, Measure, Outcome, StrategyOutcome};
pub use run::{MOST_TRIALS, Run, simulate};
pub use scenario::{Crowd, Origin, PlannedWave, Scenario, Used, all_strategies};
pub use sensitivity::{Sensitivity, sensitivity};
