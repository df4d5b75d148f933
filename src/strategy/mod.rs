//! The catalogue of approaches and deliveries, and the advisor that ranks their combinations.
