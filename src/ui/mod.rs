//! The app: what people see and touch. The core decides; this shows, and sends commands.

mod app;
mod banner;
mod bundle;
mod calibration;
mod clipboard;
pub mod clock;
pub mod components;
mod currency;
mod desk;
mod files;
mod freshness;
mod headline;
mod import;
mod lessons;
mod opening;
mod page;
mod pages;
mod panic;
mod plan;
mod recovery;
pub mod register;
mod releases;
mod reports;
mod sample;
mod saving;
mod shell;
mod templates;
mod theme;
mod toast;

pub use app::App;
pub use panic::set_hook;
