//! The readiness review: environment, support and capacity.

use jiff::civil::Date;

use super::section::{View, review};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The readiness review as it is on this day.
#[must_use]
pub fn readiness_review(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::ReadinessReview);
    review::record(&view, &mut sheet);
    review::environments(&view, &mut sheet);
    review::capacity(&view, &mut sheet);
    review::signature_lines(&view, &mut sheet);
    Document::of(Kind::ReadinessReview, &view, sheet)
}
