//! How a measure spreads over the trials: a strip for each strategy.

use super::{Edge, named};
use crate::document::block::{Column, Table};
use crate::document::drawing::{Drawing, Figure, Shape, Side, Size, Tone, Words, widest};
use crate::document::inline::Text;
use crate::document::plot::BELOW;
use crate::plan::{Decimal, ForecastOfStrategy, Strategy};
use crate::rollout::band;
use crate::rollout::simulation::{Measure, StrategyOutcome};
use crate::strategy::catalogue::combination;
use crate::text::forecast::{amount, measure_name};

/// How a measure spreads under one strategy.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// The strategy.
    pub strategy: Strategy,
    /// Whether it is the chosen one.
    pub is_chosen: bool,
    /// The 1st, 25th, 75th and 99th percentile, where they are known.
    pub outer: Option<[f64; 4]>,
    /// The 10th, the 50th and the 90th percentile; infinite where no trial comes to an end.
    pub inner: [f64; 3],
    /// The mean, where there is one.
    pub mean: Option<f64>,
}

/// The strip of a strategy that was simulated.
#[must_use]
pub fn strip(of: &StrategyOutcome, measure: Measure, chosen: Option<Strategy>) -> Option<Strip> {
    let figure = of.figure(measure)?;
    let at = |percent: usize| figure.quantiles.get(percent).copied();
    Some(Strip {
        strategy: of.strategy,
        is_chosen: chosen == Some(of.strategy),
        outer: at(1).zip(at(25)).zip(at(75)).zip(at(99)).map(|(((a, b), c), d)| [a, b, c, d]),
        inner: [figure.p10.value, figure.p50.value, figure.p90.value],
        mean: figure.mean.map(|mean| mean.value),
    })
}

/// The strip of a strategy as it was put down.
#[must_use]
pub fn strip_put_down(of: &ForecastOfStrategy, measure: Measure, chosen: Option<Strategy>) -> Option<Strip> {
    let band = band(of, measure)?;
    let number = |of: Option<Decimal>| of.map_or(f64::INFINITY, Decimal::get);
    Some(Strip {
        strategy: of.strategy?,
        is_chosen: chosen == of.strategy,
        outer: None,
        inner: [band.p10, band.p50, band.p90].map(number),
        mean: band.mean.map(Decimal::get),
    })
}

/// The strips of a measure, one below the other, with the same in figures.
#[must_use]
pub fn strips(measure: Measure, strips: &[Strip], currency: &str) -> Figure {
    let inner = strips.iter().flat_map(|strip| strip.inner.into_iter().chain(strip.mean));
    let far = strips.iter().filter_map(|strip| strip.outer).map(|[.., far]| far);
    let all: Vec<f64> = inner.chain(far).map(|number| shown(measure, number)).collect();
    let by_size = Edge::of(&all, (0, 0)).by_size;
    let is_full = strips.iter().any(|strip| strip.outer.is_some());
    Figure::drawn(
        &caption(measure, by_size, is_full, currency),
        &|size| drawing(size, measure, strips, &all),
        table(measure, strips, currency),
    )
}

/// A number as it lies along the edge: time in days.
fn shown(measure: Measure, number: f64) -> f64 {
    if measure == Measure::Finish { number / 24.0 } else { number }
}

/// Room above the strips.
const TOP: i32 = 30;

/// Names before the strips and means behind them; on a narrow sheet both stand above.
fn drawing(size: Size, measure: Measure, strips: &[Strip], numbers: &[f64]) -> Drawing {
    let words: Vec<(String, String)> = strips.iter().map(|strip| words(measure, strip)).collect();
    let before = widest(words.iter().map(|(name, _)| name.as_str())) + 14;
    let behind = widest(words.iter().map(|(_, mean)| mean.as_str())) + 14;
    let width = size.width();
    let (left, right) = size.pick((before, width - behind), (4, width - 4));
    let row = size.pick(44, 64);
    let bottom = TOP + row * i32::try_from(strips.len()).unwrap_or(0);
    let mut drawing = Drawing::new(size, bottom + 44);
    let edge = Edge::of(numbers, (left, right));
    drawing.uprights(&edge.ticks(), (TOP, bottom), Words { line: Some(bottom + BELOW), within: (0, width) });
    let mut top = TOP;
    for (strip, (name, mean)) in strips.iter().zip(&words) {
        let middle = top + size.pick(22, 44);
        let line = size.pick(middle + 7, top + 22);
        draw(&mut drawing, strip, middle, &|number| edge.place(shown(measure, number)));
        let (name_at, side) = size.pick((left - 14, Side::Before), (0, Side::After));
        drawing.label((name_at, line), side, name);
        let (mean_at, side) = size.pick((right + 14, Side::After), (width, Side::Before));
        drawing.label((mean_at, line), side, mean);
        top += row;
    }
    if numbers.iter().any(|number| number.is_infinite()) {
        drawing.label((right, TOP - 8), Side::Before, "never →");
    }
    drawing
}

/// The name of a strip, and its mean; where there is none, the median.
fn words(measure: Measure, strip: &Strip) -> (String, String) {
    let [_, median, _] = strip.inner;
    (named(strip.strategy, strip.is_chosen), amount(measure, strip.mean.unwrap_or(median), ""))
}

fn draw(drawing: &mut Drawing, strip: &Strip, y: i32, at: &dyn Fn(f64) -> i32) {
    let bar = |from: f64, until: f64, half: i32, tone| {
        let (x, end) = (at(from), at(until));
        Shape::Bar { at: (x, y - half), size: ((end - x).max(3), 2 * half), tone }
    };
    let [p10, p50, p90] = strip.inner;
    if let Some([p1, p25, p75, p99]) = strip.outer {
        drawing.line(vec![(at(p1), y), (at(p99), y)], Tone::Soft);
        drawing.put(bar(p10, p90, 6, Tone::Soft));
        drawing.put(bar(p25, p75, 10, Tone::Second));
    } else {
        drawing.put(bar(p10, p90, 8, Tone::Soft));
    }
    drawing.put(Shape::Bar { at: (at(p50) - 2, y - 14), size: (5, 28), tone: Tone::Main });
    if let Some(mean) = strip.mean {
        drawing.put(Shape::Dot { at: (at(mean), y), tone: Tone::Bound });
    }
}

fn caption(measure: Measure, by_size: bool, is_full: bool, currency: &str) -> String {
    let unit = match measure {
        Measure::Finish => " in days".to_owned(),
        // The name says that they have none.
        Measure::Cost if currency.trim().is_empty() => String::new(),
        Measure::Cost => format!(" in {}", currency.trim()),
        other => format!(" in {}", other.unit()),
    };
    let by_size = if by_size { ", spread by size" } else { "" };
    let parts = if is_full {
        "line from 1 to 99 %, pale bar from 10 to 90 %, dark bar from 25 to 75 %"
    } else {
        "bar from 10 to 90 %"
    };
    format!(
        "{}{unit}{by_size}: {parts} of the trials, upright mark at the median, dot at the mean.",
        measure_name(measure, currency)
    )
}

fn table(measure: Measure, strips: &[Strip], currency: &str) -> Table {
    let columns = [
        Column::words("Strategy"),
        Column::number("Mean"),
        Column::number("10 %"),
        Column::number("Median"),
        Column::number("90 %"),
    ];
    let said = |number: f64| Text::from(amount(measure, number, currency));
    let rows = strips.iter().map(|strip| {
        let name = combination(strip.strategy).name;
        let name = if strip.is_chosen { Text::strong(name).then(" (chosen)") } else { Text::from(name) };
        let [p10, p50, p90] = strip.inner.map(said);
        [name, said(strip.mean.unwrap_or(f64::INFINITY)), p10, p50, p90]
    });
    Table::of(columns, rows)
}
