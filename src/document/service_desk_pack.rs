//! The service desk pack: known errors, quick fixes, changed functions, codes and templates.

use jiff::civil::Date;

use super::section::View;
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The service desk pack as it is on this day.
#[must_use]
pub fn service_desk_pack(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let sheet = Sheet::new(Kind::ServiceDeskPack);
    Document::of(Kind::ServiceDeskPack, &view, sheet)
}
