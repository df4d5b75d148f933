//! Whether the back-out plan was tried.

use jiff::civil::Date;

use crate::plan::BackOutPlan;

/// How the trial of a back-out plan stands. A trial on a later day is none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    /// No day is named.
    None,
    /// It is planned for a later day.
    Planned(Date),
    /// The state before did not come back.
    Failed(Date),
    /// The state before came back.
    Worked(Date),
}

/// How the trial of a back-out plan stands today.
#[must_use]
pub fn trial(plan: &BackOutPlan, today: Date) -> Trial {
    let test = plan.test.as_ref().and_then(|test| Some((test.on?, test.worked)));
    match test {
        None => Trial::None,
        Some((on, _)) if on > today => Trial::Planned(on),
        Some((on, true)) => Trial::Worked(on),
        Some((on, false)) => Trial::Failed(on),
    }
}
