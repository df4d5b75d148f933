//! Go-live and after: incidents, early life support, and what was learnt.

use jiff::civil::{Date, DateTime};

use super::action::Action;
use super::defect::Severity;
use super::id::Id;
use super::items::Items;
use super::people::Person;
use super::quantity::Count;
use super::rollout::SwitchOffCriterion;
use super::simulation::{ActualFigures, Forecast};

record! {
    /// Section 15 of the release record, but for the runbook's actual times, which stand with its steps.
    pub struct AfterGoLive {
        /// That the release is live.
        pub go_live: GoLive,
        /// What broke.
        pub incidents: Items<Incident>,
        /// The reinforced support after go-live.
        pub support: EarlyLifeSupport,
        /// What the release taught.
        pub review: PostImplementationReview,
        /// What the simulation said before go-live, as it was put down then.
        pub forecast: Option<Forecast>,
        /// What came of the rollout, in the figures that were forecast.
        pub actual: Option<ActualFigures>,
    }
}

record! {
    /// That the release is live.
    pub struct GoLive {
        /// Since when.
        pub at: Option<DateTime>,
        /// Anything worth noting.
        pub note: String,
    }
}

item! {
    /// Something that broke at or after go-live.
    pub struct Incident titled title {
        /// The number in the incident management system.
        pub number: String,
        /// What broke.
        pub title: String,
        /// How bad it is.
        pub severity: Severity,
        /// When it was reported.
        pub reported: Option<DateTime>,
        /// Who deals with it.
        pub owner: Option<Id<Person>>,
        /// When it was resolved.
        pub resolved: Option<DateTime>,
        /// What was done.
        pub note: String,
    }
}

record! {
    /// Reinforced support after go-live, left on explicit exit criteria.
    pub struct EarlyLifeSupport {
        /// Its first day.
        pub from: Option<Date>,
        /// The day on which it is planned to end.
        pub until: Option<Date>,
        /// Who leads it.
        pub lead: Option<Id<Person>>,
        /// What must hold before it ends.
        pub exit: Items<SwitchOffCriterion>,
        /// What each day brought.
        pub log: Items<SupportDay>,
        /// When it ended.
        pub ended: Option<Date>,
    }
}

item! {
    /// A day of early life support.
    pub struct SupportDay titled note {
        /// Which day.
        pub on: Option<Date>,
        /// How many calls the service desk took on the release.
        pub calls: Count,
        /// How many incidents were open at the end of the day.
        pub open_incidents: Count,
        /// What is worth telling.
        pub note: String,
    }
}

record! {
    /// What the release taught.
    pub struct PostImplementationReview {
        /// When it was held.
        pub held: Option<Date>,
        /// Whether what the release was meant to bring was brought.
        pub summary: String,
        /// What went well, what did not, and what the next release should know.
        pub lessons: Items<Lesson>,
        /// What follows from it.
        pub actions: Items<Action>,
    }
}

choice! {
    /// What kind of lesson.
    pub enum LessonKind {
        /// Worth doing again.
        WentWell = "went_well", "Went well";
        /// Worth avoiding.
        WentBadly = "went_badly", "Did not go well";
        /// What the next release of this type should know.
        Lesson = "lesson", "Lesson";
    }
}

item! {
    /// Something that was learnt.
    pub struct Lesson titled text {
        /// What.
        pub text: String,
        /// Of which kind.
        pub kind: LessonKind,
    }
}
