//! The service desk pack: known errors, quick fixes, changed functions, codes and templates.

use jiff::civil::Date;

use super::section::{View, hand_over};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The service desk pack as it is on this day.
#[must_use]
pub fn service_desk_pack(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::ServiceDeskPack);
    hand_over::known_errors(&view, &mut sheet);
    hand_over::items(&view, &mut sheet);
    hand_over::contacts(&view, &mut sheet);
    hand_over::acceptance(&view, &mut sheet);
    Document::of(Kind::ServiceDeskPack, &view, sheet)
}
