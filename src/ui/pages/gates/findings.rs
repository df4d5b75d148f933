//! What the gate found; each finding is an action for somebody.

use leptos::prelude::*;

use super::actions::{ActionTable, Task, Words};
use crate::plan::{Action, Edit, Id, QualityGate};
use crate::ui::components::{Icon, focus_soon};
use crate::ui::plan::{new_id, use_plan};

const WORDS: Words = Words { table: "Actions", one: "Action", due: "Due", done: "Done", field: "findings" };

/// What the gate found; each finding is an action for somebody.
#[component]
pub fn Findings(
    /// Of which gate.
    id: Id<QualityGate>,
) -> impl IntoView {
    let plan = use_plan();
    let actions = plan.of(id, |gate: &QualityGate| gate.findings.iter().map(Task::from).collect::<Vec<_>>());
    let edit = move |edit| plan.edit_within(id, |gate: &mut QualityGate| Some(&mut gate.findings), edit);
    let add = move |_| {
        let finding = Action { id: new_id(), ..Action::default() };
        let entry = finding.id;
        edit(Edit::add(finding));
        focus_soon(format!("#main [data-entry=\"{entry}\"] textarea"));
    };
    let change = move |action: Task| {
        if let Ok(id) = Id::new(&action.id) {
            let Task { text, owner, due, done, .. } = action;
            edit(Edit::replace(Action { id, text, owner, due, closed: done }));
        }
    };
    let remove = move |entry: String| {
        if let Ok(id) = Id::new(&entry) {
            edit(Edit::Remove { id });
            focus_soon("#actions".to_owned());
        }
    };
    view! {
        <section class="section" aria-labelledby="actions" data-entry=id.to_string()>
            <div class="section-head">
                <h2 id="actions" tabindex="-1">"Actions"</h2>
                <button class="button quiet small" type="button" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add action"</button>
            </div>
            <p class="soft">"What was found and is to be done. What nobody owns goes to the release manager."</p>
            <ActionTable words=WORDS actions on_change=change on_remove=remove/>
        </section>
    }
}
