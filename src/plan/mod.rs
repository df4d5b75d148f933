//! The release record and the commands that change it. It knows no browser, no clock and no file format.

#[macro_use]
mod record;

mod action;
mod after;
mod board;
mod calendar;
mod command;
mod communication;
mod criterion;
mod defect;
mod document_kind;
mod environment;
mod gate;
mod governance;
mod hand_over;
mod history;
mod id;
mod identity;
mod items;
mod meeting;
mod organisation;
mod people;
mod quantity;
mod release;
mod removal;
mod review;
mod rfc;
mod rollout;
mod simulation;
mod strategy;
mod training;
mod weight;
pub(crate) mod written;

pub use action::Action;
pub use after::{
    AfterGoLive, EarlyLifeSupport, GoLive, Incident, Lesson, LessonKind, PostImplementationReview, SupportDay,
};
pub use board::{Ballot, Board, BoardDecision, BoardMember, BoardRole, Level, Rhythm, Risk, Sittings, Verdict, Vote};
pub use calendar::{ClosedPeriod, PeriodKind, Weekend, WorkCalendar};
pub use command::{Command, Listed, Sole};
pub use communication::{Channel, Distribution, Message, MessageTemplate};
pub use criterion::{AcceptanceCriterion, Answer, CriteriaList, Evidence, Proof, Waiver};
pub use defect::{Defect, DefectDecision, KnownError, Severity};
pub use document_kind::DocumentKind;
pub use environment::{
    Environment, EnvironmentPart, EnvironmentPurpose, EnvironmentUse, Fitness, PartKind, TestResult,
};
pub use gate::{
    AutomaticCheck, CheckState, ChecklistItem, Condition, GateOutcome, Part, QualityGate, SignOff, Signatory, same_role,
};
pub use governance::{Clause, Fact, GovernanceRule, Operator, Removal, RemovedKind};
pub use hand_over::{HandOver, HandOverAcceptance, HandOverItem, HandOverKind};
pub use history::{History, Refused, StepNumber};
pub use id::{BadId, Id};
pub use identity::{ConfigurationItem, Criticality, EndsBeforeStart, Identity, ReleaseType, Window};
pub use items::{Edit, EditError, Item, Items};
pub use meeting::{AgendaPoint, Meeting, MeetingKind};
pub use organisation::{TEMPLATES_ID, TemplatePart, Templates};
pub use people::{Department, GroupKind, Person, UserGroup};
pub use quantity::{
    BadBasisPoints, BadDecimal, BadPercent, BadWaveDays, BasisPoints, Count, Days, Decimal, MegabitsPerSecond,
    Megabytes, Minutes, Money, Percent, WaveDays,
};
pub use record::{Choice, DAY_MEMBERS};
pub use release::{ChangeEntry, Release};
pub use removal::with_reason;
pub use review::{CapacityIssue, ReadinessReview, ReviewRecord};
pub use rfc::{Cab, ChangeType, Rfc, RfcApproval, RfcOutcome, RfcRefusal};
pub use rollout::{
    BackOutPlan, BackOutStep, BackOutTest, BackOutTrigger, Detection, ParallelPlan, PullPlan, PushPlan, RolloutPlan,
    RunbookStep, StepResult, SwitchOffCriterion, Wave, WaveState,
};
pub use simulation::{
    ActualFigures, EnteredInput, Forecast, ForecastBand, ForecastInfluence, ForecastOfFirstWave, ForecastOfStrategy,
    SimulationRecord,
};
pub use strategy::{Approach, Delivery, Strategy, StrategyChoice, StrategyRecord};
pub use training::{Attendance, AudienceKind, Teaches, TrainingAudience, TrainingPlan, TrainingSession};
pub use weight::{BadWeight, Weight};
pub use written::{Expected, Outcome, Refusal, Source, Written, Wrong};
