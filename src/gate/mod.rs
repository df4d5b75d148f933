//! Acceptance criteria, quality gates and sign-offs: the catalogues, and the digests that keep sign-offs honest.
