//! What is asked of defects beyond their decision: what the service desk needs of a known error, when it is looked at
//! again, and what came to light after the Board decided.

use jiff::civil::Date;

use crate::plan::{Defect, DefectDecision, KnownError, Release};

/// A text that a known error must have.
#[derive(Debug, Clone, Copy)]
pub struct KnownErrorField {
    /// The member, and the name of its field.
    pub field: &'static str,
    /// What it is called within a sentence.
    pub name: &'static str,
    /// The text.
    pub text: fn(&KnownError) -> &String,
}

/// What the service desk needs of each known error.
pub static KNOWN_ERROR_FIELDS: [KnownErrorField; 4] = [
    KnownErrorField { field: "symptoms", name: "symptoms", text: |known| &known.symptoms },
    KnownErrorField { field: "workaround", name: "workaround", text: |known| &known.workaround },
    KnownErrorField { field: "quick_fix", name: "quick fix", text: |known| &known.quick_fix },
    KnownErrorField { field: "desk_code", name: "code in the desk's tool", text: |known| &known.desk_code },
];

/// Whether it was decided that a defect goes live with a workaround, written down or not.
#[must_use]
pub fn is_known_error(defect: &Defect) -> bool {
    defect.decision == DefectDecision::Workaround
}

/// The known errors of a release, complete or not.
pub fn known_errors(release: &Release) -> impl Iterator<Item = &Defect> {
    release.defects.iter().filter(|defect| is_known_error(defect))
}

/// What the service desk would miss, in the order in which it is asked for.
#[must_use]
pub fn missing_in(known: &KnownError) -> Vec<&'static KnownErrorField> {
    KNOWN_ERROR_FIELDS.iter().filter(|field| (field.text)(known).trim().is_empty()).collect()
}

/// The day on which a known error was to be looked at again, where that day has passed.
#[must_use]
pub fn review_overdue(defect: &Defect, today: Date) -> Option<Date> {
    defect.known_error.review.filter(|review| is_known_error(defect) && *review < today)
}

/// The day on which a defect was found, where that is after the Board decided: the Board did not know of it.
#[must_use]
pub fn found_late(release: &Release, defect: &Defect) -> Option<Date> {
    let decided = release.board.decision.as_ref()?.on?;
    defect.found.filter(|found| *found > decided)
}

/// The defects that came to light after the Board decided, and are still in the plan.
pub fn late_defects(release: &Release) -> impl Iterator<Item = (&Defect, Date)> {
    release.defects.iter().filter_map(|defect| Some((defect, found_late(release, defect)?)))
}
