//! How a measure spreads over the trials: a strip for each strategy.

use super::Edge;
use crate::document::block::{Column, Table};
use crate::document::drawing::{Drawing, Figure, Shape, Side, Tone};
use crate::document::inline::Text;
use crate::plan::{Choice, Decimal, ForecastOfStrategy, Strategy};
use crate::rollout::band;
use crate::rollout::simulation::{Measure, StrategyOutcome};
use crate::strategy::catalogue::combination;
use crate::text::forecast::amount;

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

/// Where the strips begin and end, and how high a row is.
const LEFT: i32 = 270;
const RIGHT: i32 = 880;
const ROW: i32 = 44;
const TOP: i32 = 30;

/// The strips of a measure, one below the other, with the same in figures.
#[must_use]
pub fn strips(measure: Measure, strips: &[Strip], currency: &str) -> Figure {
    let numbers: Vec<f64> = strips.iter().flat_map(|strip| strip.inner.into_iter().chain(strip.mean)).collect();
    let far: Vec<f64> = strips.iter().filter_map(|strip| strip.outer).map(|[.., far]| far).collect();
    let per_day = measure == Measure::Finish;
    let shown = |number: f64| if per_day { number / 24.0 } else { number };
    let all: Vec<f64> = numbers.iter().chain(&far).map(|number| shown(*number)).collect();
    let edge = Edge::of(&all, (LEFT, RIGHT));
    let bottom = TOP + ROW * i32::try_from(strips.len()).unwrap_or(0);
    let mut drawing = Drawing { height: bottom + 44, shapes: Vec::new() };
    for (x, words) in edge.ticks() {
        drawing.line(vec![(x, TOP), (x, bottom)], Tone::Grid);
        drawing.label((x, bottom + 24), Side::Middle, &words);
    }
    let at = |number: f64| edge.place(shown(number));
    for (row, strip) in (0..).zip(strips) {
        draw(&mut drawing, strip, TOP + ROW * row + ROW / 2, &at);
        let said = strip.mean.or(Some(strip.inner[1])).map(|number| amount(measure, number, "")).unwrap_or_default();
        drawing.label((RIGHT + 14, TOP + ROW * row + ROW / 2 + 7), Side::After, &said);
    }
    if all.iter().any(|number| number.is_infinite()) {
        drawing.label((RIGHT, TOP - 8), Side::Before, "never →");
    }
    Figure::new(&caption(measure, edge.by_size, !far.is_empty(), currency), drawing, table(measure, strips, currency))
}

fn draw(drawing: &mut Drawing, strip: &Strip, y: i32, at: &dyn Fn(f64) -> i32) {
    let name = combination(strip.strategy).name;
    drawing.label(
        (LEFT - 14, y + 7),
        Side::Before,
        &if strip.is_chosen { format!("▸ {name}") } else { name.to_owned() },
    );
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
        Measure::Finish => "days",
        Measure::Cost if currency.trim().is_empty() => "the release’s currency",
        Measure::Cost => currency.trim(),
        other => other.unit(),
    };
    let by_size = if by_size { ", spread by size" } else { "" };
    let parts = if is_full {
        "line from 1 to 99 %, pale bar from 10 to 90 %, dark bar from 25 to 75 %"
    } else {
        "bar from 10 to 90 %"
    };
    format!(
        "{} in {unit}{by_size}: {parts} of the trials, upright mark at the median, dot at the mean.",
        measure.label()
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
