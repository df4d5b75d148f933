//! The readiness review: environment, support and capacity.

use jiff::civil::Date;

use super::defect::Severity;
use super::gate::ChecklistItem;
use super::id::Id;
use super::items::Items;
use super::people::Person;

record! {
    /// Section 12 of the release record.
    pub struct ReadinessReview {
        /// The review itself.
        pub record: ReviewRecord,
        /// Where capacity is short.
        pub capacity: Items<CapacityIssue>,
    }
}

record! {
    /// Who looked at what, and what was seen.
    pub struct ReviewRecord {
        /// When it was held.
        pub held: Option<Date>,
        /// Who held it.
        pub by: Option<Id<Person>>,
        /// What is looked at, point by point.
        pub points: Items<ChecklistItem>,
        /// Anything worth noting.
        pub note: String,
    }
}

item! {
    /// Something of which there will be too little.
    pub struct CapacityIssue titled title {
        /// What there is too little of, and from when.
        pub title: String,
        /// How bad it is.
        pub severity: Severity,
        /// Who sees to it.
        pub owner: Option<Id<Person>>,
        /// By when.
        pub due: Option<Date>,
        /// Its reference in the capacity plan.
        pub reference: String,
        /// What is done about it.
        pub response: String,
        /// When it was settled.
        pub closed: Option<Date>,
    }
}
