//! Are we ready? One pure function of the plan and today's date, and the governance rules.
//!
//! [`assess`] alone decides the verdict. The screens, the documents and the command all show what it says.

mod after;
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
mod meetings;
mod reported;
mod review;
mod rules;
mod starter;
mod template;
mod training;
mod waiver;

pub use assess::{Readiness, SectionReadiness, assess};
pub use code::Code;
pub use finding::{Finding, Place, Section, Severity};
pub use reported::{Effect, Reported, evidence_of, report_on_criterion, report_on_gate};
pub use rules::{RULES, RuleEntry, Ruling, default_rules, ruling, where_to_cure};
pub use starter::{new_release, new_release_from};
pub use template::{Added, added_from, older_templates, saved, templates_as_release, templates_from_release};
pub use waiver::{WaiverStanding, waiver_standing};
