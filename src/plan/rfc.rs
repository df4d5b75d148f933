//! Requests for change and what the change advisory board said.

use jiff::civil::Date;

use super::id::Id;
use super::people::Person;
use super::quantity::Days;

choice! {
    /// How a change is approved.
    pub enum ChangeType {
        /// Goes to the CAB.
        Normal = "normal", "Normal";
        /// Low risk and approved once for all.
        Standard = "standard", "Standard";
        /// Decided at short notice by the emergency CAB.
        Emergency = "emergency", "Emergency";
    }
}

item! {
    /// A request for change.
    pub struct Rfc titled title {
        /// The number in the change management system.
        pub number: String,
        /// What is to change.
        pub title: String,
        /// What exactly is done, and why.
        pub description: String,
        /// Who and what it affects, and for how long.
        pub impact: String,
        /// Who answers for it before the CAB.
        pub owner: Option<Id<Person>>,
        /// How it is approved.
        pub change_type: ChangeType,
        /// When it was submitted.
        pub submitted: Option<Date>,
        /// When the CAB looks at it.
        pub cab_date: Option<Date>,
        /// What the CAB said.
        pub outcome: RfcOutcome,
        /// The rejected or deferred RFC that this one takes the place of.
        pub replaces: Option<Id<Rfc>>,
    }
}

record! {
    /// What the CAB of the organisation asks of every RFC.
    pub struct Cab {
        /// How many days before it meets a normal change must be submitted; absent for the usual.
        pub lead: Option<Days>,
    }
}

detailed! {
    /// What the change advisory board said of an RFC.
    pub enum RfcOutcome {
        /// Nothing yet.
        Pending = "pending";
        /// It may be done.
        Approved = "approved" (RfcApproval);
        /// It may not be done as submitted.
        Rejected = "rejected" (RfcRefusal);
        /// It is to be decided later.
        Deferred = "deferred" (RfcRefusal);
    }
}

record! {
    /// An approval by the CAB.
    pub struct RfcApproval {
        /// When.
        pub on: Option<Date>,
        /// Anything the CAB asked for.
        pub note: String,
    }
}

record! {
    /// Why an RFC was rejected or deferred, and what came of it.
    pub struct RfcRefusal {
        /// When.
        pub on: Option<Date>,
        /// The reason, from the organisation's catalogue or in other words.
        pub reason: String,
        /// What happened next.
        pub what_next: String,
    }
}

impl RfcOutcome {
    /// The refusal, where it was rejected or deferred.
    #[must_use]
    pub fn refusal(&self) -> Option<&RfcRefusal> {
        match self {
            Self::Rejected(refusal) | Self::Deferred(refusal) => Some(refusal),
            Self::Pending | Self::Approved(_) => None,
        }
    }
}

impl Rfc {
    /// The request submitted anew: a copy in the place of this one, without number, days and outcome.
    #[must_use]
    pub fn resubmitted(&self, id: Id<Rfc>) -> Self {
        Self {
            id,
            number: String::new(),
            submitted: None,
            cab_date: None,
            outcome: RfcOutcome::Pending,
            replaces: Some(self.id),
            ..self.clone()
        }
    }
}
