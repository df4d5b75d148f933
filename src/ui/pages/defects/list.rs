//! The list of defects: search, filter, sort.

use leptos::prelude::*;

use super::role_and_word;
use crate::gate::{DefectState, defect_state};
use crate::plan::{Choice, Defect, Id};
use crate::readiness::Section;
use crate::route::Route;
use crate::ui::components::{Chip, Empty, Search, SortHead, Status, each};
use crate::ui::plan::{Plan, use_plan};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Listed,
    Title,
    Severity,
    Owner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    All,
    InTheWay,
    GoesLive,
    Fixed,
}

const FILTERS: [(Filter, &str); 4] = [
    (Filter::All, "All"),
    (Filter::InTheWay, "In the way"),
    (Filter::GoesLive, "Known errors"),
    (Filter::Fixed, "Fixed"),
];

/// The table of defects.
#[component]
pub fn DefectList(
    /// The one that is at work.
    shown: Memo<Option<Id<Defect>>>,
) -> impl IntoView {
    let plan = use_plan();
    let wanted = RwSignal::new(String::new());
    let filter = RwSignal::new(Filter::All);
    let sort = RwSignal::new((Sort::Listed, false));
    let ids = Memo::new(move |_| {
        let (wanted, filter, (by, down)) = (wanted.get().to_lowercase(), filter.get(), sort.get());
        let today = plan.today.get();
        plan.release.with(|release| {
            let owner = |defect: &Defect| release.person_name(defect.owner).unwrap_or_default().to_lowercase();
            let mut found: Vec<&Defect> = release
                .defects
                .iter()
                .filter(|defect| passes(defect_state(defect, today), filter))
                .filter(|defect| {
                    format!("{} {} {}", defect.number, defect.title, owner(defect))
                        .to_lowercase()
                        .contains(wanted.trim())
                })
                .collect();
            match by {
                Sort::Listed => {}
                Sort::Title => found.sort_by_key(|defect| defect.title.to_lowercase()),
                Sort::Severity => found.sort_by_key(|defect| std::cmp::Reverse(defect.severity)),
                Sort::Owner => found.sort_by_key(|defect| owner(defect)),
            }
            if down {
                found.reverse();
            }
            found.into_iter().map(|defect| defect.id).collect::<Vec<_>>()
        })
    });
    let any = plan.from(|release| !release.defects.is_empty());
    view! {
        <Show when=move || any.get() fallback=|| view! {
            <Empty text="What testing found and what was decided on it: fix it, go live with a workaround, or wait."/>
        }>
            <div class="toolbar">
                <Search label="Search defects" text=wanted/>
                <div class="chips" role="group" aria-label="Filter">{FILTERS.into_iter().map(|(of, word)| chip(plan, filter, of, word)).collect_view()}</div>
            </div>
            <div class="table-scroll" role="region" aria-label="Defects" tabindex="0">
                <table class="table stack" role="table">
                    <thead><tr role="row">
                        <SortHead word="Defect" by=Sort::Title sort/><SortHead word="Severity" by=Sort::Severity sort/>
                        <th scope="col" role="columnheader">"Decision"</th><SortHead word="Owner" by=Sort::Owner sort/>
                    </tr></thead>
                    <tbody role="rowgroup">{each(move || ids.get(), |id| *id, move |id| row(plan, id, shown))}</tbody>
                </table>
            </div>
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="soft">"No defect matches."</p> })}
        </Show>
    }
}

fn chip(plan: Plan, filter: RwSignal<Filter>, of: Filter, word: &'static str) -> impl IntoView {
    let count = plan.from(move |release| {
        release.defects.iter().filter(|defect| passes(defect_state(defect, plan.today.get()), of)).count()
    });
    view! { <Chip word count on=Signal::derive(move || filter.get() == of) on_press=move |()| filter.set(of)/> }
}

fn passes(state: DefectState, filter: Filter) -> bool {
    match filter {
        Filter::All => true,
        Filter::InTheWay => state.is_open(),
        Filter::GoesLive => state == DefectState::KnownError,
        Filter::Fixed => state == DefectState::Fixed,
    }
}

fn row(plan: Plan, id: Id<Defect>, shown: Memo<Option<Id<Defect>>>) -> impl IntoView {
    let title = plan.of(id, |defect: &Defect| match defect.title.trim() {
        "" => "New defect".to_owned(),
        title => title.to_owned(),
    });
    let number = plan.of(id, |defect: &Defect| defect.number.clone());
    let severity = plan.of(id, |defect: &Defect| defect.severity);
    let state = plan.of(id, move |defect: &Defect| Some(defect_state(defect, plan.today.get())));
    let decision = move || state.get().map(role_and_word).map(|(role, word)| view! { <Status role word/> });
    let owner = plan.from(move |release| {
        let owner = release.defects.get(id).and_then(|defect| release.person_name(defect.owner));
        owner.unwrap_or("Nobody").to_owned()
    });
    let address = Route::entry(plan.id(), Section::Defects, id).to_string();
    view! {
        <tr role="row" class:current=move || shown.get() == Some(id)>
            <th scope="row" role="rowheader">
                <a href=address aria-current=move || (shown.get() == Some(id)).then_some("true")>{title}</a>
                <span class="small soft mono">{number}</span>
            </th>
            <td role="cell" data-label="Severity">{move || severity.get().label()}</td>
            <td role="cell" data-label="Decision">{decision}</td>
            <td role="cell" data-label="Owner">{owner}</td>
        </tr>
    }
}
