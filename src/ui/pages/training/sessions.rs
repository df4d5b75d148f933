//! The sessions: when, where, for whom, with how many seats, and who was there.

use jiff::civil::Date;
use leptos::prelude::*;
use serde_json::json;

use crate::gate::openable;
use crate::plan::{Command, Edit, Id, Release, Teaches, TrainingSession};
use crate::plan_file::{access, find, text_of};
use crate::readiness::Section;
use crate::text;
use crate::training::{attended, is_overbooked, late_for, missing_in, needs_both_systems, with_everyone};
use crate::ui::components::{Icon, Options, Role};
use crate::ui::plan::{Plan, new_id};
use crate::ui::register::{Cell, Column, Entry, Field, Filter, Group, Kind, Register, Rows, Show, words};

/// The sessions.
pub static SESSIONS: Register = Register {
    empty: "Who learns it when, where and from whom. A session can be for several audiences, which share its seats.",
    head: "Session",
    note: Some(Show::Word("teaches", words::<Teaches>)),
    columns: &[
        Column::cell("Starts", starts),
        Column::new("For", Show::Name("audiences", audiences_of)),
        Column::cell("Place", place),
        Column::cell("Seats", seats).sorted(by_seats).number(),
        Column::cell("State", state),
    ],
    filters: &[
        Filter { word: "To come", passes: |release, id, today| is_to_come(release, id, today) },
        Filter { word: "Held", passes: |release, id, today| was_held(release, id, today) },
        Filter { word: "Incomplete", passes: |release, id, _| is_incomplete(release, id) },
    ],
    groups: &[
        Group::one(&[Field::line("title", "What is taught"), Field::picks("audiences", "For whom", audiences_of)]),
        Group::pair(&[
            Field::moment("at", "Starts").optional(),
            Field::number("duration", "Takes").help("Minutes."),
            Field::choice("teaches", "Which system", words::<Teaches>)
                .help("A session on the old system alone prepares nobody for the release."),
            Field::number("capacity", "Seats"),
            Field::person("trainer", "Trainer"),
        ]),
        Group::one(&[
            Field::line("place", "Place").help("A room, or an address to join at."),
            Field::new("place", "Link", Kind::Own(link)),
        ]),
        Group::one(&[Field::rows("attendance", &ATTENDANCE)]),
    ],
    badge: Some(state),
    more: Some(everyone),
    preset: |release, _| json!({ "duration": 60, "teaches": if needs_both_systems(release) { "both" } else { "new" } }),
    add: "sessions",
    ..Register::new(Section::Training, access::<TrainingSession>(), "a session", "sessions")
};

static ATTENDANCE: Rows = Rows::new(
    "Attendance",
    "an audience",
    &[
        Field::pick("audience", "Audience", audiences_of),
        Field::number("attended", "Were there").aloud("How many of “{}” were there"),
        Field::line("note", "Note").aloud("Note on “{}”").empty("Nothing to say"),
    ],
)
.empty("How many of each audience were there.");

/// Notes with one press that everybody who has a seat was there.
fn everyone(plan: Plan, id: String) -> AnyView {
    let key = id.clone();
    let possible = plan.from(move |release| {
        find::<TrainingSession>(release, &key)
            .is_some_and(|session| with_everyone(release, session, || Id::of_key("noted")) != *session)
    });
    let press = move |_| {
        let changed = plan.release.with_untracked(|release| {
            find::<TrainingSession>(release, &id).map(|session| with_everyone(release, session, new_id))
        });
        if let Some(session) = changed {
            plan.dispatch(Command::Sessions(Edit::replace(session)));
        }
    };
    view! {
        <div class="actions">
            <button class="button" type="button" data-field="attendance" disabled=move || plan.read_only || !possible.get()
                on:click=press><Icon name="check"/>"Everyone attended"</button>
        </div>
    }
    .into_any()
}

/// The place as a link, where it is an address that may be opened.
fn link(entry: Entry, _: &'static Field) -> AnyView {
    let place = entry.member("place", text_of);
    let link = move || {
        let place = place.get();
        openable(&place).map(str::to_owned).map(|url| {
            let shown = url.clone();
            view! { <p><a href=url target="_blank" rel="noopener noreferrer">{shown}</a></p> }
        })
    };
    link.into_any()
}

/// The audiences, by their names.
pub fn audiences_of(release: &Release) -> Options {
    let audiences = release.training.audiences.iter();
    audiences.map(|audience| (audience.id.to_string(), text::named(audience.name.trim(), "New audience"))).collect()
}

fn starts(release: &Release, id: &str, _: Date) -> Cell {
    let at = find::<TrainingSession>(release, id).and_then(|session| session.at);
    Cell::Moment(at)
}

/// The room; of an address to join at, whose it is.
fn place(release: &Release, id: &str, _: Date) -> Cell {
    let place = find::<TrainingSession>(release, id).map(|session| session.place.trim()).unwrap_or_default();
    let host = openable(place).and_then(|address| address.split("://").nth(1)?.split(['/', '?', '#']).next());
    Cell::Text(host.unwrap_or(place).to_owned())
}

/// The seats; once people were there, how many of them were taken.
fn seats(release: &Release, id: &str, _: Date) -> Cell {
    let Some(session) = find::<TrainingSession>(release, id) else { return Cell::Text(String::new()) };
    match attended(session) {
        people if is_overbooked(session) => Cell::Status(Role::NoGo, format!("{people} on {} seats", session.capacity)),
        0 => Cell::Number(session.capacity.to_string()),
        people => Cell::Number(format!("{people} of {}", session.capacity)),
    }
}

fn by_seats(release: &Release, id: &str) -> String {
    format!("{:0>20}", find::<TrainingSession>(release, id).map_or(0, |session| session.capacity.0))
}

fn is_incomplete(release: &Release, id: &str) -> bool {
    find::<TrainingSession>(release, id).is_some_and(|session| !missing_in(release, session).is_empty())
}

fn was_held(release: &Release, id: &str, today: Date) -> bool {
    let session = find::<TrainingSession>(release, id);
    session.and_then(|session| session.at).is_some_and(|at| at.date() < today)
}

fn is_to_come(release: &Release, id: &str, today: Date) -> bool {
    find::<TrainingSession>(release, id).is_some() && !was_held(release, id, today)
}

/// How a session stands, as a role and in words.
fn state(release: &Release, id: &str, today: Date) -> Cell {
    let Some(session) = find::<TrainingSession>(release, id) else { return Cell::Text(String::new()) };
    let missing = missing_in(release, session);
    let (role, word) = if !missing.is_empty() {
        let words: Vec<&str> = missing.iter().map(|(_, word)| *word).collect();
        (Role::Conditional, format!("Lacks {}", words.join(", ")))
    } else if !late_for(release, session).is_empty() {
        (Role::NoGo, "After go-live".to_owned())
    } else if is_to_come(release, id, today) {
        (Role::Idle, "To come".to_owned())
    } else if attended(session) == 0 {
        (Role::Conditional, "Held, nobody noted".to_owned())
    } else {
        (Role::Go, "Held".to_owned())
    };
    Cell::Status(role, word)
}
