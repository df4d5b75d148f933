//! Actions: what somebody must do by a day, wherever it was agreed.

use jiff::civil::Date;

use super::id::Id;
use super::people::Person;

item! {
    /// Something that somebody must do: found by a gate, agreed in a meeting, or learnt from a release.
    pub struct Action titled text {
        /// What was found and what is to be done.
        pub text: String,
        /// Who does it; the release manager where nobody is named.
        pub owner: Option<Id<Person>>,
        /// By when.
        pub due: Option<Date>,
        /// When it was done.
        pub closed: Option<Date>,
    }
}
