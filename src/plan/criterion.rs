//! Acceptance criteria, what shows that they are met, and waivers.

use jiff::civil::Date;

use super::id::Id;
use super::items::Items;
use super::people::Person;

item! {
    /// A condition that the release must meet.
    pub struct AcceptanceCriterion titled title {
        /// The condition, as a sentence that can be true.
        pub title: String,
        /// What exactly is asked.
        pub detail: String,
        /// Who answers it.
        pub owner: Option<Id<Person>>,
        /// By when.
        pub due: Option<Date>,
        /// Whether it is met.
        pub answer: Answer,
        /// What shows that it is met.
        pub evidence: Items<Evidence>,
        /// The key of the default criterion that it came from.
        pub catalogue: Option<String>,
    }
}

record! {
    /// The list of criteria itself: it is looked at again from time to time.
    pub struct CriteriaList {
        /// When it is to be looked at again.
        pub review: Option<Date>,
        /// When it was looked at last.
        pub reviewed: Option<Date>,
        /// Who did.
        pub reviewed_by: Option<Id<Person>>,
    }
}

detailed! {
    /// Whether a criterion is met.
    pub enum Answer {
        /// Nobody has said.
        Unanswered = "unanswered";
        /// It is met.
        Met = "met";
        /// It is not met.
        NotMet = "not_met";
        /// It does not apply to this release, for this reason. A blank reason counts as no answer.
        NotApplicable = "not_applicable" {
            /// Why it does not apply.
            reason: String,
        };
        /// It is not met, and somebody has accepted that for a time.
        Waived = "waived" (Waiver);
    }
}

record! {
    /// A departure that somebody has accepted until a day. One without approver, reason or day is no waiver.
    pub struct Waiver {
        /// Who accepted it.
        pub approver: String,
        /// Why.
        pub reason: String,
        /// The last day on which it holds.
        pub until: Option<Date>,
    }
}

item! {
    /// Something that shows that a criterion or a check is met.
    pub struct Evidence titled title {
        /// What it shows.
        pub title: String,
        /// What it is.
        pub shown_by: Proof,
        /// When it was added.
        pub added: Option<Date>,
    }
}

detailed! {
    /// The substance of a piece of evidence.
    pub enum Proof {
        /// Words.
        Note = "note" {
            /// The words.
            text: String,
        };
        /// An address: shown, and opened where it is http, https or mailto, but never fetched.
        Link = "link" {
            /// The address.
            url: String,
        };
        /// The counts of a test report.
        TestReport = "test_report" {
            /// Tests that passed.
            passed: u32,
            /// Tests that failed.
            failed: u32,
            /// Tests that did not run.
            skipped: u32,
            /// How long they took, in milliseconds.
            #[cfg_attr(feature = "cli", schemars(skip_serializing_if = "Option::is_none"))]
            milliseconds: Option<u32>,
            /// The names of those that failed, as far as they were kept.
            #[cfg_attr(feature = "cli", schemars(skip_serializing_if = "Vec::is_empty"))]
            failed_names: Vec<String>,
        };
        /// What a scan found, by severity.
        ScanReport = "scan_report" {
            /// What scanned.
            tool: String,
            /// Findings that must not go live.
            errors: u32,
            /// Findings to look at.
            warnings: u32,
            /// Findings worth knowing.
            notes: u32,
            /// Whether the tool stopped before its end, so that there may be more to find.
            #[cfg_attr(feature = "cli", schemars(skip_serializing_if = "std::ops::Not::not"))]
            unfinished: bool,
        };
        /// A measurement beside what was asked for.
        Measured = "measured" {
            /// The value, with its unit.
            value: String,
            /// What was asked for, with its unit.
            threshold: String,
        };
    } sparse "milliseconds" "failed_names" "unfinished"
}

impl Waiver {
    /// Whether it names who, why and until when.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.approver.trim().is_empty() && !self.reason.trim().is_empty() && self.until.is_some()
    }
}
