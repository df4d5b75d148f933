//! The app: what people see and touch. The core decides; this shows, and sends commands.

mod app;
mod banner;
pub mod clock;
pub mod components;
mod desk;
mod pages;
mod plan;
mod saving;
mod shell;
mod theme;
mod toast;

pub use app::App;
