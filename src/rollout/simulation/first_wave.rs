//! How large the first wave should be: what each size exposes people to.
//!
//! Too small a wave misses the defect, and everybody gets it; too large a one exposes its own people. The plan's waves stay as
//! they are, planned starts and all, but for the first one: it is drawn from all groups in proportion to their sizes, and
//! whoever the plan has in it and is not drawn goes with the second. Every trial carries a defect, since without one nobody is
//! exposed.

use super::cohort::divided;
use super::inputs::Input;
use super::outcome::{Estimate, Measure};
use super::scenario::{Crowd, PlannedWave, Scenario};
use super::search::{AtWork, Probe, Search};
use super::statistics::{mean, proportion};
use crate::plan::{Approach, Choice, Strategy};

/// What a first wave of one size comes to, where the release carries a severe defect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FirstWave {
    /// How many people are in it.
    pub people: u32,
    /// The mean of the people exposed, over all waves.
    pub exposed: Estimate,
    /// The chance that the defect is seen before the second wave starts, from 0 to 1, with Wilson's interval. Where everybody
    /// is in the first wave: that it is seen at all.
    pub noticed: Estimate,
}

/// What the sizes of the first wave come to under one strategy.
#[derive(Debug, Clone, PartialEq)]
pub struct FirstWaves {
    /// The strategy, a phased one.
    pub strategy: Strategy,
    /// How many people receive the release.
    pub people: u32,
    /// How many of them are in the first wave as it is planned.
    pub planned: u32,
    /// The sizes in growing order: 1, 2, 5, 10, … people, the planned size and everybody.
    pub sizes: Vec<FirstWave>,
}

impl FirstWaves {
    /// The size that exposes the fewest people in the mean; of several the smallest.
    #[must_use]
    pub fn best(&self) -> Option<&FirstWave> {
        self.sizes.iter().min_by(|one, other| one.exposed.value.total_cmp(&other.exposed.value))
    }

    /// What is said of a size.
    #[must_use]
    pub fn of(&self, people: u32) -> Option<&FirstWave> {
        self.sizes.iter().find(|size| size.people == people)
    }
}

/// The search through the sizes, in slices. However it is sliced, the outcome is the same.
#[derive(Debug)]
pub struct FirstWaveSearch {
    scenario: Scenario,
    sizes: Vec<u32>,
    /// For each size, what it comes to under each strategy.
    search: Search<OfSize>,
}

/// A size at work.
#[derive(Debug)]
struct OfSize {
    people: u32,
    at_work: AtWork,
    exposed: Vec<Vec<f64>>,
    noticed: Vec<u32>,
}

impl OfSize {
    fn new(scenario: &Scenario, people: u32) -> Self {
        let at_work = AtWork::new(&with_first_wave(scenario, people).with(Input::DefectChance, 100.0));
        let strategies = scenario.strategies.len();
        Self { people, at_work, exposed: vec![Vec::new(); strategies], noticed: vec![0; strategies] }
    }
}

impl Probe for OfSize {
    type Found = Vec<FirstWave>;

    fn one_trial(&mut self, seed: u64) {
        let (exposed, noticed) = (&mut self.exposed, &mut self.noticed);
        self.at_work.one_trial(seed, |at, trial, _| {
            let (Some(exposed), Some(noticed)) = (exposed.get_mut(at), noticed.get_mut(at)) else { return };
            let of = Measure::ALL.iter().zip(trial.values).find(|(measure, _)| **measure == Measure::Exposed);
            exposed.push(of.map_or(0.0, |(_, exposed)| exposed));
            *noticed += u32::from(trial.backed_out && trial.is_in_first_wave());
        });
    }

    fn done(&self) -> u32 {
        self.at_work.done()
    }

    fn found(&self) -> Vec<FirstWave> {
        let each = self.exposed.iter().zip(&self.noticed);
        let size = |(exposed, noticed): (&Vec<f64>, &u32)| FirstWave {
            people: self.people,
            exposed: mean(exposed).unwrap_or_default(),
            noticed: proportion(*noticed, self.done()),
        };
        each.map(size).collect()
    }
}

impl FirstWaveSearch {
    /// A search that has not begun, with so many trials for each size, through the phased strategies of the scenario. Where
    /// there are none, or fewer than two people, there is nothing to search.
    #[must_use]
    pub fn new(scenario: &Scenario, seed: u64, trials: u32) -> Self {
        let phased = scenario.strategies.iter().copied().filter(|strategy| strategy.approach == Approach::Phased);
        let scenario = scenario.clone().only(&phased.collect::<Vec<_>>());
        let people = everybody(&scenario);
        let searched = people > 1 && !scenario.strategies.is_empty();
        let sizes = if searched { sizes(people, planned(&scenario)) } else { Vec::new() };
        Self { scenario, search: Search::new(seed, trials, sizes.len()), sizes }
    }

    /// Does at most so many trials; whether something is left to do.
    pub fn step(&mut self, trials: u32) -> bool {
        let Self { scenario, sizes, search } = self;
        search.step(trials, |at| Some(OfSize::new(scenario, *sizes.get(at)?)))
    }

    /// How much is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        self.search.progress()
    }

    /// Does what is left; what was found for each phased strategy, in the order of the scenario.
    #[must_use]
    pub fn finish(mut self) -> Vec<FirstWaves> {
        while self.step(u32::MAX) {}
        let (people, planned) = (everybody(&self.scenario), planned(&self.scenario));
        let strategies = self.scenario.strategies.iter().enumerate().filter(|_| !self.sizes.is_empty());
        let of = |(at, strategy): (usize, &Strategy)| FirstWaves {
            strategy: *strategy,
            people,
            planned,
            sizes: self.search.found.iter().filter_map(|size| size.get(at).copied()).collect(),
        };
        strategies.map(of).collect()
    }
}

/// What the sizes of the first wave come to under each phased strategy of a scenario, with so many trials for each size.
#[must_use]
pub fn first_waves(scenario: &Scenario, seed: u64, trials: u32) -> Vec<FirstWaves> {
    FirstWaveSearch::new(scenario, seed, trials).finish()
}

fn everybody(scenario: &Scenario) -> u32 {
    scenario.crowds.iter().fold(0, |sum, crowd| sum.saturating_add(crowd.people))
}

/// How many people are in the first wave as it is planned, or as the input on its share divides them.
fn planned(scenario: &Scenario) -> u32 {
    let last = scenario.waves.len().saturating_sub(1);
    let parts = divided(&scenario.crowds, [scenario.values().share(Input::FirstWave), 0.0]);
    let of = |(crowd, [first, ..]): (&Crowd, [u32; 3])| match scenario.waves.len() {
        0 => first,
        _ if crowd.wave.unwrap_or(last) == 0 => crowd.people,
        _ => 0,
    };
    scenario.crowds.iter().zip(parts).map(of).fold(0, u32::saturating_add)
}

/// 1, 2, 5, 10, … below everybody, the planned size, and everybody.
fn sizes(people: u32, planned: u32) -> Vec<u32> {
    let round = (0..10).flat_map(|power| [1, 2, 5].map(|step| step * 10_u64.pow(power)));
    let round = round.filter_map(|size| u32::try_from(size).ok()).filter(|size| *size < people);
    let mut sizes: Vec<u32> = round.chain([planned.clamp(1, people), people]).collect();
    sizes.sort_unstable();
    sizes.dedup();
    sizes
}

/// The scenario with so many people in the first wave, each group giving its part; where the plan has no waves, the second is as
/// large as the input on it says, as far as people are left.
fn with_first_wave(scenario: &Scenario, first: u32) -> Scenario {
    let all = everybody(scenario).max(1);
    let share = f64::from(first) / f64::from(all);
    let mut waves = scenario.waves.clone();
    if waves.is_empty() {
        waves = vec![PlannedWave::default(); 3];
    } else if waves.len() == 1 {
        waves.push(PlannedWave::default());
    }
    let last = scenario.waves.len().saturating_sub(1);
    let parts = divided(&scenario.crowds, [share, scenario.values().share(Input::SecondWave)]);
    let mut crowds = Vec::with_capacity(scenario.crowds.len() * 2);
    for (crowd, [drawn, second, rest]) in scenario.crowds.iter().zip(parts) {
        let mut put = |people: u32, wave: usize| {
            if people > 0 {
                crowds.push(Crowd { people, wave: Some(wave), ..crowd.clone() });
            }
        };
        put(drawn, 0);
        if scenario.waves.is_empty() {
            put(second, 1);
            put(rest, 2);
        } else {
            put(second + rest, crowd.wave.unwrap_or(last).max(1));
        }
    }
    let mut scenario = scenario.clone();
    (scenario.crowds, scenario.waves) = (crowds, waves);
    scenario
}
