//! How firm the advice is.
