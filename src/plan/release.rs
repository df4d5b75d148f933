//! The release: the aggregate that everything else belongs to.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

use super::after::AfterGoLive;
use super::board::Board;
use super::calendar::WorkCalendar;
use super::communication::{Distribution, Message};
use super::criterion::{AcceptanceCriterion, CriteriaList};
use super::defect::Defect;
use super::environment::Environment;
use super::gate::QualityGate;
use super::governance::{GovernanceRule, Removal};
use super::hand_over::HandOver;
use super::id::Id;
use super::identity::{ConfigurationItem, Identity};
use super::items::Items;
use super::meeting::Meeting;
use super::people::{Department, Person, UserGroup};
use super::review::ReadinessReview;
use super::rfc::{Cab, Rfc};
use super::rollout::RolloutPlan;
use super::strategy::StrategyRecord;
use super::training::TrainingPlan;
use super::written::{Outcome, Required, Source, Written, read_members, write_members};

record! {
    /// A set of changes deployed together, with everything that is planned and decided about it.
    pub struct Release {
        /// The stable id.
        pub id: Id<Release>,
        /// What it is and when it goes live.
        pub identity: Identity,
        /// What it touches.
        pub configuration_items: Items<ConfigurationItem>,
        /// Everyone who is named in the plan.
        pub people: Items<Person>,
        /// Who receives it.
        pub departments: Items<Department>,
        /// How it is rolled out, and why so.
        pub strategy: StrategyRecord,
        /// Requests for change.
        pub rfcs: Items<Rfc>,
        /// What the CAB asks of them.
        pub cab: Cab,
        /// Where it is tested and runs.
        pub environments: Items<Environment>,
        /// What it must meet.
        pub criteria: Items<AcceptanceCriterion>,
        /// When the list of criteria itself is looked at.
        pub criteria_list: CriteriaList,
        /// The reviews on its way, in this order.
        pub gates: Items<QualityGate>,
        /// What was found in testing.
        pub defects: Items<Defect>,
        /// The exact detail of execution.
        pub rollout: RolloutPlan,
        /// Who is trained, when and where.
        pub training: TrainingPlan,
        /// Who is told what.
        pub messages: Items<Message>,
        /// Which document goes to whom.
        pub distribution: Items<Distribution>,
        /// What the service desk is given.
        pub hand_over: HandOver,
        /// Meetings before and after go-live.
        pub meetings: Items<Meeting>,
        /// Whether environment, support and capacity are ready.
        pub review: ReadinessReview,
        /// Working days and closed periods.
        pub calendar: WorkCalendar,
        /// Go-live and after.
        pub after: AfterGoLive,
        /// The policies that it must meet.
        pub rules: Items<GovernanceRule>,
        /// Who decides, and what was decided.
        pub board: Board,
        /// What was removed, and why.
        pub removals: Items<Removal>,
        /// What was changed, by whom and when; the oldest first.
        pub log: Vec<ChangeEntry>,
    }
}

/// One line of the change log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ChangeEntry {
    /// When.
    pub at: Timestamp,
    /// Who, as declared.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub who: String,
    /// What, in words.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub what: String,
}

const LINE: &[&str] = &["at", "who", "what"];

impl Written for ChangeEntry {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        let mut at = Required::<Timestamp>::default();
        read_members(from, LINE, &mut [&mut at, &mut self.who, &mut self.what])?;
        self.at = at.take(from, "at")?;
        Ok(())
    }

    fn write(&self) -> Value {
        write_members(LINE, &[&self.at, &self.who, &self.what])
    }
}

impl Release {
    /// The day of go-live, where a window is planned.
    #[must_use]
    pub fn go_live(&self) -> Option<Date> {
        self.identity.window.map(super::identity::Window::go_live)
    }

    /// The name of a registered person.
    #[must_use]
    pub fn person_name(&self, id: Option<Id<Person>>) -> Option<&str> {
        self.people.get(id?).map(|person| person.name.as_str())
    }

    /// Every user group, with the department that it belongs to.
    pub fn groups(&self) -> impl Iterator<Item = (&Department, &UserGroup)> {
        self.departments.iter().flat_map(|department| department.groups.iter().map(move |group| (department, group)))
    }

    /// The user group with this id.
    #[must_use]
    pub fn group(&self, id: Id<UserGroup>) -> Option<&UserGroup> {
        self.groups().map(|(_, group)| group).find(|group| group.id == id)
    }

    /// The name of the Board's member: the registered person's, or the one written beside the seat.
    #[must_use]
    pub fn member_name<'a>(&'a self, member: &'a super::board::BoardMember) -> &'a str {
        self.person_name(member.person).unwrap_or(&member.name)
    }
}
