//! A stretch of the calendar: from when to when, where the ticks stand, and where a moment lies.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Weekday};

use crate::days::plus_minutes;

/// At most so many ticks, so that their words do not run into each other on a phone.
const MOST_TICKS: i64 = 7;

/// Distances between ticks, in minutes: hours, days, weeks.
const STEPS: [i64; 13] =
    [60, 120, 180, 360, 720, DAY, 2 * DAY, WEEK, 2 * WEEK, 4 * WEEK, 8 * WEEK, 13 * WEEK, 26 * WEEK];
const DAY: i64 = 1440;
const WEEK: i64 = 7 * DAY;

/// A stretch of the calendar with its ticks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Where it starts.
    pub start: DateTime,
    /// Where it ends.
    pub end: DateTime,
    /// Its ticks, the first at the start.
    pub ticks: Vec<Tick>,
    /// Today, where it lies within or close before.
    pub today: Option<DateTime>,
}

/// A line across the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// When.
    pub at: DateTime,
    /// Whether it is known by its day rather than by its hour.
    pub by_day: bool,
}

/// A stretch within a timeline, in per cent of its length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Where it starts.
    pub from: f64,
    /// How long it is.
    pub length: f64,
}

impl Timeline {
    /// Where a moment lies, in per cent from the start; held between 0 and 100.
    #[must_use]
    pub fn share(&self, moment: DateTime) -> f64 {
        let whole = minutes_between(self.start, self.end).max(1);
        let part = minutes_between(self.start, moment).clamp(0, whole);
        // Minutes of any calendar fit a f64 without loss.
        #[allow(clippy::cast_precision_loss)]
        let share = part as f64 / whole as f64 * 100.0;
        share
    }

    /// Where a stretch lies.
    #[must_use]
    pub fn span(&self, from: DateTime, until: DateTime) -> Span {
        let from = self.share(from);
        Span { from, length: (self.share(until) - from).max(0.0) }
    }
}

/// How far each of these stretches reaches for whoever points beside it: half way to its neighbours, and the outer ones to the
/// ends. They come in order of their start; what begins within another reaches from its own start on.
#[must_use]
pub fn reach(of: &[Span]) -> Vec<Span> {
    let mut before: Option<f64> = None;
    let reach = of.iter().enumerate().map(|(at, span)| {
        let end = span.from + span.length;
        let from = before.map_or(0.0, |last| last.midpoint(span.from).min(span.from));
        before = Some(before.map_or(end, |last| last.max(end)));
        let next = of.get(at + 1).map(|next| end.midpoint(next.from).min(next.from).max(span.from));
        let until = next.unwrap_or(100.0_f64.max(end));
        Span { from, length: (until - from).max(0.0) }
    });
    reach.collect()
}

/// The stretch that holds these moments; nothing where there are none.
///
/// Today is taken in where that makes the stretch at most half as long again.
#[must_use]
pub fn timeline(moments: &[DateTime], today: Date) -> Option<Timeline> {
    let (first, last) = (moments.iter().min().copied()?, moments.iter().max().copied()?);
    let now = today.to_datetime(jiff::civil::Time::midnight());
    let length = minutes_between(first, last);
    let early = minutes_between(now, first);
    let is_near = now <= last && early <= (length / 2).max(DAY);
    let first = if is_near { first.min(now) } else { first };
    let step = step_for(minutes_between(first, last));
    let start = floor(first, step);
    let mut ticks = vec![Tick { at: start, by_day: true }];
    let mut at = start;
    while at < last || at == start {
        at = plus_minutes(at, step)?;
        if at < last {
            ticks.push(Tick { at, by_day: at.time() == jiff::civil::Time::midnight() });
        }
    }
    Some(Timeline { start, end: at, ticks, today: is_near.then_some(now) })
}

fn minutes_between(from: DateTime, until: DateTime) -> i64 {
    SignedDuration::as_mins(&until.duration_since(from))
}

fn step_for(length: i64) -> i64 {
    let most = STEPS.iter().copied().find(|step| length <= step * (MOST_TICKS - 1));
    // Beyond all steps the ticks are as far apart as they must be, in whole weeks.
    most.unwrap_or_else(|| (length / (MOST_TICKS - 1) / WEEK + 1) * WEEK)
}

/// The last tick at or before a moment: hours count from midnight, weeks from Monday.
fn floor(moment: DateTime, step: i64) -> DateTime {
    let midnight = moment.date().to_datetime(jiff::civil::Time::midnight());
    let back = if step >= WEEK {
        i64::from(moment.date().weekday().since(Weekday::Monday)) * DAY
    } else if step >= DAY {
        0
    } else {
        let minutes = minutes_between(midnight, moment);
        return plus_minutes(midnight, minutes / step * step).unwrap_or(midnight);
    };
    plus_minutes(midnight, -back).unwrap_or(midnight)
}
