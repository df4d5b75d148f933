//! How exactly the release is rolled out, and how it is taken back.

use jiff::civil::{Date, DateTime, Time};

use super::id::Id;
use super::items::Items;
use super::people::{Person, UserGroup};
use super::quantity::{BasisPoints, Count, MegabitsPerSecond, Megabytes, Minutes, Money, Percent, WaveDays};
use super::simulation::SimulationRecord;

record! {
    /// Section 7 of the release record.
    pub struct RolloutPlan {
        /// Who gets it when, in this order.
        pub waves: Items<Wave>,
        /// What the waves are to bring to light before everyone has the release.
        pub detection: Detection,
        /// Running old and new side by side.
        pub parallel: ParallelPlan,
        /// Installing from the centre.
        pub push: PushPlan,
        /// Letting users fetch it.
        pub pull: PullPlan,
        /// The timed steps of go-live, in this order.
        pub runbook: Items<RunbookStep>,
        /// How to return to the state before.
        pub back_out: BackOutPlan,
        /// What the simulation is given besides the plan.
        pub simulation: SimulationRecord,
    }
}

item! {
    /// Groups that receive the release together, judged before the next wave.
    pub struct Wave titled name {
        /// Its name.
        pub name: String,
        /// Its groups.
        pub groups: Vec<Id<UserGroup>>,
        /// The share of all who receive the release that is to have it once this wave has it; by whole groups it comes near.
        pub share: Option<Percent>,
        /// When it starts.
        pub start: Option<DateTime>,
        /// How long it is watched before the next one starts.
        pub bake: Minutes,
        /// The share of its groups that must have it before it counts as done.
        pub target: Percent,
        /// What must hold for the next wave to start.
        pub success_criteria: String,
        /// How this wave alone is taken back.
        pub back_out: String,
        /// How far it is.
        pub state: WaveState,
        /// Why it was taken back, where it was.
        pub backed_out_because: String,
    }
}

choice! {
    /// How far a wave is.
    pub enum WaveState {
        /// Not started.
        Planned = "planned", "Planned";
        /// Installing or baking.
        Running = "running", "Running";
        /// Its success criteria were met.
        Done = "done", "Done";
        /// It was taken back.
        BackedOut = "backed_out", "Backed out";
    }
}

record! {
    /// What a pilot is to bring to light, and how surely. Where nothing is said, `rollout` has its defaults.
    pub struct Detection {
        /// The share of installations that a defect shows on: of all that have the release, how many would meet it.
        pub defect_rate: Option<BasisPoints>,
        /// The chance with which the defect is to show among those who have the release.
        pub confidence: Option<Percent>,
    }
}

record! {
    /// Details of running old and new side by side.
    pub struct ParallelPlan {
        /// The first day on which both run.
        pub from: Option<Date>,
        /// The last day on which both run.
        pub until: Option<Date>,
        /// What must hold before the old is switched off.
        pub switch_off: Items<SwitchOffCriterion>,
        /// What a day of both costs more.
        pub cost_per_day: Option<Money>,
        /// Where people, licences and machines for two come from.
        pub capacity: String,
        /// How many people running both takes, beyond those who run one.
        pub people_for_both: Option<Count>,
    }
}

item! {
    /// A condition for switching the old configuration off.
    pub struct SwitchOffCriterion titled text {
        /// The condition, with its figure.
        pub text: String,
        /// The day by which it is to be met.
        pub due: Option<Date>,
        /// When it was met.
        pub met: Option<Date>,
    }
}

record! {
    /// Details of installing from the centre.
    pub struct PushPlan {
        /// How many targets.
        pub targets: Option<Count>,
        /// The size of the package.
        pub package: Option<Megabytes>,
        /// The windows, clear of people's important hours.
        pub windows: String,
        /// The rate that the transfer may use.
        pub bandwidth_limit: Option<MegabitsPerSecond>,
        /// The share of the package that the machines of a site get from each other instead of over the site's link.
        pub peer_share: Option<Percent>,
        /// The time of day from which the push may run; all day where it or the end is absent.
        pub window_from: Option<Time>,
        /// The time of day until which the push may run. A window that ends before it starts goes on past midnight.
        pub window_until: Option<Time>,
        /// How long a target is busy installing, once the package is there.
        pub install_time: Option<Minutes>,
        /// What does it.
        pub tool: String,
    }
}

record! {
    /// Details of letting users fetch it.
    pub struct PullPlan {
        /// From when.
        pub from: Option<Date>,
        /// Where from.
        pub source: String,
        /// How many clients the servers take at a time.
        pub server_capacity: Option<Count>,
        /// The rate at which all distribution servers together give it out.
        pub server_rate: Option<MegabitsPerSecond>,
        /// The time in which half of those who have not fetched it yet do.
        pub half_life: Option<Minutes>,
        /// The day after which it is no longer left to the users.
        pub deadline: Option<Date>,
        /// How many days each wave of a phased rollout has from its own start on, 24 hours each, until the rest is pushed; never
        /// longer than up to the deadline. Only the deadline counts where absent.
        pub days_per_wave: Option<WaveDays>,
        /// Whether it is pushed to the rest after the deadline.
        pub forced_push: bool,
    }
}

item! {
    /// A timed step of go-live.
    pub struct RunbookStep titled title {
        /// What is done.
        pub title: String,
        /// Who does it.
        pub owner: Option<Id<Person>>,
        /// The steps that must have ended before.
        pub after: Vec<Id<RunbookStep>>,
        /// How long it takes, most likely.
        pub duration: Minutes,
        /// How long it takes where everything goes well: hardly ever less. As long as most likely where absent.
        pub shortest: Option<Minutes>,
        /// How long it takes where much goes wrong: hardly ever more. As long as most likely where absent.
        pub longest: Option<Minutes>,
        /// When it was begun.
        pub started: Option<DateTime>,
        /// When it had ended.
        pub ended: Option<DateTime>,
        /// What came of it.
        pub result: StepResult,
        /// Anything worth noting.
        pub note: String,
    }
}

choice! {
    /// What came of a runbook step.
    pub enum StepResult {
        /// Not done yet.
        Pending = "pending", "Pending";
        /// Done as planned.
        Done = "done", "Done";
        /// Tried without success.
        Failed = "failed", "Failed";
        /// Left out on purpose.
        Skipped = "skipped", "Skipped";
    }
}

record! {
    /// How to return to the state before.
    pub struct BackOutPlan {
        /// The idea in a few sentences.
        pub summary: String,
        /// What makes us go back.
        pub triggers: Items<BackOutTrigger>,
        /// What is done, in this order.
        pub steps: Items<BackOutStep>,
        /// How long it takes to see that the state before is back.
        pub verification: Minutes,
        /// The trial of this plan.
        pub test: Option<BackOutTest>,
    }
}

item! {
    /// An observation that makes us go back.
    pub struct BackOutTrigger titled text {
        /// What is observed, with its figure.
        pub text: String,
        /// Who says so.
        pub decided_by: Option<Id<Person>>,
    }
}

item! {
    /// A step on the way back.
    pub struct BackOutStep titled title {
        /// What is done.
        pub title: String,
        /// Who does it.
        pub owner: Option<Id<Person>>,
        /// How long it takes.
        pub duration: Minutes,
    }
}

record! {
    /// A trial of the back-out plan.
    pub struct BackOutTest {
        /// When.
        pub on: Option<Date>,
        /// Where.
        pub environment: String,
        /// Whether the state before came back.
        pub worked: bool,
        /// What was learnt.
        pub note: String,
    }
}
