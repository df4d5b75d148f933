//! Defects: what was found in testing, what was decided on each, and the known errors that go live.

mod detail;
mod list;

use jiff::civil::Date;
use leptos::prelude::*;

use self::detail::Detail;
use self::list::DefectList;
use crate::gate::{DefectState, defect_state};
use crate::plan::{Defect, Id, Release, RemovedKind};
use crate::readiness::Section;
use crate::route::Route;
use crate::text;
use crate::ui::components::{Icon, NotInPlan, PageHead, RemovedList, Role};
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
        <PageHead title="Defects and known errors" lead=plan.from(move |release| lead(release, plan.today.get()))>
            <button class="button primary" type="button" data-field="add" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add defect"</button>
        </PageHead>
        <NotInPlan entry found=Signal::derive(move || shown.get().is_some()) what="a defect"/>
        <div class="split">
            <div class="list"><DefectList shown/></div>
            {move || shown.get().map(|id| view! { <Detail id/> })}
        </div>
        <RemovedList kinds=&[RemovedKind::Defect] kind=RemovedKind::Defect missing=Signal::stored(Vec::new())
            on_put_back=move |id| plan.put_back(id) on_restore=|_| ()/>
    }
}

fn lead(release: &Release, today: Date) -> String {
    let all = release.defects.len();
    let open = release.defects.iter().filter(|defect| defect_state(defect, today).is_open()).count();
    match (all, open) {
        (0, _) => String::new(),
        (all, 0) => format!("{all} found, each of them decided."),
        (all, 1) => format!("One of {all} stands in the way."),
        (all, open) => format!("{open} of {all} stand in the way."),
    }
}

/// How a defect stands, as a role and in words.
fn role_and_word(state: DefectState) -> (Role, String) {
    let (role, word) = match state {
        DefectState::Undecided => (Role::NoGo, "Undecided"),
        DefectState::ToBeFixed => (Role::NoGo, "To be fixed"),
        DefectState::FixedFrom(on) => return (Role::NoGo, format!("Open, fixed no earlier than {}", text::day(on))),
        DefectState::Fixed => (Role::Go, "Fixed"),
        DefectState::WithoutWorkaround => (Role::NoGo, "Workaround missing"),
        DefectState::KnownError => (Role::Go, "Known error"),
        DefectState::Postpones => (Role::NoGo, "Postpones the release"),
    };
    (role, word.to_owned())
}
