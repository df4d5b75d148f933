//! The hand-over to the service desk.

use jiff::civil::Date;

use super::defect::Defect;
use super::id::Id;
use super::items::Items;
use super::people::Person;

record! {
    /// Section 10 of the release record.
    pub struct HandOver {
        /// What the desk is given, point by point.
        pub items: Items<HandOverItem>,
        /// That the desk accepts it.
        pub acceptance: HandOverAcceptance,
    }
}

record! {
    /// The service desk's word that it has what it needs.
    pub struct HandOverAcceptance {
        /// Who accepted the hand-over for the service desk.
        pub by: Option<Id<Person>>,
        /// When.
        pub on: Option<Date>,
        /// Anything worth noting.
        pub note: String,
    }
}

choice! {
    /// What the service desk is given.
    pub enum HandOverKind {
        /// A function that works otherwise than before.
        ChangedFunction = "changed_function", "Changed function";
        /// What the first line does at once.
        QuickFix = "quick_fix", "Quick fix";
        /// A new code for incidents.
        IncidentCode = "incident_code", "Incident code";
        /// A new template for tickets or answers.
        Template = "template", "Template";
        /// An article or a work instruction.
        Article = "article", "Article";
        /// A training that the desk was given.
        DeskTraining = "desk_training", "Desk training";
    }
}

item! {
    /// One point of the hand-over.
    pub struct HandOverItem titled title {
        /// What it is.
        pub title: String,
        /// Which kind of thing.
        pub kind: HandOverKind,
        /// What the desk must know about it.
        pub detail: String,
        /// Its code or name in the desk's tool.
        pub code: String,
        /// The known error that it came from.
        pub defect: Option<Id<Defect>>,
        /// Who set it up in the desk's tool, or gave the training.
        pub set_up_by: Option<Id<Person>>,
        /// When it was set up, or the training given.
        pub set_up: Option<Date>,
    }
}
