//! Where releases are kept.
