//! The steps of the runbook on the night itself: begun and ended at the press of a button, planned times beside actual ones.

use leptos::prelude::*;

use super::figures::zone;
use crate::plan::{Command, Edit, Id, RunbookStep, StepResult};
use crate::readiness::Section;
use crate::rollout::{StepActual, actuals, begun, over};
use crate::route::Route;
use crate::text;
use crate::ui::clock;
use crate::ui::components::{Empty, InlineArea, Moment, SectionHead, each, focus_soon};
use crate::ui::pages::rollout::step::result;
use crate::ui::plan::{Plan, memo};

/// The steps as they go.
pub fn runbook(plan: Plan) -> AnyView {
    let ids = plan.ids::<RunbookStep>();
    let times = plan.from(actuals);
    let some = memo(Box::new(move || !ids.with(Vec::is_empty)));
    let rows = move || each(move || ids.get(), |id| *id, move |id| row(plan, id, times));
    let body = move || if some.get() { table(rows().into_any()) } else { none(plan) };
    view! {
        <section class="section" aria-labelledby="runbook">
            <SectionHead id="runbook" title="Runbook as it goes"/>
            {body}
        </section>
    }
    .into_any()
}

fn none(plan: Plan) -> AnyView {
    let address = Route::section(plan.id(), Section::Rollout).to_string();
    view! {
        <Empty text="The runbook has no steps yet. Once it has, they are begun and ended here.">
            <a class="button" href=address>"Write the runbook"</a>
        </Empty>
    }
    .into_any()
}

fn table(rows: AnyView) -> AnyView {
    view! {
        <div class="table-scroll" role="region" aria-label="Runbook as it goes, table" tabindex="0">
            <table class="table stack live" role="table">
                <thead><tr role="row">
                    <th scope="col" role="columnheader" class="words">"Step"</th>
                    <th scope="col" role="columnheader">"Planned"</th>
                    <th scope="col" role="columnheader">"Begun and ended"</th>
                    <th scope="col" role="columnheader">"Result"</th>
                    <th scope="col" role="columnheader"><span class="unseen">"Now"</span></th>
                </tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(plan: Plan, id: Id<RunbookStep>, actual: Signal<Vec<StepActual>>) -> AnyView {
    let title = plan.of(id, |step: &RunbookStep| step.title.clone());
    let label = move |what: &'static str| {
        Signal::derive(move || format!("{}, {what}", text::named(title.get().trim(), "Step without a name")))
    };
    let time = memo(Box::new(move || actual.with(|times| times.iter().find(|time| time.id == id).copied())));
    let planned = move || {
        time.get()
            .and_then(|time| time.planned)
            .map_or_else(String::new, |(start, end)| format!("{}–{}", text::time(start), text::time(end)))
    };
    let planned_on = move || time.get().and_then(|time| time.planned).map(|(start, _)| text::day(start.date()));
    let late = move || time.get().and_then(|time| time.late).map(text::delay);
    let begun_already = plan.of(id, |step: &RunbookStep| step.started.is_some() || step.ended.is_some());
    // Before it is begun there is no time to correct.
    let times = move || {
        begun_already.get().then(|| {
            view! {
                <Moment label=label("begun") field="started" inline=true value=plan.of(id, |step: &RunbookStep| step.started)
                    on_change=move |at| plan.edit(id, "started", |step: &mut RunbookStep| step.started = at)/>
                <Moment label=label("ended") field="ended" inline=true value=plan.of(id, |step: &RunbookStep| step.ended)
                    on_change=move |at| plan.edit(id, "ended", |step: &mut RunbookStep| step.ended = at)/>
            }
        })
    };
    let owner = plan.from(move |release| {
        let owner = release.rollout.runbook.get(id).and_then(|step| step.owner);
        release.person_name(owner).unwrap_or("Nobody named").to_owned()
    });
    view! {
        <tr role="row" data-entry=id.to_string()>
            <th scope="row" role="rowheader" class="words">
                {move || text::named(title.get().trim(), "Step without a name")}
                <span class="small soft">{owner}</span>
                <InlineArea label=label("note") field="note" placeholder="Note" value=plan.of(id, |step: &RunbookStep| step.note.clone())
                    on_change=move |text| plan.edit(id, "note", |step: &mut RunbookStep| step.note = text)/>
            </th>
            <td role="cell" data-label="Planned"><time>{planned}</time><span class="small soft whole">{planned_on}</span></td>
            <td role="cell" class="from-to" data-label="Begun and ended">{times}</td>
            <td role="cell" data-label="Result">{result(plan, id, label("result"))}<span class="small soft">{late}</span></td>
            <td role="cell" class="tail">{buttons(plan, id, title)}</td>
        </tr>
    }
    .into_any()
}

/// What can be done with a step now: begin it, or end it one way or the other; nothing once it is over.
fn buttons(plan: Plan, id: Id<RunbookStep>, title: Signal<String>) -> AnyView {
    let state = plan.of(id, |step: &RunbookStep| {
        (step.started.is_some(), step.ended.is_some() || step.result != StepResult::Pending)
    });
    let change = move |with: fn(&RunbookStep, jiff::civil::DateTime) -> RunbookStep| {
        let now = clock::civil_now(&zone(plan));
        if let Some(step) = plan.get::<RunbookStep>(id) {
            plan.dispatch(Command::Runbook(Edit::replace(with(&step, now))));
        }
        // The button that was pressed is gone: the next one, or what it filled in, has the focus.
        let is_over = plan.get::<RunbookStep>(id).is_some_and(|step| step.result != StepResult::Pending);
        let next = if is_over { "[data-field=\"result\"]" } else { ".tail button" };
        focus_soon(format!("#main [data-entry=\"{id}\"] {next}"));
    };
    let button = move |word: &'static str,
                       class: &'static str,
                       with: fn(&RunbookStep, jiff::civil::DateTime) -> RunbookStep| {
        let name = move || format!("{word}: {}", text::named(title.get().trim(), "step without a name"));
        view! {
            <button class=class type="button" aria-label=name disabled=plan.read_only on:click=move |_| change(with)>{word}</button>
        }
        .into_any()
    };
    let shown = move || match state.get() {
        (_, true) => ().into_any(),
        (false, false) => button("Start", "button small", begun),
        (true, false) => view! {
            {button("End now", "button small", |step, now| over(step, now, StepResult::Done))}
            {button("Failed", "button small danger", |step, now| over(step, now, StepResult::Failed))}
        }
        .into_any(),
    };
    view! { <span class="row-tools">{shown}</span> }.into_any()
}
