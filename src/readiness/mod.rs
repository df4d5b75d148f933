//! Are we ready? One pure function of the plan and today's date, and the governance rules.
//!
//! [`assess`] alone decides the verdict. The screens, the documents and the command all show what it says.

mod after;
mod agenda;
mod assess;
mod automatic;
mod bans;
mod board;
mod cab;
mod calendar;
mod code;
mod communications;
mod criteria;
mod defects;
mod environments;
mod few;
mod finding;
mod forecast;
mod gates;
mod general;
mod hand_over;
mod lessons;
mod meetings;
mod rejections;
mod reported;
mod review;
mod rfcs;
mod rollout;
mod rules;
mod starter;
mod template;
mod todo_place;
mod training;
mod waiver;

pub use agenda::{Proposal, Topic, proposals};
pub use assess::{Readiness, SectionReadiness, assess};
pub use automatic::{Checked, automatic, item_state};
pub use bans::{answers, bans};
pub use cab::{CAB_LEAD, CabPoint, CabPointKind, Lack, Missing, cab_lead, cab_points};
pub use calendar::{place_of, row_place};
pub use code::Code;
pub use few::few;
pub use finding::{Finding, Place, Section, Severity};
pub use lessons::{EarlierLessons, lessons_for};
pub use meetings::{has_minutes, is_over, meeting_name};
pub use rejections::{FEWEST_DECISIONS, REJECTIONS_ARE_MANY, Rejections, rejections};
pub use reported::{Effect, Reported, evidence_of, report_on_criterion, report_on_gate};
pub use rules::{
    RULES, RuleEntry, Ruling, about, default_rules, fact_operators, fact_value, fact_values, is_sound, put_back_rule,
    ruling, where_to_cure,
};
pub use starter::{new_release, new_release_from};
pub use template::{Added, added_from, older_templates, saved, templates_as_release, templates_from_release};
pub use todo_place::todo_place;
pub use waiver::{WaiverStanding, counts_as, waiver_standing};
