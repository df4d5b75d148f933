//! Acceptance criteria: a list to work down, and beside it the one that is worked on.

mod answer;
mod detail;
mod look;
mod row;
mod toolbar;

use leptos::prelude::*;

use self::detail::Detail;
use self::look::{Look, pick};
use self::row::CriterionRow;
use self::toolbar::Toolbar;
use crate::gate::{missing_criteria, put_back, restore_criterion};
use crate::plan::{AcceptanceCriterion, Command, CriteriaList, Edit, Id, RemovedKind, TemplatePart};
use crate::readiness::{Place, Section};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Day, Empty, Icon, NotInPlan, PageHead, PersonChoice, RemovedList, Role, Status, each};
use crate::ui::desk::use_desk;
use crate::ui::pages::TemplateTools;
use crate::ui::plan::{Plan, new_id, use_plan};

/// The acceptance criteria.
#[component]
pub fn Acceptance(
    /// The criterion that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let look = Look::new();
    provide_context(look);
    let selected = Memo::new(move |_| {
        let id = entry.with(|entry| entry.as_deref().and_then(|entry| Id::<AcceptanceCriterion>::new(entry).ok()))?;
        plan.release.with(|release| release.criteria.contains(id)).then_some(id)
    });
    let add = move |_| {
        let criterion = AcceptanceCriterion { id: new_id(), ..AcceptanceCriterion::default() };
        let place = Place::entry(Section::Acceptance, criterion.id, "title");
        plan.dispatch(Command::Criteria(Edit::add(criterion)));
        desk.go(&Route::cure(plan.id(), &place));
    };
    let add_button = move || {
        view! {
            <button class="button primary" type="button" data-field="add" disabled=plan.read_only on:click=add>
                <Icon name="plus"/>"Add criterion"
            </button>
        }
    };
    view! {
        <PageHead title="Acceptance criteria" lead=plan.from(move |release| text::criteria(release, plan.today.get()))>{add_button()}</PageHead>
        <NotInPlan entry found=Signal::derive(move || selected.get().is_some()) what="a criterion"/>
        <Toolbar look/>
        <div class="split">
            <div class="list criteria"><Rows look selected/></div>
            {each(move || selected.get(), |id| *id, |id| view! { <Detail id/> })}
        </div>
        <ReviewDay/>
        <TemplateTools part=TemplatePart::Criteria/>
        <Removed plan/>
    }
}

/// The criteria that search and filter leave, in the chosen order.
#[component]
fn Rows(look: Look, selected: Memo<Option<Id<AcceptanceCriterion>>>) -> impl IntoView {
    let plan = use_plan();
    let shown = Memo::new(move |_| plan.release.with(|release| pick(release, look, plan.today.get())));
    let none = move || plan.release.with(|release| release.criteria.is_empty());
    let nothing = move || {
        match none() {
        true => view! {
            <Empty text="No criteria yet. A criterion is a condition that the release must meet before it goes live.">
                <button class="button" type="button" disabled=plan.read_only on:click=move |_| add_defaults(plan)>"Add the usual criteria"</button>
            </Empty>
        }
        .into_any(),
        false => view! {
            <Empty text="No criterion matches.">
                <button class="button" type="button" on:click=move |_| look.clear()>"Show all criteria"</button>
            </Empty>
        }
        .into_any(),
    }
    };
    view! {
        <Show when=move || !shown.with(Vec::is_empty) fallback=nothing>
            <ol class="rows" aria-label="Criteria">
                {each(move || shown.get(), |id| *id, move |id| view! { <CriterionRow id look selected/> })}
            </ol>
        </Show>
    }
}

/// Puts every default criterion that is missing without a reason into the plan, as one step.
fn add_defaults(plan: Plan) {
    let added = plan.release.with_untracked(|release| {
        missing_criteria(release).into_iter().map(|entry| Command::Criteria(Edit::add(entry.criterion()))).collect()
    });
    plan.dispatch(Command::Batch(added));
}

/// When the list itself is looked at again.
#[component]
fn ReviewDay() -> impl IntoView {
    let plan = use_plan();
    let day = plan.from(|release| release.criteria_list.review);
    let overdue = move || day.get().is_some_and(|day| day < plan.today.get());
    view! {
        <section class="section" aria-labelledby="review">
            <div class="section-head"><h2 id="review">"Review of the list"</h2></div>
            <div class="form">
                <Day label="Look at the list again by" field="criteria_review" optional=true value=day
                    help="A list that nobody looks at any more asks for the wrong things."
                    on_change=move |day| plan.edit_part("criteria_review", |list: &mut CriteriaList| list.review = day)/>
                {move || overdue().then(|| view! { <p><Status role=Role::Conditional word="That day has passed. Look at the list, then choose the next one."/></p> })}
                <div class="fields pair">
                    <Day label="Looked at last" field="criteria_reviewed" optional=true value=plan.from(|release| release.criteria_list.reviewed)
                        on_change=move |day| plan.edit_part("criteria_reviewed", |list: &mut CriteriaList| list.reviewed = day)/>
                    <PersonChoice label="By" field="criteria_reviewed_by" value=plan.from(|release| release.criteria_list.reviewed_by)
                        on_change=move |by| plan.edit_part("criteria_reviewed_by", |list: &mut CriteriaList| list.reviewed_by = by)/>
                </div>
            </div>
        </section>
    }
}

#[component]
fn Removed(plan: Plan) -> impl IntoView {
    let missing = plan.from(|release| {
        missing_criteria(release).into_iter().map(|entry| (entry.key.to_owned(), entry.title.to_owned())).collect()
    });
    let put = move |id| {
        let command =
            plan.get(id).and_then(|removal| plan.release.with_untracked(|release| put_back(release, &removal)));
        if let Some(command) = command {
            plan.dispatch(command);
        }
    };
    let restore = move |key: String| {
        if let Some(command) = plan.release.with_untracked(|release| restore_criterion(release, &key)) {
            plan.dispatch(command);
        }
    };
    view! {
        <RemovedList kinds=&[RemovedKind::Criterion] kind=RemovedKind::Criterion missing on_put_back=put on_restore=restore/>
    }
}
