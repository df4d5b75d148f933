//! The rollout runbook: for everyone who acts on the day of go-live.

use jiff::civil::Date;

use super::section::{View, after, back_out, overview, rollout, runbook as steps};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The runbook as it is on this day.
#[must_use]
pub fn runbook(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::Runbook);
    overview::in_brief(&view, &mut sheet);
    steps::runbook(&view, &mut sheet);
    after::actual_times(&view, &mut sheet);
    rollout::rollout(&view, &mut sheet);
    back_out::readiness(&view, &mut sheet);
    Document::of(Kind::Runbook, &view, sheet)
}
