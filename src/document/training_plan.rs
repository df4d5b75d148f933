//! The training plan: who is trained, when and where, and who is not yet.

use jiff::civil::Date;

use super::section::View;
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The training plan as it is on this day.
#[must_use]
pub fn training_plan(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let sheet = Sheet::new(Kind::TrainingPlan);
    Document::of(Kind::TrainingPlan, &view, sheet)
}
