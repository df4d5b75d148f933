//! The communications pack: who is told what, by whom and when, and the messages themselves.

use jiff::civil::Date;

use super::section::View;
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The communications pack as it is on this day.
#[must_use]
pub fn communications_pack(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let sheet = Sheet::new(Kind::CommunicationsPack);
    Document::of(Kind::CommunicationsPack, &view, sheet)
}
