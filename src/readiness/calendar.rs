//! What is found on the days of the plan: in a closed period, past, or too late.

use jiff::civil::Date;

use super::assess::Tally;
use super::automatic::Short;
use super::code::Code;
use super::finding::{Place, Section};
use crate::calendar::{ChartRow, DateKind, PlanDate, RowKind, closed_period, dates, is_working_day};
use crate::plan::{Choice, Id, PeriodKind, Release};

/// What deploys something.
const DEPLOYS: [DateKind; 4] = [DateKind::GoLive, DateKind::Wave, DateKind::ParallelFrom, DateKind::PullFrom];

/// What people must be there for.
const GATHERS: [DateKind; 4] = [DateKind::Session, DateKind::Meeting, DateKind::Board, DateKind::Cab];

/// What must be done before the release goes live.
const BEFORE_GO_LIVE: [DateKind; 5] =
    [DateKind::Criterion, DateKind::Gate, DateKind::Defect, DateKind::Cab, DateKind::BackOutTest];

/// What is told here where its day has passed. What else may be late is told in its own section.
const EXPECTED: [DateKind; 6] = [
    DateKind::Wave,
    DateKind::Criterion,
    DateKind::Defect,
    DateKind::Session,
    DateKind::SwitchOff,
    DateKind::SupportExit,
];

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    for date in dates(release, tally.today).iter().filter(|date| date.open) {
        one(release, date, tally);
    }
}

fn one(release: &Release, date: &PlanDate, tally: &mut Tally) {
    let (day, calendar) = (date.when.day(), &release.calendar);
    let (past, after) = (day < tally.today, tally.go_live.is_some_and(|go_live| day > go_live));
    let mut advise = |code, detail: String| {
        tally.advice_in(Section::Calendar, code, place_of(release, date), &subject(date), detail);
    };
    if past {
        if EXPECTED.contains(&date.kind) {
            advise(Code::DatePast, day.to_string());
        }
        return;
    }
    if let Some(period) = closed_period(calendar, day, &[PeriodKind::Blackout]).filter(|_| DEPLOYS.contains(&date.kind))
    {
        advise(Code::DateInBlackout, period.name.clone());
    }
    if GATHERS.contains(&date.kind) && !is_working_day(calendar, day) {
        advise(Code::DateNotWorking, day.to_string());
    }
    if after && BEFORE_GO_LIVE.contains(&date.kind) {
        advise(Code::DateAfterGoLive, day.to_string());
    }
}

/// What a day is of, with its name: "Wave starts: Pilot".
fn subject(date: &PlanDate) -> String {
    match date.subject.trim() {
        name if !name.is_empty() && date.kind != DateKind::GoLive => format!("{}: {name}", date.kind.label()),
        _ => date.kind.label().to_owned(),
    }
}

/// What deploys into a closed period: such days, each with where it is entered. Nothing where no day of go-live
/// is planned, or no closed period to compare it with.
pub(super) fn calendar_clear(release: &Release, today: Date) -> Option<Vec<Short>> {
    release.go_live()?;
    if release.calendar.periods.iter().all(|period| period.from.is_none()) {
        return None;
    }
    let deploys = dates(release, today).into_iter().filter(|date| date.open && DEPLOYS.contains(&date.kind));
    let closed = deploys.filter(|date| {
        closed_period(&release.calendar, date.when.day(), &[PeriodKind::Blackout, PeriodKind::Holiday]).is_some()
    });
    Some(closed.map(|date| Short::new(subject(&date), place_of(release, &date))).collect())
}

/// The field in which a day is entered.
#[must_use]
pub fn place_of(release: &Release, date: &PlanDate) -> Place {
    let entry = |section, field| Place::entry(section, &date.id, field);
    let within = |section, field| match &date.within {
        Some(within) if !within.is_empty() => Place::part(section, within, &date.id, field),
        _ => Place::entry(section, &date.id, field),
    };
    match date.kind {
        DateKind::GoLive | DateKind::WindowEnds => Place::field(Section::Overview, "window"),
        DateKind::Wave => entry(Section::Rollout, "start"),
        DateKind::ParallelFrom => Place::field(Section::Rollout, "parallel_from"),
        DateKind::ParallelUntil => Place::field(Section::Rollout, "parallel_until"),
        DateKind::PullFrom => Place::field(Section::Rollout, "pull_from"),
        DateKind::PullDeadline => Place::field(Section::Rollout, "pull_deadline"),
        DateKind::SwitchOff => entry(Section::Rollout, "due"),
        DateKind::BackOutTest => Place::field(Section::Rollout, "back_out_test"),
        DateKind::Criterion => entry(Section::Acceptance, "due"),
        DateKind::Gate => entry(Section::Gates, "due"),
        DateKind::Action => match () {
            () if date.within.as_deref() == Some("") => Place::entry(Section::After, &date.id, "due"),
            () if is_gate(release, date) => within(Section::Gates, "findings"),
            () => within(Section::Meetings, "due"),
        },
        DateKind::Condition if is_gate(release, date) => within(Section::Gates, "condition_met"),
        DateKind::Condition => entry(Section::Board, "condition"),
        DateKind::Defect => entry(Section::Defects, "due"),
        DateKind::KnownError => entry(Section::Defects, "review"),
        DateKind::Cab => entry(Section::Rfcs, "cab_date"),
        DateKind::Session => entry(Section::Training, "at"),
        DateKind::Message => entry(Section::Communications, "send"),
        DateKind::Distribution => entry(Section::Communications, "by"),
        DateKind::Meeting => entry(Section::Meetings, "at"),
        DateKind::Capacity => entry(Section::Review, "due"),
        DateKind::Board => Place::field(Section::Board, "next"),
        DateKind::SupportFrom => Place::field(Section::After, "from"),
        DateKind::SupportUntil => Place::field(Section::After, "until"),
        DateKind::SupportExit => entry(Section::After, "due"),
        DateKind::Waiver if release.rules.iter().any(|rule| rule.id.as_str() == date.id) => {
            entry(Section::Rules, "waiver")
        }
        DateKind::Waiver => entry(Section::Acceptance, "waiver"),
    }
}

/// Where what a row of the timeline shows is entered.
#[must_use]
pub fn row_place(release: &Release, row: &ChartRow) -> Place {
    match (&row.date, row.kind) {
        (Some(date), _) => place_of(release, date),
        (None, RowKind::LastSafe) => Place::field(Section::Rollout, "back_out_steps"),
        (None, RowKind::Blackout | RowKind::Holiday) => Place::entry(Section::Calendar, &row.id, "from"),
        (None, RowKind::Runbook) => Place::field(Section::Rollout, "runbook"),
        (None, RowKind::Pull) => Place::field(Section::Rollout, "pull_from"),
        (None, RowKind::Parallel) => Place::field(Section::Rollout, "parallel_from"),
        (None, RowKind::Support) => Place::field(Section::After, "from"),
        (None, _) => Place::field(Section::Overview, "window"),
    }
}

/// Whether what holds it is a gate.
fn is_gate(release: &Release, date: &PlanDate) -> bool {
    date.within.as_deref().and_then(|id| Id::new(id).ok()).is_some_and(|id| release.gates.contains(id))
}
