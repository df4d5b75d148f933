//! Meetings before and after go-live: agenda, who was there, what was decided, and what follows.

use jiff::civil::Date;
use leptos::prelude::*;
use serde_json::json;

use crate::action::{TodoKind, actions};
use crate::plan::{Choice, Command, Edit, Meeting, MeetingKind, Release};
use crate::plan_file::{Access, access, find, text_of};
use crate::readiness::{Section, has_minutes, is_over};
use crate::text;
use crate::ui::components::{Icon, Role};
use crate::ui::desk::use_desk;
use crate::ui::register::{
    Block, Cell, Column, Entry, Field, Filter, Group, Kind, Page, Register, Rows, Show, register_page, words,
};

static MEETINGS: Register = Register {
    empty: "Checkpoint, post-implementation, process review, problem management: what was agreed where, and who does what by when.",
    head: "Meeting",
    note: Some(Show::Cell(kind)),
    columns: &[
        Column::cell("When", when),
        Column::person("Led by", "chair"),
        Column::cell("State", state),
        Column::cell("Open actions", open_actions).number(),
    ],
    filters: &[
        Filter { word: "To come", passes: |release, id, today| is(release, id, |meeting| !is_over(meeting, today)) },
        Filter {
            word: "Minutes missing",
            passes: |release, id, today| is(release, id, |meeting| is_over(meeting, today) && !has_minutes(meeting)),
        },
        Filter {
            word: "Open actions",
            passes: |release, id, today| is(release, id, |meeting| count_open(meeting, today) > 0),
        },
    ],
    groups: &[
        Group::pair(&[
            Field::choice("kind", "Held for", words::<MeetingKind>),
            Field::line("title", "Title").optional().help("Empty: what it is held for."),
            Field::moment("at", "Starts"),
            Field::line("place", "Place").help("A room, or an address to join at."),
            Field::person("chair", "Led by"),
        ]),
        Group::one(&[Field::people("invited", "Invited"), Field::people("attended", "Was there")]),
        Group::one(&[
            Field::new("propose", "Propose agenda", Kind::Own(propose)),
            Field::rows("agenda", &AGENDA),
            Field::rows("actions", &ACTIONS),
            Field::area("minutes", "Minutes")
                .optional()
                .tall(6)
                .help("What was said besides the points of the agenda."),
        ]),
    ],
    badge: Some(state),
    preset,
    ..Register::new(Section::Meetings, BY_TITLE, "a meeting", "meetings")
};

/// The meetings, each by its title or by what it is held for.
const BY_TITLE: Access = Access {
    title: |release, id| find::<Meeting>(release, id).map(|it| text::named(it.title.trim(), it.kind.label())),
    ..access::<Meeting>()
};

static AGENDA: Rows = Rows::new(
    "Agenda",
    "a point",
    &[
        Field::area("text", "Point").empty("What is talked about"),
        Field::area("outcome", "Said and decided").aloud("Said and decided on “{}”").empty("Nothing written down"),
    ],
)
.empty("What is talked about. The plan proposes what is open.")
.ordered();

static ACTIONS: Rows = Rows::new(
    "Actions",
    "an action",
    &[
        Field::area("text", "Action").empty("What is to be done"),
        Field::person("owner", "Owner").aloud("Owner of “{}”").empty("Release manager"),
        Field::day("due", "Due").aloud("“{}” is due"),
        Field::day("closed", "Done").aloud("“{}” was done"),
    ],
)
.empty("What somebody promises to do. It stands in the list of actions of the release.");

static PAGE: Page = Page { title: "Meetings", lead, blocks: &[Block::Register(&MEETINGS)] };

/// Meetings before and after go-live.
#[component]
pub fn Meetings(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    register_page(&PAGE, entry)
}

fn lead(release: &Release, today: Date) -> String {
    let to_come = release.meetings.iter().filter(|meeting| !is_over(meeting, today)).count();
    let late = actions(release, today).iter().filter(|it| it.overdue && it.kind == TodoKind::MeetingAction).count();
    match (release.meetings.len(), late) {
        (0, _) => String::new(),
        (all, 0) => format!("{to_come} of {all} still to come."),
        (all, 1) => format!("{to_come} of {all} still to come. One agreed action is overdue."),
        (all, late) => format!("{to_come} of {all} still to come. {late} agreed actions are overdue."),
    }
}

/// A new meeting is what the release needs next: before go-live a checkpoint, afterwards the look back.
fn preset(release: &Release, today: Date) -> serde_json::Value {
    let live = release.after.go_live.at.is_some() || release.go_live().is_some_and(|day| day < today);
    let kind = if live { MeetingKind::PostImplementation } else { MeetingKind::Checkpoint };
    json!({ "kind": kind.key(), "title": kind.label(), "chair": release.identity.release_manager })
}

/// The button that puts on the agenda what the plan proposes. What is there already stays, and is not put there twice.
fn propose(entry: Entry, field: &'static Field) -> AnyView {
    let (plan, desk) = (entry.plan, use_desk());
    let press = move |_| {
        let id = text_of(&entry.member_now("id"));
        let today = plan.today.get_untracked();
        let changed = plan.release.with_untracked(|release| {
            let mut meeting = find::<Meeting>(release, &id)?.clone();
            let fresh = text::proposed_points(release, &meeting, today);
            let count = fresh.len();
            fresh.into_iter().for_each(|point| meeting.agenda.push(point));
            (count > 0).then_some((meeting, count))
        });
        match changed {
            Some((meeting, count)) => {
                plan.dispatch(Command::Meetings(Edit::replace(meeting)));
                let what = if count == 1 { "One point was".to_owned() } else { format!("{count} points were") };
                plan.offer_undo_saying(&format!("{what} put on the agenda"));
            }
            None => desk.toasts.say("Everything that the plan proposes is on the agenda."),
        }
    };
    let kind = entry.member("kind", text_of);
    let help = move || match MeetingKind::from_key(&kind.get()).unwrap_or_default() {
        MeetingKind::Checkpoint => {
            "Blockers and conditions by section, what is overdue or undecided, and the questions of Go or No-Go."
        }
        MeetingKind::PostImplementation => {
            "Go-live, runbook and waves against plan, incidents, what support still waits for, lessons."
        }
        MeetingKind::ProcessReview => "Refused RFCs, how long gates took, waivers in force, lists to be reviewed.",
        MeetingKind::ProblemManagement => "Each known error with its workaround and review date, and open incidents.",
        MeetingKind::Other => "What was agreed and is overdue.",
    };
    view! {
        <div class="field">
            <div class="actions">
                <button class="button" type="button" data-field=field.data_name() disabled=plan.read_only on:click=press>
                    <Icon name="list"/>"Propose agenda"
                </button>
            </div>
            <p class="help">{help}</p>
        </div>
    }
    .into_any()
}

fn is(release: &Release, id: &str, holds: impl Fn(&Meeting) -> bool) -> bool {
    find::<Meeting>(release, id).is_some_and(holds)
}

fn count_open(meeting: &Meeting, today: Date) -> usize {
    meeting.actions.iter().filter(|action| !crate::gate::is_closed(action, today)).count()
}

fn open_actions(release: &Release, id: &str, today: Date) -> Cell {
    let open = find::<Meeting>(release, id).map_or(0, |meeting| count_open(meeting, today));
    Cell::Number(open.to_string())
}

/// What it is held for, unless it is called that.
fn kind(release: &Release, id: &str, _: Date) -> Cell {
    let kind = find::<Meeting>(release, id).filter(|it| !["", it.kind.label()].contains(&it.title.trim()));
    Cell::Text(kind.map_or("", |meeting| meeting.kind.label()).to_owned())
}

fn when(release: &Release, id: &str, _: Date) -> Cell {
    Cell::Moment(find::<Meeting>(release, id).and_then(|meeting| meeting.at))
}

/// How a meeting stands.
fn state(release: &Release, id: &str, today: Date) -> Cell {
    let Some(meeting) = find::<Meeting>(release, id) else { return Cell::Text(String::new()) };
    let (role, word) = match meeting.at {
        None => (Role::Idle, "No day set".to_owned()),
        Some(at) if at.date() >= today => (Role::Idle, text::upper_first(&text::relative_day(today, at.date()))),
        Some(_) if has_minutes(meeting) => (Role::Go, "Minutes written".to_owned()),
        Some(_) => (Role::NoGo, "Minutes missing".to_owned()),
    };
    Cell::Status(role, word)
}
