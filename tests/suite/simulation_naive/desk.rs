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

/// The desk under calls at these times, in hours from the start. Its hours are those on the clock that begin with its opening;
/// after the last call the queue only gets shorter.
pub fn serve(scenario: &Scenario, calls: &[f64]) -> Desk {
    // How long the desk had been open, that day or the day before, when the rollout started.
    let since = (scenario.value(Input::StartHour) - scenario.value(Input::DeskFrom)).rem_euclid(24.0);
    let last = calls.iter().copied().fold(0.0, f64::max);
    let mut hours = vec![0.0; (since + last) as usize + 1];
    for call in calls {
        hours[(since + call) as usize] += 1.0;
    }
    let capacity = scenario.value(Input::DeskCapacity);
    let (mut waiting, mut desk) = (0.0_f64, Desk { peak: 0.0, backlog: 0.0 });
    for (hour, calls) in hours.iter().enumerate() {
        waiting += calls;
        // It may close within an hour.
        let open = (scenario.value(Input::DeskHours) - (hour % 24) as f64).clamp(0.0, 1.0);
        if open > 0.0 {
            desk.peak = desk.peak.max(calls / capacity * 100.0);
            waiting = (waiting - capacity * open).max(0.0);
        }
        desk.backlog = desk.backlog.max(waiting);
    }
    desk
}
