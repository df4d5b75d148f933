//! The native tests, one file per subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod arbitrary;
mod architecture;
mod as_of;
mod commands;
mod contrast;
mod document;
mod entry;
mod gate;
mod gate_pages;
mod plan;
mod plan_file;
mod readiness;
mod ready;
mod report;
mod reported;
mod rollout;
mod rollout_pages;
mod route;
mod samples;
mod storage;
mod strategy;
mod strategy_text;
mod templates;
mod text;
