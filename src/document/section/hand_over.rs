//! The hand-over to the service desk: what the desk is given, whether it is set up, and whom it asks.

use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::gate::{hand_over_progress, has_come, is_accepted, is_set_up, known_errors as of_release};
use crate::plan::{AudienceKind, Choice, Defect, HandOverItem, HandOverKind, Id, Person, TrainingSession};
use crate::text::day;

/// How far the hand-over is, for readers who do not work at the desk.
pub(in crate::document) fn in_brief(view: &View, sheet: &mut Sheet) {
    let progress = hand_over_progress(view.release, view.today);
    sheet.section("hand-over", "Hand-over to the service desk");
    let status = if progress.is_complete() { Mark::Go.with("Complete") } else { Mark::Idle.with("Not complete") };
    let known = of_release(view.release).count();
    sheet.facts([
        ("Standing", status.into()),
        ("Set up in the desk's tool", Text::from(figures(progress.set_up(), progress.points))),
        (
            "Known errors with all that the desk needs",
            Text::from(figures(known.saturating_sub(progress.incomplete.len()), known)),
        ),
        ("Accepted by the service desk", accepted(view)),
    ]);
}

/// The known errors that go live, as the first line needs them.
pub(in crate::document) fn known_errors(view: &View, sheet: &mut Sheet) {
    let rows = of_release(view.release).map(|defect| {
        let known = &defect.known_error;
        [
            Text::mono(&defect.number).or("none"),
            name_of(defect).line(Text::from(known.symptoms.trim()).or("symptoms not written down")),
            Text::from(known.workaround.trim()).or("not written down"),
            Text::from(known.quick_fix.trim()).or("not written down"),
            Text::mono(&known.desk_code).or("no code"),
            phrase::day_or(known.review, "not planned"),
        ]
    });
    sheet.section("known-errors", "Known errors");
    let columns = [
        Column::narrow("Number"),
        Column::wide("What goes wrong, and how people notice it"),
        Column::wide("Workaround"),
        Column::wide("Quick fix at the desk"),
        Column::narrow("Code"),
        Column::narrow("Looked at again"),
    ];
    sheet.table(columns, rows, "The release goes live without known errors.");
}

/// Everything that the desk is given, kind by kind.
pub(in crate::document) fn items(view: &View, sheet: &mut Sheet) {
    sheet.section("hand-over", "What the desk is given");
    sheet.say(progress(view));
    for kind in HandOverKind::ALL {
        let (key, title, none) = heading(*kind);
        sheet.part(key, title);
        let of_kind = view.release.hand_over.items.iter().filter(|item| item.kind == *kind);
        let columns = [
            Column::words(kind.label()),
            Column::wide("What the desk must know"),
            Column::narrow("Code or name in the tool"),
            Column::words(if *kind == HandOverKind::DeskTraining { "Given" } else { "Set up in the desk's tool" }),
        ];
        sheet.table(columns, of_kind.map(|item| row(view, item)), none);
        if *kind == HandOverKind::DeskTraining {
            sessions(view, sheet);
        }
    }
}

/// When it goes live, and whom the desk asks.
pub(in crate::document) fn contacts(view: &View, sheet: &mut Sheet) {
    let (release, identity) = (view.release, &view.release.identity);
    let support = &release.after.support;
    let window = identity.window.map_or_else(|| "not planned yet".to_owned(), phrase::span);
    sheet.section("contacts", "Go-live and contacts");
    sheet.facts([
        ("Go-live window", Text::from(window)),
        ("Release manager", reach(view, identity.release_manager)),
        ("Early life support is led by", reach(view, support.lead)),
        ("Early life support begins", phrase::day_or(support.from, "no day set")),
        ("Early life support ends", phrase::day_or(support.until, "no day set")),
    ]);
    let impacted = release.departments.iter().filter(|department| department.impacted);
    let rows = impacted.map(|department| {
        let walkers = department.floor_walkers.iter().map(|walker| reach(view, Some(*walker)));
        [phrase::named(Some(&department.name), department.id.as_str()), Text::lines(walkers).or("nobody named")]
    });
    sheet.part("floor-walkers", "Floor walkers");
    sheet.table([Column::words("Department"), Column::wide("Floor walkers")], rows, "No department is impacted.");
}

/// That the desk accepts the hand-over.
pub(in crate::document) fn acceptance(view: &View, sheet: &mut Sheet) {
    let acceptance = &view.release.hand_over.acceptance;
    sheet.section("acceptance", "Acceptance by the service desk");
    sheet.facts([
        ("Accepted", accepted(view)),
        ("By", phrase::person(view.release, acceptance.by)),
        ("On", phrase::day_or(acceptance.on, "no day noted")),
        ("Note", Text::from(acceptance.note.trim()).or("none")),
    ]);
}

/// The heading of a kind, and what stands there where nothing is of it.
fn heading(kind: HandOverKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        HandOverKind::ChangedFunction => ("functions", "Changed functions", "No function works otherwise than before."),
        HandOverKind::QuickFix => ("quick-fixes", "Quick fixes", "No quick fix is listed."),
        HandOverKind::IncidentCode => ("codes", "Incident codes", "No incident code is listed."),
        HandOverKind::Template => ("templates", "Templates", "No template is listed."),
        HandOverKind::Article => ("articles", "Articles", "No article is listed."),
        HandOverKind::DeskTraining => ("training", "Desk training", "No training of the desk is listed."),
    }
}

fn row(view: &View, item: &HandOverItem) -> [Text; 4] {
    let from = item.defect.and_then(|id| view.release.defects.get(id)).map(name_of);
    let from = from.map_or_else(Text::default, |defect| Text::from("from ").then(defect));
    [
        phrase::titled(&item.title, item.id.as_str()),
        Text::from(item.detail.trim()).line(from).or("nothing noted"),
        Text::mono(&item.code).or("none"),
        Text::from(set_up(view, item)).line(phrase::person(view.release, item.set_up_by)),
    ]
}

fn set_up(view: &View, item: &HandOverItem) -> Status {
    match item.set_up {
        Some(on) if is_set_up(item, view.today) => Mark::Go.with(format!("Done on {}", day(on))),
        Some(on) => Mark::Idle.with(format!("Open, done no earlier than {}", day(on))),
        None => Mark::Idle.with("Open"),
    }
}

fn accepted(view: &View) -> Text {
    let acceptance = &view.release.hand_over.acceptance;
    let status = match acceptance.on {
        Some(on) if is_accepted(view.release, view.today) => Mark::Go.with(format!("Accepted on {}", day(on))),
        Some(on) if !has_come(Some(on), view.today) => Mark::Idle.with(format!("Not yet, planned for {}", day(on))),
        _ => Mark::Idle.with("Not accepted"),
    };
    status.into()
}

/// The sessions for the service desk, from the training plan.
fn sessions(view: &View, sheet: &mut Sheet) {
    let audiences = &view.release.training.audiences;
    let for_desk = |session: &&TrainingSession| {
        session.audiences.iter().any(|id| audiences.get(*id).is_some_and(|it| it.kind == AudienceKind::ServiceDesk))
    };
    let rows = view.release.training.sessions.iter().filter(for_desk).map(|session| {
        [
            phrase::named(Some(&session.title), session.id.as_str()),
            phrase::moment_or(session.at, "no day set"),
            Text::address(session.place.trim()).or("no place set"),
            phrase::person(view.release, session.trainer),
        ]
    });
    let columns = [
        Column::words("Session for the desk"),
        Column::narrow("Starts"),
        Column::wide("Where"),
        Column::words("Trainer"),
    ];
    sheet.table(columns, rows, "");
}

/// A person with the way to reach them.
fn reach(view: &View, id: Option<Id<Person>>) -> Text {
    let contact = id.and_then(|id| view.release.people.get(id)).map(|person| Text::address(person.contact.trim()));
    let contact = contact.filter(|contact| !contact.is_empty());
    let name = phrase::person(view.release, id);
    contact.map_or_else(|| name.clone(), |contact| name.clone().then(", ").then(contact))
}

fn progress(view: &View) -> String {
    let progress = hand_over_progress(view.release, view.today);
    match progress.points {
        0 => "Nothing is listed yet.".to_owned(),
        of => format!("{} set up.", figures(progress.set_up(), of)),
    }
}

/// "7 of 9".
fn figures(done: usize, of: usize) -> String {
    format!("{done} of {of}")
}

fn name_of(defect: &Defect) -> Text {
    phrase::named(Some(&defect.title), defect.id.as_str())
}
