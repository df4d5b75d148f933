//! Two days of which the second must not lie before the first.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::rollout::{DatesOutOfOrder, in_order};
use crate::text;
use crate::ui::components::{Mark, Role};
use crate::ui::plan::use_plan;

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
    take: impl Fn(Option<Date>) + 'static,
    error: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> impl IntoView {
    let plan = use_plan();
    let error = Memo::new(move |_| error());
    let (id, below_id) = (end.field, format!("{}-help", end.field));
    let described = below_id.clone();
    let below = move || match error.get() {
        Some(error) => view! { <p class="error" id=below_id.clone()><Mark role=Role::NoGo/>{error}</p> }.into_any(),
        None => view! { <p class="help" id=below_id.clone()>{end.help}</p> }.into_any(),
    };
    let read = move |text: String| match text.parse::<Date>() {
        Ok(day) => take(Some(day)),
        Err(_) if text.trim().is_empty() => take(None),
        // A day that is typed in part stays in the field until it is whole.
        Err(_) => {}
    };
    view! {
        <div class="field">
            <label for=id>{end.label}</label>
            <input id=id type="date" data-field=end.field disabled=plan.read_only aria-describedby=described
                prop:value=move || day().map(|day| day.to_string()).unwrap_or_default()
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:change:target=move |event| read(event.target().value())/>
            {below}
        </div>
    }
}
