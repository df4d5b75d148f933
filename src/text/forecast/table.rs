//! The table of the nine: its columns, what stands in a cell, and what it sorts by.

use super::figure::{amount, band, chance, cost_name};
use crate::rollout::simulation::{Estimate, Figure, Measure, StrategyOutcome};
use crate::text::from_to;

/// A column: a measure or a chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A measure.
    Of(Measure),
    /// The chance to meet the date.
    MeetsDate,
    /// The chance of a back-out.
    BackOut,
}

/// Columns that are looked at together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnGroup {
    /// Who is harmed.
    Harm,
    /// How long it takes.
    Time,
    /// What the service desk and the links bear, and what it costs.
    Means,
}

/// What a cell shows of a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The mean with its interval of confidence.
    Mean,
    /// The median, and below it the 10th to the 90th percentile.
    Percentiles,
}

/// All columns with their heads, in the order of the table.
pub static COLUMNS: [(Column, &str, ColumnGroup); 11] = [
    (Column::Of(Measure::Exposed), "Exposed", ColumnGroup::Harm),
    (Column::Of(Measure::Hit), "Hit", ColumnGroup::Harm),
    (Column::Of(Measure::LostHours), "Hours lost", ColumnGroup::Harm),
    (Column::BackOut, "Back-out", ColumnGroup::Harm),
    (Column::Of(Measure::BackedOut), "Backed out", ColumnGroup::Harm),
    (Column::Of(Measure::Finish), "Finish", ColumnGroup::Time),
    (Column::MeetsDate, "Meets date", ColumnGroup::Time),
    (Column::Of(Measure::PeakLink), "Peak link", ColumnGroup::Means),
    (Column::Of(Measure::PeakDesk), "Peak desk", ColumnGroup::Means),
    (Column::Of(Measure::Backlog), "Backlog", ColumnGroup::Means),
    (Column::Of(Measure::Cost), "Cost", ColumnGroup::Means),
];

impl ColumnGroup {
    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Harm => "Harm",
            Self::Time => "Time",
            Self::Means => "Load and cost",
        }
    }
}

impl Column {
    /// Its head, where the table calls it so: over amounts without a unit it says so.
    #[must_use]
    pub fn head(self, name: &'static str, currency: &str) -> &'static str {
        match self {
            Self::Of(measure) => cost_name(measure, name, currency),
            Self::MeetsDate | Self::BackOut => name,
        }
    }

    /// What stands in the cell of a strategy: the figure, and below it how sure it is or how it spreads.
    #[must_use]
    pub fn cell(self, of: &StrategyOutcome, shown: Shown, currency: &str) -> (String, String) {
        let measure = match self {
            Self::Of(measure) => measure,
            Self::MeetsDate => return with_interval(of.meets_date),
            Self::BackOut => return with_interval(of.back_out),
        };
        let Some(figure) = of.figure(measure) else { return (String::new(), String::new()) };
        match shown {
            Shown::Mean => mean(figure, currency),
            Shown::Percentiles => {
                (amount(measure, figure.p50.value, currency), band(measure, [figure.p10, figure.p90], currency))
            }
        }
    }

    /// What the column sorts by: the mean or the median; a chance to meet the date the other way round, so that the better one
    /// comes first in every column.
    #[must_use]
    pub fn order(self, of: &StrategyOutcome, shown: Shown) -> f64 {
        match self {
            Self::Of(measure) => of.figure(measure).map_or(f64::INFINITY, |figure| match shown {
                Shown::Mean => figure.mean.map_or(f64::INFINITY, |mean| mean.value),
                Shown::Percentiles => figure.p50.value,
            }),
            Self::MeetsDate => -of.meets_date.value,
            Self::BackOut => of.back_out.value,
        }
    }
}

fn mean(figure: &Figure, currency: &str) -> (String, String) {
    let Some(mean) = figure.mean else { return ("never".to_owned(), String::new()) };
    let half = amount(figure.measure, (mean.high - mean.low) / 2.0, "");
    let never = if figure.never > 0.0 { format!(", {} never", chance(figure.never)) } else { String::new() };
    (amount(figure.measure, mean.value, currency), format!("± {half}{never}"))
}

fn with_interval(of: Estimate) -> (String, String) {
    // The sign stays with its number where the line breaks.
    let [low, high] = [of.low, of.high].map(|end| chance(end).replace(" %", "\u{a0}%"));
    (chance(of.value), from_to(low, &high))
}
