//! Moving go-live, and everything that hangs on it.

use jiff::civil::{Date, DateTime};

use super::closed::before_or_on_working_day;
use super::dates::{DateKind, PlanDate, Slot, When, dates, later, walk};
use crate::order;
use crate::plan::{Command, Release, Window};

/// What a move of go-live would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Every open day of the plan, as it is and as it would be, in order of time.
    pub dates: Vec<MovedDate>,
    /// What makes the change, as one step. Nothing where nothing would change.
    pub command: Option<Command>,
}

/// A day of the plan before and after a move.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MovedDate {
    /// The day as it is.
    pub date: PlanDate,
    /// When it would be; as it is where it stays.
    pub to: When,
}

/// Days that never move with go-live: somebody gave their word until then, or another body sets them.
const FIXED: [DateKind; 3] = [DateKind::Waiver, DateKind::Board, DateKind::Cab];

/// What moves even from a day that has passed: it has not come about, whatever was planned. Anything else that is overdue
/// stays so, for a move of the release does not do what somebody left undone.
const AWAITED: [DateKind; 2] = [DateKind::GoLive, DateKind::Wave];

/// Days on which people meet or must have finished something: they keep to working days where that is asked for.
const OF_PEOPLE: [DateKind; 8] = [
    DateKind::Criterion,
    DateKind::Gate,
    DateKind::Action,
    DateKind::Condition,
    DateKind::Defect,
    DateKind::Session,
    DateKind::Meeting,
    DateKind::Capacity,
];

/// What moving go-live by so many days would change. What is done, or was due before today, stays, as do the kinds of `stay`.
///
/// With `working_days`, what people must do moves to the last working day on or before its new day. Nothing moves where a
/// day would leave the calendar.
#[must_use]
pub fn move_by(release: &Release, days: i32, working_days: bool, stay: &[DateKind], today: Date) -> Move {
    let calendar = release.calendar.clone();
    let mut after = release.clone();
    let mut off_calendar = false;
    walk(&mut after, today, &mut |spot| {
        let ahead = spot.slot.when().is_some_and(|when| when.day() >= today) || AWAITED.contains(&spot.kind);
        if !spot.open || !ahead || FIXED.contains(&spot.kind) || stay.contains(&spot.kind) {
            return;
        }
        let settle = |day: Date| {
            let snaps = working_days && OF_PEOPLE.contains(&spot.kind);
            if snaps { before_or_on_working_day(&calendar, day) } else { day }
        };
        match spot.slot {
            Slot::Day(slot) => {
                if let Some(day) = *slot {
                    *slot = later(day, days).map(settle);
                    off_calendar |= slot.is_none();
                }
            }
            Slot::Time(slot) => {
                if let Some(at) = *slot {
                    *slot = later(at.date(), days).map(|day| settle(day).to_datetime(at.time()));
                    off_calendar |= slot.is_none();
                }
            }
            Slot::Start(slot) => {
                if let Some(window) = *slot {
                    *slot = moved_window(window, days);
                    off_calendar |= slot.is_none();
                }
            }
            Slot::Derived(_) => {}
        }
    });
    if off_calendar {
        after = release.clone();
    }
    let (before, then) = (dates(release, today), dates(&after, today));
    let to = |date: &PlanDate| then.iter().find(|other| same(date, other)).map_or(date.when, |other| other.when);
    let open = before.iter().filter(|date| date.open);
    let dates = open.map(|date| MovedDate { to: to(date), date: date.clone() }).collect();
    Move { dates, command: Command::between(release, &after).map(about_go_live) }
}

/// The same step with the new window last: it is what the step is about.
fn about_go_live(step: Command) -> Command {
    match step {
        Command::Batch(mut commands) => {
            order::sort_by_key(&mut commands, |command| matches!(command, Command::Identity(_)));
            Command::Batch(commands)
        }
        other => other,
    }
}

/// Whether two days are of the same thing in the same plan.
fn same(one: &PlanDate, other: &PlanDate) -> bool {
    (one.kind, &one.id, &one.within) == (other.kind, &other.id, &other.within)
}

fn moved_window(window: Window, days: i32) -> Option<Window> {
    let at = |moment: DateTime| later(moment.date(), days).map(|day| day.to_datetime(moment.time()));
    Window::new(at(window.start())?, at(window.end())?).ok()
}
