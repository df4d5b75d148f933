//! Training: who must be able to do what, how far each audience is, and the sessions.

mod adequacy;
mod sessions;

use jiff::civil::Date;
use leptos::prelude::*;

use self::adequacy::{AUDIENCES, settings};
use self::sessions::SESSIONS;
use crate::plan::{Command, Edit, Release, RemovedKind, TrainingAudience, TrainingSession};
use crate::plan_file::find;
use crate::text;
use crate::training::{adequacies, missing_audiences};
use crate::ui::components::{Icon, NotInPlan, PageHead, removed_of};
use crate::ui::plan::{Plan, new_id, use_plan};
use crate::ui::register::register;

/// Who is trained, when and where.
#[component]
pub fn Training(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_plan();
    let lead = plan.from(move |release| lead(release, plan.today.get()));
    let found = plan.from(move |release| {
        let here = |id: &String| {
            find::<TrainingAudience>(release, id).is_some() || find::<TrainingSession>(release, id).is_some()
        };
        entry.with(|entry| entry.as_ref().is_some_and(here))
    });
    view! {
        <PageHead title="Training" lead>{from_plan(plan)}</PageHead>
        <NotInPlan entry found what="an entry"/>
        {settings(plan)}
        {register(plan, &AUDIENCES, entry, false)}
        {register(plan, &SESSIONS, entry, false)}
        {removed_of(plan, &[RemovedKind::Audience])}
    }
}

fn lead(release: &Release, today: Date) -> String {
    let adequacies = adequacies(release);
    if adequacies.is_empty() {
        return String::new();
    }
    let adequate = adequacies.iter().filter(|adequacy| adequacy.is_adequate()).count();
    let left = release.go_live().map(|go_live| format!("; go-live is {}", text::relative_day(today, go_live)));
    format!("{adequate} of {} audiences are adequately trained{}.", adequacies.len(), left.unwrap_or_default())
}

/// The button that adds everybody who needs training by what the plan says, while somebody is missing.
fn from_plan(plan: Plan) -> AnyView {
    let missing = plan.from(|release| missing_audiences(release).len());
    let add = move |_| {
        let missing = plan.release.with_untracked(missing_audiences);
        let audiences = missing.iter().map(|missing| missing.audience(new_id()));
        let commands: Vec<Command> = audiences.map(|audience| Command::Audiences(Edit::add(audience))).collect();
        if !commands.is_empty() {
            plan.dispatch(Command::Batch(commands));
        }
    };
    view! {
        <button class="button primary" type="button" data-field="from_plan" disabled=move || plan.read_only || missing.get() == 0
            on:click=add><Icon name="plus"/>"Add audiences from the plan"</button>
    }
    .into_any()
}
