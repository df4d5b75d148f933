//! The calendar: on which days nobody works, and in which periods nothing is deployed.

use leptos::prelude::*;

use crate::plan::{ClosedPeriod, PeriodKind, Weekend};
use crate::plan_file::access;
use crate::ui::components::{SectionHead, Select};
use crate::ui::plan::Plan;
use crate::ui::register::{Field, Rows, rows_table, words};

static PERIODS: Rows = Rows::new(
    "Closed periods",
    "a period",
    &[
        Field::area("name", "Period"),
        Field::choice("kind", "Kind", words::<PeriodKind>).aloud("Kind of “{}”"),
        Field::day("from", "First day").aloud("First day of “{}”"),
        Field::day("until", "Last day").optional().aloud("Last day of “{}”"),
    ],
)
.empty("Year-end close, sales, elections, holidays: days on which nothing is deployed, or nobody is there.");

/// Working days and closed periods.
pub fn periods(plan: Plan) -> AnyView {
    let weekend = plan.from(|release| release.calendar.weekend);
    view! {
        <section class="section" aria-labelledby="working-days">
            <SectionHead id="working-days" title="Working days"/>
            <div class="form"><div class="fields pair">
                <Select<Weekend> label="Nobody works on" field="weekend" value=weekend
                    on_change=move |days| plan.edit_part("weekend", |weekend: &mut Weekend| *weekend = days)/>
            </div></div>
        </section>
        {rows_table(plan, access::<ClosedPeriod>(), &PERIODS)}
    }
    .into_any()
}
