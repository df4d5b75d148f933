//! Codes and arguments into sentences for people.

mod cab;
mod change;
mod command;
mod criterion;
mod day;
mod finding;
mod name;
mod rule;
pub mod strategy;

pub use cab::{point_lacks, points_missing, reason_or_none, rejections_in_words, rejections_mean};
pub use change::{does_not_count, path_in_words, value_in_words, word_for};
pub use command::describe;
pub use criterion::{proof, waiver};
pub use day::{day, day_and_time, day_of_year, days_between, relative_day, time, weekday};
pub use finding::{lower_first, what, why};
pub use name::{named, upper_first};
pub use rule::{clause_in_words, go_to_cure, rule_in_words, ruling_in_words, value_of_fact};
