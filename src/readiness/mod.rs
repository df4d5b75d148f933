//! Are we ready? One pure function of the plan and today's date, and the governance rules.
//!
//! [`assess`] alone decides the verdict. The screens, the documents and the command all show what it says.

mod after;
mod agenda;
mod assess;
mod board;
mod calendar;
mod code;
mod communications;
mod criteria;
mod defects;
mod environments;
mod finding;
mod gates;
mod general;
mod hand_over;
mod lessons;
mod meetings;
mod review;
mod rules;
mod starter;
mod todo_place;
mod training;
mod waiver;

pub use agenda::{Proposal, Topic, proposals};
pub use assess::{Readiness, SectionReadiness, assess};
pub use calendar::place_of;
pub use code::Code;
pub use finding::{Finding, Place, Section, Severity};
pub use lessons::{EarlierLessons, lessons_for};
pub use meetings::{has_minutes, is_over, meeting_name};
pub use rules::{RULES, RuleEntry, Ruling, default_rules, ruling, where_to_cure};
pub use starter::new_release;
pub use todo_place::todo_place;
pub use waiver::{WaiverStanding, waiver_standing};
