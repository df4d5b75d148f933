//! The release record and the commands that change it. It knows no browser, no clock and no file format.

#[macro_use]
mod record;

mod board;
mod command;
mod criterion;
mod defect;
mod gate;
mod governance;
mod history;
mod id;
mod identity;
mod items;
mod people;
mod quantity;
mod release;
mod removal;
mod rfc;
mod rollout;
mod strategy;

pub use board::{Ballot, Board, BoardDecision, BoardMember, BoardRole, Level, Risk, Verdict, Vote};
pub use command::{Command, Listed, Sole};
pub use criterion::{AcceptanceCriterion, Answer, Evidence, Proof, Waiver};
pub use defect::{Defect, DefectDecision, KnownError, Severity};
pub use gate::{CheckState, ChecklistItem, Condition, GateFinding, GateOutcome, Part, QualityGate, SignOff, Signatory};
pub use governance::{Clause, Fact, GovernanceRule, Operator, Removal, RemovedKind};
pub use history::{History, Refused};
pub use id::{BadId, Id};
pub use identity::{ConfigurationItem, Criticality, EndsBeforeStart, Identity, ReleaseType, Window};
pub use items::{Edit, EditError, Item, Items};
pub use people::{Department, GroupKind, Person, UserGroup};
pub use quantity::{BadPercent, Count, MegabitsPerSecond, Megabytes, Minutes, Money, Percent};
pub use record::{Choice, DAY_MEMBERS};
pub use release::{ChangeEntry, Release};
pub use removal::with_reason;
pub use rfc::{ChangeType, Rfc, RfcApproval, RfcOutcome, RfcRefusal};
pub use rollout::{
    BackOutPlan, BackOutStep, BackOutTest, BackOutTrigger, ParallelPlan, PullPlan, PushPlan, RolloutPlan, RunbookStep,
    StepResult, SwitchOffCriterion, Wave, WaveState,
};
pub use strategy::{Approach, Delivery, Strategy, StrategyChoice, StrategyRecord};
