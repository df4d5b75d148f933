//! What is found on the hand-over to the service desk.

use jiff::civil::Date;

use super::assess::Tally;
use super::automatic::Short;
use super::code::Code;
use super::finding::{Place, Section};
use crate::days::days_between;
use crate::gate::{HandOverProgress, hand_over_progress, has_come, missing_in};
use crate::plan::{Defect, HandOverItem, Id, Release};

/// What is set up and accepted counts as done. What is missing is advice until go-live is due, and then it blocks; once the
/// release is live it is advice again: the day on which it could have been stopped is over.
pub(super) fn assess(release: &Release, tally: &mut Tally) {
    let progress = hand_over_progress(release, tally.today);
    for _ in 0..progress.set_up() {
        tally.done(Section::HandOver);
    }
    if progress.accepted {
        tally.done(Section::HandOver);
    }
    if progress.is_complete() {
        return;
    }
    let (place, lacks) = (place(release, &progress), lacks(&progress));
    let due = tally.go_live.is_some_and(|day| day <= tally.today);
    if due && !is_live(release, tally.today) {
        tally.blocker_in(Section::HandOver, Code::HandOverIncomplete, place, "", lacks);
    } else {
        let left = days_left(tally.go_live, tally.today);
        tally.open(Section::HandOver, Code::HandOverDue, place, "", lacks + &left);
    }
}

/// What is not handed over yet: points, known errors, and that the desk accepts it. Nothing to look at where nobody has
/// begun.
pub(super) fn hand_over_complete(release: &Release, today: Date) -> Option<Vec<Short>> {
    let progress = hand_over_progress(release, today);
    if progress.points == 0 && !progress.nothing_listed && !progress.accepted {
        return None;
    }
    let item = |id: &Id<HandOverItem>| Some(Short::new(&release.hand_over.items.get(*id)?.title, at_item(*id)));
    let known = |id: &Id<Defect>| Some(Short::new(&release.defects.get(*id)?.title, at_defect(release, *id)?));
    let open = progress.open.iter().filter_map(item).chain(progress.incomplete.iter().filter_map(known));
    let listed = progress.nothing_listed.then(|| Short::new("points of the hand-over", field("add")));
    let accepted = (!progress.accepted).then(|| Short::new("the service desk's acceptance", acceptance(release)));
    Some(open.chain(listed).chain(accepted).collect())
}

/// Whether the release is live, by today.
fn is_live(release: &Release, today: Date) -> bool {
    let since = release.after.go_live.at.map(jiff::civil::DateTime::date);
    since.is_some() && has_come(since, today)
}

/// Where the first thing that is missing is put right.
fn place(release: &Release, progress: &HandOverProgress) -> Place {
    let open = progress.open.first().map(|id| at_item(*id));
    let known = || progress.incomplete.first().and_then(|id| at_defect(release, *id));
    let listed = || progress.nothing_listed.then(|| field("add"));
    open.or_else(known).or_else(listed).unwrap_or_else(|| acceptance(release))
}

fn field(name: &'static str) -> Place {
    Place::field(Section::HandOver, name)
}

fn at_item(item: Id<HandOverItem>) -> Place {
    Place::entry(Section::HandOver, item, "set_up")
}

/// The first text that a known error lacks.
fn at_defect(release: &Release, defect: Id<Defect>) -> Option<Place> {
    let lacking = missing_in(&release.defects.get(defect)?.known_error);
    Some(Place::entry(Section::Defects, defect, lacking.first()?.field))
}

/// Who accepts it; where that is said, when.
fn acceptance(release: &Release) -> Place {
    let known = release.person_name(release.hand_over.acceptance.by).is_some_and(|name| !name.trim().is_empty());
    field(if known { "accepted_on" } else { "accepted_by" })
}

/// What is missing, in the middle of a sentence.
fn lacks(progress: &HandOverProgress) -> String {
    let are = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("one {one}")),
        count => Some(format!("{count} {many}")),
    };
    let parts = [
        progress.nothing_listed.then(|| "no point is listed for the known errors".to_owned()),
        are(progress.open.len(), "point is not set up", "points are not set up"),
        are(progress.incomplete.len(), "known error is incomplete", "known errors are incomplete"),
        (!progress.accepted).then(|| "the service desk has not accepted it".to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How long there is until go-live, where that day is known and ahead.
fn days_left(go_live: Option<Date>, today: Date) -> String {
    let days = go_live.map_or(0, |day| days_between(today, day));
    match days {
        ..1 => String::new(),
        1 => "; one day is left".to_owned(),
        days => format!("; {days} days are left"),
    }
}
