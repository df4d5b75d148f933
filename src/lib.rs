//! Rollcall plans a release: from "we have a release" to a defensible Go or No-Go.
//!
//! The modules in reading order. Each may use those above it and none below; `ui` alone needs a browser.

pub mod days;
pub mod line;
pub mod order;
pub mod random;

#[macro_use]
pub mod plan;

pub mod strategy;

pub mod training;

pub mod rollout;

pub mod gate;

pub mod environment;

pub mod communication;

pub mod calendar;

pub mod action;
pub mod report;

pub mod readiness;

pub mod text;

pub mod plan_file;

pub mod document;

pub mod export;

pub mod storage;

pub mod route;

#[cfg(feature = "web")]
pub mod ui;
