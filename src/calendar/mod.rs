//! Every day that matters, closed periods, and what moves with go-live.
