//! What a session lacks: a day, a place, a trainer; seats; the time before its audience goes live.

use jiff::civil::DateTime;

use super::adequacy::size_of;
use super::audience::live_from;
use crate::plan::{Approach, Attendance, Count, Id, Release, Teaches, TrainingAudience, TrainingSession};

/// Whether a session prepares for the release. One on the old system alone does not.
pub(super) fn prepares(session: &TrainingSession) -> bool {
    session.teaches != Teaches::Old
}

/// The sessions to which an audience is invited, in their order.
pub fn sessions_of(release: &Release, audience: Id<TrainingAudience>) -> impl Iterator<Item = &TrainingSession> {
    release.training.sessions.iter().filter(move |session| session.audiences.contains(&audience))
}

/// How many people were there, of all audiences.
#[must_use]
pub fn attended(session: &TrainingSession) -> u32 {
    session.attendance.iter().map(|attendance| attendance.attended.0).fold(0, u32::saturating_add)
}

/// The session with everybody there: of each audience that is invited as many as it has, as long as there are seats, in the order
/// of the plan. What was noted of an audience is kept; one that was not there gets an entry of its own.
#[must_use]
pub fn with_everyone(
    release: &Release,
    session: &TrainingSession,
    mut new_id: impl FnMut() -> Id<Attendance>,
) -> TrainingSession {
    let mut session = session.clone();
    let mut seats = session.capacity.0;
    for audience in release.training.audiences.iter().filter(|audience| session.audiences.contains(&audience.id)) {
        let attended = Count(size_of(release, audience).0.min(seats));
        seats = seats.saturating_sub(attended.0);
        match session.attendance.iter_mut().find(|noted| noted.audience == audience.id) {
            Some(noted) => noted.attended = attended,
            None => session.attendance.push(Attendance {
                id: new_id(),
                audience: audience.id,
                attended,
                note: String::new(),
            }),
        }
    }
    session
}

/// Whether more people are noted than there were seats.
#[must_use]
pub fn is_overbooked(session: &TrainingSession) -> bool {
    attended(session) > session.capacity.0
}

/// Whether a session comes when the audience already works with the release. Without a time nobody can say.
#[must_use]
pub fn is_late_for(release: &Release, session: &TrainingSession, audience: &TrainingAudience) -> bool {
    comes_after(session.at, live_from(release, audience))
}

fn comes_after(at: Option<DateTime>, live: Option<DateTime>) -> bool {
    at.zip(live).is_some_and(|(at, live)| at >= live)
}

/// The audiences of a session for which it comes too late, in the order of the plan.
#[must_use]
pub fn late_for<'a>(release: &'a Release, session: &TrainingSession) -> Vec<&'a TrainingAudience> {
    let invited = release.training.audiences.iter().filter(|audience| session.audiences.contains(&audience.id));
    invited.filter(|audience| is_late_for(release, session, audience)).collect()
}

/// What a session still needs, each with the member that says it: somebody to come, a day, a place, seats, a trainer who is
/// in the plan.
#[must_use]
pub fn missing_in(release: &Release, session: &TrainingSession) -> Vec<(&'static str, &'static str)> {
    let known = |audience: &Id<TrainingAudience>| release.training.audiences.contains(*audience);
    let needed = [
        ("audiences", "audience", session.audiences.iter().any(known)),
        ("at", "day", session.at.is_some()),
        ("place", "place", !session.place.trim().is_empty()),
        ("capacity", "seats", session.capacity.0 > 0),
        ("trainer", "trainer", release.person_name(session.trainer).is_some()),
    ];
    needed.into_iter().filter(|(_, _, there)| !there).map(|(field, word, _)| (field, word)).collect()
}

/// Whether people have to master two systems for a time: the chosen strategy runs old and new side by side.
#[must_use]
pub fn needs_both_systems(release: &Release) -> bool {
    release.strategy.choice.as_ref().is_some_and(|choice| choice.strategy.approach == Approach::Parallel)
}

/// Whether an audience is taught both systems: in one session, or in one on each.
#[must_use]
pub fn teaches_both(release: &Release, audience: Id<TrainingAudience>) -> bool {
    let any = |wanted| sessions_of(release, audience).any(|session| session.teaches == wanted);
    any(Teaches::Both) || (any(Teaches::New) && any(Teaches::Old))
}
