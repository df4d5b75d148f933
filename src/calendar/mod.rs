//! Every day that matters, closed periods, and what moves with go-live.

mod closed;
mod dates;
mod moving;

pub use closed::{before_or_on_working_day, closed_period, is_working_day};
pub use dates::{DateKind, PlanDate, When, dates, sent_on};
pub use moving::{Move, MovedDate, move_by};
