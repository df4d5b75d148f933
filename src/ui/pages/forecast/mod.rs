//! The forecast: what the rollout comes to under each strategy, simulated in the page.

mod breath;
mod conventions;
mod first_wave;
mod head;
mod inputs;
mod matter;
mod nine;
mod pictures;
mod running;

use leptos::prelude::*;

use self::running::Running;
use crate::readiness::Section;
use crate::rollout::simulation::Scenario;
use crate::route::Route;
use crate::ui::calibration::calibration_panel;
use crate::ui::components::Empty;
use crate::ui::plan::use_plan;

/// The forecast of the open release.
#[component]
pub fn Forecast() -> impl IntoView {
    let plan = use_plan();
    let running = Running::start(plan);
    let somebody = plan.from(move |release| Scenario::of(release, plan.today.get()).people() > 0.0);
    let people = Route::section(plan.id(), Section::People).to_string();
    let body = move || {
        if somebody.get() {
            view! {
                {head::sentence(running)}
                {head::progress(running)}
                {head::record_state(plan)}
                {nine::nine(running)}
                {matter::matter(running)}
                {pictures::pictures(running)}
                {first_wave::first_wave(running)}
            }
            .into_any()
        } else {
            let people = people.clone();
            view! {
                <Empty text="Once user groups with their sizes are entered, the nine strategies are compared in figures here.">
                    <a class="button" href=people>"Enter who receives it"</a>
                </Empty>
            }
            .into_any()
        }
    };
    view! {
        {head::page_head(running)}
        {body}
        {inputs::inputs(running)}
        {head::controls(plan)}
        {calibration_panel()}
        {conventions::conventions()}
    }
}
