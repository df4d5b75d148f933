//! Everything that somebody must do, by owner, by due date or by kind; plain actions are done here with a tick.

mod line;
mod sift;

use leptos::prelude::*;

use self::line::group;
use self::sift::{Grouping, Line, Sieve, groups, lines};
use crate::plan::Choice;
use crate::readiness::Section;
use crate::route::Route;
use crate::text;
use crate::ui::components::{AnswerGroup, AnswerOption, Chip, Empty, PageHead, Search, each};
use crate::ui::desk::use_desk;
use crate::ui::plan::{Plan, memo, use_plan};

/// What the page is made of.
#[derive(Clone, Copy)]
struct Work {
    plan: Plan,
    /// Every thing to do, and what is done.
    all: Signal<Vec<Line>>,
    /// What it is grouped by.
    grouping: RwSignal<Grouping>,
}

/// Everything that somebody must do.
#[component]
pub fn Actions() -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let who = desk.who();
    let all = plan.from(move |release| lines(release, plan.today.get(), &who.get()));
    let (wanted, sieve) = (RwSignal::new(String::new()), RwSignal::new(Sieve::Open));
    let work = Work { plan, all, grouping: RwSignal::new(Grouping::Owner) };
    let shown = memo(Box::new(move || {
        all.with(|all| {
            plan.release.with(|release| groups(all, release, sieve.get(), &wanted.get(), work.grouping.get()))
        })
    }));
    let lead = memo(Box::new(move || all.with(|all| said(all))));
    let any = memo(Box::new(move || all.with(|all| !all.is_empty())));
    let undeclared = move || {
        (sieve.get() == Sieve::Mine && who.get().trim().is_empty()).then(|| view! {
            <p class="soft">"Nobody has said who works here: "<a href=Route::Settings.to_string()>"give your name in the settings"</a>", as it stands among the people."</p>
        })
    };
    view! {
        <PageHead title="Actions" lead/>
        <Show when=move || any.get() fallback=move || view! {
            <Empty text="What gates, meetings, the Board and the plan itself ask of somebody stands here, by owner and due date.">
                <a class="button" href=Route::section(plan.id(), Section::Meetings).to_string()>"Open the meetings"</a>
            </Empty>
        }>
            <div class="toolbar">
                <Search label="Search actions" text=wanted/>
                {chips(work, sieve)}
                {grouped_by(work)}
            </div>
            {undeclared}
            {each(move || shown.get(), move |(title, _)| (title.clone(), work.grouping.get_untracked()), move |(title, _)| group(work, shown, title))}
            {move || shown.with(Vec::is_empty).then(|| view! { <p class="soft" role="status">"Nothing here matches."</p> })}
        </Show>
    }
}

/// How much is open and how much of it late.
fn said(all: &[Line]) -> String {
    let open = all.iter().filter(|line| Sieve::Open.takes(line)).count();
    let late = all.iter().filter(|line| Sieve::Overdue.takes(line)).count();
    match (open, late) {
        (0, _) => "Nothing is left to be done.".to_owned(),
        (open, 0) => format!("{open} open, none overdue."),
        (open, late) => format!("{open} open, {late} overdue."),
    }
}

fn chips(work: Work, sieve: RwSignal<Sieve>) -> AnyView {
    let chip = |which: &Sieve| {
        let which = *which;
        let count = memo(Box::new(move || work.all.with(|all| all.iter().filter(|line| which.takes(line)).count())));
        view! { <Chip word=which.label() count on=Signal::derive(move || sieve.get() == which) on_press=move |()| sieve.set(which)/> }
    };
    let chips = Sieve::ALL.iter().map(chip).collect_view();
    view! { <div class="chips" role="group" aria-label="Filter">{chips}</div> }.into_any()
}

fn grouped_by(work: Work) -> AnyView {
    let options = Grouping::ALL.iter().map(|by| AnswerOption { value: *by, word: by.label(), role: None }).collect();
    let grouping = work.grouping;
    view! { <AnswerGroup label="Group by" field="grouping" options value=grouping on_change=move |by| grouping.set(by) apart=true/> }.into_any()
}

/// The day by which, and how far it is away while it is open.
fn due(work: Work, line: &Line) -> (String, String) {
    match (line.todo.done, line.todo.due) {
        (Some(done), _) => (format!("done on {}", text::day(done)), String::new()),
        (None, Some(due)) => (text::day(due), text::relative_day(work.plan.today.get(), due)),
        (None, None) => ("No due date".to_owned(), String::new()),
    }
}
