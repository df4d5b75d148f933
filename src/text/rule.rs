//! Where the facts that rules speak of are entered.

use crate::plan::Fact;
use crate::readiness::Section;

/// The section in which a fact is entered, and the words of a link there.
#[must_use]
pub fn where_to_cure(fact: Fact) -> (Section, &'static str) {
    match fact {
        Fact::FirstOfType | Fact::ReleaseType | Fact::Criticality => (Section::Overview, "Go to the overview"),
        Fact::Approach | Fact::Delivery => (Section::Strategy, "Go to the strategy"),
        Fact::DepartmentsWithoutFloorWalkers => (Section::People, "Go to the departments"),
        Fact::Waves | Fact::BackOutTestAge => (Section::Rollout, "Go to the rollout plan"),
    }
}
