//! Quality gates: reviews with a checklist, an outcome and sign-offs.

use jiff::civil::Date;

use super::action::Action;
use super::criterion::Evidence;
use super::environment::Environment;
use super::id::Id;
use super::items::Items;
use super::people::Person;

item! {
    /// A review between two stages of the release.
    pub struct QualityGate titled name {
        /// Its name.
        pub name: String,
        /// What it looks at.
        pub looks_at: String,
        /// The role that leads it.
        pub lead_role: String,
        /// Who leads it.
        pub led_by: Option<Id<Person>>,
        /// Who attends.
        pub attendees: Vec<Id<Person>>,
        /// Who was there when it was held.
        pub present: Vec<Id<Person>>,
        /// Whether the release may go live without it.
        pub optional: bool,
        /// The gates that must have passed before it.
        pub requires: Vec<Id<QualityGate>>,
        /// By when it is to be held.
        pub due: Option<Date>,
        /// When work on it began.
        pub opened: Option<Date>,
        /// What is looked at, point by point.
        pub checklist: Items<ChecklistItem>,
        /// What was found; each is an action for somebody.
        pub findings: Items<Action>,
        /// What shows what was seen, for the gate as a whole.
        pub evidence: Items<Evidence>,
        /// Where what it judges on was tested.
        pub environments: Vec<Id<Environment>>,
        /// How it ended.
        pub outcome: GateOutcome,
        /// The parts of the plan that its sign-offs cover, besides the gate itself.
        pub covers: Vec<Part>,
        /// The roles that must sign.
        pub signatories: Items<Signatory>,
        /// Who signed.
        pub sign_offs: Items<SignOff>,
        /// The key of the default gate that it came from.
        pub catalogue: Option<String>,
    }
}

item! {
    /// One point of a gate's checklist.
    pub struct ChecklistItem titled text {
        /// What to look at.
        pub text: String,
        /// What was seen.
        pub state: CheckState,
        /// Anything worth noting.
        pub note: String,
        /// What shows it.
        pub evidence: Items<Evidence>,
        /// What the plan itself answers in the place of a person. Then `state` counts for nothing.
        pub check: Option<AutomaticCheck>,
    }
}

choice! {
    /// A question that the plan itself answers.
    pub enum AutomaticCheck {
        /// The back-out plan has steps, triggers and a test that worked.
        BackOutReady = "back_out_ready", "The back-out plan has steps, triggers and a test that worked";
        /// Every wave has success criteria.
        WaveCriteria = "wave_criteria", "Every wave has success criteria";
        /// Every runbook step has an owner and a duration.
        RunbookOwned = "runbook_owned", "Every runbook step has an owner and a duration";
        /// Runbook and back-out fit into the window.
        WindowFits = "window_fits", "Runbook and back-out fit into the window";
        /// Every defect is decided, and every one to be fixed is fixed.
        DefectsDecided = "defects_decided", "Every defect is decided, and what is to be fixed is fixed";
        /// Every known error has symptoms, workaround, quick fix and desk code.
        KnownErrorsComplete = "known_errors_complete", "Every known error has symptoms, workaround, quick fix and desk code";
        /// Every impacted department has floor walkers.
        FloorWalkers = "floor_walkers", "Every impacted department has floor walkers";
        /// The seats of the sessions cover every audience.
        TrainingCapacity = "training_capacity", "The training sessions have seats for every audience";
        /// Every audience is adequately trained.
        TrainingAttended = "training_attended", "Every audience is adequately trained";
        /// Every impacted department was told.
        DepartmentsTold = "departments_told", "Every impacted department has been told";
        /// Every document was sent and acknowledged, and has not changed since.
        DocumentsAcknowledged = "documents_acknowledged", "Every document is distributed and acknowledged";
        /// Every environment was refreshed in time.
        EnvironmentsRefreshed = "environments_refreshed", "Every environment was refreshed in time";
        /// Every environment is fit for its purpose.
        EnvironmentsFit = "environments_fit", "Every environment is fit for purpose";
        /// Every criterion has an answer that lets the release through.
        CriteriaMet = "criteria_met", "Every acceptance criterion is met, waived or does not apply";
        /// An RFC is approved, and none waits.
        RfcsApproved = "rfcs_approved", "Every RFC is decided, and one is approved";
        /// The hand-over to the service desk is complete.
        HandOverComplete = "hand_over_complete", "The hand-over to the service desk is complete";
        /// Every capacity issue is settled.
        CapacitySettled = "capacity_settled", "Every capacity issue is settled";
        /// Every risk has a response and an owner.
        RisksAnswered = "risks_answered", "Every risk has a response and an owner";
        /// No action is overdue.
        ActionsInTime = "actions_in_time", "No action is overdue";
        /// Go-live does not fall into a closed period.
        CalendarClear = "calendar_clear", "Go-live and the waves are clear of closed periods";
    }
}

choice! {
    /// What was seen at one point of a checklist.
    pub enum CheckState {
        /// Not looked at yet.
        Open = "open", "Open";
        /// As it should be.
        Done = "done", "Done";
        /// Not as it should be.
        Failed = "failed", "Failed";
        /// Does not apply here.
        NotApplicable = "not_applicable", "Not applicable";
    }
}

detailed! {
    /// How a gate ended.
    pub enum GateOutcome {
        /// It has not been held.
        NotHeld = "not_held";
        /// It passed.
        Passed = "passed" {
            /// When.
            on: Option<Date>,
        };
        /// It passed, and something is still to be done.
        PassedWithConditions = "passed_with_conditions" {
            /// When.
            on: Option<Date>,
            /// What is still to be done.
            conditions: Items<Condition>,
        };
        /// It failed.
        Failed = "failed" {
            /// When.
            on: Option<Date>,
            /// What must change.
            must_change: String,
        };
    }
}

item! {
    /// Something that must be done by a day although the answer was yes.
    pub struct Condition titled text {
        /// What.
        pub text: String,
        /// Who.
        pub owner: Option<Id<Person>>,
        /// Until when.
        pub until: Option<Date>,
        /// When it was done.
        pub met: Option<Date>,
    }
}

impl QualityGate {
    /// The roles that must sign, each once: where a role stands twice, one signature serves both.
    pub fn signing(&self) -> impl Iterator<Item = &Signatory> {
        let earlier = |at: usize, role: &str| self.signatories.iter().take(at).any(|it| same_role(&it.role, role));
        let numbered = self.signatories.iter().enumerate();
        numbered.filter(move |(at, signatory)| !earlier(*at, &signatory.role)).map(|(_, signatory)| signatory)
    }
}

/// Roles are the same whatever their case and spacing.
#[must_use]
pub fn same_role(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}

item! {
    /// A role that must sign.
    pub struct Signatory titled role {
        /// The role, such as "test lead".
        pub role: String,
    }
}

item! {
    /// A named person in a named role accepting exactly what they saw.
    pub struct SignOff titled name {
        /// The role that was signed for.
        pub role: String,
        /// The signer, where registered.
        pub person: Option<Id<Person>>,
        /// The signer's name, as declared.
        pub name: String,
        /// The day.
        pub on: Option<Date>,
        /// The canonical content that was signed.
        pub content: String,
        /// The SHA-256 of the canonical content, in hexadecimal.
        pub sha256: String,
    }
}

choice! {
    /// A part of the plan that a sign-off can cover.
    pub enum Part {
        /// What the release is and when it goes live.
        Identity = "identity", "Identity";
        /// Departments and their groups.
        Departments = "departments", "Departments";
        /// The chosen strategy and why.
        Strategy = "strategy", "Strategy";
        /// Requests for change.
        Rfcs = "rfcs", "RFCs";
        /// Acceptance criteria with their evidence.
        Acceptance = "acceptance", "Acceptance criteria";
        /// Outcomes of the quality gates.
        Gates = "gates", "Quality gates";
        /// Defects and known errors.
        Defects = "defects", "Defects";
        /// Waves and the details of delivery.
        Rollout = "rollout", "Rollout plan";
        /// The runbook's steps.
        Runbook = "runbook", "Runbook";
        /// How to return to the state before.
        BackOut = "back_out", "Back-out plan";
        /// Governance rules and their waivers.
        Rules = "rules", "Governance rules";
        /// The Board's risks.
        Risks = "risks", "Risks";
        /// Where the release is tested and runs.
        Environments = "environments", "Environments";
        /// Who is trained, when and where.
        Training = "training", "Training";
        /// Who is told what.
        Communications = "communications", "Communications";
        /// What the service desk is given.
        HandOver = "hand_over", "Service desk hand-over";
        /// The readiness review.
        Review = "review", "Readiness review";
        /// How the release is supported and judged after go-live.
        After = "after", "After go-live";
    }
}
