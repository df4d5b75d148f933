//! When the release goes live.

use jiff::civil::DateTime;
use leptos::prelude::*;

use crate::plan::{Identity, Window};
use crate::readiness::Section;
use crate::route::Route;
use crate::text;
use crate::ui::clock;
use crate::ui::components::{Check, Moment, Text};
use crate::ui::plan::{Plan, use_plan};

/// The planned window, its time zone, and whether the date can move.
///
/// Both ends are drafts until they make a window; a window that ends before it starts never reaches the plan.
#[component]
pub fn PlannedWindow() -> impl IntoView {
    let plan = use_plan();
    let window = plan.from(|release| release.identity.window);
    let draft = RwSignal::new(None::<(Option<DateTime>, Option<DateTime>)>);
    let ends = move || {
        draft.get().unwrap_or_else(|| {
            let window = window.get();
            (window.map(Window::start), window.map(Window::end))
        })
    };
    let error = Signal::derive(move || draft.get().and_then(wrong));
    let set = move |ends: (Option<DateTime>, Option<DateTime>)| match ends {
        (None, None) => keep(plan, draft, None),
        (Some(start), Some(end)) => match Window::new(start, end) {
            Ok(window) => keep(plan, draft, Some(window)),
            Err(_) => draft.set(Some(ends)),
        },
        _ => draft.set(Some(ends)),
    };
    view! {
        <section class="section" aria-labelledby="window">
            <div class="section-head">
                <h2 id="window">"Planned window"</h2>
                <a class="button quiet" href=Route::section(plan.id(), Section::Calendar).to_string()>"Move go-live"</a>
            </div>
            <div class="form">
                <div class="fields pair">
                    <Moment label="Go-live starts" field="window" value=Signal::derive(move || ends().0)
                        on_change=move |start| set((start, ends().1))/>
                    <Moment label="Window ends" field="window_end" error help="Including the time to back out."
                        value=Signal::derive(move || ends().1) on_change=move |end| set((ends().0, end))/>
                </div>
                <div class="fields">
                    <TimeZone/>
                    <FixedDate/>
                </div>
            </div>
        </section>
    }
}

fn keep(plan: Plan, draft: RwSignal<Option<(Option<DateTime>, Option<DateTime>)>>, window: Option<Window>) {
    draft.set(None);
    plan.edit_part("window", |identity: &mut Identity| identity.window = window);
}

fn wrong(ends: (Option<DateTime>, Option<DateTime>)) -> Option<String> {
    match ends {
        (Some(start), None) => Some(format!("Say when it ends: {} or later.", text::day_and_time(start))),
        (None, Some(_)) => Some("Say when it starts.".to_owned()),
        (Some(start), Some(end)) if end < start => {
            Some(format!("The window ends before it starts. Choose {} or later.", text::day_and_time(start)))
        }
        _ => None,
    }
}

#[component]
fn TimeZone() -> impl IntoView {
    let plan = use_plan();
    let zone = plan.from(|release| release.identity.time_zone.clone());
    let error = Signal::derive(move || {
        let zone = zone.get();
        let known = zone.trim().is_empty() || clock::knows_zone(&zone);
        (!known).then(|| format!("This browser knows no time zone “{zone}”. Times are read in UTC until it does."))
    });
    view! {
        <Text label="Time zone" field="time_zone" help="Every time in the plan is read in this zone, such as Europe/Lisbon."
            value=zone error
            on_change=move |zone: String| plan.edit_part("time_zone", |i: &mut Identity| i.time_zone = zone)/>
    }
}

#[component]
fn FixedDate() -> impl IntoView {
    let plan = use_plan();
    let fixed = plan.from(|release| release.identity.fixed_date.is_some());
    let why = plan.from(|release| release.identity.fixed_date.clone().unwrap_or_default());
    let change = move |on: bool| {
        plan.edit_part("fixed_date", |identity: &mut Identity| identity.fixed_date = on.then(String::new));
    };
    view! {
        <Check label="The date is fixed" field="fixed_date" value=fixed on_change=change/>
        {move || fixed.get().then(|| view! {
            <Text label="Why it cannot move" field="fixed_date_why" value=why
                on_change=move |why: String| {
                    plan.edit_part("fixed_date_why", |identity: &mut Identity| identity.fixed_date = Some(why));
                }/>
        })}
    }
}
