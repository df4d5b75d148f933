//! The back-out plan: for everyone who may have to bring the state before back.

use jiff::civil::Date;

use super::section::{View, back_out, overview, people};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The back-out plan as it is on this day.
#[must_use]
pub fn back_out_plan(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::BackOutPlan);
    overview::in_brief(&view, &mut sheet);
    back_out::plan(&view, &mut sheet);
    people::people(&view, &mut sheet);
    Document::of(Kind::BackOutPlan, &view, sheet)
}
