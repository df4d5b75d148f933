//! Whether two models say the same, within what chance and a stated tolerance allow.

use rollcall::plan::{Choice, Strategy};
use rollcall::rollout::simulation::{Course, Estimate, Input, Measure, StrategyOutcome};
use rollcall::rollout::{Outcome, Scenario};

use super::chance::Dice;
use super::model::{Ending, simulate};
use super::people::Trial;

/// How many standard errors two estimates may lie apart. With some thousand comparisons, chance alone goes beyond 4.5 in
/// one of twenty runs; seeds are fixed, so that what has passed once passes again.
const ERRORS: f64 = 4.5;
/// Of how many trials the engine keeps the courses over time.
const KEPT: f64 = 1_000.0;
/// How far means may lie apart besides by chance, as a share of them.
const OF_MEAN: f64 = 0.01;
/// 97.5 % of a standard normal lie below it: how the engine's intervals of 95 % follow from standard errors.
const INTERVAL: f64 = 1.959_963_984_540_054;

/// What the naive model says about a strategy.
pub struct Sample {
    strategy: Strategy,
    /// The values of each measure over the trials, in order.
    values: Vec<(Measure, Vec<f64>)>,
    meets_date: f64,
    back_out: f64,
    undetected: f64,
    /// The shares of people who have it at the moments of the engine's course, each in order.
    adoption: Vec<Vec<f64>>,
    trials: f64,
    people: f64,
}

/// Where the models differ.
pub struct Difference {
    pub strategy: Strategy,
    pub what: String,
    pub engine: f64,
    pub naive: f64,
    /// How far they may lie apart.
    pub allowed: f64,
}

/// Up to so many people the engine, too, looks at each of them: then nothing is rounded but the calls.
const ONE_BY_ONE: f64 = 128.0;

/// How far the models may lie apart besides by chance, for each measure: a share of the value, and an absolute part.
///
/// The share is allowed of a percentile alone, and a hundredth of a mean. There a person is divisible, how many fetch it before
/// the deadline follows the curve, and hits after the detection cost what they do in the mean.
fn tolerance(scenario: &Scenario, measure: Measure) -> (f64, f64) {
    let of_calls = matches!(measure, Measure::PeakDesk | Measure::Backlog | Measure::Cost);
    if scenario.people() <= ONE_BY_ONE && !of_calls {
        return (1e-6, 1e-6);
    }
    match measure {
        Measure::Exposed | Measure::BackedOut | Measure::Hit => (0.05, 1.0),
        Measure::LostHours | Measure::Cost => (0.05, 1.0),
        Measure::Finish => (0.02, 1.0),
        Measure::PeakLink => (1e-9, 1e-9),
        Measure::PeakDesk => (0.03, 100.0 / scenario.value(Input::DeskCapacity)),
        Measure::Backlog => (0.03, 1.0),
    }
}

/// Runs the naive model for all strategies of a scenario, on the same draws.
pub fn sample(scenario: &Scenario, engine: &Outcome, seed: u64, trials: usize) -> Vec<Sample> {
    let mut dice = Dice::new(seed);
    let mut endings: Vec<Vec<Ending>> = scenario.strategies.iter().map(|_| Vec::new()).collect();
    let mut adoption: Vec<Vec<Vec<f64>>> =
        engine.strategies.iter().map(|outcome| vec![Vec::new(); outcome.adoption.points.len()]).collect();
    for _ in 0..trials {
        let trial = Trial::draw(scenario, &mut dice);
        for (at, strategy) in scenario.strategies.iter().enumerate() {
            let mut ending = simulate(scenario, &trial, *strategy);
            for (point, shares) in engine.strategies[at].adoption.points.iter().zip(&mut adoption[at]) {
                shares.push(ending.adopted(point.at) as f64 / scenario.people());
            }
            ending.has_it = Vec::new();
            endings[at].push(ending);
        }
    }
    let each = scenario.strategies.iter().zip(endings).zip(adoption);
    each.map(|((strategy, endings), adoption)| Sample::of(*strategy, &endings, adoption, scenario.people())).collect()
}

impl Sample {
    fn of(strategy: Strategy, endings: &[Ending], mut adoption: Vec<Vec<f64>>, people: f64) -> Self {
        let values = |measure: &Measure| {
            let mut values: Vec<f64> = endings.iter().map(|ending| ending.of(*measure)).collect();
            values.sort_by(f64::total_cmp);
            (*measure, values)
        };
        for shares in &mut adoption {
            shares.sort_by(f64::total_cmp);
        }
        let trials = endings.len() as f64;
        let chance = |is: fn(&Ending) -> bool| endings.iter().filter(|ending| is(ending)).count() as f64 / trials;
        Self {
            strategy,
            values: Measure::ALL.iter().map(values).collect(),
            meets_date: chance(|ending| ending.meets_date),
            back_out: chance(Ending::is_backed_out),
            undetected: chance(|ending| ending.is_undetected),
            adoption,
            trials,
            people,
        }
    }
}

/// A comparison of both models for one strategy.
struct Compared<'a> {
    scenario: &'a Scenario,
    sample: &'a Sample,
    engine: &'a StrategyOutcome,
    engine_trials: f64,
    differences: Vec<Difference>,
    worst: f64,
}

/// Everything that both models say and that lies too far apart, and the largest distance as a share of what is allowed.
pub fn differences(scenario: &Scenario, engine: &Outcome, samples: &[Sample]) -> (Vec<Difference>, f64) {
    let (mut all, mut worst) = (Vec::new(), 0.0_f64);
    for sample in samples {
        let outcome = engine.of(sample.strategy).expect("the engine says something about each strategy");
        let trials = f64::from(engine.trials);
        let mut compared =
            Compared { scenario, sample, engine: outcome, engine_trials: trials, differences: Vec::new(), worst: 0.0 };
        compared.all();
        worst = worst.max(compared.worst);
        all.extend(compared.differences);
    }
    (all, worst)
}

impl Compared<'_> {
    fn all(&mut self) {
        let (sample, engine) = (self.sample, self.engine);
        for (measure, values) in &sample.values {
            let figure = engine.figure(*measure).expect("the engine gives every measure");
            let never = values.iter().filter(|value| value.is_infinite()).count() as f64 / sample.trials;
            self.chance(&format!("{} never", measure.key()), figure.never, never);
            self.mean(*measure, figure.mean, values);
            for (name, part, share) in [("p10", figure.p10, 0.1), ("p50", figure.p50, 0.5), ("p90", figure.p90, 0.9)] {
                self.quantile(
                    &format!("{} {name}", measure.key()),
                    part.value,
                    values,
                    share,
                    tolerance(self.scenario, *measure),
                );
            }
        }
        self.chance("meets date", engine.meets_date.value, sample.meets_date);
        self.chance("back-out", engine.back_out.value, sample.back_out);
        self.chance("undetected", engine.undetected.value, sample.undetected);
        // This comes last, since it is over fewer trials.
        self.engine_trials = self.engine_trials.min(KEPT);
        self.adoption(&engine.adoption);
    }

    /// The engine follows the curve of adoption, and does not draw who is on which side of it: of n people, √(a(1 − a)n) more
    /// or fewer than it says may have it.
    fn adoption(&mut self, course: &Course) {
        let sample = self.sample;
        for (point, shares) in course.points.iter().zip(&sample.adoption) {
            for (name, value, share) in [("p10", point.p10, 0.1), ("p50", point.p50, 0.5), ("p90", point.p90, 0.9)] {
                let slack = 2.0 * (value * (1.0 - value).max(0.0) / sample.people).sqrt() + 2.0 / sample.people;
                self.quantile(&format!("adoption {name} at {:.1} h", point.at), value, shares, share, (0.0, slack));
            }
        }
    }

    fn note(&mut self, what: &str, engine: f64, naive: f64, distance: f64, allowed: f64) {
        self.worst = self.worst.max(distance / allowed.max(f64::MIN_POSITIVE));
        if distance.is_nan() || distance > allowed {
            let strategy = self.sample.strategy;
            self.differences.push(Difference { strategy, what: what.to_owned(), engine, naive, allowed });
        }
    }

    /// The standard error of the difference of two shares of trials.
    fn error_of_share(&self, share: f64) -> f64 {
        (share * (1.0 - share) * (1.0 / self.sample.trials + 1.0 / self.engine_trials)).sqrt()
    }

    fn chance(&mut self, what: &str, engine: f64, naive: f64) {
        let (ours, theirs) = (self.sample.trials, self.engine_trials);
        let pooled = (engine * theirs + naive * ours) / (theirs + ours);
        let allowed = ERRORS * self.error_of_share(pooled) + 1e-9;
        self.note(what, engine, naive, (engine - naive).abs(), allowed);
    }

    fn mean(&mut self, measure: Measure, engine: Option<Estimate>, values: &[f64]) {
        let what = format!("{} mean", measure.key());
        let finite: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        let (Some(engine), false) = (engine, finite.is_empty()) else {
            // Where it never or hardly ever is finite, the chance of that has been compared.
            return;
        };
        let count = finite.len() as f64;
        let mean = finite.iter().sum::<f64>() / count;
        let variance = finite.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0).max(1.0);
        let error = (engine.high - engine.low) / 2.0 / INTERVAL;
        let (relative, absolute) = tolerance(self.scenario, measure);
        let relative = relative.min(OF_MEAN);
        let allowed = ERRORS * (variance / count + error * error).sqrt() + relative * mean.abs() + absolute;
        self.note(&what, engine.value, mean, (engine.value - mean).abs(), allowed);
    }

    /// Whether a value can be the quantile: whether the share of the naive values below it is about right.
    fn quantile(&mut self, what: &str, engine: f64, values: &[f64], share: f64, tolerance: (f64, f64)) {
        let slack = if engine.is_finite() { engine.abs() * tolerance.0 + tolerance.1 } else { 0.0 };
        let below = values.partition_point(|value| *value < engine - slack) as f64 / self.sample.trials;
        let up_to = values.partition_point(|value| *value <= engine + slack) as f64 / self.sample.trials;
        // The engine's own quantile lies between two values of its trials.
        let allowed = ERRORS * self.error_of_share(share) + 1.0 / self.engine_trials;
        let distance = (share - up_to).max(below - share).max(0.0);
        let naive = values[((values.len() as f64 * share) as usize).min(values.len() - 1)];
        self.note(what, engine, naive, distance, allowed);
    }
}
