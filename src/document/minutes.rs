//! Meeting minutes: agenda, what was said, and the actions that follow.

use jiff::civil::Date;

use super::section::View;
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The minutes as it is on this day.
#[must_use]
pub fn minutes(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let sheet = Sheet::new(Kind::Minutes);
    Document::of(Kind::Minutes, &view, sheet)
}
