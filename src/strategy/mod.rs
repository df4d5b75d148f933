//! The catalogue of approaches and deliveries, and the advisor that ranks their combinations.

mod answers;
pub mod catalogue;
mod derived;
mod factor;
mod points;

pub use answers::{Answered, Answers, Reply, Source, UNKNOWN};
pub use catalogue::Part;
pub use derived::{Basis, Derived, derive};
pub use factor::{Effect, FACTORS, Factor, FactorAnswer, factor};
pub use points::{Points, Span, Strength, Weight};
