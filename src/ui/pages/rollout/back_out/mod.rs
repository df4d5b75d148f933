//! The way back: when to go it, how, how long it takes, and whether it was tried.

mod moment;
mod steps;
mod test;
mod triggers;

use leptos::prelude::*;

use self::moment::LastSafeMoment;
use self::steps::Steps;
use self::test::Test;
use self::triggers::Triggers;
use crate::plan::BackOutPlan;
use crate::ui::components::Area;
use crate::ui::plan::use_plan;

/// The back-out plan.
#[component]
pub fn BackOut() -> impl IntoView {
    let plan = use_plan();
    view! {
        <section class="section" aria-labelledby="back-out">
            <div class="section-head"><h2 id="back-out">"Back-out plan"</h2></div>
            <LastSafeMoment/>
            <div class="form">
                <Area label="Summary" field="back_out_summary" rows=2 help="The idea in a few sentences."
                    value=plan.from(|release| release.rollout.back_out.summary.clone())
                    on_change=move |text| plan.edit_part("back_out_summary", |b: &mut BackOutPlan| b.summary = text)/>
            </div>
            <Triggers/>
            <Steps/>
            <Test/>
        </section>
    }
}
