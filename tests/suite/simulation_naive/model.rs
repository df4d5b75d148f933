//! One trial under one strategy: what happens to whom, and when.
//!
//! All times are hours on the clock from the start of the rollout.

use rollcall::plan::{Approach, Strategy};
use rollcall::rollout::Scenario;
use rollcall::rollout::simulation::{Input, Measure};

use super::delivery::deliver;
use super::desk::serve;
use super::people::{Person, Trial, is_entered};

/// The share of all people who must have it for the rollout to be finished, in percent.
const FINISHED: usize = 95;
/// The working hours of a clock day.
const WORKING_HOURS: f64 = 8.0;

/// What came of a trial.
pub struct Ending {
    pub exposed: f64,
    pub hit: f64,
    pub lost_hours: f64,
    /// Infinite where it never finishes.
    pub finish: f64,
    pub backed_out: f64,
    pub peak_link: f64,
    pub peak_desk: f64,
    pub backlog: f64,
    pub cost: f64,
    /// Infinite where nobody finds a defect.
    pub detection: f64,
    pub is_undetected: bool,
    pub meets_date: bool,
    /// From when until when each person who got it has it, until for ever where nothing is taken back.
    pub has_it: Vec<(f64, f64)>,
}

impl Ending {
    pub fn of(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Exposed => self.exposed,
            Measure::Hit => self.hit,
            Measure::LostHours => self.lost_hours,
            Measure::Finish => self.finish,
            Measure::BackedOut => self.backed_out,
            Measure::PeakLink => self.peak_link,
            Measure::PeakDesk => self.peak_desk,
            Measure::Backlog => self.backlog,
            Measure::Cost => self.cost,
        }
    }

    pub fn is_backed_out(&self) -> bool {
        self.detection.is_finite()
    }

    /// How many people have it at a time.
    pub fn adopted(&self, time: f64) -> usize {
        self.has_it.iter().filter(|(from, until)| (*from..*until).contains(&time)).count()
    }
}

/// What has been done to a person's device so far.
#[derive(Clone, Copy)]
enum Device {
    Waits,
    Installed(f64),
    Failed(f64),
}

/// A rollout under way.
struct Rollout<'a> {
    scenario: &'a Scenario,
    trial: &'a Trial,
    strategy: Strategy,
    devices: Vec<Device>,
    /// What was asked of links and servers, as (moment, percent).
    loads: Vec<(f64, f64)>,
}

/// Simulates a trial under a strategy.
pub fn simulate(scenario: &Scenario, trial: &Trial, strategy: Strategy) -> Ending {
    let devices = vec![Device::Waits; trial.people.len()];
    let mut rollout = Rollout { scenario, trial, strategy, devices, loads: Vec::new() };
    rollout.go_through_waves();
    let detection = rollout.detection();
    let decision = detection + trial.decision;
    rollout.stop(decision);
    rollout.account(detection, decision)
}

impl Rollout<'_> {
    fn value(&self, input: Input) -> f64 {
        self.scenario.value(input)
    }

    /// Starts wave after wave, each when the one before has baked and nothing has been detected, and not before its planned start.
    fn go_through_waves(&mut self) {
        let waves = match self.strategy.approach {
            Approach::Phased => self.scenario.waves.len().max(3),
            Approach::BigBang | Approach::Parallel => 1,
        };
        let mut start = 0.0;
        for wave in 0..waves {
            let is_in = |person: &Person| waves == 1 || person.wave == wave;
            let members: Vec<usize> = (0..self.devices.len()).filter(|at| is_in(&self.trial.people[*at])).collect();
            // Nobody in it, nothing to watch.
            if members.is_empty() {
                continue;
            }
            let planned = self.scenario.waves.get(wave).and_then(|wave| wave.start).filter(|_| waves > 1);
            start = planned.map_or(start, |planned| planned.max(start));
            if self.detection() <= start {
                return;
            }
            self.install(&members, start);
            start = self.reached(&members, wave, start) + self.bake(wave);
        }
    }

    /// Delivers the package to the members of a wave and makes the attempts to install it.
    fn install(&mut self, members: &[usize], start: f64) {
        let people: Vec<&Person> = members.iter().map(|at| &self.trial.people[*at]).collect();
        let delivered = deliver(self.scenario, self.strategy.delivery, &people, start);
        for ((at, person), arrival) in members.iter().zip(people).zip(delivered.at) {
            let time = arrival + person.attempts as f64 * self.value(Input::InstallMinutes) / 60.0;
            self.devices[*at] = if person.succeeds { Device::Installed(time) } else { Device::Failed(time) };
        }
        self.loads.extend(delivered.loads);
    }

    /// When a wave has reached its target share, of all its people, or of those whose installation succeeds where they
    /// are fewer. Where none does, when the last attempt has failed.
    fn reached(&self, members: &[usize], wave: usize, start: f64) -> f64 {
        let general = self.value(Input::WaveTarget);
        let entered = is_entered(self.scenario, Input::WaveTarget).then_some(general);
        let planned = self.scenario.waves.get(wave).and_then(|wave| wave.target);
        let target = entered.or(planned).unwrap_or(general) / 100.0;
        let mut times: Vec<f64> = members.iter().filter_map(|at| self.installed(*at)).collect();
        times.sort_by(f64::total_cmp);
        let needed = (target * members.len() as f64 - 1e-9).ceil() as usize;
        let failures = members.iter().filter_map(|at| self.failed(*at));
        needed.min(times.len()).checked_sub(1).map_or_else(|| failures.fold(start, f64::max), |last| times[last])
    }

    fn bake(&self, wave: usize) -> f64 {
        let general = self.value(Input::BakeTime);
        let entered = is_entered(self.scenario, Input::BakeTime).then_some(general);
        entered.or(self.scenario.waves.get(wave).and_then(|wave| wave.bake)).unwrap_or(general)
    }

    fn installed(&self, at: usize) -> Option<f64> {
        if let Device::Installed(time) = self.devices[at] { Some(time) } else { None }
    }

    fn failed(&self, at: usize) -> Option<f64> {
        if let Device::Failed(time) = self.devices[at] { Some(time) } else { None }
    }

    fn installations(&self) -> impl Iterator<Item = f64> {
        (0..self.devices.len()).filter_map(|at| self.installed(at))
    }

    /// When the defect would hit a person who keeps the release.
    fn would_meet(&self, at: usize) -> Option<f64> {
        let person = &self.trial.people[at];
        let meets = self.trial.has_defect && person.is_susceptible;
        self.installed(at).filter(|_| meets).map(|time| time + person.meets_after).filter(|time| time.is_finite())
    }

    /// When the defect is detected, as far as the rollout has gone: at the k-th hit, or by monitoring.
    fn detection(&self) -> f64 {
        if !self.trial.has_defect {
            return f64::INFINITY;
        }
        let mut hits: Vec<f64> = (0..self.devices.len()).filter_map(|at| self.would_meet(at)).collect();
        hits.sort_by(f64::total_cmp);
        let needed = self.value(Input::ReportsNeeded) as usize;
        let report = hits.get(needed - 1).copied().unwrap_or(f64::INFINITY);
        let first = self.installations().fold(f64::INFINITY, f64::min);
        report.min(first + self.trial.monitoring)
    }

    /// Whatever had not happened by the decision to back out does not happen.
    fn stop(&mut self, decision: f64) {
        for device in &mut self.devices {
            if let Device::Installed(time) | Device::Failed(time) = *device
                && time > decision
            {
                *device = Device::Waits;
            }
        }
        self.loads.retain(|(moment, _)| *moment <= decision);
    }

    /// When each installed device is back, for ever where nothing is taken back.
    fn back(&self, decision: f64) -> Vec<f64> {
        let mut back = vec![f64::INFINITY; self.devices.len()];
        let mut order: Vec<usize> = (0..self.devices.len()).filter(|at| self.installed(*at).is_some()).collect();
        order.sort_by(|one, other| self.installed(*one).partial_cmp(&self.installed(*other)).unwrap());
        let runs_both = decision <= self.value(Input::DualDays) * 24.0;
        for (position, at) in order.into_iter().enumerate() {
            back[at] = if self.strategy.approach == Approach::Parallel && runs_both {
                decision + self.value(Input::SwitchBack) / 60.0
            } else {
                let targets = (position + 1) as f64;
                decision + self.value(Input::BackOutFixed) + targets / self.value(Input::BackOutRate)
            };
        }
        back
    }

    /// Adds up what happened.
    fn account(&self, detection: f64, decision: f64) -> Ending {
        let people = &self.trial.people;
        let back = self.back(decision);
        let is_hit = |at: &usize| self.would_meet(*at).is_some_and(|time| time < back[*at]);
        let hits: Vec<usize> = (0..people.len()).filter(is_hit).collect();
        let lost = |at: &usize| {
            let hit = self.would_meet(*at).unwrap();
            let impaired = (back[*at] - hit).min(self.value(Input::WorkaroundAfter));
            impaired * WORKING_HOURS / 24.0 * self.value(Input::WorkLost) / 100.0 + self.value(Input::FixedLoss)
        };
        let lost_hours: f64 = hits.iter().map(lost).sum();
        let calls = self.calls(&hits);
        let desk = serve(self.scenario, &calls);
        let installed = self.installations().count();
        let is_backed_out = detection.is_finite();
        let finish = if is_backed_out { f64::INFINITY } else { self.finish() };
        let end = if is_backed_out {
            (0..people.len()).filter(|at| self.installed(*at).is_some()).map(|at| back[at]).fold(decision, f64::max)
        } else if finish.is_finite() {
            finish
        } else {
            self.installations().fold(0.0, f64::max)
        };
        let has_it = (0..people.len()).filter_map(|at| Some((self.installed(at)?, back[at]))).collect();
        Ending {
            exposed: if self.trial.has_defect { installed as f64 } else { 0.0 },
            hit: hits.len() as f64,
            lost_hours,
            finish,
            backed_out: if is_backed_out { installed as f64 } else { 0.0 },
            peak_link: self.loads.iter().map(|(_, load)| *load).fold(0.0, f64::max),
            peak_desk: desk.peak,
            backlog: desk.backlog,
            cost: self.cost(calls.len() as f64, lost_hours, end, is_backed_out),
            detection,
            is_undetected: self.trial.has_defect && !is_backed_out,
            meets_date: finish <= self.value(Input::DateLimit) * 24.0,
            has_it,
        }
    }

    /// When enough people have it.
    fn finish(&self) -> f64 {
        let mut times: Vec<f64> = self.installations().collect();
        times.sort_by(f64::total_cmp);
        let needed = (self.devices.len() * FINISHED).div_ceil(100);
        times.get(needed - 1).copied().unwrap_or(f64::INFINITY)
    }

    /// When somebody calls the desk. Calls on the release go on after a back-out.
    fn calls(&self, hits: &[usize]) -> Vec<f64> {
        let mut calls = Vec::new();
        for (at, person) in self.trial.people.iter().enumerate() {
            if let Some(time) = self.installed(at) {
                calls.extend(person.calls.iter().map(|after| time + after));
            }
            if let Some(time) = self.failed(at) {
                calls.extend(std::iter::repeat_n(time, person.calls_on_failure));
            }
        }
        for at in hits {
            let time = self.would_meet(*at).unwrap();
            calls.extend(std::iter::repeat_n(time, self.trial.people[*at].calls_on_hit));
        }
        calls
    }

    fn cost(&self, calls: f64, lost_hours: f64, end: f64, is_backed_out: bool) -> f64 {
        let dual = match self.strategy.approach {
            Approach::Parallel if is_backed_out => (end / 24.0).min(self.value(Input::DualDays)),
            Approach::Parallel => self.value(Input::DualDays),
            Approach::BigBang | Approach::Phased => 0.0,
        };
        calls * self.value(Input::CallMinutes) * self.value(Input::DeskMinuteCost)
            + lost_hours * self.value(Input::HourCost)
            + dual * self.value(Input::DualDayCost)
            + (end / 24.0 + self.value(Input::SupportTail)) * self.value(Input::SupportDayCost)
    }
}
