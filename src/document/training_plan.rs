//! The training plan: who is trained, when and where, and who is not yet.

use jiff::civil::Date;

use super::section::{View, training};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The training plan as it is on this day.
#[must_use]
pub fn training_plan(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::TrainingPlan);
    training::audiences(&view, &mut sheet);
    training::adequacy(&view, &mut sheet);
    training::two_systems(&view, &mut sheet);
    training::sessions(&view, &mut sheet);
    training::gaps(&view, &mut sheet);
    Document::of(Kind::TrainingPlan, &view, sheet)
}
