//! Which parts of the rollout plan a strategy needs, and what follows from their dates.

use jiff::civil::Date;

use crate::days::days_between;
use crate::plan::{Approach, Delivery, Money, ParallelPlan, Release, Strategy};

/// A part of the rollout plan that only some strategies need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Group after group.
    Waves,
    /// Installing from the centre.
    Push,
    /// Letting users fetch it.
    Pull,
    /// Old and new side by side.
    Parallel,
}

impl Part {
    /// All parts, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Waves, Self::Push, Self::Pull, Self::Parallel];
}

/// The parts that a strategy needs, in the order of the page.
#[must_use]
pub fn parts(strategy: Strategy) -> Vec<Part> {
    let needed = |part: &Part| match part {
        Part::Waves => strategy.approach == Approach::Phased,
        Part::Push => strategy.delivery != Delivery::Pull,
        Part::Pull => strategy.delivery != Delivery::Push,
        Part::Parallel => strategy.approach == Approach::Parallel,
    };
    Part::ALL.into_iter().filter(needed).collect()
}

/// The parts that count in a release: those that its strategy needs, and the waves of old and new side by side where people
/// move over group after group. Nothing where no strategy is chosen.
#[must_use]
pub fn parts_in(release: &Release) -> Option<Vec<Part>> {
    let strategy = release.strategy.choice.as_ref()?.strategy;
    let needed = parts(strategy);
    let moved = strategy.approach == Approach::Parallel && !release.rollout.waves.is_empty();
    let counts = |part: &Part| needed.contains(part) || moved && *part == Part::Waves;
    Some(Part::ALL.into_iter().filter(counts).collect())
}

/// Why two days are no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{until} lies before {from}")]
pub struct DatesOutOfOrder {
    /// The day on which it starts.
    pub from: Date,
    /// The day on which it would end.
    pub until: Date,
}

/// Whether a period does not end before it starts, as far as both days are known.
///
/// # Errors
/// [`DatesOutOfOrder`] where it would.
pub fn in_order(from: Option<Date>, until: Option<Date>) -> Result<(), DatesOutOfOrder> {
    match (from, until) {
        (Some(from), Some(until)) if until < from => Err(DatesOutOfOrder { from, until }),
        _ => Ok(()),
    }
}

/// How many days both run, the first and the last included; nothing where a day is missing or they are out of order.
#[must_use]
pub fn parallel_days(plan: &ParallelPlan) -> Option<u32> {
    let days = days_between(plan.from?, plan.until?);
    u32::try_from(days).ok().map(|days| days + 1)
}

/// What the whole parallel period costs.
#[must_use]
pub fn parallel_cost(plan: &ParallelPlan) -> Option<Money> {
    let cost = plan.cost_per_day?.0.checked_mul(i64::from(parallel_days(plan)?))?;
    Some(Money(cost))
}
