//! The communications pack: who is told what, by whom and when, and the messages themselves.

use jiff::civil::Date;

use super::section::{View, communications, overview};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The communications pack as it is on this day.
#[must_use]
pub fn communications_pack(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::CommunicationsPack);
    overview::in_brief(&view, &mut sheet);
    communications::calendar(&view, &mut sheet);
    communications::who_is_told(&view, &mut sheet);
    communications::in_full(&view, &mut sheet);
    communications::distribution(&view, &mut sheet);
    Document::of(Kind::CommunicationsPack, &view, sheet)
}
