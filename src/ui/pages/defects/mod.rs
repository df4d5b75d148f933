//! Defects: what was found in testing, what was decided on each, and the known errors that go live.

mod detail;
mod list;

use leptos::prelude::*;

use self::detail::Detail;
use self::list::DefectList;
use crate::plan::{Defect, DefectDecision, Id, Release, RemovedKind};
use crate::readiness::Section;
use crate::route::Route;
use crate::ui::components::{Icon, PageHead, RemovedList, Role};
use crate::ui::desk::use_desk;
use crate::ui::plan::{new_id, use_plan};

/// The defects of a release, and one of them at work.
#[component]
pub fn Defects(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let shown = Memo::new(move |_| {
        let id = Id::<Defect>::new(&entry.get()?).ok()?;
        plan.release.with(|release| release.defects.contains(id)).then_some(id)
    });
    let add = move |_| {
        let defect = Defect { id: new_id(), ..Defect::default() };
        let id = defect.id;
        plan.dispatch(crate::plan::Command::Defects(crate::plan::Edit::add(defect)));
        desk.go(&Route::entry(plan.id(), Section::Defects, id));
    };
    view! {
        <PageHead title="Defects and known errors" lead=plan.from(lead)>
            <button class="button primary" type="button" data-field="add" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add defect"</button>
        </PageHead>
        <div class="split">
            <div class="list"><DefectList shown/></div>
            {move || shown.get().map(|id| view! { <Detail id/> })}
        </div>
        <RemovedList kinds=&[RemovedKind::Defect] kind=RemovedKind::Defect missing=Signal::stored(Vec::new())
            on_put_back=move |id| plan.put_back(id) on_restore=|_| ()/>
    }
}

fn lead(release: &Release) -> String {
    let all = release.defects.len();
    let open = release.defects.iter().filter(|defect| standing(defect).0 == Role::NoGo).count();
    match (all, open) {
        (0, _) => String::new(),
        (all, 0) => format!("{all} found, each of them decided."),
        (all, 1) => format!("One of {all} stands in the way."),
        (all, open) => format!("{open} of {all} stand in the way."),
    }
}

/// How a defect stands, as a role and a word.
fn standing(defect: &Defect) -> (Role, &'static str) {
    match &defect.decision {
        DefectDecision::Undecided => (Role::NoGo, "Undecided"),
        DefectDecision::Fix { fixed: None } => (Role::NoGo, "To be fixed"),
        DefectDecision::Fix { fixed: Some(_) } => (Role::Go, "Fixed"),
        DefectDecision::Workaround if defect.known_error.workaround.trim().is_empty() => {
            (Role::NoGo, "Workaround missing")
        }
        DefectDecision::Workaround => (Role::Go, "Known error"),
        DefectDecision::Postpone { .. } => (Role::NoGo, "Postpones the release"),
    }
}
