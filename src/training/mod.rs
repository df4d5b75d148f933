//! Who is adequately trained and who is not, whether there are seats for all, and what the sessions lack.
//!
//! A session on the old system alone trains nobody for the release: neither its seats nor those who were there count.

mod adequacy;
mod audience;
mod seating;
mod session;

pub use adequacy::{Adequacy, adequacies, size_of, threshold};
pub use audience::{MissingAudience, live_from, missing_audiences};
pub use seating::{Seating, Seats, seating};
pub use session::{
    attended, is_late_for, is_overbooked, late_for, missing_in, needs_both_systems, sessions_of, teaches_both,
    with_everyone,
};
