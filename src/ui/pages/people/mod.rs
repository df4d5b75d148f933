//! People and departments: who is named in the plan, and who receives the release.

mod departments;
mod groups;
mod register;

use leptos::prelude::*;

use self::departments::Departments;
use self::register::Register;
use crate::plan::RemovedKind;
use crate::ui::components::{PageHead, RemovedList};
use crate::ui::plan::use_plan;

/// People, departments and their user groups.
#[component]
pub fn People(
    /// The person, department or group that the address names. The app puts the focus there.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_plan();
    let lead = plan.from(|release| {
        let people = release.groups().filter(|(department, _)| department.impacted).map(|(_, group)| group.size.0);
        let reached = crate::plan::Count(people.fold(0, u32::saturating_add));
        match release.departments.len() {
            0 => "Who is named in the plan, and who receives the release.".to_owned(),
            1 => format!("One department; the release reaches {reached}."),
            count => format!("{count} departments; the release reaches {reached} people and devices."),
        }
    });
    view! {
        <PageHead title="People and departments" lead/>
        <Departments entry/>
        <Register/>
        <RemovedList kinds=&[RemovedKind::Department, RemovedKind::Impact, RemovedKind::UserGroup] kind=RemovedKind::Department missing=Signal::stored(Vec::new())
            on_put_back=move |id| plan.put_back(id) on_restore=|_| ()/>
    }
}
