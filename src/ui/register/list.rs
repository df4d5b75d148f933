//! The table of a register: search, filter, sort, and the way to each entry.

use leptos::prelude::*;

use super::cells::{Line, lines};
use super::spec::{Cell, Filter, Register, noun};
use crate::order;
use crate::route::Route;
use crate::text;
use crate::ui::components::{Chip, Empty, Search, SortHead, each};
use crate::ui::plan::{Plan, memo};

/// The column that is sorted by: none, the titles, or one of the further columns, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Listed,
    Title,
    Column(usize),
}

/// A table at work.
#[derive(Clone, Copy)]
struct Table {
    plan: Plan,
    register: &'static Register,
    all: Signal<Vec<Line>>,
    shown: Signal<Option<String>>,
}

/// The table of a register. `shown` is the entry that is at work.
pub fn list(plan: Plan, register: &'static Register, shown: Signal<Option<String>>) -> AnyView {
    let all = plan.from(move |release| lines(register, release, plan.today.get()));
    let wanted = RwSignal::new(String::new());
    let filter = RwSignal::new(None::<usize>);
    let sort = RwSignal::new((By::Listed, false));
    let ids = memo(Box::new(move || {
        let passing = filter.get().and_then(|at| register.filters.get(at));
        all.with(|all| found(plan, register, all, &wanted.get(), passing, sort.get()))
    }));
    let any = memo(Box::new(move || all.with(|all| !all.is_empty())));
    let table = Table { plan, register, all, shown };
    let body = move || {
        if !any.get() {
            return view! { <Empty text=register.empty/> }.into_any();
        }
        let chips = (!register.filters.is_empty()).then(|| chips(table, filter));
        view! {
            <div class="toolbar"><Search label=format!("Search {}", register.many) text=wanted/>{chips}</div>
            {rows(table, ids, sort)}
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="soft">{format!("No {} matches.", noun(register.one))}</p> })}
        }
        .into_any()
    };
    body.into_any()
}

/// The ids that are shown, in the order in which they are.
fn found(
    plan: Plan,
    register: &Register,
    all: &[Line],
    wanted: &str,
    passing: Option<&Filter>,
    (by, down): (By, bool),
) -> Vec<String> {
    let (wanted, today) = (wanted.trim().to_lowercase(), plan.today.get());
    plan.release.with(|release| {
        let passes = |line: &&Line| passing.is_none_or(|filter| (filter.passes)(release, &line.id, today));
        let mut lines: Vec<&Line> = all.iter().filter(passes).filter(|line| says(line, &wanted)).collect();
        let key = |line: &&Line| match by {
            By::Listed => String::new(),
            By::Title => line.title.to_lowercase(),
            By::Column(at) => match register.columns.get(at).and_then(|column| column.sort) {
                Some(key) => key(release, &line.id),
                None => line.cells.get(at).map(Cell::key).unwrap_or_default(),
            },
        };
        if by != By::Listed {
            order::sort_by_cached_key(&mut lines, key);
        }
        if down {
            lines.reverse();
        }
        lines.into_iter().map(|line| line.id.clone()).collect()
    })
}

/// Whether a line has the words that are searched for.
fn says(line: &Line, wanted: &str) -> bool {
    let cells = line.cells.iter().map(Cell::words);
    let words = [line.title.clone(), line.note.clone()].into_iter().chain(cells);
    wanted.is_empty() || words.collect::<Vec<_>>().join(" ").to_lowercase().contains(wanted)
}

fn chips(table: Table, filter: RwSignal<Option<usize>>) -> AnyView {
    let Table { plan, register, all, .. } = table;
    let chip = |word: &'static str, at: Option<usize>| {
        let count = memo(Box::new(move || {
            let passing = at.and_then(|at| register.filters.get(at));
            let passes = |line: &&Line| {
                passing.is_none_or(|filter| {
                    plan.release.with(|release| (filter.passes)(release, &line.id, plan.today.get()))
                })
            };
            all.with(|all| all.iter().filter(passes).count())
        }));
        view! { <Chip word count on=Signal::derive(move || filter.get() == at) on_press=move |()| filter.set(at)/> }
            .into_any()
    };
    let further = register.filters.iter().enumerate().map(|(at, filter)| chip(filter.word, Some(at)));
    let chips = std::iter::once(chip("All", None)).chain(further).collect_view();
    view! { <div class="chips" role="group" aria-label="Filter">{chips}</div> }.into_any()
}

fn rows(table: Table, ids: Signal<Vec<String>>, sort: RwSignal<(By, bool)>) -> AnyView {
    let register = table.register;
    let head = |(at, column): (usize, &super::spec::Column)| {
        view! { <SortHead word=column.head by=By::Column(at) sort number=column.number/> }
    };
    let heads = register.columns.iter().enumerate().map(head).collect_view();
    view! {
        <div class="table-scroll" role="region" aria-label=format!("{}, table", text::upper_first(register.many)) tabindex="0">
            <table class="table stack" role="table">
                <thead><tr role="row"><SortHead word=register.head by=By::Title sort/>{heads}</tr></thead>
                <tbody role="rowgroup">{each(move || ids.get(), Clone::clone, move |id| row(table, id))}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(table: Table, id: String) -> AnyView {
    let Table { plan, register, all, shown } = table;
    let address = Route::entry(plan.id(), register.section, &id).to_string();
    let this = id.clone();
    let line = memo(Box::new(move || all.with(|all| all.iter().find(|line| line.id == id).cloned())));
    let current = memo(Box::new(move || shown.with(|shown| shown.as_ref() == Some(&this))));
    let title = move || line.get().map(|line| text::named(line.title.trim(), &format!("New {}", noun(register.one))));
    let note = move || line.get().map(|line| line.note).filter(|note| !note.is_empty());
    let cell = |(at, column): (usize, &'static super::spec::Column)| {
        let cell = move || line.get().and_then(|line| line.cells.into_iter().nth(at)).map(Cell::draw);
        view! { <td role="cell" class=if column.number { "number" } else { "" } data-label=column.head>{cell}</td> }
    };
    let small = if register.mono { "small soft mono" } else { "small soft" };
    let cells = register.columns.iter().enumerate().map(cell).collect_view();
    view! {
        <tr role="row" class:current=move || current.get()>
            <th scope="row" role="rowheader">
                <a href=address aria-current=move || current.get().then_some("true")>{title}</a>
                {move || note().map(|note| view! { <span class=small>{note}</span> })}
            </th>
            {cells}
        </tr>
    }
    .into_any()
}
