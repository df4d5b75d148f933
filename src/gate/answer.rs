//! Answers and outcomes by their kind alone, and what is kept aside while somebody tries another one.

use jiff::civil::Date;

use crate::plan::{Answer, Condition, GateOutcome, Items, Waiver};

choice! {
    /// What was answered to a criterion, without its particulars.
    pub enum AnswerKind {
        /// Nobody has said.
        Unanswered = "unanswered", "Not answered";
        /// It is met.
        Met = "met", "Met";
        /// It is not met.
        NotMet = "not_met", "Not met";
        /// It does not apply.
        NotApplicable = "not_applicable", "Not applicable";
        /// It is not met, and somebody has accepted that for a time.
        Waived = "waived", "Waived";
    }
}

choice! {
    /// How a gate ended, without its particulars.
    pub enum OutcomeKind {
        /// It has not been held.
        NotHeld = "not_held", "Not held";
        /// It passed.
        Passed = "passed", "Passed";
        /// It passed, and something is still to be done.
        WithConditions = "passed_with_conditions", "Passed with conditions";
        /// It failed.
        Failed = "failed", "Failed";
    }
}

impl AnswerKind {
    /// The kind of an answer.
    #[must_use]
    pub fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Unanswered => Self::Unanswered,
            Answer::Met => Self::Met,
            Answer::NotMet => Self::NotMet,
            Answer::NotApplicable { .. } => Self::NotApplicable,
            Answer::Waived(_) => Self::Waived,
        }
    }
}

impl OutcomeKind {
    /// The kind of an outcome.
    #[must_use]
    pub fn of(outcome: &GateOutcome) -> Self {
        match outcome {
            GateOutcome::NotHeld => Self::NotHeld,
            GateOutcome::Passed { .. } => Self::Passed,
            GateOutcome::PassedWithConditions { .. } => Self::WithConditions,
            GateOutcome::Failed { .. } => Self::Failed,
        }
    }

    /// Whether the gate let the release through.
    #[must_use]
    pub fn lets_through(self) -> bool {
        matches!(self, Self::Passed | Self::WithConditions)
    }
}

/// The day on which a gate ended.
#[must_use]
pub fn outcome_day(outcome: &GateOutcome) -> Option<Date> {
    match outcome {
        GateOutcome::NotHeld => None,
        GateOutcome::Passed { on } | GateOutcome::PassedWithConditions { on, .. } | GateOutcome::Failed { on, .. } => {
            *on
        }
    }
}

/// What was typed for answers that do not hold now, so that going back to one of them finds it again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptAnswer {
    reason: String,
    waiver: Waiver,
}

impl KeptAnswer {
    /// Remembers what this answer carries.
    pub fn keep(&mut self, answer: &Answer) {
        match answer {
            Answer::NotApplicable { reason } => self.reason.clone_from(reason),
            Answer::Waived(waiver) => self.waiver.clone_from(waiver),
            Answer::Unanswered | Answer::Met | Answer::NotMet => {}
        }
    }

    /// The answer of a kind, with what was remembered for it.
    #[must_use]
    pub fn answer(&self, kind: AnswerKind) -> Answer {
        match kind {
            AnswerKind::Unanswered => Answer::Unanswered,
            AnswerKind::Met => Answer::Met,
            AnswerKind::NotMet => Answer::NotMet,
            AnswerKind::NotApplicable => Answer::NotApplicable { reason: self.reason.clone() },
            AnswerKind::Waived => Answer::Waived(self.waiver.clone()),
        }
    }
}

/// What was typed for outcomes that do not hold now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptOutcome {
    on: Option<Date>,
    conditions: Items<Condition>,
    must_change: String,
}

impl KeptOutcome {
    /// Remembers what this outcome carries.
    pub fn keep(&mut self, outcome: &GateOutcome) {
        if *outcome != GateOutcome::NotHeld {
            self.on = outcome_day(outcome);
        }
        match outcome {
            GateOutcome::PassedWithConditions { conditions, .. } => self.conditions.clone_from(conditions),
            GateOutcome::Failed { must_change, .. } => self.must_change.clone_from(must_change),
            GateOutcome::NotHeld | GateOutcome::Passed { .. } => {}
        }
    }

    /// The outcome of a kind, with what was remembered for it. A gate that was held was held today where no day is known.
    #[must_use]
    pub fn outcome(&self, kind: OutcomeKind, today: Date) -> GateOutcome {
        let on = self.on.or(Some(today));
        match kind {
            OutcomeKind::NotHeld => GateOutcome::NotHeld,
            OutcomeKind::Passed => GateOutcome::Passed { on },
            OutcomeKind::WithConditions => {
                GateOutcome::PassedWithConditions { on, conditions: self.conditions.clone() }
            }
            OutcomeKind::Failed => GateOutcome::Failed { on, must_change: self.must_change.clone() },
        }
    }
}
