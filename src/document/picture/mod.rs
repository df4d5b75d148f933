//! Pictures of a forecast, each with the same in figures: how strategies spread, what exposure costs in time, and how
//! something goes on over time. The app draws them from an outcome, documents from what was put down.

mod course;
mod scatter;
mod strips;

pub use course::{Going, MOST_COURSES, Series, course};
pub use scatter::{Place, places, places_put_down, scatter};
pub use strips::{Strip, strip, strip_put_down, strips};

use super::drawing::Scale;
use crate::text::forecast::tick;

/// Numbers along an edge, spread by size where they differ by more than this.
const WIDE: f64 = 60.0;

/// How numbers lie along an edge of the sheet: evenly, or those from 1 on by their size.
#[derive(Debug, Clone, Copy)]
struct Edge {
    scale: Scale,
    by_size: bool,
}

impl Edge {
    /// An edge from zero to the largest of these numbers, between two places on the sheet. It goes by size where the numbers
    /// do: where the largest is many times what lies in their middle.
    fn of(numbers: &[f64], (start, end): (i32, i32), may_go_by_size: bool) -> Self {
        let mut finite: Vec<f64> =
            numbers.iter().copied().filter(|number| number.is_finite() && *number > 0.0).collect();
        crate::order::sort_by(&mut finite, f64::total_cmp);
        let most = finite.last().copied().unwrap_or(1.0);
        let middle = finite.get(finite.len() / 2).copied().unwrap_or(most);
        let by_size = may_go_by_size && most > 10.0 && most / middle > WIDE;
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
            let tens = (0..9).map(|power| 10_f64.powi(power)).take_while(|ten| sized(*ten) <= self.scale.until.0);
            std::iter::once(0.0).chain(tens).collect()
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
