//! The CAB sheet: each RFC as the change advisory board decides on it.

use jiff::civil::Date;

use super::section::{View, cab};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The CAB sheet as it is on this day.
#[must_use]
pub fn cab_sheet(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::CabSheet);
    if release.rfcs.is_empty() {
        sheet.say("No request for change has been written yet.");
    }
    for rfc in &release.rfcs {
        cab::sheet_of(&view, rfc, &mut sheet);
    }
    Document::of(Kind::CabSheet, &view, sheet)
}
