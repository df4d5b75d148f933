//! The words of a link to where a rule is cured.

use crate::readiness::Section;

/// What a link says that leads from a rule to the section in which it is cured.
#[must_use]
pub fn go_to_cure(section: Section) -> &'static str {
    match section {
        Section::Overview => "Go to the overview",
        Section::People => "Go to the departments",
        Section::Strategy => "Go to the strategy",
        Section::Rollout => "Go to the rollout plan",
        _ => "Go to the cure",
    }
}
