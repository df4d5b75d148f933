//! What chance decides once per trial, whatever the strategy: one record per person.

use rollcall::rollout::Scenario;
use rollcall::rollout::simulation::{Input, Origin};

use super::chance::Dice;

/// How many times as long as the median the slowest decision in ten takes: e to the power of this many spreads.
const NINETIETH_OF_NORMAL: f64 = 1.281_551_565_544_600_5;

/// Somebody who shall get the release.
pub struct Person {
    /// The position of their crowd.
    pub crowd: usize,
    /// The position of their wave in a phased rollout.
    pub wave: usize,
    /// Whether the defect can hit them.
    pub is_susceptible: bool,
    /// How long after the installation they do what meets the defect, in hours on the clock.
    pub meets_after: f64,
    /// How long they put off a pull, in hours.
    pub patience: f64,
    /// Where they stand in the line for a push: the smaller comes first.
    pub place: f64,
    /// How many attempts are made on their device.
    pub attempts: usize,
    /// Whether the last attempt succeeds.
    pub succeeds: bool,
    /// How long after the installation they call the desk, in hours, for each call.
    pub calls: Vec<f64>,
    /// How many calls they make if their installation fails.
    pub calls_on_failure: usize,
    /// How many calls they make if the defect hits them.
    pub calls_on_hit: usize,
}

/// Everything that chance decides in a trial.
pub struct Trial {
    pub has_defect: bool,
    /// How long after the first installation monitoring sees the defect, in hours; infinite where it never does.
    pub monitoring: f64,
    /// From the detection to the decision, in hours.
    pub decision: f64,
    /// In the order of the crowds.
    pub people: Vec<Person>,
}

/// Whether a value that somebody entered stands for what the plan says of crowds and waves.
pub fn is_entered(scenario: &Scenario, input: Input) -> bool {
    matches!(scenario.origin(input), Origin::Entered(_))
}

fn share(scenario: &Scenario, input: Input) -> f64 {
    scenario.value(input) / 100.0
}

impl Trial {
    pub fn draw(scenario: &Scenario, dice: &mut Dice) -> Self {
        let has_defect = dice.happens(share(scenario, Input::DefectChance));
        let sees = dice.happens(share(scenario, Input::MonitoringChance));
        let monitoring = dice.wait() * scenario.value(Input::MonitoringMean);
        let sigma = scenario.value(Input::DecisionSpread).ln() / NINETIETH_OF_NORMAL;
        let decision = scenario.value(Input::DecisionMedian) * (sigma * dice.normal()).exp();
        let crowds = scenario.crowds.iter().enumerate();
        let everybody = crowds.flat_map(|(crowd, about)| (0..about.people).map(move |at| (crowd, at)));
        let people = everybody.map(|(crowd, at)| Person::draw(scenario, crowd, at, dice)).collect();
        Self { has_defect, monitoring: if sees { monitoring } else { f64::INFINITY }, decision, people }
    }
}

impl Person {
    fn draw(scenario: &Scenario, crowd: usize, at: u32, dice: &mut Dice) -> Self {
        let value = |input| scenario.value(input);
        let (attempts, succeeds) = attempts(scenario, dice);
        let calls = if dice.happens(trained_share(scenario, crowd)) {
            value(Input::CallsTrained)
        } else {
            value(Input::CallsUntrained)
        };
        let calls_after = value(Input::CallSpread) * 24.0;
        Self {
            crowd,
            wave: wave(scenario, crowd, at),
            is_susceptible: dice.happens(share(scenario, Input::Susceptible)),
            // A rate of nothing gives a wait without end.
            meets_after: dice.wait() * 24.0 / value(Input::HitRate),
            patience: dice.wait() * value(Input::HalfLife) * 24.0 / std::f64::consts::LN_2,
            place: dice.uniform(),
            attempts,
            succeeds,
            calls: (0..dice.count(calls)).map(|_| dice.wait() * calls_after).collect(),
            calls_on_failure: dice.count(value(Input::CallsFailed)),
            calls_on_hit: dice.count(value(Input::CallsHit)),
        }
    }
}

/// How many attempts are made, and whether the last one succeeds.
fn attempts(scenario: &Scenario, dice: &mut Dice) -> (usize, bool) {
    let most = scenario.value(Input::RetryLimit) as usize + 1;
    for attempt in 1..=most {
        if !dice.happens(share(scenario, Input::InstallFailure)) {
            return (attempt, true);
        }
    }
    (most, false)
}

fn trained_share(scenario: &Scenario, crowd: usize) -> f64 {
    scenario.crowds[crowd].trained.unwrap_or_else(|| share(scenario, Input::TrainedShare))
}

/// The wave of a phased rollout to which the person at this position of a crowd belongs. Where the plan has no waves, crowd after
/// crowd brings the first wave to its share of all people so far, to whole people; and the second one, of those who are left, to
/// the share that gives it its share of all.
fn wave(scenario: &Scenario, crowd: usize, at: u32) -> usize {
    let about = &scenario.crowds[crowd];
    if !scenario.waves.is_empty() {
        return about.wave.unwrap_or(scenario.waves.len() - 1);
    }
    let shares = [Input::FirstWave, Input::SecondWave].map(|input| share(scenario, input));
    let first: Vec<u32> = dealt(scenario.crowds.iter().map(|crowd| crowd.people), shares[0]);
    let left: Vec<u32> = scenario.crowds.iter().zip(&first).map(|(crowd, first)| crowd.people - first).collect();
    let of_left = shares[1] * scenario.people() / f64::from(left.iter().sum::<u32>());
    let second = dealt(left.into_iter(), of_left.min(1.0));
    let ends = [first[crowd], first[crowd] + second[crowd]];
    ends.iter().filter(|end| at >= **end).count()
}

fn dealt(crowds: impl Iterator<Item = u32>, share: f64) -> Vec<u32> {
    let (mut people, mut given) = (0, 0);
    let deal = |crowd: u32| {
        people += crowd;
        let wanted = (f64::from(people) * share).round() as u32;
        let now = wanted - given;
        given = wanted;
        now
    };
    crowds.map(deal).collect()
}
