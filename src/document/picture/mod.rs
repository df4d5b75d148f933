//! Pictures of a forecast, each with the same in figures: how strategies spread, what exposure costs in time, and how
//! something goes on over time. The app draws them from an outcome, documents from what was put down. And one of the plan:
//! its timeline.

mod beside;
mod course;
mod first_wave;
mod scatter;
mod strips;
mod timeline;

pub use course::{Going, Series, course};
pub use first_wave::first_wave;
pub use scatter::{Place, places, places_put_down, scatter};
pub use strips::{Strip, strip, strip_put_down, strips};
pub use timeline::timeline;

use super::plot::Scale;
use crate::plan::Strategy;
use crate::strategy::catalogue::combination;
use crate::text::forecast::tick;

/// The name of a strategy as pictures write it: the chosen one is marked.
fn named(strategy: Strategy, is_chosen: bool) -> String {
    let name = combination(strategy).name;
    if is_chosen { format!("▸ {name}") } else { name.to_owned() }
}

/// Numbers along an edge are spread by size where the largest is more than so many times the smallest.
const WIDE: f64 = 100.0;

/// How numbers lie along an edge of the sheet: evenly, or those from 1 on by their size.
#[derive(Debug, Clone, Copy)]
struct Edge {
    scale: Scale,
    by_size: bool,
}

impl Edge {
    /// An edge from zero to the largest of these numbers, between two places on the sheet. It goes by size where the numbers
    /// do: where the largest is many times the smallest.
    fn of(numbers: &[f64], (start, end): (i32, i32)) -> Self {
        let finite = || numbers.iter().copied().filter(|number| number.is_finite() && *number > 0.0);
        let most = finite().reduce(f64::max).unwrap_or(1.0);
        let least = finite().reduce(f64::min).unwrap_or(most);
        let by_size = most > 10.0 && most / least > WIDE;
        let last = if by_size { sized(most) } else { most };
        Self { scale: Scale { from: (0.0, start), until: (last * 1.02, end) }, by_size }
    }

    /// Where a number lies; one that is never reached lies at the end.
    fn place(&self, number: f64) -> i32 {
        let along = if self.by_size { sized(number) } else { number };
        self.scale.place(if along.is_finite() { along } else { f64::MAX })
    }

    /// Round numbers along it, with their words.
    fn ticks(&self) -> Vec<(i32, String)> {
        let (_, end) = self.scale.until;
        let numbers = if self.by_size {
            let steps: &[f64] = if self.scale.until.0 > sized(1000.0) { &[1.0] } else { &[1.0, 3.0] };
            let all = (0..9).flat_map(|power| steps.iter().map(move |step| step * 10_f64.powi(power)));
            std::iter::once(0.0).chain(all.take_while(|number| sized(*number) <= self.scale.until.0)).collect()
        } else {
            self.scale.ticks(5)
        };
        let start = self.scale.from.1;
        let inside = move |place: i32| (start.min(end)..=start.max(end)).contains(&place);
        numbers.into_iter().map(|number| (self.place(number), tick(number))).filter(|it| inside(it.0)).collect()
    }
}

/// Small numbers as they are, large ones by their size: zero has a place as well.
fn sized(number: f64) -> f64 {
    (1.0 + number.max(0.0)).log10()
}
