//! Defects, what was decided on each, and known errors.

use jiff::civil::Date;

use super::id::Id;
use super::people::Person;

choice! {
    /// How bad a defect is.
    pub enum Severity {
        /// Somebody notices.
        Low = "low", "Low";
        /// Work is slower.
        Medium = "medium", "Medium";
        /// An important task cannot be done.
        High = "high", "High";
        /// Data, money or safety are in danger.
        Critical = "critical", "Critical";
    }
}

item! {
    /// Something found in testing.
    pub struct Defect titled title {
        /// The number in the defect tracker.
        pub number: String,
        /// What is wrong.
        pub title: String,
        /// How bad it is.
        pub severity: Severity,
        /// Where and when it was found.
        pub found_in: String,
        /// When it was found: one that comes to light after the Board decided is for the Board to decide again.
        pub found: Option<Date>,
        /// Who deals with it.
        pub owner: Option<Id<Person>>,
        /// By when.
        pub due: Option<Date>,
        /// What was decided.
        pub decision: DefectDecision,
        /// What the service desk must know where it goes live.
        pub known_error: KnownError,
    }
}

detailed! {
    /// What was decided on a defect.
    pub enum DefectDecision {
        /// Nothing yet.
        Undecided = "undecided";
        /// It is fixed before the release goes live.
        Fix = "fix" {
            /// When the fix was confirmed; absent while it is open.
            fixed: Option<Date>,
        };
        /// It goes live with a workaround, as a known error.
        Workaround = "workaround";
        /// The release waits for it.
        Postpone = "postpone" {
            /// Why the release waits.
            reason: String,
        };
    }
}

record! {
    /// What is documented about a defect that goes live.
    pub struct KnownError {
        /// How people notice it.
        pub symptoms: String,
        /// How to work in spite of it.
        pub workaround: String,
        /// What the first line does at once.
        pub quick_fix: String,
        /// The incident code or template in the desk's tool.
        pub desk_code: String,
        /// When it is looked at again.
        pub review: Option<Date>,
    }
}
