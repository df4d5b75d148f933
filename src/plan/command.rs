//! The one way in which a release changes.

use super::after::{EarlyLifeSupport, GoLive, Incident, PostImplementationReview};
use super::board::{BoardDecision, BoardMember, Risk, Sittings, Vote};
use super::calendar::{ClosedPeriod, Weekend};
use super::communication::{Distribution, Message};
use super::criterion::{AcceptanceCriterion, CriteriaList};
use super::defect::Defect;
use super::environment::Environment;
use super::gate::{QualityGate, SignOff};
use super::governance::{GovernanceRule, Removal};
use super::hand_over::{HandOverAcceptance, HandOverItem};
use super::identity::{ConfigurationItem, Identity};
use super::items::{Edit, EditError, Item, Items};
use super::meeting::Meeting;
use super::people::{Department, Person};
use super::quantity::{Count, Percent};
use super::release::Release;
use super::review::{CapacityIssue, ReviewRecord};
use super::rfc::{Cab, Rfc};
use super::rollout::{BackOutPlan, Detection, ParallelPlan, PullPlan, PushPlan, RunbookStep, Wave};
use super::simulation::{ActualFigures, Forecast, SimulationRecord};
use super::strategy::StrategyRecord;
use super::training::{TrainingAudience, TrainingSession};

/// A thing that lives in a list of the release, with the command that changes that list.
pub trait Listed: Item {
    /// The list.
    fn list(release: &Release) -> &Items<Self>;

    /// The command that changes it.
    fn command(edit: Edit<Self>) -> Command;
}

/// A part that a release has once, with the command that puts another in its place.
pub trait Sole: Sized {
    /// The part.
    fn part(release: &Release) -> &Self;

    /// The command that puts this one in its place.
    fn command(self) -> Command;
}

/// Declares [`Command`]: a variant per list, a variant per fact, and several commands as one step.
macro_rules! commands {
    (
        lists { $($(#[$list_meta:meta])* $list:ident($item:ty) => $($list_path:ident).+;)* }
        facts { $($(#[$fact_meta:meta])* $fact:ident($value:ty) => $($fact_path:ident).+;)* }
    ) => {
        /// A change to a release.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Command {
            $($(#[$list_meta])* $list(Edit<$item>),)*
            $($(#[$fact_meta])* $fact(Box<$value>),)*
            /// Several changes as one step: all of them, or none.
            Batch(Vec<Command>),
        }

        $(impl Listed for $item {
            fn list(release: &Release) -> &Items<Self> {
                &release.$($list_path).+
            }

            fn command(edit: Edit<Self>) -> Command {
                Command::$list(edit)
            }
        })*

        $(impl Sole for $value {
            fn part(release: &Release) -> &Self {
                &release.$($fact_path).+
            }

            fn command(self) -> Command {
                Command::$fact(Box::new(self))
            }
        })*

        impl Command {
            /// Changes the release and gives the command that takes the change back.
            ///
            /// # Errors
            /// [`EditError`] where an id is missing or taken; then nothing has changed.
            pub fn apply(self, release: &mut Release) -> Result<Command, EditError> {
                match self {
                    $(Self::$list(edit) => release.$($list_path).+.apply(edit).map(Self::$list),)*
                    $(Self::$fact(value) => {
                        let before = std::mem::replace(&mut release.$($fact_path).+, *value);
                        Ok(Self::$fact(Box::new(before)))
                    })*
                    Self::Batch(commands) => apply_all(commands, release),
                }
            }

            /// What turns one release into another one that has the same things, some of them changed; nothing where none
            /// is. Things that were added, taken away or moved are passed over.
            #[must_use]
            pub fn between(before: &Release, after: &Release) -> Option<Command> {
                let mut commands = Vec::new();
                $(replaced(&before.$($list_path).+, &after.$($list_path).+, Self::$list, &mut commands);)*
                $(if before.$($fact_path).+ != after.$($fact_path).+ {
                    commands.push(Self::$fact(Box::new(after.$($fact_path).+.clone())));
                })*
                (!commands.is_empty()).then_some(Self::Batch(commands))
            }

            /// Whether nothing is left of what the other command sets once this one is applied: both set the same entry
            /// of a list, or the same fact; or they are several changes of which each does so with its counterpart.
            pub(super) fn overwrites(&self, other: &Command) -> bool {
                match (self, other) {
                    $((Self::$list(Edit::Replace { item }), Self::$list(Edit::Replace { item: other })) => {
                        item.id == other.id
                    })*
                    $((Self::$fact(_), Self::$fact(_)) => true,)*
                    (Self::Batch(own), Self::Batch(others)) => {
                        own.len() == others.len() && own.iter().zip(others).all(|(own, other)| own.overwrites(other))
                    }
                    _ => false,
                }
            }
        }
    };
}

commands! {
    lists {
        /// What the release touches.
        ConfigurationItems(ConfigurationItem) => configuration_items;
        /// Everyone who is named.
        People(Person) => people;
        /// Who receives the release.
        Departments(Department) => departments;
        /// Requests for change.
        Rfcs(Rfc) => rfcs;
        /// Acceptance criteria.
        Criteria(AcceptanceCriterion) => criteria;
        /// Quality gates.
        Gates(QualityGate) => gates;
        /// Defects.
        Defects(Defect) => defects;
        /// Waves of the rollout.
        Waves(Wave) => rollout.waves;
        /// Steps of the runbook.
        Runbook(RunbookStep) => rollout.runbook;
        /// Governance rules.
        Rules(GovernanceRule) => rules;
        /// Members of the Board.
        Members(BoardMember) => board.members;
        /// Votes of the Board.
        Votes(Vote) => board.votes;
        /// Sign-offs of the Board.
        BoardSignOffs(SignOff) => board.sign_offs;
        /// Risks.
        Risks(Risk) => board.risks;
        /// Where the release is tested and runs.
        Environments(Environment) => environments;
        /// Who must be trained.
        Audiences(TrainingAudience) => training.audiences;
        /// When and where people are trained.
        Sessions(TrainingSession) => training.sessions;
        /// Who is told what.
        Messages(Message) => messages;
        /// Which document goes to whom.
        Distribution(Distribution) => distribution;
        /// What the service desk is given.
        HandOverItems(HandOverItem) => hand_over.items;
        /// Meetings.
        Meetings(Meeting) => meetings;
        /// Where capacity is short.
        Capacity(CapacityIssue) => review.capacity;
        /// Closed periods of the calendar.
        Periods(ClosedPeriod) => calendar.periods;
        /// What broke at or after go-live.
        Incidents(Incident) => after.incidents;
        /// What was removed, and why.
        Removals(Removal) => removals;
    }
    facts {
        /// What the release is.
        Identity(Identity) => identity;
        /// Answers and chosen strategy.
        Strategy(StrategyRecord) => strategy;
        /// What the CAB asks of RFCs.
        Cab(Cab) => cab;
        /// When the list of criteria is looked at.
        CriteriaList(CriteriaList) => criteria_list;
        /// What share of an audience must be trained.
        TrainingThreshold(Option<Percent>) => training.threshold;
        /// That the service desk accepts the hand-over.
        HandOver(HandOverAcceptance) => hand_over.acceptance;
        /// The readiness review.
        Review(ReviewRecord) => review.record;
        /// The days on which nobody works.
        Weekend(Weekend) => calendar.weekend;
        /// That the release is live.
        Live(GoLive) => after.go_live;
        /// Early life support.
        Support(EarlyLifeSupport) => after.support;
        /// The post-implementation review.
        PostReview(PostImplementationReview) => after.review;
        /// What the simulation is given.
        Simulation(SimulationRecord) => rollout.simulation;
        /// What the simulation said before go-live.
        Forecast(Option<Forecast>) => after.forecast;
        /// What came of the rollout.
        Actual(Option<ActualFigures>) => after.actual;
        /// When the Board meets.
        Sittings(Sittings) => board.sittings;
        /// What the waves are to bring to light.
        Detection(Detection) => rollout.detection;
        /// Details of running in parallel.
        Parallel(ParallelPlan) => rollout.parallel;
        /// Details of the push.
        Push(PushPlan) => rollout.push;
        /// Details of the pull.
        Pull(PullPlan) => rollout.pull;
        /// How to return to the state before.
        BackOut(BackOutPlan) => rollout.back_out;
        /// How many must vote.
        Quorum(Count) => board.quorum;
        /// What the Board decided.
        Decision(Option<BoardDecision>) => board.decision;
    }
}

/// The things of a list that are there before and after, and not the same.
fn replaced<T: Item + Clone + PartialEq>(
    before: &Items<T>,
    after: &Items<T>,
    command: fn(Edit<T>) -> Command,
    commands: &mut Vec<Command>,
) {
    let changed = after.iter().filter(|item| before.get(item.id()).is_some_and(|old| old != *item));
    commands.extend(changed.map(|item| command(Edit::replace(item.clone()))));
}

fn apply_all(commands: Vec<Command>, release: &mut Release) -> Result<Command, EditError> {
    let mut inverses = Vec::with_capacity(commands.len());
    for command in commands {
        match command.apply(release) {
            Ok(inverse) => inverses.push(inverse),
            Err(refused) => {
                for inverse in inverses.into_iter().rev() {
                    // What was just applied can always be taken back.
                    let _ = inverse.apply(release);
                }
                return Err(refused);
            }
        }
    }
    inverses.reverse();
    Ok(Command::Batch(inverses))
}
