//! Addresses within the app, to and from `#/…`.
