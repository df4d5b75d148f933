//! The timeline of a release: everything that has a day or lasts for some, as rows in order.
//!
//! What lasts is worked out here; what happens at one moment comes from the same [walk](super::dates) as the calendar.

use jiff::civil::{Date, DateTime, Time};

use super::dates::{DateKind, PlanDate, dates};
use crate::days::plus_minutes;
use crate::order;
use crate::plan::{Item, Minutes, PeriodKind, Release};
use crate::rollout::{Part, Timeline, last_safe_moment, parts_in, timeline};

choice! {
    /// What a row of the timeline shows.
    pub enum RowKind {
        /// The window of go-live.
        Window = "window", "Go-live window";
        /// The last moment at which backing out still ends within the window.
        LastSafe = "last_safe", "Last safe moment";
        /// When the runbook ends in nine of ten cases.
        Runbook = "runbook", "Runbook";
        /// A wave, with the time for which it is watched.
        Wave = "wave", "Wave";
        /// Users may fetch it.
        Pull = "pull", "Pull";
        /// Old and new run side by side.
        Parallel = "parallel", "Parallel running";
        /// A condition for switching the old off is due.
        SwitchOff = "switch_off", "Switch-off criterion";
        /// A gate is due.
        Gate = "gate", "Gate";
        /// The back-out plan is tried.
        BackOutTest = "back_out_test", "Back-out test";
        /// People are trained.
        Training = "training", "Training";
        /// A message is sent.
        Message = "message", "Message";
        /// A document is sent.
        Distribution = "distribution", "Document";
        /// The Board, the CAB or another meeting.
        Meeting = "meeting", "Meeting";
        /// Reinforced support after go-live.
        Support = "support", "Early life support";
        /// Nothing is deployed.
        Blackout = "blackout", "Blackout period";
        /// Nobody is there.
        Holiday = "holiday", "Holiday";
    }
}

/// A row of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChartRow {
    /// What it shows.
    pub kind: RowKind,
    /// The id of the thing; empty for what the release has once.
    pub id: String,
    /// What the thing is called; empty where the kind says it all.
    pub subject: String,
    /// When it starts, or when it is.
    pub from: DateTime,
    /// When it ends; nothing for what happens at one moment.
    pub until: Option<DateTime>,
    /// Whether its hours count. What is known by its day alone lasts that whole day.
    pub by_hour: bool,
    /// Whether it is still ahead or going on, rather than done.
    pub open: bool,
    /// The day of the plan that it stands for, where it is one.
    pub date: Option<PlanDate>,
}

/// What a timeline is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything, from the first gate to the end of support.
    Whole,
    /// How the release reaches people: window, waves, pull, parallel running, and what is closed meanwhile.
    Rollout,
}

/// The timeline: its rows, and the stretch of the calendar that holds them.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The stretch, with its ticks.
    pub line: Timeline,
    /// The rows: by kind, then by time.
    pub rows: Vec<ChartRow>,
}

/// Rows that are drawn in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane<'a> {
    /// What stands before it.
    pub name: String,
    /// The rows.
    pub rows: Vec<&'a ChartRow>,
}

/// A moment that is marked through all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// When.
    pub at: DateTime,
    /// Which one it is.
    pub kind: BoundKind,
}

choice! {
    /// Which moment is marked through all rows.
    pub enum BoundKind {
        /// The window of go-live begins.
        GoLive = "go_live", "go-live";
        /// Users have fetched it, or it is pushed.
        PullEnds = "pull_ends", "pull ends";
        /// The day on which the timeline is drawn.
        Today = "today", "today";
    }
}

impl RowKind {
    /// Whether it goes on for some time, and is drawn as long as it lasts; the others are marks.
    #[must_use]
    pub fn lasts(self) -> bool {
        matches!(
            self,
            Self::Window
                | Self::Runbook
                | Self::Wave
                | Self::Pull
                | Self::Parallel
                | Self::Support
                | Self::Blackout
                | Self::Holiday
        )
    }

    /// What stands before its line.
    fn many(self) -> &'static str {
        match self {
            Self::SwitchOff => "Switch-off criteria",
            Self::Gate => "Gates",
            Self::Message => "Messages",
            Self::Distribution => "Documents",
            Self::Meeting => "Meetings",
            one => crate::plan::Choice::label(one),
        }
    }
}

impl Chart {
    /// The lines: one for each wave, and one for everything of another kind.
    #[must_use]
    pub fn lanes(&self) -> Vec<Lane<'_>> {
        let mut lanes: Vec<Lane> = Vec::new();
        let mut last = None;
        for row in &self.rows {
            match lanes.last_mut() {
                Some(lane) if last == Some(row.kind) && row.kind != RowKind::Wave => lane.rows.push(row),
                _ => {
                    let own = row.kind == RowKind::Wave && !row.subject.is_empty();
                    let name = if own { row.subject.clone() } else { row.kind.many().to_owned() };
                    lanes.push(Lane { name, rows: vec![row] });
                }
            }
            last = Some(row.kind);
        }
        lanes
    }

    /// What is marked through all rows, in order of time.
    #[must_use]
    pub fn bounds(&self) -> Vec<Bound> {
        let first = |kind| self.rows.iter().find(|row| row.kind == kind);
        let go_live = first(RowKind::Window).map(|row| row.from);
        let pull_ends = first(RowKind::Pull).and_then(|row| row.until);
        let mut bounds = Vec::new();
        for (at, kind) in
            [(go_live, BoundKind::GoLive), (pull_ends, BoundKind::PullEnds), (self.line.today, BoundKind::Today)]
        {
            bounds.extend(at.map(|at| Bound { at, kind }));
        }
        order::sort_by_key(&mut bounds, |bound| bound.at);
        bounds
    }
}

/// The timeline as of a day; nothing where nothing has a day.
///
/// `runbook_ends` is when the runbook ends in nine of ten cases: it is tried out, and whoever asks has it at hand.
/// Closed periods are shown as far as they lie within the rest.
#[must_use]
pub fn chart(release: &Release, scope: Scope, runbook_ends: Option<DateTime>, today: Date) -> Option<Chart> {
    let dates = dates(release, today);
    let mut rows = spans(release, runbook_ends, today, &dates);
    rows.extend(dates.iter().filter_map(moment));
    rows.retain(|row| scope == Scope::Whole || row.kind <= RowKind::Parallel);
    let moments: Vec<DateTime> = rows.iter().flat_map(|row| [Some(row.from), row.until]).flatten().collect();
    let line = timeline(&moments, today)?;
    rows.extend(periods(release).filter(|row| row.from < line.end && row.until > Some(line.start)));
    order::sort_by_key(&mut rows, |row| (row.kind, row.from));
    Some(Chart { line, rows })
}

/// What lasts.
fn spans(release: &Release, runbook_ends: Option<DateTime>, today: Date, dates: &[PlanDate]) -> Vec<ChartRow> {
    let needed = parts_in(release);
    let has = |part: Part| needed.as_ref().is_none_or(|needed| needed.contains(&part));
    let (plan, after) = (&release.rollout, &release.after);
    let mut rows = window(release, runbook_ends);
    for wave in plan.waves.iter().filter(|_| has(Part::Waves)) {
        let Some(start) = wave.start else { continue };
        let until = plus_minutes(start, i64::from(wave.bake.0)).filter(|_| wave.bake > Minutes(0));
        let row = row(RowKind::Wave, wave.id.as_str(), wave.title(), start, until);
        rows.push(ChartRow { by_hour: true, ..row });
    }
    let mut days = |kind, from: Option<Date>, until: Option<Date>| {
        let from = from.or(until);
        if let (Some(from), Some(until)) = (from, until.or(from)) {
            rows.push(row(kind, "", "", midnight(from.min(until)), Some(end_of(until))));
        }
    };
    if has(Part::Pull) {
        days(
            RowKind::Pull,
            plan.pull.from.or_else(|| release.go_live().filter(|_| plan.pull.deadline.is_some())),
            plan.pull.deadline,
        );
    }
    if has(Part::Parallel) {
        days(RowKind::Parallel, plan.parallel.from, plan.parallel.until);
    }
    days(RowKind::Support, after.support.from, after.support.until);
    for row in &mut rows {
        let kind = date_kind(row.kind);
        row.date = dates.iter().find(|date| Some(date.kind) == kind && date.id == row.id).cloned();
        let over = row.until.unwrap_or(row.from).date() < today;
        row.open = row.date.as_ref().map_or(!over, |date| date.open || (!over && row.kind != RowKind::Wave));
    }
    rows
}

/// The window with what is worked out of it.
fn window(release: &Release, runbook_ends: Option<DateTime>) -> Vec<ChartRow> {
    let Some(window) = release.identity.window else { return Vec::new() };
    let of = |kind, from, until| ChartRow { by_hour: true, ..row(kind, "", "", from, until) };
    let mut rows = vec![of(RowKind::Window, window.start(), Some(window.end()))];
    rows.extend(last_safe_moment(&release.rollout, window).map(|safe| of(RowKind::LastSafe, safe, None)));
    let ends = runbook_ends.filter(|ends| *ends > window.start());
    rows.extend(ends.map(|ends| of(RowKind::Runbook, window.start(), Some(ends))));
    rows
}

/// The day of the plan that a span starts with.
fn date_kind(kind: RowKind) -> Option<DateKind> {
    Some(match kind {
        RowKind::Window => DateKind::GoLive,
        RowKind::Wave => DateKind::Wave,
        RowKind::Pull => DateKind::PullDeadline,
        RowKind::Parallel => DateKind::ParallelFrom,
        RowKind::Support => DateKind::SupportFrom,
        _ => return None,
    })
}

/// What happens at one moment, or on one day.
fn moment(date: &PlanDate) -> Option<ChartRow> {
    let kind = match date.kind {
        DateKind::SwitchOff => RowKind::SwitchOff,
        DateKind::Gate => RowKind::Gate,
        DateKind::BackOutTest => RowKind::BackOutTest,
        DateKind::Session => RowKind::Training,
        DateKind::Message => RowKind::Message,
        DateKind::Distribution => RowKind::Distribution,
        DateKind::Meeting | DateKind::Board | DateKind::Cab => RowKind::Meeting,
        _ => return None,
    };
    let subject = match date.kind {
        DateKind::Board | DateKind::Cab if date.subject.trim().is_empty() => crate::plan::Choice::label(date.kind),
        _ => date.subject.trim(),
    };
    let by_hour = matches!(date.when, super::When::Time(_));
    let until = if by_hour { None } else { Some(end_of(date.when.day())) };
    let row = row(kind, &date.id, subject, date.when.moment(), until);
    Some(ChartRow { by_hour, open: date.open, date: Some(date.clone()), ..row })
}

fn periods(release: &Release) -> impl Iterator<Item = ChartRow> {
    release.calendar.periods.iter().filter_map(|period| {
        let from = period.from?;
        let kind = match period.kind {
            PeriodKind::Blackout => RowKind::Blackout,
            PeriodKind::Holiday => RowKind::Holiday,
        };
        let until = period.until.unwrap_or(from);
        Some(row(kind, period.id.as_str(), period.name.trim(), midnight(from), Some(end_of(until))))
    })
}

fn row(kind: RowKind, id: &str, subject: &str, from: DateTime, until: Option<DateTime>) -> ChartRow {
    let (id, subject) = (id.to_owned(), subject.trim().to_owned());
    ChartRow { kind, id, subject, from, until, by_hour: false, open: true, date: None }
}

fn midnight(day: Date) -> DateTime {
    day.to_datetime(Time::midnight())
}

fn end_of(day: Date) -> DateTime {
    midnight(day.tomorrow().unwrap_or(day))
}
