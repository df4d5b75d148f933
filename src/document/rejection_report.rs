//! The RFC rejection report: what was refused, why, and what came of it.

use jiff::civil::Date;

use super::section::View;
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The rejection report as it is on this day.
#[must_use]
pub fn rejection_report(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let sheet = Sheet::new(Kind::RejectionReport);
    Document::of(Kind::RejectionReport, &view, sheet)
}
