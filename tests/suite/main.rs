//! The native tests, one file per subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod actions;
mod after;
mod arbitrary;
mod architecture;
mod as_of;
mod automatic;
mod board;
mod calendar;
mod commands;
mod communication;
mod contrast;
mod document;
mod entry;
mod environment;
mod gate;
mod gate_pages;
mod hand_over;
mod measured;
mod meetings;
mod order;
mod plan;
mod plan_file;
mod readiness;
mod ready;
mod report;
mod reported;
mod review;
mod rfcs;
mod rollout;
mod rollout_pages;
mod route;
mod rules;
mod samples;
mod simulation;
mod simulation_naive;
mod storage;
mod strategy;
mod strategy_text;
mod templates;
mod text;
mod training;
