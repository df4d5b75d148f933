//! The readiness review: environment, support and capacity.

use jiff::civil::Date;

use super::section::View;
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The readiness review as it is on this day.
#[must_use]
pub fn readiness_review(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let sheet = Sheet::new(Kind::ReadinessReview);
    Document::of(Kind::ReadinessReview, &view, sheet)
}
