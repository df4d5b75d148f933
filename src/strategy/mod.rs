//! The catalogue of approaches and deliveries, and the advisor that ranks their combinations.

mod advice;
mod answers;
pub mod catalogue;
mod condition;
mod derived;
mod exclusion;
mod factor;
mod pair;
mod points;

pub use advice::{Advice, Candidate, Contribution, PairContribution, Progress, advise};
pub use answers::{Answered, Answers, Reply, Source, UNKNOWN};
pub use catalogue::Part;
pub use condition::{Condition, Holds, Scope};
pub use derived::{Basis, Derived, derive};
pub use exclusion::{EXCLUSIONS, Exclusion, Ground};
pub use factor::{Effect, FACTORS, Factor, FactorAnswer, factor};
pub use pair::{INTERACTIONS, Interaction};
pub use points::{Points, Span, Strength, Weight};
