//! Training: who must be able to do what, when and where it is taught, and who is not there yet.

use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::order;
use crate::plan::{Attendance, AudienceKind, Choice, Id, TrainingAudience, TrainingSession};
use crate::readiness::Section;
use crate::text::{adequate_in_words, seats_in_words, trained_in_words, what};
use crate::training::{
    Adequacy, Seats, adequacies, late_for, missing_audiences, needs_both_systems, seating, sessions_of, size_of,
    teaches_both,
};

/// The audiences, what they must be able to do, and how far they are.
pub(in crate::document) fn audiences(view: &View, sheet: &mut Sheet) {
    let rows = view.release.training.audiences.iter().map(|audience| {
        [
            name(view, audience.id),
            who(view, audience),
            Text::from(audience.goal.trim()).or("no goal stated"),
            size(view, audience),
        ]
    });
    sheet.section("audiences", "Who is trained");
    sheet.say(adequate_in_words(view.release));
    let columns = [
        Column::words("Audience"),
        Column::words("Who they are"),
        Column::wide("Afterwards they can"),
        Column::number("Size"),
    ];
    sheet.table(columns, rows, "Nobody is named to be trained yet.");
    let missing = missing_audiences(view.release);
    if !missing.is_empty() && !view.release.training.audiences.is_empty() {
        let names =
            phrase::commas(missing.iter().map(|missing| Text::from(missing.name.trim()).or("a group without a name")));
        sheet.callout(Mark::NoGo.with("Not among them"), names);
    }
}

/// How far each audience is, in figures.
pub(in crate::document) fn adequacy(view: &View, sheet: &mut Sheet) {
    sheet.section("adequacy", "How far they are");
    figures(view, sheet);
}

/// Training in the release plan: the figures, and where to read more.
pub(in crate::document) fn in_brief(view: &View, sheet: &mut Sheet) {
    sheet.section("training", "Training");
    sheet.say(in_a_line(view));
    figures(view, sheet);
    sheet.note("The training plan has the sessions with their places and trainers.");
}

/// Training in a sentence: how many audiences are adequately trained, and whether there are seats for the rest.
pub(in crate::document) fn in_a_line(view: &View) -> String {
    let adequacies = adequacies(view.release);
    if adequacies.is_empty() {
        return "Nobody is named to be trained yet.".to_owned();
    }
    let adequate = adequacies.iter().filter(|adequacy| adequacy.is_adequate()).count();
    let seating = seating(view.release);
    let seats = match seating.without.0 {
        0 => "there are seats for all".to_owned(),
        1 => "1 person has no seat".to_owned(),
        without => format!("{} people have no seat", phrase::number(without)),
    };
    let all = phrase::counted(adequacies.len(), "audience", "audiences");
    let is = if adequate == 1 { "is" } else { "are" };
    format!("{adequate} of {all} {is} adequately trained; {seats}.")
}

fn figures(view: &View, sheet: &mut Sheet) {
    let seating = seating(view.release);
    let rows = adequacies(view.release).into_iter().zip(&seating.audiences).map(|(adequacy, seats)| {
        let count = |count: crate::plan::Count| Text::from(count.to_string());
        [
            name(view, adequacy.audience),
            count(adequacy.size),
            count(adequacy.needed),
            count(adequacy.trained),
            count(adequacy.gap()),
            Text::from(trained(&adequacy)),
            count(seats.offered).line(if seats.shared { "shared" } else { "" }),
            Text::from(seated(seats)),
        ]
    });
    let columns = [
        Column::words("Audience"),
        Column::number("Size"),
        Column::number("Needed"),
        Column::number("Trained"),
        Column::number("Gap"),
        Column::narrow("Standing"),
        Column::number("Seats"),
        Column::narrow("Seats for them"),
    ];
    sheet.table(columns, rows, "Nobody is named to be trained yet.");
    if seating.without.0 > 0 {
        let people = phrase::counted(usize::try_from(seating.without.0).unwrap_or(usize::MAX), "person", "people");
        sheet.note(format!("However the seats are shared out, {people} would have none."));
    }
}

/// The sessions in order of time; those without a day come last.
pub(in crate::document) fn sessions(view: &View, sheet: &mut Sheet) {
    let mut sessions: Vec<&TrainingSession> = view.release.training.sessions.iter().collect();
    order::sort_by_key(&mut sessions, |session| (session.at.is_none(), session.at));
    let rows = sessions.iter().map(|session| {
        let invited = phrase::commas(session.audiences.iter().map(|audience| name(view, *audience))).or("nobody");
        let late: Vec<Text> = late_for(view.release, session).iter().map(|audience| name(view, audience.id)).collect();
        let late = match late.is_empty() {
            true => Text::default(),
            false => Text::from(Mark::NoGo.with("Too late")).then(" for ").then(phrase::commas(late)),
        };
        [
            phrase::moment_or(session.at, "no day set").line(Text::from(session.duration.to_string())).line(late),
            phrase::titled(&session.title, session.id.as_str()).line(session.teaches.label()),
            invited,
            Text::address(session.place.trim()).or("no place yet"),
            phrase::person(view.release, session.trainer),
            Text::from(session.capacity.to_string()),
        ]
    });
    sheet.section("sessions", "Sessions");
    let columns = [
        Column::narrow("When"),
        Column::wide("Session"),
        Column::words("For"),
        Column::words("Place"),
        Column::words("Trainer"),
        Column::number("Seats"),
    ];
    sheet.table(columns, rows, "No session is planned yet.");
    attendance(view, &sessions, sheet);
}

/// Who was there.
fn attendance(view: &View, sessions: &[&TrainingSession], sheet: &mut Sheet) {
    let noted = sessions.iter().flat_map(|session| session.attendance.iter().map(move |noted| (session, noted)));
    let rows = noted.map(|(session, noted): (&&TrainingSession, &Attendance)| {
        [
            phrase::named(Some(&session.title), session.id.as_str()),
            name(view, noted.audience),
            Text::from(noted.attended.to_string()),
            Text::from(noted.note.trim()).or("none"),
        ]
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return;
    }
    sheet.part("attendance", "Who was there");
    let columns =
        [Column::words("Session"), Column::words("Audience"), Column::number("Were there"), Column::wide("Note")];
    sheet.table(columns, rows, "");
}

/// What training still lacks, as the assessment finds it.
pub(in crate::document) fn gaps(view: &View, sheet: &mut Sheet) {
    let found = view.readiness.findings.iter().filter(|finding| finding.section == Section::Training);
    let found: Vec<Text> = found.map(|finding| Text::from(what(finding))).collect();
    sheet.section("gaps", "What is missing");
    if found.is_empty() {
        sheet.say("Nothing is missing.");
    }
    sheet.list(found);
}

/// Where old and new run side by side, who is taught both.
pub(in crate::document) fn two_systems(view: &View, sheet: &mut Sheet) {
    if !needs_both_systems(view.release) {
        return;
    }
    sheet.section("two-systems", "Two systems for a time");
    sheet.say(
        "Old and new run side by side: people must know in which of them to do what, so each audience is taught both.",
    );
    let rows = view.release.training.audiences.iter().map(|audience| {
        let planned = sessions_of(view.release, audience.id).next().is_some();
        let status = match (teaches_both(view.release, audience.id), planned) {
            (true, _) => Mark::Go.with("Both systems"),
            (false, true) => Mark::NoGo.with("One system only"),
            (false, false) => Mark::Idle.with("No session"),
        };
        [name(view, audience.id), status.into()]
    });
    let columns = [Column::wide("Audience"), Column::narrow("Is taught")];
    sheet.table(columns, rows, "Nobody is named to be trained yet.");
}

fn name(view: &View, audience: Id<TrainingAudience>) -> Text {
    let known = view.release.training.audiences.get(audience);
    phrase::named(known.map(|audience| audience.name.as_str()), audience.as_str())
}

/// Their kind, and the user group that they are.
fn who(view: &View, audience: &TrainingAudience) -> Text {
    let kind = Text::from(audience.kind.label());
    match audience.group {
        None => kind,
        Some(group) => {
            let known = view.release.group(group).map(|group| group.name.as_str());
            kind.then(": ").then(phrase::named(known, group.as_str()))
        }
    }
}

fn size(view: &View, audience: &TrainingAudience) -> Text {
    let size = size_of(view.release, audience);
    let from = match (audience.size, audience.group, audience.kind) {
        (Some(_), ..) => "",
        (None, Some(_), _) => "as the group has",
        (None, None, AudienceKind::FloorWalkers) => "as the departments have",
        (None, None, _) => "not stated",
    };
    Text::from(size.to_string()).line(from)
}

fn trained(adequacy: &Adequacy) -> Status {
    let mark = if adequacy.is_adequate() { Mark::Go } else { Mark::NoGo };
    mark.with(trained_in_words(adequacy))
}

fn seated(seats: &Seats) -> Status {
    let mark = match seats {
        seats if seats.sessions == 0 || seats.short => Mark::NoGo,
        seats if seats.size.0 == 0 => Mark::Idle,
        _ => Mark::Go,
    };
    mark.with(seats_in_words(seats))
}
