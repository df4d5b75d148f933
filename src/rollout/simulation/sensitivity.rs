//! Which inputs the ranking of the strategies depends on most, found by moving each of them.
//!
//! The ranking is by mean cost, lost hours included: the one measure in which harm, time and effort meet. Each input is moved to
//! its plausible small and its plausible large value, all others staying as they are, with the same draws throughout. Half the
//! trials carry a defect whatever its chance is, and the two halves are weighted by the chance: what matters is then seen with a
//! few hundred trials.

use super::inputs::{INPUTS, Input};
use super::outcome::{Influence, Measure};
use super::scenario::Scenario;
use super::search::{AtWork, Probe, Search};
use crate::order;
use crate::plan::Choice;

/// The search for the inputs that matter most, in slices. However it is sliced, the outcome is the same.
#[derive(Debug)]
pub struct Sensitivity {
    scenario: Scenario,
    /// The scenario itself, and each input at both its ends.
    jobs: Vec<Option<(Input, f64)>>,
    search: Search<Costs>,
}

/// The mean cost of each strategy in one scenario.
#[derive(Debug)]
struct Costs {
    at_work: AtWork,
    chance: f64,
    /// How many trials had no defect, and how many had one.
    counts: [u32; 2],
    sums: Vec<[f64; 2]>,
}

impl Costs {
    fn new(scenario: &Scenario) -> Self {
        let chance = scenario.values().share(Input::DefectChance);
        let at_work = AtWork::new(&scenario.clone().with(Input::DefectChance, 50.0));
        Self { at_work, chance, counts: [0; 2], sums: vec![[0.0; 2]; scenario.strategies.len()] }
    }
}

impl Probe for Costs {
    type Found = Vec<f64>;

    fn one_trial(&mut self, seed: u64) {
        let (counts, sums) = (&mut self.counts, &mut self.sums);
        let mut has_defect = false;
        self.at_work.one_trial(seed, |at, trial, defect| {
            has_defect = defect;
            let cost = Measure::ALL.iter().zip(trial.values).find(|(measure, _)| **measure == Measure::Cost);
            if let Some([without, with]) = sums.get_mut(at) {
                *(if defect { with } else { without }) += cost.map_or(0.0, |(_, cost)| cost);
            }
        });
        let [without, with] = counts;
        *(if has_defect { with } else { without }) += 1;
    }

    fn done(&self) -> u32 {
        self.at_work.done()
    }

    fn found(&self) -> Vec<f64> {
        let [without, with] = self.counts.map(|count| f64::from(count.max(1)));
        let mean = |sums: &[f64; 2]| {
            let [clean, broken] = *sums;
            (1.0 - self.chance) * clean / without + self.chance * broken / with
        };
        self.sums.iter().map(mean).collect()
    }
}

impl Sensitivity {
    /// A search that has not begun, with so many trials for each of some eighty scenarios; 200 tell what matters.
    #[must_use]
    pub fn new(scenario: &Scenario, seed: u64, trials: u32) -> Self {
        let moved = INPUTS.iter().filter(|about| about.low < about.high);
        let ends = moved.flat_map(|about| [about.low, about.high].map(|end| Some((about.input, end))));
        let jobs: Vec<_> = std::iter::once(None).chain(ends).collect();
        Self { scenario: scenario.clone(), search: Search::new(seed, trials, jobs.len()), jobs }
    }

    /// Does at most so many trials; whether something is left to do.
    pub fn step(&mut self, trials: u32) -> bool {
        let Self { scenario, jobs, search } = self;
        search.step(trials, |at| match jobs.get(at)? {
            Some((input, value)) => Some(Costs::new(&scenario.clone().with(*input, *value))),
            None => Some(Costs::new(scenario)),
        })
    }

    /// How much is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        self.search.progress()
    }

    /// Does what is left; the inputs by their influence, the strongest first.
    #[must_use]
    pub fn finish(mut self) -> Vec<Influence> {
        while self.step(u32::MAX) {}
        let base = self.search.found.first().cloned().unwrap_or_default();
        let ends = self.search.found.get(1..).unwrap_or_default();
        let moved = INPUTS.iter().filter(|about| about.low < about.high);
        let mut all: Vec<Influence> = moved
            .zip(ends.chunks_exact(2))
            .filter_map(|(about, ends)| match ends {
                [low, high] => Some(self.influence(about.input, [about.low, about.high], &base, [low, high])),
                _ => None,
            })
            .collect();
        order::sort_by(&mut all, |one, other| {
            let shift = || other.shift.total_cmp(&one.shift);
            other.reordered.total_cmp(&one.reordered).then_with(shift)
        });
        all
    }

    fn influence(&self, input: Input, range: [f64; 2], base: &[f64], ends: [&Vec<f64>; 2]) -> Influence {
        let cheapest = |costs: &Vec<f64>| {
            let all = self.scenario.strategies.iter().zip(costs);
            all.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(strategy, _)| *strategy)
        };
        let [low, high] = ends;
        Influence {
            input,
            range,
            winners: [cheapest(low), cheapest(high)],
            reordered: distance(base, low).max(distance(base, high)),
            shift: shift(base, low, high),
            costs: [low.clone(), high.clone()],
        }
    }
}

/// All pairs of positions in a list of so many.
fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |one| (one + 1..count).map(move |other| (one, other)))
}

fn difference(costs: &[f64], (one, other): (usize, usize)) -> f64 {
    costs.get(one).zip(costs.get(other)).map_or(0.0, |(one, other)| one - other)
}

/// Kendall's distance between two rankings: the share of pairs that stand the other way round. (M. G. Kendall, Biometrika 30,
/// 1938.)
#[allow(clippy::cast_precision_loss, reason = "a few dozen pairs")]
fn distance(one: &[f64], other: &[f64]) -> f64 {
    let all = pairs(one.len()).count();
    let turned = pairs(one.len()).filter(|pair| difference(one, *pair) * difference(other, *pair) < 0.0).count();
    turned as f64 / all.max(1) as f64
}

/// How far the difference between two strategies moves from one end to the other: the largest over all pairs, as a share of
/// the largest cost.
fn shift(base: &[f64], low: &[f64], high: &[f64]) -> f64 {
    let most = base.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let moved = pairs(base.len()).map(|pair| (difference(high, pair) - difference(low, pair)).abs());
    moved.fold(0.0, f64::max) / most
}

/// The inputs by their influence on the ranking by cost, the strongest first. The first three are worth naming.
#[must_use]
pub fn sensitivity(scenario: &Scenario, seed: u64, trials: u32) -> Vec<Influence> {
    Sensitivity::new(scenario, seed, trials).finish()
}
