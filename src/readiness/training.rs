//! What is found on training: who is no audience, who is not trained, who has no seat, and what the sessions lack.

use jiff::civil::Date;

use super::assess::Tally;
use super::automatic::Short;
use super::code::Code;
use super::finding::{Place, Section};
use crate::days::days_between;
use crate::plan::{Count, Id, Release, TrainingAudience, TrainingSession};
use crate::training::{
    MissingAudience, Seating, Seats, adequacies, attended, is_late_for, is_overbooked, late_for, missing_audiences,
    missing_in, needs_both_systems, seating, sessions_of, teaches_both,
};

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    audiences(release, tally);
    gaps(release, tally);
    seats(release, tally);
    if needs_both_systems(release) {
        two_systems(release, tally);
    }
    for session in &release.training.sessions {
        one(release, session, tally);
    }
}

fn audiences(release: &Release, tally: &mut Tally) {
    let place = || Place::field(Section::Training, "from_plan");
    if release.training.audiences.is_empty() {
        tally.advice(Code::TrainingMissing, place(), "", "");
        return;
    }
    for missing in missing_audiences(release) {
        tally.advice(Code::TrainingMissing, place(), &missing.name, "");
    }
}

fn gaps(release: &Release, tally: &mut Tally) {
    let until = tally.go_live.map(|go_live| left(tally.today, go_live)).unwrap_or_default();
    for adequacy in adequacies(release).iter().filter(|adequacy| !adequacy.is_adequate()) {
        let name = name_of(release, adequacy.audience);
        if adequacy.size.0 == 0 {
            let place = Place::entry(Section::Training, adequacy.audience, "size");
            tally.advice(Code::TrainingGap, place, name, "");
            continue;
        }
        let place = at_session(release, adequacy.audience, "attendance");
        let (trained, size, needed) = (adequacy.trained, adequacy.size, adequacy.needed);
        tally.advice(Code::TrainingGap, place, name, format!("{trained} of {size} trained, {needed} needed{until}"));
    }
}

/// How long there is until go-live, to be put behind a sentence.
fn left(today: Date, go_live: Date) -> String {
    match days_between(today, go_live) {
        1 => ", 1 day left".to_owned(),
        days if days > 0 => format!(", {days} days left"),
        0 => ", go-live is today".to_owned(),
        _ => ", go-live is over".to_owned(),
    }
}

fn seats(release: &Release, tally: &mut Tally) {
    let Seating { audiences, without } = seating(release);
    let alone = |seats: &&Seats| seats.sessions == 0 || seats.offered < seats.size;
    for seats in audiences.iter().filter(alone) {
        let name = name_of(release, seats.audience);
        if seats.sessions == 0 {
            tally.advice(Code::TrainingSeats, Place::field(Section::Training, "sessions"), name, "");
            continue;
        }
        let place = at_session(release, seats.audience, "capacity");
        let (offered, size) = (seats.offered, seats.size);
        tally.advice(Code::TrainingSeats, place, name, format!("{} for {}", seats_in(offered), people(size)));
    }
    // Each has enough for itself, and they have too few together.
    let together: Vec<&Seats> = audiences.iter().filter(|seats| seats.short && !alone(seats)).collect();
    if let Some(first) = together.first() {
        let names: Vec<&str> = together.iter().map(|seats| name_of(release, seats.audience)).collect();
        let place = at_session(release, first.audience, "capacity");
        let have = if without.0 == 1 { "has" } else { "have" };
        let detail = format!("together {} {have} no seat", people(without));
        tally.advice(Code::TrainingSeats, place, &names.join(", "), detail);
    }
}

fn people(count: Count) -> String {
    format!("{count} {}", if count.0 == 1 { "person" } else { "people" })
}

fn seats_in(count: Count) -> String {
    format!("{count} {}", if count.0 == 1 { "seat" } else { "seats" })
}

fn two_systems(release: &Release, tally: &mut Tally) {
    for audience in release.training.audiences.iter().filter(|audience| !teaches_both(release, audience.id)) {
        tally.advice(Code::TrainingTwoSystems, at_session(release, audience.id, "teaches"), &audience.name, "");
    }
}

fn one(release: &Release, session: &TrainingSession, tally: &mut Tally) {
    let place = |field| Place::entry(Section::Training, session.id, field);
    let missing = missing_in(release, session);
    if let Some((field, _)) = missing.first() {
        let words: Vec<&str> = missing.iter().map(|(_, word)| *word).collect();
        tally.advice(Code::TrainingSessionIncomplete, place(field), &session.title, words.join(", "));
    }
    let late: Vec<&str> = late_for(release, session).iter().map(|audience| audience.name.as_str()).collect();
    if !late.is_empty() {
        tally.advice(Code::TrainingLate, place("at"), &session.title, late.join(", "));
    }
    if is_overbooked(session) {
        let detail = format!("{} on {}", people(Count(attended(session))), seats_in(session.capacity));
        tally.advice(Code::TrainingAttendance, place("attendance"), &session.title, detail);
    } else if attended(session) > 0 && session.at.is_some_and(|at| at.date() > tally.today) {
        tally.advice(Code::TrainingAttendance, place("attendance"), &session.title, "noted before its day");
    }
}

/// The first session of an audience, or where one is added.
fn at_session(release: &Release, audience: Id<TrainingAudience>, field: &'static str) -> Place {
    let known = release.training.audiences.get(audience);
    let in_time = |session: &&TrainingSession| known.is_some_and(|known| !is_late_for(release, session, known));
    match sessions_of(release, audience).find(in_time).or_else(|| sessions_of(release, audience).next()) {
        Some(session) => Place::entry(Section::Training, session.id, field),
        None => Place::field(Section::Training, "sessions"),
    }
}

fn name_of(release: &Release, audience: Id<TrainingAudience>) -> &str {
    release.training.audiences.get(audience).map(|audience| audience.name.as_str()).unwrap_or_default()
}

/// The audiences that have too few seats, alone or together; nothing where there is no audience.
pub(super) fn training_capacity(release: &Release) -> Option<Vec<Short>> {
    let short = seating(release).audiences.into_iter().filter(|seats| seats.short || seats.size.0 == 0);
    fall_short(release, "capacity", short.map(|seats| (seats.audience, seats.size)))
}

/// The audiences that are not adequately trained; nothing where there is no audience.
pub(super) fn training_attended(release: &Release) -> Option<Vec<Short>> {
    let wanting = adequacies(release).into_iter().filter(|adequacy| !adequacy.is_adequate());
    fall_short(release, "attendance", wanting.map(|adequacy| (adequacy.audience, adequacy.size)))
}

/// These audiences with what is to be changed, and the user groups that are no audience: leaving one out does not fulfil a
/// check.
fn fall_short(
    release: &Release,
    field: &'static str,
    of: impl Iterator<Item = (Id<TrainingAudience>, Count)>,
) -> Option<Vec<Short>> {
    if release.training.audiences.is_empty() {
        return None;
    }
    let audience = |(id, size): (Id<TrainingAudience>, Count)| {
        let place = match size.0 {
            0 => Place::entry(Section::Training, id, "size"),
            _ => at_session(release, id, field),
        };
        Short::new(name_of(release, id), place)
    };
    let groups = missing_audiences(release).into_iter().filter(|missing| missing.group.is_some());
    let group = |missing: MissingAudience| Short::new(missing.name, Place::field(Section::Training, "from_plan"));
    Some(of.map(audience).chain(groups.map(group)).collect())
}
