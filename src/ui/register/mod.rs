//! Pages as tables: lists with a page for each entry, lists edited where they stand, and forms.
//!
//! An entry is edited as its JSON value. A [`Field`] names a member and says how it is edited; what is typed is put into the
//! value, read back by the one deserializer, and dispatched as a command. So undo, the change log and autosave work as
//! everywhere, and what draws is compiled once for all types. A page costs its tables and a handful of functions.
//!
//! A page of training sessions, whole:
//!
//! ```text
//! //! Training: who learns what, when and from whom.
//!
//! static SESSIONS: Register = Register {
//!     empty: "Who learns what before go-live. A session has an audience, a day, a trainer and so many places.",
//!     head: "Session",
//!     note: Some(Show::Text("room")),
//!     columns: &[
//!         Column::new("Audience", Show::Word("audience", words::<Audience>)),
//!         Column::new("Starts", Show::Day("start")),
//!         Column::person("Trainer", "trainer"),
//!         Column::cell("State", state),
//!     ],
//!     filters: &[Filter { word: "Still to come", passes: is_to_come }],
//!     groups: &[
//!         Group::one(&[Field::line("title", "What is taught")]),
//!         Group::pair(&[
//!             Field::choice("audience", "Audience", words::<Audience>),
//!             Field::moment("start", "Starts").optional(),
//!             Field::number("places", "Places").at_least(1).help("How many can take part."),
//!             Field::person("trainer", "Trainer"),
//!             Field::line("room", "Room").optional(),
//!             Field::pick("group", "User group", groups_of),
//!         ]),
//!         Group::one(&[Field::lines("bring", "What to bring").optional().help("One a line.")]),
//!         Group::one(&[
//!             Field::answer("outcome", "Outcome", &[
//!                 Reply::new("planned", "Planned").role(Role::Idle),
//!                 Reply::new("held", "Held").role(Role::Go).detailed(), // {"held": {"on": …}}
//!             ]),
//!             Field::day("outcome.held.on", "Held on").when(|entry| word_of(member(entry, "outcome")) == "held"),
//!         ]),
//!         Group::one(&[Field::rows("attendance", &ATTENDANCE)]),
//!     ],
//!     badge: Some(state),
//!     preset: |_, today| json!({ "planned_on": today }),
//!     ..Register::new(Section::Training, access::<Session>(), "a session", "sessions")
//! };
//!
//! static ATTENDANCE: Rows = Rows::new("Attendance", "a person", &[
//!     Field::person("person", "Person"),
//!     Field::tick("came", "Came"),
//!     Field::line("note", "Note").aloud("Note on “{}”").empty("Nothing to say"),
//! ]).empty("Who was there.").ordered();
//!
//! static PAGE: Page = Page {
//!     title: "Training",
//!     lead: |release, _| format!("{} sessions.", release.training.sessions.len()),
//!     blocks: &[
//!         Block::Register(&SESSIONS), // the first one has its button in the head of the page
//!         Block::Rows(access::<Material>(), &MATERIALS),
//!         Block::Form(sole::<TrainingFacts>(), "How it is done", &[Group::one(&[Field::area("approach", "Approach")])]),
//!     ],
//! };
//!
//! /// The page of training.
//! #[component]
//! pub fn Training(#[prop(into)] entry: Signal<Option<String>>) -> impl IntoView {
//!     register_page(&PAGE, entry)
//! }
//!
//! fn state(release: &Release, id: &str, today: Date) -> Cell {
//!     let Some(session) = find::<Session>(release, id) else { return Cell::Text(String::new()) };
//!     …
//! }
//! ```
//!
//! Further:
//!
//! - A list is in `Command` first (`plan/command.rs`, with its words in `text/command.rs`); `access::<T>()` needs `Listed`,
//!   `sole::<T>()` needs `Sole`. Both, and [`find`](crate::plan_file::find), are in `plan_file`.
//! - Pieces stand alone too: [`register`], [`rows_table`], [`form`], [`fields_of`] give an `AnyView` to put anywhere. What a
//!   page has besides is a [`Block::Own`]; what an entry has besides its fields is `Register::more`; a field of its own kind is
//!   [`Kind::Own`], which reads its entry with `entry.member(…)` and writes with `entry.put(…)`.
//! - A member that is cleared is taken out and read back as its default: null, an empty reference or 0, as its type has it.
//! - A member that the type does not have is refused when it is typed into, with a sentence under the field.
//! - Findings lead to `data-entry` (the entry's id, or a row's) and `data-field`, which is the last part of the member or what
//!   [`Field::named`] says.
//! - `Register::mono` is for notes that are numbers from another tool. `Register::one` and `Rows::one` have their article.
//! - A `when` hears the whole entry; within a nested table, the row.

mod cells;
mod control;
mod detail;
mod entry;
mod field;
mod form;
mod list;
mod page;
mod remove;
mod rows;
mod spec;

pub use entry::Entry;
pub use field::{Field, Kind, Reply, Words, words};
pub use form::{fields_of, form};
pub use page::{register, register_page};
pub use rows::rows_table;
pub use spec::{Block, Cell, CellOf, Column, Filter, Group, Page, Preset, Register, Removing, Rows, Show, noun, plain};
