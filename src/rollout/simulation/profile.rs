//! The calls that people on a leg make, as a curve of time from its start.

use super::shape::kept;

/// How many hours are followed hour by hour at most: half a year. What lasts longer is followed day by day.
const MOST: f64 = 4380.0;

/// The first hours are followed in eighths of an hour: there most is installed, at one stroke or over a link.
const FINE_HOURS: usize = 24;
const FINE_HOURS_F: f64 = 24.0;
const EIGHTHS: f64 = 8.0;
const FINE: usize = FINE_HOURS * 8;
const FINE_F: f64 = 192.0;

/// The expected calls of a leg, and when its installations fail. Straight between points.
#[derive(Debug)]
pub(super) struct Profile {
    /// Up to which hour it is followed hour by hour; later points are a day apart.
    hours: usize,
    /// When everybody has it, at the last point.
    end: f64,
    /// For how many calls people have it by then.
    had: Vec<f64>,
    /// How many of them have come in by then.
    called: Vec<f64>,
    /// The share of failed installations that is over by then.
    gone: Vec<f64>,
    /// Calls per hour, of each that is still to come from those who have it.
    rate: f64,
    /// What is left of them after an hour.
    decay: f64,
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "hours of some years"
)]
impl Profile {
    /// The profile of a leg that ends after so many hours. `calls` says for how many calls people have it after so many
    /// hours; each then comes after an exponential time with the mean `spread`. `failed` says of what share of the failed
    /// installations the last attempt was over.
    ///
    /// Those that are still to come are a pool, as those who are still to be hit are: see [`Shape`](super::shape::Shape).
    pub(super) fn new(end: f64, spread: f64, calls: impl Fn(f64) -> f64, failed: impl Fn(f64) -> f64) -> Self {
        let hours = end.clamp(FINE_HOURS_F, MOST).ceil() as usize;
        let days = ((end - hours as f64) / 24.0).ceil().max(0.0) as usize;
        let points = FINE + (hours - FINE_HOURS) + days + 1;
        let at_first = calls(0.0);
        let mut profile = Self {
            hours,
            end: 0.0,
            had: Vec::with_capacity(points),
            called: Vec::with_capacity(points),
            gone: Vec::with_capacity(points),
            rate: 1.0 / spread,
            decay: libm::exp(-1.0 / spread),
        };
        let (mut pool, mut had, mut time) = (at_first, at_first, 0.0);
        for point in 0..points {
            let now = profile.time(point);
            let has = calls(now);
            let x = (now - time) / spread;
            // Those who get it within the cell come in evenly, and make a part of their calls in it.
            pool = pool * libm::exp(-x) + (has - had) * kept(x);
            profile.had.push(has);
            profile.called.push(has - pool);
            profile.gone.push(failed(now));
            (had, time) = (has, now);
        }
        profile.end = time;
        profile
    }

    /// The time of a point.
    fn time(&self, point: usize) -> f64 {
        let hourly = FINE + self.hours - FINE_HOURS;
        match point {
            _ if point <= FINE => point as f64 / EIGHTHS,
            _ if point <= hourly => (point - FINE) as f64 + FINE_HOURS_F,
            _ => self.hours as f64 + (point - hourly) as f64 * 24.0,
        }
    }

    /// A curve at a time up to the last point.
    fn read(&self, curve: &[f64], time: f64) -> f64 {
        let time = time.max(0.0);
        let place = match time {
            _ if time < FINE_HOURS_F => time * EIGHTHS,
            _ if time < self.hours as f64 => time - FINE_HOURS_F + FINE_F,
            _ => (time - self.hours as f64) / 24.0 + FINE_F + self.hours as f64 - FINE_HOURS_F,
        };
        let at = place as usize;
        let one = curve.get(at).or(curve.last()).copied().unwrap_or_default();
        let next = curve.get(at + 1).copied().unwrap_or(one);
        one + (next - one) * (place - at as f64)
    }

    /// For how many calls people have it, where nobody more gets it after so many hours.
    pub(super) fn had(&self, until: f64) -> f64 {
        self.read(&self.had, until.min(self.end))
    }

    /// How many calls have come in after so many hours, where nobody more gets it after a time.
    pub(super) fn called(&self, time: f64, until: f64) -> f64 {
        let until = until.min(self.end);
        if time <= until {
            return self.read(&self.called, time);
        }
        let had = self.read(&self.had, until);
        had - (had - self.read(&self.called, until)) * libm::exp(-self.rate * (time - until))
    }

    /// The share of failed installations that is over after so many hours.
    pub(super) fn gone(&self, time: f64) -> f64 {
        self.read(&self.gone, time.min(self.end))
    }

    /// After how many hours a share of failed installations is over.
    pub(super) fn time_of_failure(&self, share: f64) -> f64 {
        let after = self.gone.partition_point(|gone| *gone < share);
        let Some(before) = after.checked_sub(1) else { return 0.0 };
        let (Some(low), Some(high)) = (self.gone.get(before), self.gone.get(after)) else { return self.end };
        let (from, until) = (self.time(before), self.time(after));
        from + (until - from) * (share - low) / (high - low)
    }

    /// Whether all calls come from those who have it, from a time on.
    pub(super) fn is_over(&self, time: f64) -> bool {
        time >= self.end
    }

    /// Adds the calls of the leg to those of each hour, where it starts at a time, counted in those hours, and nobody more gets
    /// it after so many hours of the leg. Those who have it by then go on calling. `scale` is by how much more or fewer
    /// succeed than expected.
    pub(super) fn add(&self, to: &mut [f64], start: f64, until: f64, scale: f64) {
        let until = until.min(self.end).max(0.0);
        let first = start.floor();
        let late = start - first;
        let Some(to) = to.get_mut(first as usize..) else { return };
        // The hours that are over before the end, and of them those that lie in eighths of an hour.
        let whole = (until + late).floor().max(0.0) as usize;
        let fine = whole.min(FINE_HOURS + 1);
        let mut before = 0.0;
        for (hour, slot) in to.iter_mut().enumerate().take(fine) {
            let now = self.read(&self.called, hour as f64 + 1.0 - late);
            *slot += (now - before) * scale;
            before = now;
        }
        let mut done = fine;
        // Hour by hour: what belongs to an hour of the leg is divided among the two hours of the desk that it lies in.
        let hourly = whole.min(self.hours);
        if hourly > fine
            && let Some(points) = self.called.get(FINE + fine - 1 - FINE_HOURS..)
            && let Some(next) = points.get(1..)
            && let Some(after) = points.get(2..)
        {
            let (early, rest) = ((1.0 - late) * scale, late * scale);
            let slots = to.iter_mut().skip(fine).take(hourly - fine);
            for (slot, ((one, next), after)) in slots.zip(points.iter().zip(next).zip(after)) {
                *slot += (after - next) * early + (next - one) * rest;
            }
            before = self.read(&self.called, hourly as f64 - late);
            done = hourly;
        }
        for (hour, slot) in to.iter_mut().enumerate().take(whole).skip(done) {
            let now = self.read(&self.called, hour as f64 + 1.0 - late);
            *slot += (now - before) * scale;
            before = now;
        }
        // Those who got it before the end go on calling; nobody new does.
        let (had, called) = (self.read(&self.had, until), self.read(&self.called, until));
        let mut pool = (had - called) * scale;
        let mut part = libm::exp(-self.rate * (whole as f64 + 1.0 - late - until));
        let mut came = (called - before) * scale;
        for slot in to.iter_mut().skip(whole) {
            let next = pool * part;
            *slot += came + pool - next;
            (pool, part, came) = (next, self.decay, 0.0);
            if pool < 1e-6 {
                break;
            }
        }
    }
}
