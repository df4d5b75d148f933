//! What somebody must do over a release: drawn from the whole plan, by owner and due date, and done with a tick.

mod agreed;
mod close;
mod list;
mod planned;
mod todo;

pub use close::close;
pub use list::{DueBand, actions, actions_with_done, due_band, overdue_agreed};
pub use todo::{Todo, TodoKind, TodoSource};
