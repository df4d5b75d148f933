//! The days of the plan in order of time: search, filter, and a link to where each is entered.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::calendar::{DateKind, PlanDate, When, dates};
use crate::plan::{Choice, Release};
use crate::readiness::place_of;
use crate::route::Route;
use crate::text;
use crate::ui::components::{Chip, Empty, Role, Search, SectionHead, Status, each};
use crate::ui::plan::{Plan, use_plan};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    ToCome,
    Late,
    All,
}

const FILTERS: [(Filter, &str); 3] = [(Filter::ToCome, "To come"), (Filter::Late, "Late"), (Filter::All, "All")];

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Line {
    date: PlanDate,
    address: String,
}

/// The table of days.
#[component]
pub fn AllDates() -> impl IntoView {
    let plan = use_plan();
    let (wanted, filter) = (RwSignal::new(String::new()), RwSignal::new(Filter::ToCome));
    let lines = Memo::new(move |_| {
        let (wanted, filter, today) = (wanted.get().to_lowercase(), filter.get(), plan.today.get());
        plan.release.with(|release| {
            let found = dates(release, today).into_iter().filter(|date| passes(date, filter, today));
            let found = found.filter(|date| {
                format!("{} {}", date.kind.label(), date.subject).to_lowercase().contains(wanted.trim())
            });
            found.map(|date| line(release, date)).collect::<Vec<_>>()
        })
    });
    let chips = FILTERS.into_iter().map(|(of, word)| {
        let count = plan.from(move |release| {
            let today = plan.today.get();
            dates(release, today).iter().filter(|date| passes(date, of, today)).count()
        });
        view! { <Chip word count on=Signal::derive(move || filter.get() == of) on_press=move |()| filter.set(of)/> }
    });
    view! {
        <section class="section" aria-labelledby="all-dates">
            <SectionHead id="all-dates" title="Every date"/>
            <div class="toolbar">
                <Search label="Search dates" text=wanted/>
                <div class="chips" role="group" aria-label="Filter">{chips.collect_view()}</div>
            </div>
            <Show when=move || !lines.with(Vec::is_empty) fallback=|| view! { <Empty text="No date matches. Dates are entered where the work is planned, and stand here together."/> }>
                <div class="table-scroll" role="region" aria-label="Every date, table" tabindex="0">
                    <table class="table stack" role="table">
                        <thead><tr role="row">
                            <th scope="col" role="columnheader">"When"</th><th scope="col" role="columnheader">"What"</th>
                            <th scope="col" role="columnheader">"Of"</th><th scope="col" role="columnheader">"State"</th>
                        </tr></thead>
                        <tbody role="rowgroup">{each(move || lines.get(), Clone::clone, move |line| row(plan, line))}</tbody>
                    </table>
                </div>
            </Show>
        </section>
    }
}

fn line(release: &Release, date: PlanDate) -> Line {
    let address = Route::cure(release.id, &place_of(release, &date)).to_string();
    // A message is known by its subject as it will be read.
    let subject = match date.kind {
        DateKind::Message => text::plain_subject(&date.subject, release),
        _ => date.subject.clone(),
    };
    Line { address, date: PlanDate { subject, ..date } }
}

fn passes(date: &PlanDate, filter: Filter, today: Date) -> bool {
    match filter {
        Filter::ToCome => date.open && date.when.day() >= today,
        Filter::Late => is_late(date, today),
        Filter::All => true,
    }
}

/// Whether a day has passed and what was planned for it has not come about.
fn is_late(date: &PlanDate, today: Date) -> bool {
    date.open && date.when.day() < today && date.kind != DateKind::Waiver
}

fn row(plan: Plan, line: Line) -> AnyView {
    let today = plan.today.get_untracked();
    let (date, day) = (line.date.clone(), line.date.when.day());
    let at = match date.when {
        When::Day(_) => String::new(),
        When::Time(time) => format!("{}, ", text::time(time)),
    };
    let (role, word) = match () {
        () if is_late(&date, today) => (Role::NoGo, "Late"),
        () if date.open => (Role::Idle, "To come"),
        () => (Role::Go, "Done"),
    };
    let subject = text::named(date.subject.trim(), "The release");
    view! {
        <tr role="row">
            <td role="cell" data-label="When"><time datetime=day.to_string()>{text::day(day)}</time><span class="small soft">{at}{text::relative_day(today, day)}</span></td>
            <td role="cell" data-label="What">{date.kind.label()}</td>
            <td role="cell" class="words" data-label="Of"><a href=line.address>{subject}</a></td>
            <td role="cell" data-label="State"><Status role word/></td>
        </tr>
    }
    .into_any()
}

/// A day or a time in words.
pub(super) fn when(when: When) -> String {
    match when {
        When::Day(day) => text::day(day),
        When::Time(time) => text::day_and_time(time),
    }
}
