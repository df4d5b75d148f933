//! What an organisation gives each of its releases to start from.

use jiff::civil::Date;

use super::calendar::WorkCalendar;
use super::communication::MessageTemplate;
use super::criterion::AcceptanceCriterion;
use super::gate::QualityGate;
use super::governance::{GovernanceRule, Removal, RemovedKind};
use super::items::Items;
use super::quantity::{Days, Percent};

/// The id of the release in which templates are edited. No release of a plan has it.
pub const TEMPLATES_ID: &str = "organisation.templates";

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
        /// Which of the app's criteria, gates and rules the organisation leaves out, and why.
        pub removals: Items<Removal>,
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

choice! {
    /// A part of the templates that can be given and taken by itself.
    pub enum TemplatePart {
        /// The list of criteria, with the day on which it is looked at again.
        Criteria = "criteria", "Acceptance criteria";
        /// The gates.
        Gates = "gates", "Quality gates";
        /// The rules.
        Rules = "rules", "Governance rules";
        /// The messages.
        Messages = "messages", "Messages";
        /// Why RFCs are rejected, and how early they must be submitted.
        Rfcs = "rfcs", "RFCs: reasons for rejection, days before the CAB";
        /// The share of an audience that must be trained.
        Training = "training", "Training: share of an audience to be trained";
        /// Working days and closed periods.
        Calendar = "calendar", "Calendar: working days and closed periods";
    }
}

impl TemplatePart {
    /// The kinds of removals that belong to the part.
    fn removed(self) -> &'static [RemovedKind] {
        match self {
            Self::Criteria => &[RemovedKind::Criterion],
            Self::Gates => &[RemovedKind::Gate, RemovedKind::Signatory],
            Self::Rules => &[RemovedKind::Rule],
            Self::Messages | Self::Rfcs | Self::Training | Self::Calendar => &[],
        }
    }
}

impl Templates {
    /// Whether the organisation says something of its own in a part.
    #[must_use]
    pub fn has(&self, part: TemplatePart) -> bool {
        match part {
            TemplatePart::Criteria => self.criteria.is_some() || self.criteria_review.is_some(),
            TemplatePart::Gates => self.gates.is_some(),
            TemplatePart::Rules => self.rules.is_some(),
            TemplatePart::Messages => !self.messages.is_empty(),
            TemplatePart::Rfcs => self.rejection_reasons.is_some() || self.cab_lead.is_some(),
            TemplatePart::Training => self.training_threshold.is_some(),
            TemplatePart::Calendar => self.calendar.is_some(),
        }
    }

    /// Puts a part of other templates in the place of one's own.
    pub fn take(&mut self, part: TemplatePart, from: &Self) {
        match part {
            TemplatePart::Criteria => {
                self.criteria.clone_from(&from.criteria);
                self.criteria_review = from.criteria_review;
            }
            TemplatePart::Gates => self.gates.clone_from(&from.gates),
            TemplatePart::Rules => self.rules.clone_from(&from.rules),
            TemplatePart::Messages => self.messages.clone_from(&from.messages),
            TemplatePart::Rfcs => {
                self.rejection_reasons.clone_from(&from.rejection_reasons);
                self.cab_lead = from.cab_lead;
            }
            TemplatePart::Training => self.training_threshold = from.training_threshold,
            TemplatePart::Calendar => self.calendar.clone_from(&from.calendar),
        }
        let of_part = |removal: &&Removal| part.removed().contains(&removal.kind);
        let others = self.removals.iter().filter(|removal| !of_part(removal));
        self.removals = others.chain(from.removals.iter().filter(of_part)).cloned().collect();
    }

    /// These parts alone.
    #[must_use]
    pub fn only(&self, parts: &[TemplatePart]) -> Self {
        let mut only = Self::default();
        parts.iter().for_each(|part| only.take(*part, self));
        only
    }
}
