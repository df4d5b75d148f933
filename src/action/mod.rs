//! Everything that somebody must do, over the whole release.
