//! The Release Board: its members, votes, risks and decision.

use jiff::civil::{Date, DateTime};

use super::gate::{Condition, SignOff};
use super::id::Id;
use super::items::Items;
use super::people::Person;
use super::quantity::Count;
use super::record::Choice;

record! {
    /// Section 13 of the release record.
    pub struct Board {
        /// Who sits on it.
        pub members: Items<BoardMember>,
        /// How many members must vote for a decision to count.
        pub quorum: Count,
        /// When it meets.
        pub sittings: Sittings,
        /// What each said.
        pub votes: Items<Vote>,
        /// Sign-offs of the plan as a whole, by role.
        pub sign_offs: Items<SignOff>,
        /// What may go wrong.
        pub risks: Items<Risk>,
        /// What was decided.
        pub decision: Option<BoardDecision>,
    }
}

record! {
    /// When the Board meets.
    pub struct Sittings {
        /// How often.
        pub rhythm: Rhythm,
        /// When next.
        pub next: Option<DateTime>,
    }
}

choice! {
    /// How often the Board meets.
    pub enum Rhythm {
        /// Not by the calendar.
        AsNeeded = "as_needed", "As needed";
        /// Every week.
        Weekly = "weekly", "Every week";
        /// Every other week.
        Fortnightly = "fortnightly", "Every two weeks";
        /// Every month.
        Monthly = "monthly", "Every month";
        /// Every quarter.
        Quarterly = "quarterly", "Every quarter";
    }
}

choice! {
    /// A seat on the Release Board.
    pub enum BoardRole {
        /// Leads the release.
        ReleaseManager = "release_manager", "Release manager";
        /// Chairs the change advisory board.
        ChangeManager = "change_manager", "Change manager";
        /// Knows what is in place.
        ConfigurationManager = "configuration_manager", "Configuration manager";
        /// Watches cost and schedule over all projects.
        ProjectOffice = "project_office", "Project office";
        /// Answers for IT. Must sign.
        SeniorIt = "senior_it", "Senior IT management";
        /// Answers for the business. Must sign.
        SeniorBusiness = "senior_business", "Senior business management";
    }
}

item! {
    /// A member of the Board.
    pub struct BoardMember titled name {
        /// The name, where the member is not registered among the people.
        pub name: String,
        /// The member, where registered.
        pub person: Option<Id<Person>>,
        /// Who takes the seat where the member cannot.
        pub deputy: Option<Id<Person>>,
        /// The seat.
        pub role: BoardRole,
    }
}

choice! {
    /// What a member says at the roll call.
    pub enum Ballot {
        /// Go.
        Go = "go", "Go";
        /// Go, with conditions.
        ConditionalGo = "conditional_go", "Conditional Go";
        /// No go.
        NoGo = "no_go", "No-Go";
        /// No opinion; counts for the quorum.
        Abstain = "abstain", "Abstain";
    }
}

item! {
    /// A member's vote.
    pub struct Vote titled reason {
        /// Whose.
        pub member: Id<BoardMember>,
        /// Who said it in the member's place; absent where the member did.
        pub cast_by: Option<Id<Person>>,
        /// What was said.
        pub ballot: Ballot,
        /// Why; asked of everyone who dissents.
        pub reason: String,
        /// When.
        pub on: Option<Date>,
    }
}

choice! {
    /// A coarse scale for probability and impact.
    pub enum Level {
        /// Low.
        Low = "low", "Low";
        /// Medium.
        Medium = "medium", "Medium";
        /// High.
        High = "high", "High";
    }
}

item! {
    /// Something that may go wrong.
    pub struct Risk titled text {
        /// What.
        pub text: String,
        /// How likely.
        pub probability: Level,
        /// How bad.
        pub impact: Level,
        /// What is done about it.
        pub response: String,
        /// Who watches it.
        pub owner: Option<Id<Person>>,
    }
}

impl Level {
    /// The level as a number, from 1.
    #[must_use]
    pub fn rank(self) -> u8 {
        match self {
            Self::Low => 1,
            Self::Medium => 2,
            Self::High => 3,
        }
    }
}

impl Risk {
    /// From this weight on a risk is high: one of the two at its worst, and the other at least medium.
    pub const HIGH: u8 = 6;

    /// How much it weighs: probability times impact, from 1 to 9.
    #[must_use]
    pub fn weight(&self) -> u8 {
        self.probability.rank() * self.impact.rank()
    }
}

choice! {
    /// The three answers to "are we ready?", from worst to best.
    pub enum Verdict {
        /// Something blocks.
        NoGo = "no_go", "No-Go";
        /// Nothing blocks, but something is still to be done.
        ConditionalGo = "conditional_go", "Conditional Go";
        /// Nothing stands against it.
        Go = "go", "Go";
    }
}

record! {
    /// The Board's own decision. It stands beside the verdict that the plan itself gives.
    pub struct BoardDecision {
        /// What was decided.
        pub verdict: Verdict,
        /// When.
        pub on: Option<Date>,
        /// Who announced it.
        pub by: String,
        /// Why; asked for where the decision departs from the plan's verdict.
        pub explanation: String,
        /// What is still to be done.
        pub conditions: Items<Condition>,
    }
}

impl Board {
    /// How many seats have spoken. A seat counts once, however many sit on it, and only by its member or the deputy.
    #[must_use]
    pub fn seats_heard(&self) -> u32 {
        let heard = |role: &&BoardRole| {
            let members = self.members.iter().filter(|member| member.role == **role);
            members.into_iter().any(|member| self.votes.iter().any(|vote| vote.speaks_for(member)))
        };
        u32::try_from(BoardRole::ALL.iter().filter(heard).count()).unwrap_or(u32::MAX)
    }

    /// Whether so many seats have spoken that a decision counts.
    #[must_use]
    pub fn has_quorum(&self) -> bool {
        self.seats_heard() >= self.quorum.0
    }
}

impl Vote {
    /// Whether it is this member's, cast by the member or by the deputy.
    #[must_use]
    pub fn speaks_for(&self, member: &BoardMember) -> bool {
        self.member == member.id && (self.cast_by.is_none() || self.cast_by == member.deputy)
    }
}
