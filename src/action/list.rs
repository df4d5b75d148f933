//! The list of everything that somebody must do, in order.

use jiff::civil::Date;

use super::todo::{Draft, Todo};
use super::{agreed, planned};
use crate::days::plus_days;
use crate::order;
use crate::plan::Release;

choice! {
    /// How near the day is by which something is to be done.
    pub enum DueBand {
        /// The day has passed.
        Overdue = "overdue", "Overdue";
        /// Today or within seven days.
        Soon = "soon", "Next 7 days";
        /// Later.
        Later = "later", "Later";
        /// Nobody has said.
        NoDay = "no_day", "No due date";
        /// It is done.
        Done = "done", "Done";
    }
}

/// Everything that somebody must still do: the earliest day first, then what has none.
#[must_use]
pub fn actions(release: &Release, today: Date) -> Vec<Todo> {
    let mut all = actions_with_done(release, today);
    all.retain(|todo| todo.done.is_none());
    all
}

/// The same with what was done and has a day to show for it, which comes last.
#[must_use]
pub fn actions_with_done(release: &Release, today: Date) -> Vec<Todo> {
    let mut draft = Draft { release, today, all: Vec::new() };
    agreed::collect(&mut draft);
    planned::collect(&mut draft);
    let mut all = draft.all;
    order::sort_by_key(&mut all, |todo| (todo.done.is_some(), todo.due.is_none(), todo.due, todo.kind));
    all
}

/// What was agreed and is overdue. Nothing where nothing was ever agreed, done or not.
#[must_use]
pub fn overdue_agreed(release: &Release, today: Date) -> Option<Vec<Todo>> {
    let mut draft = Draft { release, today, all: Vec::new() };
    agreed::collect(&mut draft);
    (!draft.all.is_empty()).then(|| draft.all.into_iter().filter(|todo| todo.overdue).collect())
}

/// How near the day is by which it is to be done.
#[must_use]
pub fn due_band(todo: &Todo, today: Date) -> DueBand {
    let week = plus_days(today, 7).unwrap_or(Date::MAX);
    match (todo.done, todo.due) {
        (Some(_), _) => DueBand::Done,
        (None, None) => DueBand::NoDay,
        (None, Some(due)) if due < today => DueBand::Overdue,
        (None, Some(due)) if due <= week => DueBand::Soon,
        (None, Some(_)) => DueBand::Later,
    }
}
