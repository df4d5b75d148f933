//! What stands between a release and its Go, and where to cure it.

use super::code::Code;

choice! {
    /// How much a finding weighs.
    pub enum Severity {
        /// The release cannot go live.
        Blocker = "blocker", "Blocker";
        /// It can, and something is still to be done.
        Condition = "condition", "Condition";
        /// Worth knowing; it does not change the verdict.
        Advice = "advice", "Advice";
    }
}

choice! {
    /// A section of the plan, in the order of the work.
    pub enum Section {
        /// What the release is, its window and its configuration items.
        Overview = "overview", "Overview";
        /// People and departments.
        People = "people", "People";
        /// The walk to a strategy, and the choice.
        Strategy = "strategy", "Strategy";
        /// What the rollout comes to under each strategy, by simulation.
        Forecast = "forecast", "Forecast";
        /// Waves, delivery, runbook and back-out plan.
        Rollout = "rollout", "Rollout plan";
        /// Every day that matters, the calendar, and moving go-live.
        Calendar = "calendar", "Dates";
        /// Where the release is tested and runs.
        Environments = "environments", "Environments";
        /// Acceptance criteria.
        Acceptance = "acceptance", "Acceptance";
        /// Quality gates.
        Gates = "gates", "Gates";
        /// Defects and known errors.
        Defects = "defects", "Defects";
        /// Requests for change.
        Rfcs = "rfcs", "RFCs";
        /// Who is trained, when and where.
        Training = "training", "Training";
        /// Messages, and which document goes to whom.
        Communications = "communications", "Communications";
        /// The hand-over to the service desk.
        HandOver = "hand_over", "Service desk";
        /// Meetings before and after go-live.
        Meetings = "meetings", "Meetings";
        /// Environment, support and capacity.
        Review = "review", "Readiness review";
        /// Governance rules and their waivers.
        Rules = "rules", "Rules";
        /// The Release Board and its decision.
        Board = "board", "Board";
        /// The runbook's actual times, incidents, early life support, lessons.
        After = "after", "Go-live and after";
    }
}

/// Where a finding is cured: a section, in it an entry, of that a field, and of several such fields the one to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The section.
    pub section: Section,
    /// The entry's id, where it is about one entry.
    pub id: Option<String>,
    /// The field to change, where there is one.
    pub field: Option<&'static str>,
    /// The id of the part of the entry that the field belongs to, where the entry has several: a signing role, a condition.
    pub part: Option<String>,
}

/// One thing that the assessment found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it weighs.
    pub severity: Severity,
    /// What it is.
    pub code: Code,
    /// The name of the thing that it is about. May be empty.
    pub subject: String,
    /// A further argument of the sentence: a day, a role, a count. May be empty.
    pub detail: String,
    /// The section that it counts in. A broken rule counts among the rules, wherever it is cured.
    pub section: Section,
    /// Where to cure it.
    pub place: Place,
}

impl Place {
    /// A field of a section.
    #[must_use]
    pub fn field(section: Section, field: &'static str) -> Self {
        Self { section, id: None, field: Some(field), part: None }
    }

    /// A field of an entry.
    #[must_use]
    pub fn entry(section: Section, id: impl ToString, field: &'static str) -> Self {
        Self { section, id: Some(id.to_string()), field: Some(field), part: None }
    }

    /// A field of a part of an entry.
    #[must_use]
    pub fn part(section: Section, id: impl ToString, part: impl ToString, field: &'static str) -> Self {
        Self { part: Some(part.to_string()), ..Self::entry(section, id, field) }
    }
}
