//! Why RFCs are commonly rejected or deferred.

use crate::storage::settings::Profile;

/// Why RFCs are commonly rejected or deferred.
static USUAL_REJECTION_REASONS: [&str; 7] = [
    "Incomplete information",
    "No tested back-out plan",
    "Approvals missing",
    "Submitted too late",
    "Impact unclear",
    "Clash with another change",
    "Risk not accepted",
];

/// The organisation's reasons for rejecting an RFC: its own, or the usual ones.
#[must_use]
pub fn rejection_reasons(profile: &Profile) -> Vec<String> {
    let usual = || USUAL_REJECTION_REASONS.iter().map(|reason| (*reason).to_owned()).collect();
    profile.rejection_reasons.clone().unwrap_or_else(usual)
}
