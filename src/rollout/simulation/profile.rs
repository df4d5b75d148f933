//! The calls that people on a leg make, hour by hour from its start.

use super::shape::kept;

/// How many hours are followed at most: half a year.
const MOST: f64 = 4380.0;

/// The expected calls of a leg, and of its failed installations.
#[derive(Debug)]
pub(super) struct Profile {
    /// The calls of each hour, of all people on the leg.
    calls: Vec<f64>,
    /// At the start of each hour, the calls that people who have it by then are still to make.
    pending: Vec<f64>,
    /// Of one person whose installation fails for good, the chance that the last attempt fails in the hour.
    failed: Vec<f64>,
    /// At the start of each hour, the calls that those who have it by then make in all.
    had: Vec<f64>,
    /// At the start of each hour, the share of failed installations that is over.
    gone: Vec<f64>,
    /// The calls that everybody makes in all.
    all: f64,
    /// What is left of what is pending after an hour.
    decay: f64,
}

impl Profile {
    /// The profile of a leg that ends after so many hours. `calls` says for how many calls people have it after so many
    /// hours; each then comes after an exponential time with the mean `spread`. `failed` says of what share of the failed
    /// installations the last attempt was over.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "half a year"
    )]
    pub(super) fn new(end: f64, spread: f64, calls: impl Fn(f64) -> f64, failed: impl Fn(f64) -> f64) -> Self {
        let hours = (end + 4.0 * spread).clamp(1.0, MOST).ceil() as usize;
        let mut profile = Self {
            calls: Vec::with_capacity(hours),
            pending: Vec::with_capacity(hours + 1),
            failed: Vec::with_capacity(hours),
            had: vec![0.0],
            gone: vec![0.0],
            all: calls(end),
            decay: libm::exp(-1.0 / spread),
        };
        let stay = kept(1.0 / spread);
        let (mut pool, mut had, mut gone) = (0.0, 0.0, 0.0);
        profile.pending.push(0.0);
        for hour in 1..=hours {
            let (has, fails) = (calls(hour as f64), failed(hour as f64));
            // As for hits: those who come in evenly within the hour make a part of their calls in it.
            let next = pool * profile.decay + (has - had) * stay;
            profile.calls.push(pool + has - had - next);
            profile.failed.push(fails - gone);
            profile.pending.push(next);
            profile.had.push(has);
            profile.gone.push(fails);
            (pool, had, gone) = (next, has, fails);
        }
        profile
    }

    /// The mean of all calls, where nobody more gets it after so many hours; `failures` is the number of calls on failed
    /// installations, `part` the part of those who get it within the last hour that has it by then.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "half a year")]
    pub(super) fn total(&self, hours: f64, part: f64, failures: f64) -> f64 {
        let hours = hours.clamp(0.0, MOST + 1.0);
        let at = hours.floor() as usize;
        let between = |of: &[f64], all: f64, part: f64| {
            let (one, next) = (of.get(at).copied().unwrap_or(all), of.get(at + 1).copied().unwrap_or(all));
            one + (next - one) * part
        };
        between(&self.had, self.all, part) + between(&self.gone, 1.0, hours.fract()) * failures
    }

    /// Adds the calls of the leg to those of each hour, where it starts at a time and nobody more gets it after another. Those
    /// who have it by then go on calling. `failures` is the number of calls on failed installations, `part` the part of those
    /// who get it within the last hour that has it by then.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "half a year"
    )]
    pub(super) fn add(&self, to: &mut [f64], start: f64, until: f64, part: f64, failures: f64) {
        let first = start.floor();
        // What belongs to an hour of the leg is divided among the two hours of the clock that it lies in.
        let late = start - first;
        let stop = if until.is_finite() { (until - start).max(0.0) } else { f64::INFINITY };
        let whole = (stop.floor().min(self.calls.len() as f64)) as usize;
        let early = 1.0 - late;
        let Some(to) = to.get_mut(first as usize..) else { return };
        let hours = || self.calls.iter().zip(&self.failed).take(whole).map(|(calls, failed)| calls + failed * failures);
        for (slot, calls) in to.iter_mut().zip(hours()) {
            *slot += calls * early;
        }
        if late > 0.0 {
            for (slot, calls) in to.iter_mut().skip(1).zip(hours()) {
                *slot += calls * late;
            }
        }
        // Those who got it before the end go on calling; nobody new does.
        if whole < self.calls.len() {
            let had = |at: usize| self.had.get(at).copied().unwrap_or(self.all);
            let mut pool = self.pending.get(whole).copied().unwrap_or_default() + (had(whole + 1) - had(whole)) * part;
            if let (Some(slot), Some(failed)) = (to.get_mut(whole), self.failed.get(whole)) {
                *slot += failed * failures * stop.fract();
            }
            for slot in to.iter_mut().skip(whole) {
                let next = pool * self.decay;
                *slot += pool - next;
                pool = next;
                if pool < 1e-6 {
                    break;
                }
            }
        }
    }
}
