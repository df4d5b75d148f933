//! Meetings on the way to go-live and after it.

use jiff::civil::DateTime;

use super::action::Action;
use super::id::Id;
use super::items::Items;
use super::people::Person;

choice! {
    /// What a meeting is held for.
    pub enum MeetingKind {
        /// Whether everything is in place for go-live.
        Checkpoint = "checkpoint", "Pre-release checkpoint";
        /// What went well and what did not.
        PostImplementation = "post_implementation", "Post-implementation meeting";
        /// How the release process itself works, month by month.
        ProcessReview = "process_review", "Monthly process review";
        /// What becomes of the known errors.
        ProblemManagement = "problem_management", "Problem management on known errors";
        /// Anything else.
        Other = "other", "Other meeting";
    }
}

item! {
    /// A meeting.
    pub struct Meeting titled title {
        /// Its title; where empty, what it is held for.
        pub title: String,
        /// What it is held for.
        pub kind: MeetingKind,
        /// When it starts.
        pub at: Option<DateTime>,
        /// Where: a room, or an address to join at.
        pub place: String,
        /// Who leads it.
        pub chair: Option<Id<Person>>,
        /// Who is asked to come.
        pub invited: Vec<Id<Person>>,
        /// Who was there.
        pub attended: Vec<Id<Person>>,
        /// What is talked about, in this order.
        pub agenda: Items<AgendaPoint>,
        /// What was agreed to do.
        pub actions: Items<Action>,
        /// What was said besides.
        pub minutes: String,
    }
}

item! {
    /// A point of an agenda.
    pub struct AgendaPoint titled text {
        /// What it is about.
        pub text: String,
        /// What was said and decided.
        pub outcome: String,
    }
}
