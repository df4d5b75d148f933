//! The check list before the CAB.

use leptos::prelude::*;

use super::lead_time;
use crate::plan::{Choice, Rfc, RfcOutcome};
use crate::plan_file::find;
use crate::readiness::{CabPoint, cab_points};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Role, Status};
use crate::ui::plan::{Plan, memo};

/// What the CAB commonly rejects for, as long as it has not decided: what is there, and what leads to what is not.
pub fn check_list(plan: Plan, id: String) -> AnyView {
    let points = plan.from(move |release| {
        let rfc = find::<Rfc>(release, &id).filter(|rfc| rfc.outcome == RfcOutcome::Pending)?;
        Some(cab_points(release, rfc, plan.today.get()))
    });
    let waits = memo(Box::new(move || points.with(Option::is_some)));
    let said = move || {
        points.with(|points| match points.as_deref().map(text::points_missing) {
            Some(Some(missing)) => format!("{missing} of what the CAB commonly asks for."),
            Some(None) => "Nothing is missing of what the CAB commonly asks for.".to_owned(),
            None => String::new(),
        })
    };
    let rows = move || points.with(|points| points.iter().flatten().map(|point| row(plan, point)).collect_view());
    let shown = move || {
        waits.get().then(|| {
            view! {
                <section class="section" aria-labelledby="cab-points" data-field="cab_points" tabindex="-1">
                    <div class="section-head"><h3 id="cab-points">"Before the CAB"</h3></div>
                    <p class="soft">{said}</p>
                    <ul class="rows">{rows}</ul>
                    {lead_time(plan)}
                </section>
            }
        })
    };
    shown.into_any()
}

fn row(plan: Plan, point: &CabPoint) -> AnyView {
    let (role, word) = if point.fulfilled { (Role::Go, "There") } else { (Role::NoGo, "Missing") };
    let address = Route::cure(plan.id(), &point.place).to_string();
    let note = text::point_lacks(point).map(|note| view! { <span class="note">{note}</span> });
    view! {
        <li class="row">
            <Status role word=word/>
            <div><a class="row-title" href=address>{point.kind.label()}</a>{note}</div>
        </li>
    }
    .into_any()
}
