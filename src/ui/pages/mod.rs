//! One file, or one folder, for each page.

mod acceptance;
mod board;
mod defects;
mod documents;
mod gates;
mod history;
mod nowhere;
mod overview;
mod people;
mod rfcs;
mod rollout;
mod rules;
mod strategy;

pub use acceptance::Acceptance;
pub use board::{Board, RollCall};
pub use defects::Defects;
pub use documents::Documents;
pub use gates::Gates;
pub use history::History;
pub use nowhere::Nowhere;
pub use overview::Overview;
pub use people::People;
pub use rfcs::Rfcs;
pub use rollout::Rollout;
pub use rules::Rules;
pub use strategy::{Strategy, StrategyWalk};
