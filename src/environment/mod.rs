//! Environments: what is overdue, how far each one differs from production, and what relied on it.

mod drift;
mod refresh;
mod used;

pub use drift::{Difference, drift, is_compared, production};
pub use refresh::{Refresh, refresh};
pub use used::{back_out_tested_in, gates_using};

/// Whether two names are the same: case and white space do not count.
fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(one) == words(other)
}
