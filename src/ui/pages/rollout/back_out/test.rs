//! The trial of the back-out plan. A plan that was not tried is a hope.

use leptos::prelude::*;

use crate::plan::{BackOutPlan, BackOutTest};
use crate::rollout::{Trial, trial};
use crate::text;
use crate::ui::components::{AnswerGroup, AnswerOption, Area, Badge, Day, ENVIRONMENT_NAMES, Role, Text};
use crate::ui::plan::{Plan, use_plan};

/// When, where, and what came of it.
#[component]
pub fn Test() -> impl IntoView {
    let plan = use_plan();
    let standing = Memo::new(move |_| plan.release.with(|r| trial(&r.rollout.back_out, plan.today.get())));
    let badge = move || {
        let (role, word) = match standing.get() {
            Trial::None => (Role::NoGo, "Not tested yet".to_owned()),
            Trial::Planned(on) => {
                let away = text::relative_day(plan.today.get(), on);
                (Role::Idle, format!("Not tested yet: planned for {}, {away}", text::day(on)))
            }
            Trial::Failed(on) => (Role::NoGo, format!("Did not work on {}", text::day(on))),
            Trial::Worked(on) => (Role::Go, format!("Worked on {}", text::day(on))),
        };
        view! { <Badge role word/> }
    };
    let took_place = Memo::new(move |_| matches!(standing.get(), Trial::Failed(_) | Trial::Worked(_)));
    view! {
        <div class="section-head lower"><h3>"Test"</h3>{badge}</div>
        <div class="form">
            <div class="fields pair">
                <Day label="Tested on" field="back_out_test" help="A day to come counts as planned."
                    value=of(plan, |test| test.on) on_change=move |on| change(plan, "test_on", |test| test.on = on)/>
                <Text label="Environment" list=ENVIRONMENT_NAMES field="test_environment" help="Where it was tried."
                    value=of(plan, |test| test.environment.clone())
                    on_change=move |text| change(plan, "test_environment", |test| test.environment = text)/>
            </div>
            <div class="fields">
                <Show when=move || took_place.get()>{worked(plan)}</Show>
                <Area label="Note" field="test_note" optional=true rows=2 help="How long it took, and what was learnt."
                    value=of(plan, |test| test.note.clone())
                    on_change=move |text| change(plan, "test_note", |test| test.note = text)/>
            </div>
        </div>
    }
}

fn worked(plan: Plan) -> impl IntoView {
    let options = vec![
        AnswerOption { value: true, word: "Worked", role: Some(Role::Go) },
        AnswerOption { value: false, word: "Did not work", role: Some(Role::NoGo) },
    ];
    let set = move |worked: bool| change(plan, "test_worked", |test| test.worked = worked);
    let label = "Did the state before come back?".to_owned();
    view! {
        <AnswerGroup label field="test_worked" options visible=true value=of(plan, |test| test.worked) on_change=set/>
    }
}

fn of<V>(plan: Plan, value: impl Fn(&BackOutTest) -> V + Send + Sync + 'static) -> Signal<V>
where
    V: Default + Clone + PartialEq + Send + Sync + 'static,
{
    plan.from(move |release| release.rollout.back_out.test.as_ref().map(&value).unwrap_or_default())
}

/// Changes the trial; one that says nothing any more is none.
fn change(plan: Plan, field: &str, change: impl FnOnce(&mut BackOutTest)) {
    plan.edit_part(field, |back_out: &mut BackOutPlan| {
        let mut test = back_out.test.take().unwrap_or_default();
        change(&mut test);
        back_out.test = Some(test).filter(|test| *test != BackOutTest::default());
    });
}
