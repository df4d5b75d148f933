//! The native tests, one file per subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod actions;
mod advise;
mod after;
mod arbitrary;
mod architecture;
mod as_of;
mod automatic;
mod board;
mod calendar;
mod command;
mod commands;
mod communication;
mod contrast;
mod days;
mod days_per_wave;
mod document;
mod drawing;
mod entry;
mod environment;
mod firmness;
mod first_wave;
mod forecast;
mod gate;
mod gate_pages;
mod hand_over;
mod measured;
mod meetings;
mod order;
mod pictures;
mod plan;
mod plan_file;
mod random;
mod readiness;
mod ready;
mod report;
mod reported;
mod review;
mod rfcs;
mod rollout;
mod rollout_pages;
mod rollout_tools;
mod route;
mod rules;
mod samples;
mod simulation;
mod simulation_naive;
mod situations;
mod storage;
mod strategy;
mod strategy_text;
mod templates;
mod text;
mod timeline;
mod timeline_picture;
mod training;
