//! A criterion in the list, answered where it stands.

use leptos::prelude::*;

use super::answer::{OPTIONS, give, role_and_word};
use super::look::Look;
use crate::gate::AnswerKind;
use crate::plan::{AcceptanceCriterion, Answer, Id, Release};
use crate::readiness::Section;
use crate::route::Route;
use crate::text;
use crate::ui::components::{AnswerGroup, Mark};
use crate::ui::plan::use_plan;

/// A criterion in the list.
#[component]
pub fn CriterionRow(
    /// Which.
    id: Id<AcceptanceCriterion>,
    /// What of the list is looked at.
    look: Look,
    /// The one whose detail is shown.
    selected: Memo<Option<Id<AcceptanceCriterion>>>,
) -> impl IntoView {
    let plan = use_plan();
    let title = plan.of(id, named);
    let kind = plan.of(id, |criterion: &AcceptanceCriterion| AnswerKind::of(&criterion.answer));
    let note = plan.from(move |release| note(release, id));
    let state = Memo::new(move |_| plan.release.with(|release| role_and_word(release, id, plan.today.get())));
    let address = Route::entry(plan.id(), Section::Acceptance, id).to_string();
    let current = move || (selected.get() == Some(id)).then_some("true");
    let answer = move |kind| {
        look.hold(id);
        give(plan, look, id, kind);
    };
    view! {
        <li class="row">
            {move || view! { <Mark role=state.get().0/> }}
            <div><a class="row-title" href=address aria-current=current>{title}</a><span class="note">{note}</span></div>
            <span class="word">{move || state.get().1}</span>
            <AnswerGroup label=title field="row_answer" options=OPTIONS.to_vec() value=kind on_change=answer/>
        </li>
    }
}

/// What people call a criterion.
pub fn named(criterion: &AcceptanceCriterion) -> String {
    text::named(criterion.title.trim(), "New criterion")
}

/// Number, owner, due day, and what else is to be known without opening it.
fn note(release: &Release, id: Id<AcceptanceCriterion>) -> String {
    let Some((at, criterion)) = release.criteria.iter().enumerate().find(|(_, criterion)| criterion.id == id) else {
        return String::new();
    };
    let owner = release.person_name(criterion.owner).map(str::to_owned);
    let settled = matches!(criterion.answer, Answer::Met | Answer::NotApplicable { .. });
    let due = criterion.due.filter(|_| !settled).map(|day| format!("due {}", text::day(day)));
    let shown = match (criterion.evidence.len(), &criterion.answer) {
        (0, Answer::Met) => Some("needs evidence".to_owned()),
        (0, _) => None,
        (1, _) => Some("1 piece of evidence".to_owned()),
        (count, _) => Some(format!("{count} pieces of evidence")),
    };
    let said: Vec<String> = [Some(format!("A{}", at + 1)), owner, due, shown].into_iter().flatten().collect();
    said.join(" · ")
}
