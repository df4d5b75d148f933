//! A plan for other programs: one file per format.
