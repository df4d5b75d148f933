//! Messages: who is told what, through which channel, by whom and when; and which document goes to whom.

use jiff::civil::Date;

use super::document_kind::DocumentKind;
use super::id::Id;
use super::people::{Department, Person};
use super::quantity::Days;

choice! {
    /// The way a message takes.
    pub enum Channel {
        /// Electronic mail.
        Mail = "mail", "Mail";
        /// The organisation's own pages.
        Intranet = "intranet", "Intranet";
        /// A chat or collaboration tool.
        Chat = "chat", "Chat";
        /// A notice in the application itself.
        Banner = "banner", "Notice in the application";
        /// Said in a meeting.
        Meeting = "meeting", "Meeting";
        /// A call.
        Telephone = "telephone", "Telephone";
        /// The service desk's tool.
        DeskTool = "desk_tool", "Service desk tool";
        /// Notice boards, letters.
        Paper = "paper", "Paper";
    }
}

item! {
    /// A message to be sent.
    pub struct Message titled subject {
        /// Its subject. May hold merge fields such as `{release}`.
        pub subject: String,
        /// What it says. May hold merge fields.
        pub body: String,
        /// The key of the template that it came from.
        pub template: Option<String>,
        /// The departments that it is for.
        pub departments: Vec<Id<Department>>,
        /// Single people that it is for.
        pub people: Vec<Id<Person>>,
        /// Anyone else that it is for, in words.
        pub others: String,
        /// The way it takes.
        pub channel: Channel,
        /// Who sends it.
        pub sender: Option<Id<Person>>,
        /// When it is sent, in days after go-live; before it where negative. It moves with the release.
        pub send: Days,
        /// When it was sent.
        pub sent: Option<Date>,
        /// Who sent it.
        pub sent_by: Option<Id<Person>>,
    }
}

item! {
    /// A message as the organisation words it, for releases to start from.
    pub struct MessageTemplate titled name {
        /// What it is called.
        pub name: String,
        /// The subject, with merge fields.
        pub subject: String,
        /// The text, with merge fields.
        pub body: String,
        /// The way it usually takes.
        pub channel: Channel,
        /// When it is usually sent, in days after go-live; before it where negative.
        pub send: Days,
    }
}

item! {
    /// A document on its way to somebody.
    pub struct Distribution titled to {
        /// Which document.
        pub document: DocumentKind,
        /// Who gets it, where registered.
        pub person: Option<Id<Person>>,
        /// Who gets it, where not registered.
        pub to: String,
        /// By when, in days after go-live; before it where negative. It moves with the release.
        pub by: Days,
        /// When it was sent.
        pub sent: Option<Date>,
        /// The SHA-256 of the document's content when it was sent, in hexadecimal: it tells whether the document has
        /// changed since.
        pub sha256: String,
        /// When the recipient acknowledged it.
        pub acknowledged: Option<Date>,
    }
}
