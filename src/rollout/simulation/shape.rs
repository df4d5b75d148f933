//! When people who get the release together have it, and when the susceptible ones among them are hit: two curves.

/// How many cells a curve has. They are narrow at the beginning and wide at the end: point `i` lies at (i/n)² of its length.
const CELLS: usize = 1024;
const CELLS_F: f64 = 1024.0;

/// A way of getting the package, as the share of people who have it after so many hours.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fetch {
    /// Pushed over a link.
    Push {
        /// How many hours of the open window the link needs for all of them.
        duration: f64,
        /// How many hours a day the window is open.
        window: f64,
        /// How many hours the window has been open at the start.
        into: f64,
    },
    /// Fetched when it suits them.
    Pull {
        /// In how many hours half of the rest fetches it.
        half_life: f64,
        /// How many hours the servers need for all of them.
        servers: f64,
        /// After how many hours they no longer may; infinite where they always may.
        deadline: f64,
    },
}

impl Fetch {
    /// The share of people who have the package after so many hours.
    ///
    /// A push serves targets one after the other: as much as the hours in which the window was open, over all hours that
    /// it takes. A pull follows 1 − 2^(−t ÷ half-life); where the servers cannot keep up, they serve as fast as they can,
    /// first come, first served, until they have: since the curve only flattens, that is the smaller of both.
    pub(super) fn share(self, hours: f64) -> f64 {
        if hours < 0.0 {
            return 0.0;
        }
        match self {
            Self::Push { duration, window, into } => {
                let done = open_hours(hours + into, window) - into;
                if done >= duration { 1.0 } else { done / duration }
            }
            Self::Pull { half_life, servers, deadline } => {
                let by = |hours: f64| {
                    let wanted = -libm::expm1(-std::f64::consts::LN_2 * hours / half_life);
                    if hours < servers { wanted.min(hours / servers) } else { wanted }
                };
                if deadline.is_finite() {
                    if hours >= deadline { 1.0 } else { by(hours) / by(deadline).max(f64::MIN_POSITIVE) }
                } else {
                    by(hours)
                }
            }
        }
    }

    /// After how many hours all but one in ten million have it.
    pub(super) fn end(self) -> f64 {
        match self {
            Self::Push { duration, window, into } => clock_hours(duration + into, window) - into,
            Self::Pull { half_life, servers, deadline } => {
                (half_life * libm::log(10_000_000.0) / std::f64::consts::LN_2).max(servers).min(deadline)
            }
        }
    }
}

/// How many hours of so many the window was open, counted from an opening.
fn open_hours(hours: f64, window: f64) -> f64 {
    if window >= 24.0 {
        return hours;
    }
    let days = (hours / 24.0).floor();
    days * window + (hours - days * 24.0).min(window)
}

/// How long it takes until the window has been open for so many hours, counted from an opening.
fn clock_hours(open: f64, window: f64) -> f64 {
    if window >= 24.0 {
        return open;
    }
    let days = ((open / window).ceil() - 1.0).max(0.0);
    days * 24.0 + open - days * window
}

/// How often and how long is tried to install.
#[derive(Debug, Clone)]
pub(super) struct Attempts {
    /// The chance that the first, the second, … attempt succeeds, where one does.
    weights: Vec<f64>,
    /// How many hours an attempt takes.
    hours: f64,
    /// The chance that all attempts fail.
    pub(super) failure: f64,
}

impl Attempts {
    /// At most `retries` more attempts after the first, each failing with chance `failure`.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the input is held within 0 and 20")]
    pub(super) fn new(failure: f64, retries: f64, hours: f64) -> Self {
        let attempts = retries.max(0.0).floor() as usize + 1;
        let mut left = 1.0;
        let mut weights = Vec::with_capacity(attempts);
        for _ in 0..attempts {
            weights.push(left * (1.0 - failure));
            left *= failure;
        }
        for weight in &mut weights {
            *weight /= 1.0 - left;
        }
        Self { weights, hours, failure: left }
    }

    /// The share of people who have it installed after so many hours, of those who ever have.
    pub(super) fn installed(&self, fetch: Fetch, hours: f64) -> f64 {
        let mut at = hours;
        let mut share = 0.0;
        for weight in &self.weights {
            at -= self.hours;
            if at < 0.0 {
                break;
            }
            share += weight * fetch.share(at);
        }
        share
    }

    /// The share of people whose last attempt has failed after so many hours, of those with whom all do.
    pub(super) fn given_up(&self, fetch: Fetch, hours: f64) -> f64 {
        fetch.share(hours - self.longest())
    }

    /// How long all attempts take.
    #[allow(clippy::cast_precision_loss, reason = "at most 21 attempts")]
    pub(super) fn longest(&self) -> f64 {
        self.weights.len() as f64 * self.hours
    }
}

/// The two curves, from the start of those who get it together: who has it, and who was hit. Straight between points.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// After how many hours everybody has it.
    end: f64,
    /// Hits per hour of a susceptible person who has it.
    rate: f64,
    installed: Vec<f64>,
    hit: Vec<f64>,
}

impl Shape {
    /// The curves of a way to install that takes so long, and of hits at a rate.
    ///
    /// Those who have it and are not hit yet are a pool P with dP = dA − λ P dt. Within a cell in which the share A that
    /// has it grows evenly this is solved by P′ = P e^(−λΔ) + ΔA (1 − e^(−λΔ)) ÷ (λΔ); who was hit is A − P.
    #[allow(clippy::cast_precision_loss, reason = "a thousand cells")]
    pub(super) fn new(end: f64, rate: f64, share: impl Fn(f64) -> f64) -> Self {
        let end = end.max(1e-6);
        let mut installed = Vec::with_capacity(CELLS + 1);
        for at in 0..CELLS {
            installed.push(share(end * square(at as f64 / CELLS_F)));
        }
        installed.push(1.0);
        let mut hit = Vec::with_capacity(CELLS + 1);
        let (mut pool, mut before, mut time) = (0.0, 0.0, 0.0);
        for (at, share) in installed.iter().enumerate() {
            let now = end * square(at as f64 / CELLS_F);
            let x = rate * (now - time);
            pool = pool * libm::exp(-x) + (share - before) * kept(x);
            hit.push((share - pool).max(0.0));
            (before, time) = (*share, now);
        }
        Self { end, rate, installed, hit }
    }

    /// The share of people who have it after so many hours.
    pub(super) fn installed_by(&self, hours: f64) -> f64 {
        if hours >= self.end { 1.0 } else { self.read(&self.installed, hours) }
    }

    /// The share of susceptible people who were hit after so many hours.
    pub(super) fn hit_by(&self, hours: f64) -> f64 {
        if hours >= self.end {
            1.0 - self.not_hit_at_end() * libm::exp(-self.rate * (hours - self.end))
        } else {
            self.read(&self.hit, hours)
        }
    }

    /// After how many hours a share of people has it.
    pub(super) fn time_of(&self, share: f64) -> f64 {
        self.search(&self.installed, share)
    }

    /// After how many hours a share of susceptible people was hit; infinite where nobody ever is.
    pub(super) fn time_of_hit(&self, share: f64) -> f64 {
        let left = self.not_hit_at_end();
        if 1.0 - share > left {
            self.search(&self.hit, share)
        } else if self.rate > 0.0 && share < 1.0 {
            self.end + libm::log(left / (1.0 - share)) / self.rate
        } else {
            f64::INFINITY
        }
    }

    /// After how many hours everybody has it.
    pub(super) fn end(&self) -> f64 {
        self.end
    }

    fn not_hit_at_end(&self) -> f64 {
        1.0 - self.hit.last().copied().unwrap_or_default()
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the number of cells")]
    fn read(&self, curve: &[f64], hours: f64) -> f64 {
        if hours <= 0.0 {
            return 0.0;
        }
        let place = (CELLS_F * (hours / self.end).sqrt()).floor();
        let at = place as usize;
        let (Some(one), Some(next)) = (curve.get(at), curve.get(at + 1)) else { return 1.0 };
        let scaled = hours / self.end * CELLS_F * CELLS_F;
        let within = (scaled - place * place) / (2.0 * place + 1.0);
        one + (next - one) * within.clamp(0.0, 1.0)
    }

    #[allow(clippy::cast_precision_loss, reason = "a thousand cells")]
    fn search(&self, curve: &[f64], share: f64) -> f64 {
        let after = curve.partition_point(|value| *value < share);
        let Some(before) = after.checked_sub(1) else { return 0.0 };
        let (Some(low), Some(high)) = (curve.get(before), curve.get(after)) else { return self.end };
        let within = if high > low { (share - low) / (high - low) } else { 1.0 };
        let place = before as f64;
        self.end * (place * place + within * (2.0 * place + 1.0)) / (CELLS_F * CELLS_F)
    }
}

fn square(x: f64) -> f64 {
    x * x
}

/// (1 − e^(−x)) ÷ x: what of something that comes in evenly is left at the end, where it goes away at rate x.
pub(super) fn kept(x: f64) -> f64 {
    if x < 1e-9 { 1.0 } else { -libm::expm1(-x) / x }
}
