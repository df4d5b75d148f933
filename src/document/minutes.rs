//! Meeting minutes: agenda, what was said, and the actions that follow.

use jiff::civil::Date;

use super::section::{View, meetings};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The minutes as they are on this day.
#[must_use]
pub fn minutes(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::Minutes);
    meetings::in_full(&view, &mut sheet);
    Document::of(Kind::Minutes, &view, sheet)
}
