//! The queue of the service desk, hour by hour.

use rollcall::rollout::Scenario;
use rollcall::rollout::simulation::Input;

/// What the desk goes through.
pub struct Desk {
    /// The calls of the busiest opening hour, in percent of what it takes in an hour.
    pub peak: f64,
    /// The largest number of calls that wait at the end of an hour.
    pub backlog: f64,
}

/// The desk under calls at these times, in hours from the start.
pub fn serve(scenario: &Scenario, calls: &[f64]) -> Desk {
    let last = calls.iter().copied().fold(0.0, f64::max);
    let mut hours = vec![0.0; last as usize + 1];
    for call in calls {
        hours[*call as usize] += 1.0;
    }
    let capacity = scenario.value(Input::DeskCapacity);
    let (mut waiting, mut desk) = (0.0_f64, Desk { peak: 0.0, backlog: 0.0 });
    for (hour, calls) in hours.iter().enumerate() {
        waiting += calls;
        if is_open(scenario, hour as f64) {
            desk.peak = desk.peak.max(calls / capacity * 100.0);
            waiting = (waiting - capacity).max(0.0);
        }
        desk.backlog = desk.backlog.max(waiting);
    }
    desk
}

fn is_open(scenario: &Scenario, hour: f64) -> bool {
    let since = scenario.value(Input::StartHour) + hour - scenario.value(Input::DeskFrom);
    since.rem_euclid(24.0) < scenario.value(Input::DeskHours)
}
