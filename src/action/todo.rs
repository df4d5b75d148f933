//! One thing that somebody must do, and where in the plan it stands.

use jiff::civil::Date;

use crate::plan::{
    AcceptanceCriterion, Action, CapacityIssue, Condition, Defect, Distribution, Environment, GovernanceRule,
    HandOverItem, Id, Incident, Meeting, Message, Person, QualityGate, Release, Risk, RunbookStep, TrainingSession,
};

choice! {
    /// What kind of thing is to be done, in the order of the work.
    pub enum TodoKind {
        /// What a gate found and sent back.
        GateFinding = "gate_finding", "Action from a gate";
        /// What a gate passed on the promise of.
        GateCondition = "gate_condition", "Condition of a gate";
        /// What the Board said yes on the promise of.
        BoardCondition = "board_condition", "Condition of the Board";
        /// What was agreed in a meeting.
        MeetingAction = "meeting_action", "Action from a meeting";
        /// What follows from the post-implementation review.
        ReviewAction = "review_action", "Action from the post-implementation review";
        /// Something of which there will be too little.
        Capacity = "capacity", "Capacity issue";
        /// A criterion that is not met yet.
        Criterion = "criterion", "Criterion to answer";
        /// A gate that has not let the release through.
        Gate = "gate", "Gate to hold";
        /// A defect on which nobody has decided.
        DefectDecision = "defect_decision", "Defect to decide";
        /// A defect that is to be fixed.
        DefectFix = "defect_fix", "Defect to fix";
        /// A departure that holds up to a day.
        Waiver = "waiver", "Waiver that ends";
        /// A message that has not been sent.
        Message = "message", "Message to send";
        /// A document that has not been sent.
        Document = "document", "Document to distribute";
        /// An environment that is to be refreshed.
        Environment = "environment", "Environment to refresh";
        /// A training session that has not been held.
        Session = "session", "Training session to hold";
        /// What the service desk is still to be given.
        HandOver = "hand_over", "Point of the hand-over";
        /// A risk that nobody has answered.
        Risk = "risk", "Risk to answer";
        /// A runbook step that nobody does.
        Step = "step", "Runbook step to assign";
        /// A known error that is to be looked at again.
        KnownError = "known_error", "Known error to review";
        /// The list of criteria itself.
        CriteriaList = "criteria_list", "List of criteria to review";
        /// Something that broke and is not mended.
        Incident = "incident", "Incident to resolve";
    }
}

/// Where in the plan it stands. Whoever shows it makes a place of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TodoSource {
    /// A finding of a gate.
    GateFinding(Id<QualityGate>, Id<Action>),
    /// A condition of a gate.
    GateCondition(Id<QualityGate>, Id<Condition>),
    /// A condition of the Board.
    BoardCondition(Id<Condition>),
    /// An action of a meeting.
    MeetingAction(Id<Meeting>, Id<Action>),
    /// An action of the post-implementation review.
    ReviewAction(Id<Action>),
    /// A capacity issue.
    Capacity(Id<CapacityIssue>),
    /// The answer to a criterion.
    Criterion(Id<AcceptanceCriterion>),
    /// The waiver of a criterion.
    CriterionWaiver(Id<AcceptanceCriterion>),
    /// The outcome of a gate.
    Gate(Id<QualityGate>),
    /// The decision on a defect.
    DefectDecision(Id<Defect>),
    /// The fix of a defect.
    DefectFix(Id<Defect>),
    /// The review of a known error.
    KnownError(Id<Defect>),
    /// The waiver of a rule.
    RuleWaiver(Id<GovernanceRule>),
    /// A message.
    Message(Id<Message>),
    /// A document on its way to somebody.
    Document(Id<Distribution>),
    /// An environment.
    Environment(Id<Environment>),
    /// A training session.
    Session(Id<TrainingSession>),
    /// A point of the hand-over.
    HandOver(Id<HandOverItem>),
    /// A risk.
    Risk(Id<Risk>),
    /// A runbook step.
    Step(Id<RunbookStep>),
    /// The list of criteria.
    CriteriaList,
    /// An incident.
    Incident(Id<Incident>),
}

/// One thing that somebody must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    /// What kind of thing.
    pub kind: TodoKind,
    /// The name of what it is about, or what is to be done in somebody's own words. May be empty.
    pub text: String,
    /// Where it was agreed, or whom it is for. May be empty.
    pub context: String,
    /// Who does it; nobody where not even a release manager is known.
    pub owner: Option<Id<Person>>,
    /// Whether nobody is named, so that it falls to the release manager.
    pub by_default: bool,
    /// By when.
    pub due: Option<Date>,
    /// When it was done; nothing while it is open.
    pub done: Option<Date>,
    /// Whether its day has passed and it is still open.
    pub overdue: bool,
    /// Where in the plan it stands.
    pub source: TodoSource,
}

impl TodoKind {
    /// Whether people agreed on it in so many words, rather than the plan asking for it.
    #[must_use]
    pub fn is_agreed(self) -> bool {
        matches!(
            self,
            Self::GateFinding
                | Self::GateCondition
                | Self::BoardCondition
                | Self::MeetingAction
                | Self::ReviewAction
                | Self::Capacity
        )
    }
}

impl TodoSource {
    /// What kind of thing it is.
    #[must_use]
    pub fn kind(self) -> TodoKind {
        match self {
            Self::GateFinding(..) => TodoKind::GateFinding,
            Self::GateCondition(..) => TodoKind::GateCondition,
            Self::BoardCondition(_) => TodoKind::BoardCondition,
            Self::MeetingAction(..) => TodoKind::MeetingAction,
            Self::ReviewAction(_) => TodoKind::ReviewAction,
            Self::Capacity(_) => TodoKind::Capacity,
            Self::Criterion(_) => TodoKind::Criterion,
            Self::CriterionWaiver(_) | Self::RuleWaiver(_) => TodoKind::Waiver,
            Self::Gate(_) => TodoKind::Gate,
            Self::DefectDecision(_) => TodoKind::DefectDecision,
            Self::DefectFix(_) => TodoKind::DefectFix,
            Self::KnownError(_) => TodoKind::KnownError,
            Self::Message(_) => TodoKind::Message,
            Self::Document(_) => TodoKind::Document,
            Self::Environment(_) => TodoKind::Environment,
            Self::Session(_) => TodoKind::Session,
            Self::HandOver(_) => TodoKind::HandOver,
            Self::Risk(_) => TodoKind::Risk,
            Self::Step(_) => TodoKind::Step,
            Self::CriteriaList => TodoKind::CriteriaList,
            Self::Incident(_) => TodoKind::Incident,
        }
    }
}

/// What a list is made of while it is being drawn up.
pub(super) struct Draft<'a> {
    pub(super) release: &'a Release,
    pub(super) today: Date,
    pub(super) all: Vec<Todo>,
}

/// Who, by when, and when it was done.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Terms {
    pub(super) owner: Option<Id<Person>>,
    pub(super) due: Option<Date>,
    pub(super) done: Option<Date>,
}

impl Draft<'_> {
    /// Adds one thing. What is dated ahead is not done yet, and an owner who left the plan is nobody.
    pub(super) fn add(&mut self, source: TodoSource, text: &str, context: &str, terms: Terms) {
        let named = terms.owner.filter(|id| self.release.people.contains(*id));
        let manager = self.release.identity.release_manager.filter(|id| self.release.people.contains(*id));
        let done = terms.done.filter(|day| *day <= self.today);
        self.all.push(Todo {
            kind: source.kind(),
            text: text.trim().to_owned(),
            context: context.trim().to_owned(),
            owner: named.or(manager),
            by_default: named.is_none(),
            due: terms.due,
            done,
            overdue: done.is_none() && terms.due.is_some_and(|due| due < self.today),
            source,
        });
    }
}
