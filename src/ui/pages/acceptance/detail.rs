//! One criterion with all that belongs to it.

use leptos::prelude::*;

use super::answer::{OPTIONS, Particulars, give, role_and_word};
use super::look::Look;
use super::row::named;
use crate::gate::AnswerKind;
use crate::plan::{AcceptanceCriterion, Command, Edit, Id, RemovedKind};
use crate::readiness::Section;
use crate::route::Route;
use crate::ui::components::{
    AnswerGroup, Area, Badge, Day, EvidenceList, Icon, InlineArea, PersonChoice, ReasonDialog, focus_soon,
};
use crate::ui::desk::use_desk;
use crate::ui::plan::{Plan, use_plan};
use crate::ui::reports::Shown;

/// One criterion with all that belongs to it.
#[component]
pub fn Detail(
    /// Which.
    id: Id<AcceptanceCriterion>,
) -> impl IntoView {
    let plan = use_plan();
    let look = use_context::<Look>().unwrap_or_else(Look::new);
    let title = plan.of(id, named);
    let state = Memo::new(move |_| plan.release.with(|release| role_and_word(release, id, plan.today.get())));
    let number =
        plan.from(move |release| release.criteria.position(id).map(|at| format!("A{}", at + 1)).unwrap_or_default());
    let kind = plan.of(id, |criterion: &AcceptanceCriterion| AnswerKind::of(&criterion.answer));
    let clear = move |_| {
        give(plan, look, id, AnswerKind::Unanswered);
        focus_soon("#main .detail [data-field=\"answer\"]".to_owned());
    };
    let clear = move || {
        (kind.get() != AnswerKind::Unanswered && !plan.read_only).then(|| {
            view! { <button class="button quiet small" type="button" on:click=clear>"Clear answer"</button> }
        })
    };
    let edit_evidence = move |edit| {
        plan.edit_within(id, |criterion: &mut AcceptanceCriterion| Some(&mut criterion.evidence), edit);
    };
    view! {
        <article class="detail" aria-labelledby="criterion" data-entry=id.to_string() tabindex="-1">
            <nav class="trail" aria-label="Path">
                <a href=Route::section(plan.id(), Section::Acceptance).to_string()><Icon name="back"/>"All criteria"</a>
            </nav>
            <div class="section-head">
                <span class="mono soft">{number}</span>
                {move || { let (role, word) = state.get(); view! { <Badge role word/> } }}
            </div>
            <h2 id="criterion" class="unseen">{title}</h2>
            <InlineArea label=Signal::stored("Criterion".to_owned()) field="title" heading=true value=plan.of(id, |c: &AcceptanceCriterion| c.title.clone())
                placeholder="A condition, as a sentence that can be true"
                on_change=move |text| plan.edit(id, "title", |c: &mut AcceptanceCriterion| c.title = text)/>
            <div class="answer-line">
                <AnswerGroup label=title field="answer" options=OPTIONS.to_vec() value=kind
                    on_change=move |kind| give(plan, look, id, kind)/>
                {clear}
            </div>
            <Particulars id/>
            {facts(plan, id)}
            <EvidenceList shown=Shown::Criterion(id) value=plan.of(id, |c: &AcceptanceCriterion| c.evidence.clone()) on_edit=edit_evidence/>
            {foot(plan, id)}
        </article>
    }
}

fn facts(plan: Plan, id: Id<AcceptanceCriterion>) -> impl IntoView {
    view! {
        <div class="fields">
            <Area label="What exactly is asked" field="detail" optional=true rows=2
                value=plan.of(id, |c: &AcceptanceCriterion| c.detail.clone())
                on_change=move |text| plan.edit(id, "detail", |c: &mut AcceptanceCriterion| c.detail = text)/>
            <div class="fields pair">
                <PersonChoice label="Owner" field="owner" value=plan.of(id, |c: &AcceptanceCriterion| c.owner)
                    on_change=move |owner| plan.edit(id, "owner", |c: &mut AcceptanceCriterion| c.owner = owner)/>
                <Day label="Due" field="due" optional=true value=plan.of(id, |c: &AcceptanceCriterion| c.due)
                    on_change=move |due| plan.edit(id, "due", |c: &mut AcceptanceCriterion| c.due = due)/>
            </div>
        </div>
    }
}

/// Where it came from, its place in the list, and the way out of it.
fn foot(plan: Plan, id: Id<AcceptanceCriterion>) -> impl IntoView {
    let desk = use_desk();
    let asked = RwSignal::new(None::<String>);
    let own = plan.of(id, |criterion: &AcceptanceCriterion| criterion.catalogue.is_none());
    let provenance = move || match own.get() {
        true => "Added for this release.",
        false => "One of the default criteria.",
    };
    let place = plan.from(move |release| (release.criteria.position(id).unwrap_or(0), release.criteria.len()));
    let move_to = move |to: Option<usize>| {
        if let Some(to) = to.filter(|to| *to < place.get_untracked().1) {
            plan.dispatch(Command::Criteria(Edit::Move { id, to }));
        }
    };
    let first = move || (place.get().0 == 0).to_string();
    let last = move || (place.get().0 + 1 >= place.get().1).to_string();
    let ask = move |_| asked.set(plan.get(id).map(|criterion| named(&criterion)));
    let remove = move |reason: String| {
        if let Some(criterion) = plan.get(id) {
            let command = Command::Criteria(Edit::Remove { id });
            plan.remove_with_reason(RemovedKind::Criterion, &criterion, &reason, command);
            desk.go(&Route::section(plan.id(), Section::Acceptance));
        }
    };
    view! {
        <div class="actions entry-foot">
            <span class="soft small">{provenance}</span>
            <button class="button small" type="button" disabled=plan.read_only aria-disabled=first
                on:click=move |_| move_to(place.get_untracked().0.checked_sub(1))><Icon name="up"/>"Move up"</button>
            <button class="button small" type="button" disabled=plan.read_only aria-disabled=last
                on:click=move |_| move_to(place.get_untracked().0.checked_add(1))><Icon name="down"/>"Move down"</button>
            <button class="button danger small" type="button" disabled=plan.read_only on:click=ask>"Remove criterion"</button>
        </div>
        <ReasonDialog what=asked on_remove=remove/>
    }
}
