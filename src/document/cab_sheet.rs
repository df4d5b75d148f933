//! The CAB sheet: each RFC as the change advisory board decides on it.

use jiff::civil::Date;

use super::section::View;
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The CAB sheet as it is on this day.
#[must_use]
pub fn cab_sheet(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let sheet = Sheet::new(Kind::CabSheet);
    Document::of(Kind::CabSheet, &view, sheet)
}
