//! What is found on meetings and actions.

use jiff::civil::Date;

use super::assess::Tally;
use super::automatic::Short;
use super::code::Code;
use super::finding::{Place, Section};
use super::todo_place::todo_place;
use crate::action::{TodoKind, overdue_agreed};
use crate::days::plus_days;
use crate::plan::{Choice, Meeting, MeetingKind, Release};

/// In so many days before go-live a checkpoint is expected.
const CHECKPOINT_DAYS: i64 = 14;

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    checkpoint(release, tally);
    for meeting in &release.meetings {
        if is_over(meeting, tally.today) && !has_minutes(meeting) {
            let place = Place::entry(Section::Meetings, meeting.id, "minutes");
            let on = meeting.at.map_or_else(String::new, |at| at.date().to_string());
            tally.advice(Code::MinutesMissing, place, meeting_name(meeting), on);
        }
    }
    overdue(release, tally);
}

/// In the two weeks before go-live somebody looks at everything once more; that meeting has a day.
fn checkpoint(release: &Release, tally: &mut Tally) {
    let Some(go_live) = tally.go_live.filter(|_| release.after.go_live.at.is_none()) else { return };
    let from = plus_days(go_live, -CHECKPOINT_DAYS).unwrap_or(Date::MIN);
    let near = |day: Date| from <= day && day <= go_live;
    let held =
        |meeting: &Meeting| meeting.kind == MeetingKind::Checkpoint && meeting.at.is_some_and(|at| near(at.date()));
    if near(tally.today) && !release.meetings.iter().any(held) {
        tally.advice(Code::CheckpointMissing, Place::field(Section::Meetings, "add"), "", go_live);
    }
}

/// What was agreed in a meeting or in the review of the release, and is late. What gates and the Board wait for, they say.
fn overdue(release: &Release, tally: &mut Tally) {
    let late = overdue_agreed(release, tally.today).unwrap_or_default();
    for todo in late {
        let from = match todo.kind {
            TodoKind::MeetingAction => todo.context.as_str(),
            TodoKind::ReviewAction => "Post-implementation review",
            _ => continue,
        };
        let detail = match release.person_name(todo.owner).map(str::trim).filter(|name| !name.is_empty()) {
            Some(owner) => format!("{from} ({owner})"),
            None => from.to_owned(),
        };
        tally.advice(Code::ActionOverdue, todo_place(todo.source), &todo.text, detail);
    }
}

/// What was agreed and is late, wherever that was, for an automatic check. Nothing to look at where nothing was ever agreed.
pub(super) fn actions_in_time(release: &Release, today: Date) -> Option<Vec<Short>> {
    let late = overdue_agreed(release, today)?;
    Some(late.into_iter().map(|todo| Short::new(todo.text, todo_place(todo.source))).collect())
}

/// A meeting's title; where it has none, what it is held for.
#[must_use]
pub fn meeting_name(meeting: &Meeting) -> &str {
    match meeting.title.trim() {
        "" => meeting.kind.label(),
        title => title,
    }
}

/// Whether the day of a meeting has passed.
#[must_use]
pub fn is_over(meeting: &Meeting, today: Date) -> bool {
    meeting.at.is_some_and(|at| at.date() < today)
}

/// Whether anything that was said is written down, at large or under a point of the agenda.
#[must_use]
pub fn has_minutes(meeting: &Meeting) -> bool {
    !meeting.minutes.trim().is_empty() || meeting.agenda.iter().any(|point| !point.outcome.trim().is_empty())
}
