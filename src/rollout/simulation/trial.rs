//! One trial of one strategy: waves until nothing is left to install, or until somebody sees the defect.

use super::calls::{Paper, calls};
use super::chances::Chances;
use super::harm::{Harm, harm};
use super::inputs::Input;
use super::live::{Live, installed_by};
use super::outcome::Measure;
use super::timetable::{Frame, Timetable};
use super::waves::{Waves, last, waves};
use crate::plan::{Approach, Choice};

/// How many measures a trial has.
pub(super) const MEASURES: usize = Measure::ALL.len();

/// What came of a trial.
#[derive(Debug)]
pub(super) struct Trial<'t> {
    /// Each measure, in their order.
    pub(super) values: [f64; MEASURES],
    /// Whether it was backed out.
    pub(super) backed_out: bool,
    /// Whether there was a defect that nobody found.
    pub(super) undetected: bool,
    lives: Vec<Live<'t>>,
    /// How many waves began.
    begun: usize,
    harm: Harm,
}

/// Runs a strategy through a trial. `paper` is scratch paper; the calls of each hour go to `came`.
pub(super) fn trial<'t>(
    frame: &'t Frame,
    timetable: &'t Timetable,
    chances: &Chances,
    paper: &mut Paper,
    came: Option<&mut Vec<f64>>,
) -> Trial<'t> {
    let Waves { lives, detection, finish, begun } = waves(frame, timetable, chances);
    let harm = harm(frame, timetable, &lives, chances, &detection);
    let (queue, called) = calls(frame, timetable, chances, (&lives, &detection, &harm), paper, came);
    let load = lives.iter().filter(|live| live.start <= detection.decided).map(|live| live.load).fold(0.0, f64::max);
    let end = match (harm.end.is_finite(), finish.is_finite()) {
        (true, _) => harm.end,
        (false, true) => finish,
        (false, false) => last(&lives, chances),
    };
    let cost = cost(frame, timetable, &harm, end, called);
    let backed_out = detection.at.is_finite();
    let values = Measure::ALL.iter().map(|measure| match measure {
        Measure::Exposed => harm.exposed,
        Measure::Hit => harm.hit,
        Measure::LostHours => harm.lost,
        Measure::Finish => finish,
        Measure::BackedOut if backed_out => harm.exposed,
        Measure::BackedOut => 0.0,
        Measure::PeakLink => load * 100.0,
        Measure::PeakDesk => queue.peak * 100.0,
        Measure::Backlog => queue.backlog,
        Measure::Cost => cost,
    });
    let mut row = [0.0; MEASURES];
    row.iter_mut().zip(values).for_each(|(slot, value)| *slot = value);
    Trial { values: row, backed_out, undetected: chances.defect && !backed_out, lives, begun, harm }
}

/// `end` is the end of the back-out, or the finish, or the last installation.
fn cost(frame: &Frame, timetable: &Timetable, harm: &Harm, end: f64, calls: f64) -> f64 {
    let value = |input| frame.values.get(input);
    let desk = calls * value(Input::CallMinutes) * value(Input::DeskMinuteCost);
    let lost = harm.lost * value(Input::HourCost);
    let dual = if timetable.strategy.approach == Approach::Parallel {
        let days = value(Input::DualDays);
        if harm.end.is_finite() { (harm.end / 24.0).min(days) } else { days }
    } else {
        0.0
    };
    let support = (end / 24.0 + value(Input::SupportTail)) * value(Input::SupportDayCost);
    desk + lost + dual * value(Input::DualDayCost) + support
}

impl Trial<'_> {
    /// Whether no wave but the first one had begun when it was over.
    pub(super) fn is_in_first_wave(&self) -> bool {
        self.begun <= 1
    }

    /// How many people have it at a time.
    pub(super) fn have_it(&self, time: f64) -> f64 {
        let decided = self.harm.decided;
        let installed = installed_by(&self.lives, time.min(decided));
        if !decided.is_finite() {
            return installed;
        }
        // The curve, brought to as many as have it at the decision.
        let by_curve = installed_by(&self.lives, decided).max(f64::MIN_POSITIVE);
        (installed / by_curve * self.harm.exposed - self.harm.back_by(time)).max(0.0)
    }
}
