//! When people who get the release together have it, and when the susceptible ones among them are hit: two curves.

/// How many cells a curve has. They are narrow at the beginning and wide at the end: point `i` lies at (i/n)² of its length.
pub(super) const CELLS: u32 = 1024;

/// From how many targets on a link is taken to serve them evenly: then one more or less does not show.
const EVENLY_FROM: f64 = 4096.0;

/// A way of getting the package, as the share of people who have it after so many hours.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fetch {
    /// Pushed over a link.
    Push {
        /// How many hours of the open window the link needs for one target.
        each: f64,
        /// How many targets it serves, one after the other; their expectation where chance decides how many.
        targets: f64,
        /// How many hours a day the window is open.
        window: f64,
        /// How many hours the window has been open at the start.
        into: f64,
    },
    /// Fetched when it suits them.
    Pull {
        /// In how many hours half of the rest fetches it.
        half_life: f64,
        /// How many hours the servers need for one of them.
        each: f64,
        /// How many hours the servers need for all of them.
        servers: f64,
    },
}

impl Fetch {
    /// The share of people who have the package after so many hours.
    ///
    /// A push serves targets one after the other, so that the k-th has it once the window was open for k times what one takes.
    /// A pull follows 1 − 2^(−t ÷ half-life), a transfer later; where the servers cannot keep up, they serve as fast as they
    /// can, first come, first served, until they have: since the curve only flattens, that is the smaller of both.
    pub(super) fn share(self, hours: f64) -> f64 {
        if hours < 0.0 {
            return 0.0;
        }
        match self {
            Self::Push { each, targets, window, into } => {
                let done = open_hours(hours + into, window) - into;
                if done >= each * targets.ceil() * (1.0 - 1e-12) {
                    return 1.0;
                }
                let served = done / each;
                let served = if targets < EVENLY_FROM { (served + 1e-9).floor() } else { served };
                (served / targets).clamp(0.0, 1.0)
            }
            Self::Pull { half_life, each, servers } => {
                let wanted = -libm::expm1(-std::f64::consts::LN_2 * (hours - each).max(0.0) / half_life);
                if hours < servers { wanted.min(hours / servers) } else { wanted }
            }
        }
    }

    /// Until what share of people the servers cannot keep up with those who fetch it; 0 where they always can.
    pub(super) fn queued(self) -> f64 {
        let Self::Pull { half_life, each, servers } = self else { return 0.0 };
        let falls_behind = |hours: f64| -libm::expm1(-std::f64::consts::LN_2 * hours / half_life) * servers > hours;
        let (mut low, mut high) = (0.0, servers);
        for _ in 0..50 {
            let middle = low + (high - low) * 0.5;
            if falls_behind(middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if low > each { high / servers } else { 0.0 }
    }

    /// Before how many hours nobody has it.
    pub(super) fn first(self) -> f64 {
        match self {
            Self::Push { each, window, into, .. } => clock_hours(each + into, window) - into,
            Self::Pull { each, .. } => each,
        }
    }

    /// After how many hours all but one in ten million have it.
    pub(super) fn end(self) -> f64 {
        match self {
            Self::Push { each, targets, window, into } => clock_hours(each * targets.ceil() + into, window) - into,
            Self::Pull { half_life, each, servers } => {
                (half_life * libm::log(10_000_000.0) / std::f64::consts::LN_2).max(servers) + each
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
pub(super) fn clock_hours(open: f64, window: f64) -> f64 {
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

    /// After so many hours, of those who ever have it: the share whose first attempt is over, the share who have it, and the
    /// variance of their number, over how many they are.
    pub(super) fn progress(&self, fetch: Fetch, hours: f64) -> Progress {
        let mut progress = Progress::default();
        let (mut at, mut succeeded) = (hours, 0.0);
        for weight in &self.weights {
            at -= self.hours;
            if at < 0.0 {
                break;
            }
            let share = fetch.share(at);
            if succeeded <= 0.0 {
                progress.tried = share;
            }
            // Of those for whom so many attempts are over, each by themselves has it with the sum of their chances.
            let next = succeeded + weight;
            progress.installed += weight * share;
            progress.variance += share * (next * (1.0 - next) - succeeded * (1.0 - succeeded));
            succeeded = next;
        }
        progress
    }

    /// The share of people whose last attempt has failed after so many hours, of those with whom all do.
    pub(super) fn given_up(&self, fetch: Fetch, hours: f64) -> f64 {
        fetch.share(hours - self.longest())
    }

    /// How long an attempt takes.
    pub(super) fn shortest(&self) -> f64 {
        self.hours
    }

    /// Whether one attempt decides.
    pub(super) fn is_sure(&self) -> bool {
        self.weights.first().is_none_or(|weight| *weight > 1.0 - 1e-12) || self.hours <= 0.0
    }

    /// By which attempt somebody succeeds who ever does, from a uniform number.
    pub(super) fn needed(&self, uniform: f64) -> f64 {
        let (mut sum, mut attempt) = (0.0, 0.0);
        for weight in &self.weights {
            sum += weight;
            attempt += 1.0;
            if uniform < sum {
                break;
            }
        }
        attempt
    }

    /// How long all attempts take.
    #[allow(clippy::cast_precision_loss, reason = "at most 21 attempts")]
    pub(super) fn longest(&self) -> f64 {
        self.weights.len() as f64 * self.hours
    }
}

/// How far installation has come: shares, and a variance over how many people they are of.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Progress {
    pub(super) tried: f64,
    pub(super) installed: f64,
    pub(super) variance: f64,
}

/// The two curves, from the start of those who get it together: who has it, straight between points, and who was hit.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// Before how many hours nobody has it.
    lead: f64,
    /// After how many hours everybody has it.
    end: f64,
    /// Hits per hour of a susceptible person who has it.
    rate: f64,
    cells: f64,
    installed: Vec<f64>,
    hit: Vec<f64>,
}

/// A cell of both curves: what they are at its start, how much more people have it at its end, and how long it lasts.
struct Cell {
    start: f64,
    hours: f64,
    has: f64,
    more: f64,
    hit: f64,
}

impl Shape {
    /// The curves of a way to install that begins and ends after so many hours, and of hits at a rate.
    ///
    /// Those who have it and are not hit yet are a pool P with dP = dA − λ P dt. Within a cell in which the share A that
    /// has it grows evenly this is solved by P′ = P e^(−λΔ) + ΔA (1 − e^(−λΔ)) ÷ (λΔ); who was hit is A − P.
    pub(super) fn new(cells: u32, (lead, end): (f64, f64), rate: f64, share: impl Fn(f64) -> f64) -> Self {
        let mut shape = Self {
            lead,
            end: end.max(lead + 1e-6),
            rate,
            cells: f64::from(cells),
            installed: Vec::with_capacity(cells as usize + 1),
            hit: Vec::with_capacity(cells as usize + 1),
        };
        for at in 0..cells {
            shape.installed.push(share(shape.point(f64::from(at))));
        }
        shape.installed.push(1.0);
        let (mut pool, mut before, mut time) = (0.0, 0.0, lead);
        let mut at = 0.0;
        for share in &shape.installed {
            let now = shape.point(at);
            let x = rate * (now - time);
            pool = pool * libm::exp(-x) + (share - before) * kept(x);
            shape.hit.push((share - pool).max(0.0));
            (before, time) = (*share, now);
            at += 1.0;
        }
        shape
    }

    /// After how many hours the point with this number lies.
    fn point(&self, at: f64) -> f64 {
        self.lead + (self.end - self.lead) * square(at / self.cells)
    }

    /// The share of people who have it after so many hours.
    pub(super) fn installed_by(&self, hours: f64) -> f64 {
        if hours >= self.end {
            return 1.0;
        }
        self.cell_at(hours).map_or(0.0, |cell| cell.has + cell.more * cell.part(hours))
    }

    /// The share of susceptible people who were hit after so many hours.
    pub(super) fn hit_by(&self, hours: f64) -> f64 {
        if hours >= self.end {
            1.0 - self.not_hit_at_end() * libm::exp(-self.rate * (hours - self.end))
        } else {
            self.cell_at(hours).map_or(0.0, |cell| cell.hit_at(hours, self.rate).0)
        }
    }

    /// After how many hours a share of people has it.
    pub(super) fn time_of(&self, share: f64) -> f64 {
        let after = self.installed.partition_point(|value| *value < share);
        let Some(cell) = after.checked_sub(1).and_then(|at| self.cell(at)) else {
            return if after == 0 { self.lead } else { self.end };
        };
        cell.start + cell.hours * if cell.more > 0.0 { (share - cell.has) / cell.more } else { 1.0 }
    }

    /// Between which hours a share of people comes to have it.
    pub(super) fn around(&self, share: f64) -> (f64, f64) {
        let after = self.installed.partition_point(|value| *value < share);
        let cell = after.checked_sub(1).and_then(|at| self.cell(at));
        cell.map_or((self.lead, self.lead), |cell| (cell.start, cell.start + cell.hours))
    }

    /// After how many hours a share of susceptible people was hit; infinite where nobody ever is.
    pub(super) fn time_of_hit(&self, share: f64) -> f64 {
        let left = self.not_hit_at_end();
        if 1.0 - share > left {
            let after = self.hit.partition_point(|value| *value < share);
            let Some(cell) = after.checked_sub(1).and_then(|at| self.cell(at)) else { return self.lead };
            cell.time_of_hit(share, self.rate)
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

    /// The share of people with the release who are not hit within so many hours.
    pub(super) fn unhit(&self, hours: f64) -> f64 {
        libm::exp(-self.rate * hours)
    }

    /// After how many hours one in so many of them is left who are not hit yet; infinite where nobody ever is.
    pub(super) fn fade(&self, times: f64) -> f64 {
        if self.rate > 0.0 { libm::log(times).max(0.0) / self.rate } else { f64::INFINITY }
    }

    fn not_hit_at_end(&self) -> f64 {
        1.0 - self.hit.last().copied().unwrap_or_default()
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the number of cells")]
    fn cell_at(&self, hours: f64) -> Option<Cell> {
        let part = (hours - self.lead) / (self.end - self.lead);
        if part >= 0.0 { self.cell((self.cells * part.sqrt()).min(self.cells - 1.0) as usize) } else { None }
    }

    #[allow(clippy::cast_precision_loss, reason = "a thousand cells")]
    fn cell(&self, at: usize) -> Option<Cell> {
        let (has, next, hit) = (*self.installed.get(at)?, *self.installed.get(at + 1)?, *self.hit.get(at)?);
        let place = at as f64;
        let hours = (self.end - self.lead) * (2.0 * place + 1.0) / square(self.cells);
        Some(Cell { start: self.point(place), hours, has, more: next - has, hit })
    }
}

impl Cell {
    fn part(&self, hours: f64) -> f64 {
        ((hours - self.start) / self.hours).clamp(0.0, 1.0)
    }

    /// The share that was hit after so many hours, and how fast it grows. As in [`Shape::new`], for a part of the cell.
    fn hit_at(&self, hours: f64, rate: f64) -> (f64, f64) {
        let part = self.part(hours);
        let x = rate * part * self.hours;
        let pool = (self.has - self.hit) * libm::exp(-x) + self.more * part * kept(x);
        ((self.has + self.more * part - pool).max(self.hit), rate * pool)
    }

    /// When a share was hit that is reached within the cell: by Newton's steps, and by halves where they lead out of what is
    /// left to search.
    fn time_of_hit(&self, share: f64, rate: f64) -> f64 {
        let (mut low, mut high) = (self.start, self.start + self.hours);
        let mut time = low + self.hours * 0.5;
        for _ in 0..40 {
            let (hit, growth) = self.hit_at(time, rate);
            if hit < share {
                low = time;
            } else {
                high = time;
            }
            let step = (share - hit) / growth;
            let next = time + step;
            if next > low && next < high {
                time = next;
                if step.abs() <= self.hours * 1e-9 {
                    break;
                }
            } else {
                time = low + (high - low) * 0.5;
            }
        }
        time
    }
}

fn square(x: f64) -> f64 {
    x * x
}

/// (1 − e^(−x)) ÷ x: what of something that comes in evenly is left at the end, where it goes away at rate x.
pub(super) fn kept(x: f64) -> f64 {
    if x < 1e-9 { 1.0 } else { -libm::expm1(-x) / x }
}
