//! The catalogue of approaches and deliveries, and the advisor that ranks their combinations.

pub mod catalogue;

pub use catalogue::Part;
