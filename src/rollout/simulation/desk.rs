//! The service desk: calls come in by the hour, are taken while it is open, and wait otherwise.

use super::inputs::Input;
use super::quantile::Poisson;
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
/// uniform number of the hour, those of a night together at its end. An hour whose calls can neither be the most so far nor
/// make anybody wait, by its uniform number, is passed over without working them out. All calls together, with those
/// `beyond` the last hour, are a Poisson number of their own, by the second of the `dice`: their sum hardly depends on the
/// busiest hour. The calls of each hour go to `came`.
pub(super) fn queue(
    frame: &Frame,
    expected: &[f64],
    dice: (&[f64], f64),
    beyond: f64,
    came: Option<&mut Vec<f64>>,
) -> Queue {
    let value = |input| frame.values.get(input);
    let (hourly, rest) = dice;
    let all = expected.iter().sum::<f64>() + beyond;
    let capacity = value(Input::DeskCapacity);
    let open = hours(value(Input::DeskHours));
    // The first day begins within a day of the desk, which begins when it opens.
    let since = value(Input::StartHour).floor() - value(Input::DeskFrom);
    let since = hours(if since < 0.0 { since + 24.0 } else { since });
    let mut desk = Desk { poisson: &frame.poisson, capacity, waiting: 0.0, most: 0.0, busiest: 0.0, came };
    let (mut expected, mut uniforms) = (expected, hourly);
    let (mut day_left, mut open_left) = (24 - since.min(23), open.saturating_sub(since));
    while !expected.is_empty() {
        let (today, later) = expected.split_at(day_left.min(expected.len()));
        let (dice, dice_later) = uniforms.split_at(day_left.min(uniforms.len()));
        let (work, night) = today.split_at(open_left.min(today.len()));
        desk.day(work, dice);
        desk.night(night, dice.last().copied().unwrap_or(0.5));
        (expected, uniforms) = (later, dice_later);
        (day_left, open_left) = (24, open);
    }
    Queue { peak: desk.busiest / capacity, backlog: desk.most, calls: frame.poisson.draw(all, rest) }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 24")]
fn hours(of: f64) -> usize {
    of.ceil().clamp(0.0, 24.0) as usize
}

/// The desk at work.
struct Desk<'d> {
    poisson: &'d Poisson,
    capacity: f64,
    waiting: f64,
    most: f64,
    busiest: f64,
    came: Option<&'d mut Vec<f64>>,
}

impl Desk<'_> {
    /// Opening hours: what comes in, or waits, is taken up to the capacity.
    fn day(&mut self, means: &[f64], dice: &[f64]) {
        for (mean, uniform) in means.iter().zip(dice) {
            if let Some(came) = &mut self.came {
                came.push(self.poisson.draw(*mean, *uniform));
            }
            let limit = self.busiest.min(self.capacity);
            if self.waiting <= 0.0 && Poisson::stays_below(limit, *mean, *uniform) {
                continue;
            }
            let calls = self.poisson.draw(*mean, *uniform);
            self.busiest = self.busiest.max(calls);
            self.waiting = (self.waiting + calls - self.capacity).max(0.0);
            self.most = self.most.max(self.waiting);
        }
    }

    /// The hours until it opens again: what comes in waits.
    fn night(&mut self, means: &[f64], uniform: f64) {
        if means.is_empty() {
            return;
        }
        let calls = self.poisson.draw(means.iter().sum(), uniform);
        self.waiting += calls;
        self.most = self.most.max(self.waiting);
        if let Some(came) = &mut self.came {
            came.extend(means.iter().map(|_| 0.0));
            if let Some(last) = came.last_mut() {
                *last = calls;
            }
        }
    }
}
