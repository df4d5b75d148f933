//! What is kept of the trials, and how it is summed up.

use super::inputs::Input;
use super::outcome::{Comparison, Course, CoursePoint, Estimate, Measure, Outcome, StrategyOutcome};
use super::statistics::{figure, percentile, proportion, shares};
use super::timetable::{Frame, Timetable};
use super::trial::{MEASURES, Trial};
use crate::plan::{Choice, Strategy};

/// How many trials are kept hour by hour, for the bands over time: enough for a 10th and a 90th percentile.
const KEPT: u32 = 1000;

/// At how many moments adoption is looked at, the start included.
const MOMENTS: usize = 61;

/// At most so many stretches of days of the desk.
const STRETCHES: usize = 61;

/// What is kept of the trials.
#[derive(Debug)]
pub(super) struct Tally {
    columns: Vec<Column>,
    /// For each pair of strategies and each measure, how often the first is better, and how often both are equal.
    pairs: Vec<Pair>,
    defects: u32,
    trials: u32,
    noted: u32,
    /// The moments at which adoption is looked at, in hours.
    moments: Vec<f64>,
    /// How many days make a stretch of the desk, and how many calls it takes in a day.
    stretch: usize,
    open: f64,
    people: f64,
    came: Vec<f64>,
    summed: usize,
    outcomes: Vec<StrategyOutcome>,
}

/// What is kept of a strategy.
#[derive(Debug, Default)]
struct Column {
    values: Vec<Vec<f64>>,
    row: [f64; MEASURES],
    backed_out: u32,
    undetected: u32,
    in_time: u32,
    adoption: Vec<Vec<f64>>,
    desk: Vec<Vec<f64>>,
}

#[derive(Debug)]
struct Pair {
    one: usize,
    other: usize,
    better: [u32; MEASURES],
    ties: [u32; MEASURES],
}

impl Tally {
    #[allow(clippy::cast_precision_loss, reason = "a few moments")]
    pub(super) fn new(frame: &Frame, timetables: &[Timetable], trials: u32) -> Self {
        let longest = timetables.iter().map(|timetable| timetable.nominal).fold(1.0, f64::max) * 1.1;
        // Dense at the beginning, where most happens, and wide at the end.
        let share = |at: usize| at as f64 / (MOMENTS - 1) as f64;
        let moments: Vec<f64> = (0..MOMENTS).map(|at| longest * share(at) * share(at)).collect();
        let hours = timetables.iter().map(|timetable| timetable.hours).max().unwrap_or(0);
        let stretch = hours.div_ceil(24).div_ceil(STRETCHES).max(1);
        let column = |timetable: &Timetable| Column {
            values: vec![Vec::new(); MEASURES],
            adoption: vec![Vec::new(); MOMENTS],
            desk: vec![Vec::new(); timetable.hours.div_ceil(24 * stretch)],
            ..Column::default()
        };
        let pairs = (0..timetables.len()).flat_map(|one| {
            let pair = move |other| Pair { one, other, better: [0; MEASURES], ties: [0; MEASURES] };
            (one + 1..timetables.len()).map(pair)
        });
        Self {
            columns: timetables.iter().map(column).collect(),
            pairs: pairs.collect(),
            defects: 0,
            trials,
            noted: 0,
            moments,
            stretch,
            open: frame.values.get(Input::DeskHours) * frame.values.get(Input::DeskCapacity),
            people: frame.people.max(1.0),
            came: Vec::new(),
            summed: 0,
            outcomes: Vec::new(),
        }
    }

    /// A trial begins.
    pub(super) fn begin(&mut self, defect: bool) {
        self.defects += u32::from(defect);
    }

    /// Paper for the calls of each hour, where the trial is one that is kept.
    pub(super) fn paper(&mut self) -> Option<&mut Vec<f64>> {
        self.came.clear();
        (self.noted < KEPT).then_some(&mut self.came)
    }

    /// Notes what came of the trial for a strategy.
    #[allow(clippy::cast_precision_loss, reason = "a few days")]
    pub(super) fn note(&mut self, strategy: usize, trial: &Trial, date: f64) {
        let Some(column) = self.columns.get_mut(strategy) else { return };
        column.row = trial.values;
        for (values, value) in column.values.iter_mut().zip(trial.values) {
            values.push(value);
        }
        column.backed_out += u32::from(trial.backed_out);
        column.undetected += u32::from(trial.undetected);
        let finish = Measure::ALL.iter().zip(trial.values).find(|(measure, _)| **measure == Measure::Finish);
        column.in_time += u32::from(finish.is_some_and(|(_, hours)| hours <= date));
        if self.noted < KEPT {
            for (values, moment) in column.adoption.iter_mut().zip(&self.moments) {
                values.push(trial.have_it(*moment) / self.people);
            }
            let hours = self.stretch * 24;
            for (values, stretch) in column.desk.iter_mut().zip(self.came.chunks(hours)) {
                let open = self.open * stretch.len() as f64 / 24.0;
                values.push(stretch.iter().sum::<f64>() / open * 100.0);
            }
        }
    }

    /// The trial is over for all strategies.
    pub(super) fn end(&mut self) {
        self.noted += 1;
        for pair in &mut self.pairs {
            let (Some(one), Some(other)) = (self.columns.get(pair.one), self.columns.get(pair.other)) else { continue };
            let counts = pair.better.iter_mut().zip(&mut pair.ties);
            for ((one, other), (better, ties)) in one.row.iter().zip(&other.row).zip(counts) {
                *better += u32::from(one < other);
                *ties += u32::from(one == other);
            }
        }
    }

    /// How much is summed up, from 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "a few dozen figures")]
    pub(super) fn progress(&self) -> f64 {
        self.summed as f64 / (self.columns.len() * (MEASURES + 2)).max(1) as f64
    }

    /// Sums up the next figure; whether more are left.
    pub(super) fn sum_up_next(&mut self, timetables: &[Timetable]) -> bool {
        let (strategy, part) = (self.summed / (MEASURES + 2), self.summed % (MEASURES + 2));
        let (Some(column), Some(timetable)) = (self.columns.get_mut(strategy), timetables.get(strategy)) else {
            return false;
        };
        self.summed += 1;
        if part == 0 {
            self.outcomes.push(blank(timetable.strategy));
        }
        let Some(outcome) = self.outcomes.last_mut() else { return false };
        if let (Some(measure), Some(values)) = (Measure::ALL.get(part), column.values.get_mut(part)) {
            outcome.figures.push(figure(*measure, std::mem::take(values)));
        } else if part == MEASURES {
            outcome.adoption = course(&mut column.adoption, |at| self.moments.get(at).copied().unwrap_or_default());
        } else {
            let day = (self.stretch * 24) as u32;
            outcome.desk = course(&mut column.desk, |at| f64::from(day) * (at as f64 + 0.5));
            outcome.meets_date = proportion(column.in_time, self.trials);
            outcome.back_out = proportion(column.backed_out, self.trials);
            outcome.undetected = proportion(column.undetected, self.trials);
        }
        true
    }

    /// What came of it all, once everything is summed up.
    pub(super) fn outcome(self, seed: u64, trials: u32, people: f64) -> Outcome {
        let strategy = |at: usize| self.outcomes.get(at).map(|outcome| outcome.strategy).unwrap_or_default();
        let comparisons = self.pairs.iter().flat_map(|pair| {
            let counts = Measure::ALL.iter().zip(pair.better.iter().zip(&pair.ties));
            counts.map(|(measure, (better, ties))| Comparison {
                measure: *measure,
                better: strategy(pair.one),
                than: strategy(pair.other),
                chance: shares(*better, *ties, trials),
                ties: f64::from(*ties) / f64::from(trials),
            })
        });
        let comparisons = comparisons.collect();
        Outcome {
            seed,
            trials,
            people,
            defect: proportion(self.defects, trials),
            comparisons,
            strategies: self.outcomes,
        }
    }
}

fn blank(strategy: Strategy) -> StrategyOutcome {
    StrategyOutcome {
        strategy,
        figures: Vec::with_capacity(MEASURES),
        meets_date: Estimate::default(),
        back_out: Estimate::default(),
        undetected: Estimate::default(),
        adoption: Course::default(),
        desk: Course::default(),
    }
}

fn course(kept: &mut [Vec<f64>], when: impl Fn(usize) -> f64) -> Course {
    let point = |(at, values): (usize, &mut Vec<f64>)| {
        values.sort_unstable_by(f64::total_cmp);
        let part = |share| percentile(values, share);
        CoursePoint { at: when(at), p10: part(0.1), p50: part(0.5), p90: part(0.9) }
    };
    Course { points: kept.iter_mut().enumerate().map(point).collect() }
}
