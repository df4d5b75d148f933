//! Every day that matters, moving go-live with a preview, and the calendar of working days and closed periods.

mod all;
mod moving;
mod periods;

use leptos::prelude::*;

use self::all::AllDates;
use self::moving::MoveGoLive;
use self::periods::periods;
use crate::calendar::dates;
use crate::text;
use crate::ui::components::PageHead;
use crate::ui::plan::use_plan;

/// The days of a release.
#[component]
pub fn Calendar() -> impl IntoView {
    let plan = use_plan();
    let lead = plan.from(move |release| {
        let today = plan.today.get();
        let go_live = match release.go_live() {
            Some(day) => format!("Go-live on {}, {}.", text::day(day), text::relative_day(today, day)),
            None => "No go-live is planned yet.".to_owned(),
        };
        let open = dates(release, today).iter().filter(|date| date.open && date.when.day() >= today).count();
        match open {
            0 => format!("{go_live} No date is still to come."),
            1 => format!("{go_live} One date is still to come."),
            open => format!("{go_live} {open} dates are still to come."),
        }
    });
    view! {
        <PageHead title="Dates" lead/>
        <MoveGoLive/>
        <AllDates/>
        {periods(plan)}
    }
}
