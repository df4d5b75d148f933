//! Every day that matters, closed periods, and what moves with go-live.

mod chart;
mod closed;
mod dates;
mod moving;

pub use chart::{Chart, ChartRow, RowKind, Scope, chart};
pub use closed::{before_or_on_working_day, closed_period, is_working_day};
pub use dates::{DateKind, PlanDate, When, dates, sent_on};
pub use moving::{Move, MovedDate, move_by};
