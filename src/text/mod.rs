//! Codes and arguments into sentences for people.

mod change;
mod command;
mod criterion;
mod day;
mod finding;
mod name;
mod report;
mod rule;
pub mod strategy;

pub use change::{does_not_count, path_in_words, value_in_words, word_for};
pub use command::describe;
pub use criterion::{proof, waiver};
pub use day::{day, day_and_time, day_of_year, days_between, relative_day, time, weekday};
pub use finding::{lower_first, what, why};
pub use name::{named, upper_first};
pub use report::{report_in_words, reported, running_time, unnamed_failures};
pub use rule::go_to_cure;
