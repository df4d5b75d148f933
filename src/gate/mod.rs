//! Acceptance criteria, quality gates and sign-offs: the catalogues, and the digests that keep sign-offs honest.
//!
//! A sign-off stores the canonical content that was signed. It stands as long as the plan still yields that content.

mod canonical;
mod catalogue;
mod difference;
mod shifted;
mod sign_off;

pub use canonical::canonical;
pub use catalogue::{CRITERIA, CriterionEntry, GATES, GateEntry, default_criteria, default_gates};
pub use difference::{Change, difference};
pub use shifted::{DAY_MEMBERS, shifted};
pub use sign_off::{Contents, Signer, Standing, changes_since, gate_content, plan_content, sha256_hex, sign, standing};
