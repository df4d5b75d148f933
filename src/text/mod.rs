//! Codes and arguments into sentences for people.

mod agenda;
mod cab;
mod change;
mod check;
mod command;
mod criterion;
mod day;
mod finding;
pub mod forecast;
mod gate;
mod hand_over;
mod message;
mod name;
mod report;
mod rule;
pub mod strategy;
mod todo;
mod training;

pub use agenda::{agenda_point, proposed_points};
pub use cab::{point_lacks, points_missing, reason_or_none, rejections_in_words, rejections_mean};
pub use change::{does_not_count, path_in_words, value_in_words, word_for};
pub use check::{check_item, checked};
pub use command::describe;
pub use criterion::{criteria, measured, proof, waiver};
pub use day::{clock, day, day_and_time, day_of_year, days_between, relative_day, time, weekday};
pub use finding::{lower_first, what, why};
pub use gate::{gate_time, gates_time};
pub use hand_over::hand_over;
pub use message::{field_value, from_go_live, handed, missing, piece, plain, plain_subject, sending, told, unknown};
pub use name::{named, upper_first};
pub use report::{report_in_words, reported, running_time, unnamed_failures};
pub use rule::{clause_in_words, go_to_cure, rule_in_words, ruling_in_words, value_of_fact};
pub use todo::{delay, todo, todo_origin};
pub use training::{adequate_in_words, seats_in_words, trained_in_words};
