//! Who is named in the plan, and who receives the release.

use super::id::Id;
use super::items::Items;
use super::quantity::{Count, MegabitsPerSecond};

item! {
    /// A person, registered once and referred to wherever one is named.
    pub struct Person titled name {
        /// The name, as the person writes it.
        pub name: String,
        /// What the person does for this release.
        pub roles: String,
        /// The team.
        pub team: String,
        /// Where to reach the person: mail, telephone, chat.
        pub contact: String,
    }
}

item! {
    /// A part of the organisation that may receive the release.
    pub struct Department titled name {
        /// Its name.
        pub name: String,
        /// Whether its people notice the release.
        pub impacted: bool,
        /// Its groups of people or devices.
        pub groups: Items<UserGroup>,
        /// Who supports its people at their desks at go-live.
        pub floor_walkers: Vec<Id<Person>>,
        /// The hours in which it must not be interrupted.
        pub important_hours: String,
    }
}

choice! {
    /// What a group is made of.
    pub enum GroupKind {
        /// People at their work.
        People = "people", "People";
        /// Devices, whoever uses them.
        Devices = "devices", "Devices";
    }
}

item! {
    /// People or devices that receive the release together.
    pub struct UserGroup titled name {
        /// Its name.
        pub name: String,
        /// People or devices.
        pub kind: GroupKind,
        /// How many.
        pub size: Count,
        /// Where it is.
        pub site: String,
        /// The rate of the site's link.
        pub link: Option<MegabitsPerSecond>,
        /// Who speaks for the group and helps it along.
        pub champion: Option<Id<Person>>,
    }
}
