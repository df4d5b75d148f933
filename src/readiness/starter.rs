//! A new release, with the defaults that every release starts from.

use super::rules::default_rules;
use crate::gate::{default_criteria, default_gates, review_points};
use crate::plan::{Count, Id, Identity, Release};

/// A new release with the default criteria, gates, rules and points of the readiness review. It is No-Go: nothing in it has been answered.
#[must_use]
pub fn new_release(id: Id<Release>, identity: Identity) -> Release {
    let mut release = Release { id, identity, ..Release::default() };
    release.criteria = default_criteria();
    release.gates = default_gates();
    release.rules = default_rules();
    release.review.record.points = review_points();
    release.board.quorum = Count(4);
    release
}
