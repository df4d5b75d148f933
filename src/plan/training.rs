//! Training: who must be able to do what, in which session, and who was there.

use jiff::civil::DateTime;

use super::id::Id;
use super::items::Items;
use super::people::{Person, UserGroup};
use super::quantity::{Count, Minutes, Percent};

record! {
    /// Section 8 of the release record.
    pub struct TrainingPlan {
        /// Who must be trained.
        pub audiences: Items<TrainingAudience>,
        /// When and where.
        pub sessions: Items<TrainingSession>,
        /// The share of an audience that must be trained to count as adequate; absent for the default of
        /// [`DEFAULT_THRESHOLD`](Self::DEFAULT_THRESHOLD) percent.
        pub threshold: Option<Percent>,
    }
}

impl TrainingPlan {
    /// The share of an audience that must be trained where the organisation says nothing else, in percent.
    pub const DEFAULT_THRESHOLD: u8 = 80;
}

choice! {
    /// What an audience does when the release is live.
    pub enum AudienceKind {
        /// Works with the release.
        Users = "users", "User group";
        /// Takes the calls.
        ServiceDesk = "service_desk", "Service desk";
        /// Operates and repairs it.
        SupportTeam = "support_team", "Support team";
        /// Helps people at their desks at go-live.
        FloorWalkers = "floor_walkers", "Floor walkers";
    }
}

item! {
    /// People who need the same training.
    pub struct TrainingAudience titled name {
        /// The team's or group's name.
        pub name: String,
        /// What they do when the release is live.
        pub kind: AudienceKind,
        /// The user group that they are, where they are one.
        pub group: Option<Id<UserGroup>>,
        /// How many people; where absent, the size of the user group.
        pub size: Option<Count>,
        /// What they must be able to do afterwards.
        pub goal: String,
    }
}

choice! {
    /// Which system a session teaches.
    pub enum Teaches {
        /// The new one.
        New = "new", "The new system";
        /// Both, side by side.
        Both = "both", "Both systems";
        /// The old one only.
        Old = "old", "The old system";
    }
}

item! {
    /// A training session.
    pub struct TrainingSession titled title {
        /// What is taught.
        pub title: String,
        /// For whom.
        pub audiences: Vec<Id<TrainingAudience>>,
        /// Which system.
        pub teaches: Teaches,
        /// When it starts.
        pub at: Option<DateTime>,
        /// How long it takes.
        pub duration: Minutes,
        /// Where: a room, or an address to join at.
        pub place: String,
        /// How many can take part.
        pub capacity: Count,
        /// Who teaches.
        pub trainer: Option<Id<Person>>,
        /// Who was there.
        pub attendance: Items<Attendance>,
    }
}

item! {
    /// How many of an audience were at a session.
    pub struct Attendance titled note {
        /// Of which audience.
        pub audience: Id<TrainingAudience>,
        /// How many.
        pub attended: Count,
        /// Anything worth noting.
        pub note: String,
    }
}
