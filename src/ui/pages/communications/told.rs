//! Who has been told what, and who has not yet: a row for each department, person and anyone else.

use jiff::civil::Date;
use leptos::prelude::*;

use super::messages::role;
use crate::communication::{Listener, Sending, Told, told};
use crate::plan::Release;
use crate::readiness::Section;
use crate::route::Route;
use crate::text;
use crate::ui::components::{Chip, Empty, Mark, Role, SectionHead, Status};
use crate::ui::plan::{Plan, memo};

/// A row as it is drawn.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    name: String,
    note: &'static str,
    cells: Vec<(Role, String)>,
    last: (Role, String),
    late: bool,
    waits: bool,
}

/// The table as it is drawn: the messages with their ids, and the rows.
type Drawn = (Vec<(String, String)>, Vec<Line>);

/// What the marks mean.
const LEGEND: [(Role, &str); 4] =
    [(Role::Go, "Told"), (Role::Idle, "To be told"), (Role::NoGo, "Overdue"), (Role::NotApplicable, "Not addressed")];

/// Which rows are shown: all, those that have been told nothing, or those to which something is overdue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    All,
    Waiting,
    Late,
}

impl Which {
    fn shows(self, line: &Line) -> bool {
        match self {
            Self::All => true,
            Self::Waiting => line.waits,
            Self::Late => line.late,
        }
    }
}

/// The table of who has been told what.
pub fn who_was_told(plan: Plan) -> AnyView {
    let drawn = plan.from(move |release| drawn(release, plan.today.get()));
    let which = RwSignal::new(Which::All);
    let any = memo(Box::new(move || drawn.with(|(messages, lines)| !messages.is_empty() && !lines.is_empty())));
    let chip = move |word: &'static str, of: Which| {
        let count = memo(Box::new(move || drawn.with(|(_, lines)| lines.iter().filter(|line| of.shows(line)).count())));
        view! { <Chip word count on=Signal::derive(move || which.get() == of) on_press=move |()| which.set(of)/> }
    };
    let body = move || {
        if !any.get() {
            return view! { <Empty text="Once there are departments and messages, this shows who has been told what, and who has not yet."/> }
                .into_any();
        }
        view! {
            <div class="toolbar"><div class="chips" role="group" aria-label="Filter who was told">
                {chip("All", Which::All)}{chip("Told nothing yet", Which::Waiting)}{chip("Overdue", Which::Late)}
            </div></div>
            {move || table(plan, drawn.get(), which.get())}
        }
        .into_any()
    };
    view! {
        <section class="section" aria-labelledby="told">
            <SectionHead id="told" title="Who has been told what"/>
            {body}
        </section>
    }
    .into_any()
}

fn table(plan: Plan, (messages, lines): Drawn, which: Which) -> AnyView {
    let heads = messages.iter().map(|(id, subject)| {
        let address = Route::entry(plan.id(), Section::Communications, id).to_string();
        view! { <th scope="col" role="columnheader" title=subject.clone()><a href=address>{subject.clone()}</a></th> }
    });
    let heads = heads.collect_view();
    let shown: Vec<Line> = lines.into_iter().filter(|line| which.shows(line)).collect();
    let none = shown.is_empty().then(|| view! { <p class="soft">"Nobody."</p> });
    let row = |line: Line| {
        let cells = line.cells.into_iter().zip(&messages).map(|((role, word), (_, subject))| {
            let title = format!("{subject}: {word}");
            view! { <td role="cell" title=title><Mark role/><span class="unseen">{word}</span></td> }
        });
        let cells = cells.collect_view();
        let (role, word) = line.last;
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{line.name}<span class="small soft">{line.note}</span></th>
                <td role="cell" data-label="Told last"><Status role word/></td>
                {cells}
            </tr>
        }
    };
    view! {
        <div class="table-scroll" role="region" aria-label="Who has been told what, table" tabindex="0">
            <table class="table told" role="table">
                <thead><tr role="row"><th scope="col" role="columnheader">"Who"</th><th scope="col" role="columnheader">"Told last"</th>{heads}</tr></thead>
                <tbody role="rowgroup">{shown.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        {none}
        <p class="legend">{LEGEND.map(|(role, word)| view! { <Status role word/> }).collect_view()}</p>
    }
    .into_any()
}

fn drawn(release: &Release, today: Date) -> Drawn {
    let table = told(release, today);
    let subject = |subject: &str| text::named(&text::plain_subject(subject, release), "New message");
    let messages = table.messages.iter().map(|it| (it.id.to_string(), subject(&it.subject))).collect();
    let line = |row: &crate::communication::Row| {
        let (name, note, impacted) = match row.listener {
            Listener::Department(department) if department.impacted => (department.name.as_str(), "Impacted", true),
            Listener::Department(department) => (department.name.as_str(), "", false),
            Listener::Person(person) => (person.name.as_str(), "Person", false),
            Listener::Others(others) => (others, "", false),
        };
        let last = match row.latest {
            Some((_, on)) => (Role::Go, text::day(on)),
            None if row.is_addressed() => (Role::Idle, "Not yet".to_owned()),
            None if impacted => (Role::NoGo, "No message is for them".to_owned()),
            None => (Role::NotApplicable, "No message is for them".to_owned()),
        };
        Line {
            name: text::named(name, "Without a name"),
            note,
            cells: row.each.iter().map(|told| cell(*told)).collect(),
            last,
            late: row.each.iter().any(|told| matches!(told, Told::Addressed(Sending::Overdue(_)))),
            waits: row.latest.is_none() && (impacted || row.is_addressed()),
        }
    };
    (messages, table.rows.iter().map(line).collect())
}

fn cell(told: Told) -> (Role, String) {
    let role = match told {
        Told::NotAddressed => Role::NotApplicable,
        Told::Addressed(standing) => role(standing),
    };
    (role, text::told(told))
}
