//! What is found on the hand-over to the service desk.

use jiff::Unit;
use jiff::civil::Date;

use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use crate::gate::{HandOverProgress, hand_over_progress, has_come, missing_in};
use crate::plan::Release;

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
pub(super) fn hand_over_complete(release: &Release, today: Date) -> Option<Vec<String>> {
    let progress = hand_over_progress(release, today);
    if progress.points == 0 && !progress.nothing_listed && !progress.accepted {
        return None;
    }
    let items = progress.open.iter().filter_map(|id| Some(release.hand_over.items.get(*id)?.title.clone()));
    let known = progress.incomplete.iter().filter_map(|id| Some(release.defects.get(*id)?.title.clone()));
    let listed = progress.nothing_listed.then(|| "Points of the hand-over".to_owned());
    let accepted = (!progress.accepted).then(|| "Acceptance by the service desk".to_owned());
    Some(items.chain(known).chain(listed).chain(accepted).collect())
}

/// Whether the release is live, by today.
fn is_live(release: &Release, today: Date) -> bool {
    let since = release.after.go_live.at.map(jiff::civil::DateTime::date);
    since.is_some() && has_come(since, today)
}

/// Where the first thing that is missing is put right.
fn place(release: &Release, progress: &HandOverProgress) -> Place {
    let known = progress.incomplete.first().and_then(|id| release.defects.get(*id));
    let lacking = known.and_then(|defect| Some((defect.id, missing_in(&defect.known_error).first()?.field)));
    match (progress.open.first(), lacking) {
        (Some(item), _) => Place::entry(Section::HandOver, item, "set_up"),
        (None, Some((defect, field))) => Place::entry(Section::Defects, defect, field),
        (None, None) if progress.nothing_listed => Place::field(Section::HandOver, "add"),
        (None, None) => Place::field(Section::HandOver, "accepted_by"),
    }
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
    let days = go_live.and_then(|day| today.until((Unit::Day, day)).ok()).map_or(0, |span| span.get_days());
    match days {
        ..1 => String::new(),
        1 => "; one day is left".to_owned(),
        days => format!("; {days} days are left"),
    }
}
