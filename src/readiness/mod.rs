//! Are we ready? One pure function of the plan and today's date, and the governance rules.
//!
//! [`assess`] alone decides the verdict. The screens, the documents and the command all show what it says.

mod assess;
mod board;
mod code;
mod criteria;
mod defects;
mod finding;
mod gates;
mod general;
mod rules;
mod starter;
mod waiver;

pub use assess::{Readiness, SectionReadiness, assess};
pub use code::Code;
pub use finding::{Finding, Place, Section, Severity};
pub use rules::{RULES, RuleEntry, Ruling, default_rules, ruling, where_to_cure};
pub use starter::new_release;
pub use waiver::{WaiverStanding, waiver_standing};
