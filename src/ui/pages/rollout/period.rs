//! Two days of which the second must not lie before the first.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::rollout::{DatesOutOfOrder, in_order};
use crate::text;
use crate::ui::components::Day;

/// The first and the last day.
type Days = (Option<Date>, Option<Date>);

/// One end of a period: its label, its field's name, its help.
#[derive(Debug, Clone, Copy)]
pub struct End {
    /// The label.
    pub label: &'static str,
    /// The field's name.
    pub field: &'static str,
    /// The help under it.
    pub help: &'static str,
}

/// Both ends of a period. Days out of order stay in their fields, with the error, and never reach the plan.
#[component]
pub fn Period(
    /// The first day.
    from: End,
    /// The last day.
    until: End,
    /// The days in the plan.
    #[prop(into)]
    value: Signal<Days>,
    /// Takes days that are in order.
    #[prop(into)]
    on_change: Callback<Days>,
) -> impl IntoView {
    // What was typed last, and whether that was the last day.
    let draft = RwSignal::new(None::<(Days, bool)>);
    let days = move || draft.get().map_or_else(|| value.get(), |(days, _)| days);
    let set = move |days: Days, last: bool| match in_order(days.0, days.1) {
        Ok(()) => {
            draft.set(None);
            on_change.run(days);
        }
        Err(_) => draft.set(Some((days, last))),
    };
    let error = move |last: bool| {
        let (days, at) = draft.get()?;
        let wrong = in_order(days.0, days.1).err().filter(|_| at == last)?;
        Some(said(wrong, last))
    };
    let first = end(from, move || days().0, move |day| set((day, days().1), false), move || error(false));
    let last = end(until, move || days().1, move |day| set((days().0, day), true), move || error(true));
    view! { <div class="fields pair">{first}{last}</div> }
}

fn said(wrong: DatesOutOfOrder, last: bool) -> String {
    if last {
        format!("This lies before the first day. Choose {} or later.", text::day(wrong.from))
    } else {
        format!("This lies after the last day. Choose {} or earlier.", text::day(wrong.until))
    }
}

fn end(
    end: End,
    day: impl Fn() -> Option<Date> + Send + Sync + 'static,
    take: impl Fn(Option<Date>) + Send + Sync + 'static,
    error: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> impl IntoView {
    let (day, error) = (Signal::derive(day), Signal::derive(error));
    view! { <Day label=end.label field=end.field help=end.help value=day error on_change=take/> }
}
