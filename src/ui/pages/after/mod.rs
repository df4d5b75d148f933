//! Go-live and after: the night as it went, incidents, early life support, and what was learnt.

mod actual;
mod figures;
mod incidents;
mod runbook;
mod waves;

use jiff::civil::Date;
use leptos::prelude::*;

use self::actual::actual;
use self::figures::{figures, live};
use self::incidents::INCIDENTS;
use self::runbook::runbook;
use self::waves::waves;
use crate::plan::{EarlyLifeSupport, LessonKind, PostImplementationReview, Release};
use crate::plan_file::sole;
use crate::text;
use crate::ui::lessons::earlier_lessons;
use crate::ui::register::{Block, Field, Group, Page, Rows, register_page, words};

static PAGE: Page = Page {
    title: "Go-live and after",
    lead,
    blocks: &[
        Block::Own(figures),
        Block::Own(live),
        Block::Own(runbook),
        Block::Own(waves),
        Block::Register(&INCIDENTS),
        Block::Form(
            sole::<EarlyLifeSupport>(),
            "Early life support",
            &[
                Group::pair(&[
                    Field::day("from", "From").optional(),
                    Field::day("until", "Planned until").optional(),
                    Field::person("lead", "Led by"),
                    Field::day("ended", "Ended")
                        .named("support_ended")
                        .optional()
                        .help("Once every exit criterion is met."),
                ]),
                Group::one(&[Field::rows("exit", &EXIT), Field::rows("log", &LOG)]),
            ],
        ),
        Block::Own(actual),
        Block::Form(
            sole::<PostImplementationReview>(),
            "Post-implementation review",
            &[Group::one(&[
                Field::day("held", "Held").optional(),
                Field::area("summary", "Summary").help("Whether what the release was meant to bring was brought."),
                Field::rows("lessons", &LESSONS),
                Field::rows("actions", &ACTIONS),
            ])],
        ),
        Block::Own(|_| earlier_lessons(true)),
    ],
};

static EXIT: Rows = Rows::new(
    "Exit criteria",
    "a criterion",
    &[
        Field::area("text", "It ends when").empty("With its figure"),
        Field::day("due", "By").aloud("“{}” is due").optional(),
        Field::day("met", "Met").aloud("“{}” was met").optional(),
    ],
)
.empty("What must hold before reinforced support ends: five days without a critical incident, calls back to normal.");

static LOG: Rows = Rows::new(
    "Daily log",
    "a day",
    &[
        Field::day("on", "Day"),
        Field::number("calls", "Calls"),
        Field::number("open_incidents", "Open incidents"),
        Field::area("note", "Note").empty("What is worth telling"),
    ],
)
.empty("What each day brought: calls, open incidents, a line of what is worth telling.")
.preset(|_, today| serde_json::json!({ "on": today }));

static LESSONS: Rows = Rows::new(
    "Lessons",
    "a lesson",
    &[
        Field::area("text", "Lesson").empty("What was learnt"),
        Field::choice("kind", "Kind", words::<LessonKind>).aloud("Kind of “{}”"),
    ],
)
.empty("What went well, what did not, and what the next release of this type should know. It is shown there.");

static ACTIONS: Rows = Rows::new(
    "Actions from the review",
    "an action",
    &[
        Field::area("text", "Action").empty("What is to be done"),
        Field::person("owner", "Owner").aloud("Owner of “{}”").empty("Release manager"),
        Field::day("due", "Due").aloud("“{}” is due"),
        Field::day("closed", "Done").aloud("“{}” was done"),
    ],
)
.empty("What somebody does so that the next release goes better.");

/// Go-live and after.
#[component]
pub fn After(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    register_page(&PAGE, entry)
}

fn lead(release: &Release, today: Date) -> String {
    match (release.after.go_live.at, release.go_live()) {
        (Some(at), _) => format!("Live since {}, {}.", text::day_and_time(at), text::relative_day(today, at.date())),
        (None, Some(day)) => format!("Planned to be live on {}, {}.", text::day(day), text::relative_day(today, day)),
        (None, None) => "No go-live is planned yet.".to_owned(),
    }
}
