//! The native tests, one file per subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod arbitrary;
mod gate_pages;
mod plan_file;
mod samples;
mod storage;
mod strategy;
mod strategy_text;
