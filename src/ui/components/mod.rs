//! The parts that pages are made of: values in, callbacks out.

mod choose;
mod dialog;
mod differences;
mod each;
mod evidence;
mod field;
mod filter;
mod focus;
mod give_back;
mod heading;
mod mark;
mod moment;
mod order;
mod people;
mod reason;
mod removed;
mod signature;
mod title;

pub use choose::{AnswerGroup, AnswerOption, Check, ManyOf, OneOf, Options, Select};
pub use dialog::Dialog;
pub use differences::Differences;
pub use each::each;
pub use evidence::EvidenceList;
pub use field::{Area, InlineText, Number, Text, control_id};
pub use filter::{Chip, Search, SortHead};
pub use focus::focus_soon;
pub use heading::{Empty, NotInPlan, PageHead, SectionHead};
pub use mark::{Badge, Icon, Mark, Role, Status, VerdictMark, verdict_role};
pub use moment::{Day, Moment};
pub use order::Reorder;
pub use people::{ManyPeople, PersonChoice, people_of};
pub use reason::ReasonDialog;
pub use removed::RemovedList;
pub use signature::{SignedFacts, Uncounted, signed_as};
pub use title::InlineArea;
