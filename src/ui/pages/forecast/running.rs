//! The simulation at work in the page: in slices between which the browser draws and listens, begun anew with every edit
//! that changes what is simulated.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::breath::{Breath, now, pause};
use crate::plan::{Release, SimulationRecord, Strategy};
use crate::readiness::answers;
use crate::rollout::simulation::{FirstWaveSearch, FirstWaves, Influence, Input, Outcome, Run, Scenario, Sensitivity};
use crate::rollout::{SEARCH_TRIALS, SIZE_TRIALS, USUAL_SEED, USUAL_TRIALS, fingerprint};
use crate::strategy::{Candidate, advise};
use crate::ui::plan::{Plan, memo};

/// A first impression comes from so many trials.
const FIRST: u32 = 500;

/// So many trials at most are made of releases that carry a severe defect, all of them.
const OF_DEFECT: u32 = 2_000;

/// After an edit nothing is begun for so long: who types on is not followed letter by letter.
const PAUSE: Duration = Duration::from_millis(300);

/// A slice ends with the step in which so many milliseconds have passed; the browser then draws its next frame.
const SLICE: f64 = 10.0;

/// A step of trials should take so many milliseconds.
const STEP: f64 = 3.0;

/// What is to be simulated.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// The fingerprint of the scenario.
    pub scenario: String,
    /// The seed.
    pub seed: u32,
    /// How many trials.
    pub trials: u32,
}

/// What was simulated last.
pub struct Shown {
    /// What it is about.
    pub asked: Asked,
    /// Whether it is the first impression alone.
    pub is_first: bool,
    /// What came of it.
    pub outcome: Outcome,
}

/// The inputs that matter most.
pub struct Found {
    /// What they were found for.
    pub asked: Asked,
    /// The strongest first.
    pub influences: Vec<Influence>,
}

/// The sizes of the first wave.
pub struct Tried {
    /// What they were tried for.
    pub asked: Asked,
    /// What they come to under each phased strategy.
    pub first_waves: Vec<FirstWaves>,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stage {
    /// An edit was made, and nothing is begun yet.
    Waiting,
    /// It is at work; how far, from 0 to 1.
    AtWork(Work, f64),
    /// All is done.
    Done,
    /// Somebody stopped it.
    Stopped,
}

/// What is done, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// The nine are simulated.
    Simulating,
    /// They are simulated with a severe defect in each trial.
    WithDefect,
    /// The inputs that matter most are looked for.
    Searching,
    /// Sizes of the first wave are tried.
    Sizing,
}

impl Work {
    /// What it is called while it goes on.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Simulating => "Computing",
            Self::WithDefect => "Computing what a severe defect does",
            Self::Searching => "Looking for the inputs that matter most",
            Self::Sizing => "Trying sizes of the first wave",
        }
    }
}

/// What the advisor says of the strategies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Advised {
    /// The one that it puts first.
    pub winner: Option<Strategy>,
    /// Those that are out of the question.
    pub excluded: Vec<Strategy>,
}

/// The simulation of the open plan. It is `Copy`.
#[derive(Clone, Copy)]
pub struct Running {
    /// The plan.
    pub plan: Plan,
    /// What the advisor says, worked out once for all parts of the page.
    pub advised: Signal<Advised>,
    /// What is to be simulated now.
    pub asked: Signal<Asked>,
    /// What was simulated last: of a plan as it was before, while the new figures are on their way.
    pub shown: RwSignal<Option<Arc<Shown>>>,
    /// The same where every trial carries a severe defect.
    pub with_defect: RwSignal<Option<Arc<Shown>>>,
    /// Whether those trials are looked at.
    pub of_defect: RwSignal<bool>,
    /// The inputs that matter most.
    pub found: RwSignal<Option<Arc<Found>>>,
    /// The sizes of the first wave.
    pub tried: RwSignal<Option<Arc<Tried>>>,
    /// How far it is.
    pub stage: RwSignal<Stage>,
    /// Counts the runs that were begun: one that is not the last any more ends.
    turn: StoredValue<u32>,
}

impl Running {
    /// Begins, and follows the plan from then on.
    #[must_use]
    pub fn start(plan: Plan) -> Self {
        let asked = memo(Box::new(move || {
            let today = plan.today.get();
            plan.release.with(|release| asked(&Scenario::of(release, today), &release.rollout.simulation))
        }));
        let running = Self {
            plan,
            advised: plan.from(advised),
            asked,
            shown: RwSignal::new(None),
            with_defect: RwSignal::new(None),
            of_defect: RwSignal::new(false),
            found: RwSignal::new(None),
            tried: RwSignal::new(None),
            stage: RwSignal::new(Stage::Waiting),
            turn: StoredValue::new(0),
        };
        // Simulating is work outside of the page: what comes of it is set when the effect is long over.
        Effect::new(move |before: Option<()>| {
            asked.track();
            running.begin(before.map(|()| PAUSE));
        });
        running
    }

    /// Begins anew, at once or after a pause.
    pub fn begin(self, wait: Option<Duration>) {
        let Some(turn) = self.next_turn() else { return };
        spawn_local(async move {
            self.tell(turn, Stage::Waiting);
            if let Some(wait) = wait {
                pause(wait).await;
            }
            // Where another run has begun meanwhile, or the page is gone, there is nothing to say.
            let _ = self.all(turn).await;
        });
    }

    /// Ends the run.
    pub fn stop(self) {
        self.next_turn();
        self.stage.set(Stage::Stopped);
    }

    /// What is looked at: all trials, or those with a severe defect.
    #[must_use]
    pub fn looked_at(self) -> Option<Arc<Shown>> {
        if self.of_defect.get() { self.with_defect.get() } else { self.shown.get() }
    }

    /// Whether what is looked at is of a plan as it was before.
    #[must_use]
    pub fn is_old(self) -> bool {
        let shown = self.looked_at();
        self.asked.with(|asked| shown.is_some_and(|shown| shown.asked != *asked))
    }

    /// What was simulated, where it is of the plan as it is and of all trials.
    #[must_use]
    pub fn settled(self) -> Option<Arc<Shown>> {
        self.asked.with(|asked| self.shown.get().filter(|shown| !shown.is_first && shown.asked == *asked))
    }

    fn next_turn(self) -> Option<u32> {
        self.turn.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        })
    }

    /// Says how far it is; nothing where the run is not the last one any more, or the page is gone.
    fn tell(self, turn: u32, stage: Stage) -> Option<()> {
        let is_current = self.turn.try_get_value() == Some(turn);
        is_current.then_some(())?;
        // Told per cent by per cent, so that nothing is drawn anew for less.
        let rough = |share: f64| (share * 100.0).floor() / 100.0;
        let stage = match stage {
            Stage::AtWork(work, share) => Stage::AtWork(work, rough(share)),
            other => other,
        };
        if self.stage.try_get_untracked()? != stage {
            // The page may be gone; then there is nobody to tell.
            let _ = self.stage.try_set(stage);
        }
        Some(())
    }

    async fn all(self, turn: u32) -> Option<()> {
        let tell = |work, share| self.tell(turn, Stage::AtWork(work, share));
        tell(Work::Simulating, 0.0)?;
        let today = self.plan.today.try_get_untracked()?;
        let scenario = self.plan.release.try_with_untracked(|release| Scenario::of(release, today))?;
        let asked = self.asked.try_get_untracked()?;
        if scenario.people() <= 0.0 {
            // The page may be gone; then there is nobody to show it to.
            let _ = self.shown.try_set(None);
            return self.tell(turn, Stage::Done);
        }
        let seed = u64::from(asked.seed);
        let breath = Breath::new()?;
        let show = |outcome, is_first| {
            let shown = Shown { asked: asked.clone(), is_first, outcome };
            // The page may be gone; then there is nobody to show it to.
            let _ = self.shown.try_set(Some(Arc::new(shown)));
        };
        if asked.trials > FIRST {
            let mut first = Run::new(&scenario, seed, FIRST);
            sliced(&breath, &mut |trials| first.step(trials), &|| tell(Work::Simulating, 0.0)).await?;
            show(first.finish(), true);
            breath.taken().await;
        }
        let run = RefCell::new(Run::new(&scenario, seed, asked.trials));
        let mut step = |trials| run.borrow_mut().step(trials);
        sliced(&breath, &mut step, &|| tell(Work::Simulating, run.borrow().progress())).await?;
        show(run.into_inner().finish(), false);
        breath.taken().await;
        let certain = scenario.clone().with(Input::DefectChance, 100.0);
        let run = RefCell::new(Run::new(&certain, seed, asked.trials.min(OF_DEFECT)));
        let mut step = |trials| run.borrow_mut().step(trials);
        sliced(&breath, &mut step, &|| tell(Work::WithDefect, run.borrow().progress())).await?;
        let shown = Shown { asked: asked.clone(), is_first: false, outcome: run.into_inner().finish() };
        // The page may be gone; then there is nobody to show it to.
        let _ = self.with_defect.try_set(Some(Arc::new(shown)));
        breath.taken().await;
        let search = RefCell::new(Sensitivity::new(&scenario, seed, SEARCH_TRIALS));
        let mut step = |trials| search.borrow_mut().step(trials);
        sliced(&breath, &mut step, &|| tell(Work::Searching, search.borrow().progress())).await?;
        let found = Found { asked: asked.clone(), influences: search.into_inner().finish() };
        // The page may be gone; then there is nobody to show it to.
        let _ = self.found.try_set(Some(Arc::new(found)));
        breath.taken().await;
        let sizes = RefCell::new(FirstWaveSearch::new(&scenario, seed, SIZE_TRIALS));
        let mut step = |trials| sizes.borrow_mut().step(trials);
        sliced(&breath, &mut step, &|| tell(Work::Sizing, sizes.borrow().progress())).await?;
        let tried = Tried { asked: asked.clone(), first_waves: sizes.into_inner().finish() };
        // The page may be gone; then there is nobody to show it to.
        let _ = self.tried.try_set(Some(Arc::new(tried)));
        self.tell(turn, Stage::Done)
    }
}

fn advised(release: &Release) -> Advised {
    let advice = advise(&answers(release));
    Advised {
        winner: advice.winner().map(Candidate::strategy),
        excluded: advice.excluded.iter().map(Candidate::strategy).collect(),
    }
}

fn asked(scenario: &Scenario, given: &SimulationRecord) -> Asked {
    Asked {
        scenario: fingerprint(scenario),
        seed: given.seed.unwrap_or(USUAL_SEED),
        trials: given.trials.map_or(USUAL_TRIALS, |trials| trials.0),
    }
}

/// Steps until nothing is left, and lets the browser have its turn after each slice. Nothing where it was told to end.
async fn sliced(breath: &Breath, step: &mut dyn FnMut(u32) -> bool, tell: &dyn Fn() -> Option<()>) -> Option<()> {
    let mut trials = 1.0_f64;
    loop {
        let slice = now();
        loop {
            let began = now();
            // A small number of trials, and no more than fit.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let more = step(trials as u32);
            let took = (now() - began).max(0.05);
            trials = (trials * (STEP / took).clamp(0.5, 2.0)).clamp(1.0, 10_000.0);
            if !more {
                return tell();
            }
            if now() - slice >= SLICE {
                break;
            }
        }
        tell()?;
        breath.taken().await;
    }
}
