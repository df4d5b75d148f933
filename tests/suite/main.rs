//! The native tests, one file per subject.

mod strategy;
