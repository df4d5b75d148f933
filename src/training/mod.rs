//! Who is adequately trained, and who is not.

mod adequacy;

pub use adequacy::{Adequacy, adequacies, size_of};
