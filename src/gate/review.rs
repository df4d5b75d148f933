//! The readiness review: its usual points, and what of it has happened by a day.

use jiff::civil::Date;

use super::as_of::has_come;
use crate::plan::{CapacityIssue, ChecklistItem, Id, Items, ReviewRecord};

/// A usual point of the readiness review.
#[derive(Debug, Clone, Copy)]
pub struct ReviewPoint {
    /// Its stable key, which is also its id.
    pub key: &'static str,
    /// What to look at.
    pub text: &'static str,
}

/// What every readiness review looks at.
pub static REVIEW_POINTS: [ReviewPoint; 3] = [
    ReviewPoint {
        key: "environment",
        text: "The production environment is ready: built as planned, reachable, watched and backed up",
    },
    ReviewPoint {
        key: "support",
        text: "Support is ready: every team knows its tasks, has its access, and is there at go-live",
    },
    ReviewPoint {
        key: "capacity",
        text: "There is capacity for the load after go-live: machines, network, licences and people",
    },
];

impl ReviewPoint {
    /// The point as nobody has looked at it yet.
    #[must_use]
    pub fn item(&self) -> ChecklistItem {
        ChecklistItem { id: Id::of_key(self.key), text: self.text.to_owned(), ..ChecklistItem::default() }
    }
}

/// The points of a new readiness review.
#[must_use]
pub fn review_points() -> Items<ChecklistItem> {
    REVIEW_POINTS.iter().map(ReviewPoint::item).collect()
}

/// The record with those of the usual points that it lacks, before its own; nothing where it has all of them.
#[must_use]
pub fn with_usual_points(record: &ReviewRecord) -> Option<ReviewRecord> {
    let lacks = |point: &&ReviewPoint| !record.points.contains(Id::of_key(point.key));
    let lacking = REVIEW_POINTS.iter().filter(lacks).map(ReviewPoint::item);
    let points: Items<ChecklistItem> = lacking.chain(record.points.iter().cloned()).collect();
    (points.len() > record.points.len()).then(|| ReviewRecord { points, ..record.clone() })
}

/// Whether the review was held, by today.
#[must_use]
pub fn review_was_held(record: &ReviewRecord, today: Date) -> bool {
    record.held.is_some() && has_come(record.held, today)
}

/// Whether a capacity issue was settled, by today.
#[must_use]
pub fn is_settled(issue: &CapacityIssue, today: Date) -> bool {
    issue.closed.is_some() && has_come(issue.closed, today)
}
