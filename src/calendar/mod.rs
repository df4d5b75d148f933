//! Every day that matters, closed periods, and what moves with go-live.

mod chart;
mod closed;
mod dates;
mod moving;

pub use chart::{Bound, BoundKind, Chart, ChartRow, Lane, RowKind, Scope, chart};
pub use closed::{before_or_on_working_day, closed_period, is_working_day, working_days};
pub use dates::{DateKind, PlanDate, When, dates, sent_on};
pub use moving::{Move, MovedDate, move_by};
