//! What an organisation gives each of its releases to start from.

use jiff::civil::Date;

use super::calendar::WorkCalendar;
use super::communication::MessageTemplate;
use super::criterion::AcceptanceCriterion;
use super::gate::QualityGate;
use super::governance::GovernanceRule;
use super::items::Items;
use super::quantity::{Days, Percent};

record! {
    /// The organisation's own templates. An absent list means the one that comes with the app.
    pub struct Templates {
        /// The acceptance criteria of a new release.
        pub criteria: Option<Items<AcceptanceCriterion>>,
        /// When the list of criteria is to be looked at again.
        pub criteria_review: Option<Date>,
        /// The quality gates of a new release.
        pub gates: Option<Items<QualityGate>>,
        /// The organisation's messages, besides those that come with the app.
        pub messages: Items<MessageTemplate>,
        /// The governance rules of a new release.
        pub rules: Option<Items<GovernanceRule>>,
        /// Why RFCs are rejected or deferred here.
        pub rejection_reasons: Option<Vec<String>>,
        /// How many days before the CAB an RFC must be submitted.
        pub cab_lead: Option<Days>,
        /// The share of an audience that must be trained.
        pub training_threshold: Option<Percent>,
        /// Working days and closed periods.
        pub calendar: Option<WorkCalendar>,
    }
}
