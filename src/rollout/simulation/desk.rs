//! The service desk: calls come in by the hour, are taken while it is open, and wait otherwise.

use super::inputs::Input;
use super::quantile::poisson;
use super::timetable::Frame;

/// What the desk makes of the calls of a trial.
#[derive(Debug)]
pub(super) struct Queue {
    /// The calls of the busiest opening hour, over what the desk takes in an hour.
    pub(super) peak: f64,
    /// The largest number of calls that wait.
    pub(super) backlog: f64,
    /// All calls.
    pub(super) calls: f64,
}

/// Takes the calls hour by hour. `expected` holds the mean of each hour, and each hour's calls are Poisson about it by the
/// uniform number of the hour, the hours of a night together at its end. `in_all` is the mean of all calls, those after
/// the last hour included: these are counted by their mean. The calls of each opening hour over the capacity go to `came`.
pub(super) fn queue(
    frame: &Frame,
    expected: &[f64],
    uniforms: &[f64],
    in_all: f64,
    mut came: Option<&mut Vec<f64>>,
) -> Queue {
    let capacity = frame.values.get(Input::DeskCapacity);
    let (from, open) = (frame.values.get(Input::DeskFrom), frame.values.get(Input::DeskHours));
    // Hours since the desk opened last, at the start of the hour that is looked at.
    let since = frame.values.get(Input::StartHour).floor() - from;
    let mut since = if since < 0.0 { since + 24.0 } else { since };
    let mut queue = Queue { peak: 0.0, backlog: 0.0, calls: 0.0 };
    let (mut waiting, mut night, mut followed) = (0.0_f64, 0.0, 0.0);
    for (mean, uniform) in expected.iter().zip(uniforms) {
        followed += mean;
        since += 1.0;
        if since > 24.0 {
            since -= 24.0;
        }
        let is_open = since <= open;
        let calls = if is_open {
            let calls = poisson(*mean, *uniform);
            queue.peak = queue.peak.max(calls);
            waiting = (waiting + calls - capacity).max(0.0);
            calls
        } else {
            night += mean;
            if since < 24.0 {
                0.0
            } else {
                let calls = poisson(night, *uniform);
                night = 0.0;
                waiting += calls;
                calls
            }
        };
        queue.backlog = queue.backlog.max(waiting);
        queue.calls += calls;
        if let Some(came) = came.as_deref_mut() {
            came.push(calls / capacity);
        }
    }
    queue.peak /= capacity;
    queue.calls += (in_all - followed).max(0.0) + night;
    queue
}
