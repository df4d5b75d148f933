//! One file, or one folder, for each page.

mod acceptance;
mod board;
mod defects;
mod documents;
mod gates;
mod history;
mod new_release;
mod nowhere;
mod overview;
mod people;
mod releases;
mod rfcs;
mod rollout;
mod rules;
mod settings;
mod strategy;

pub use acceptance::Acceptance;
pub use board::{Board, RollCall};
pub use defects::Defects;
pub use documents::{Documents, FIRST as FIRST_DOCUMENT};
pub use gates::Gates;
pub use history::History;
pub use new_release::NewRelease;
pub use nowhere::{BrokenRelease, NoSample, NotFetched, NotOpened, Nowhere, UnknownRelease};
pub use overview::Overview;
pub use people::People;
pub use releases::{ImportButton, Releases};
pub use rfcs::Rfcs;
pub use rollout::Rollout;
pub use rules::Rules;
pub use settings::SettingsPage;
pub use strategy::{Strategy, StrategyWalk};
