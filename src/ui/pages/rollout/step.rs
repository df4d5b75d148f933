//! A step of the runbook: its row in the table, and the row below it with what does not fit there.

use leptos::prelude::*;

use super::keyed::{Reorder, focus_neighbour, place_in};
use super::typed::InlineArea;
use crate::order;
use crate::plan::{Command, Edit, Id, Minutes, Release, RunbookStep, StepResult};
use crate::rollout::{ScheduledStep, clock_time, without_step};
use crate::text;
use crate::ui::components::{Area, Icon, Mark, Number, PersonChoice, Role, Select, each};
use crate::ui::plan::Plan;

type Ids = Memo<Vec<Id<RunbookStep>>>;

/// The rows of a step.
pub fn step_rows(
    plan: Plan,
    id: Id<RunbookStep>,
    ids: Ids,
    times: Signal<Vec<ScheduledStep>>,
    critical: Signal<Vec<Id<RunbookStep>>>,
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let at = place_in(ids, id);
    let name = Signal::derive(move || format!("step {}", at.get().0 + 1));
    let turned = RwSignal::new(None::<bool>);
    let open = Signal::derive(move || {
        turned.get().unwrap_or_else(|| entry.with(|entry| entry.as_deref() == Some(id.as_str())))
    });
    let turn = move |_| turned.set(Some(!open.get_untracked()));
    let more = move || format!("Details of {}", name.get());
    let expanded = move || open.get().to_string();
    let set_duration = move |minutes: Option<u32>| {
        plan.edit(id, "duration", |step: &mut RunbookStep| step.duration = Minutes(minutes.unwrap_or(0)));
    };
    view! {
        <tbody data-entry=id.to_string()>
            <tr role="row">
                <td role="cell" data-label="Step" class="number">{move || at.get().0 + 1}</td>
                <td role="cell" data-label="At"><time>{clock(plan, id, times)}</time></td>
                <th scope="row" role="rowheader">
                    <InlineArea label=Signal::derive(move || format!("What, {}", name.get())) field="title"
                        placeholder="What is done" value=plan.of(id, |step: &RunbookStep| step.title.clone())
                        on_change=move |text| plan.edit(id, "title", |step: &mut RunbookStep| step.title = text)/>
                    {move || critical.with(|critical| critical.contains(&id)).then(|| view! {
                        <span class="critical small"><Mark role=Role::Advice/>"Critical"</span>
                    })}
                </th>
                <td role="cell" data-label="Owner">
                    <PersonChoice label="Owner" field="owner" inline=true value=plan.of(id, |step: &RunbookStep| step.owner)
                        on_change=move |owner| plan.edit(id, "owner", |step: &mut RunbookStep| step.owner = owner)/>
                </td>
                <td role="cell" data-label="Minutes" class="number">
                    <Number<u32> label="Minutes" field="duration" inline=true
                        value=plan.of(id, |step: &RunbookStep| Some(step.duration.0)) on_change=set_duration/>
                    {between(plan, id)}
                </td>
                <td role="cell" data-label="After">
                    <button class="inline" type="button" data-field="after" aria-expanded=expanded on:click=turn>
                        {predecessors(plan, id)}
                    </button>
                </td>
                <td role="cell" data-label="Result">{result(plan, id, Signal::stored("Result".to_owned()))}</td>
                <td role="cell" class="tail">
                    <button class="icon-button" type="button" aria-label=more title=more aria-expanded=expanded
                        on:click=turn><Icon name="more"/></button>
                </td>
            </tr>
            <Show when=move || open.get()>{details(plan, id, ids, name)}</Show>
        </tbody>
    }
}

/// From the shortest to the longest duration, where somebody said.
fn between(plan: Plan, id: Id<RunbookStep>) -> impl IntoView {
    let points = plan.of(id, |step: &RunbookStep| (step.shortest, step.longest));
    let word = |of: Option<Minutes>| of.map_or_else(|| "?".to_owned(), |minutes| minutes.0.to_string());
    move || match points.get() {
        (None, None) => None,
        (shortest, longest) => {
            Some(view! { <span class="below small soft">{format!("{} to {}", word(shortest), word(longest))}</span> })
        }
    }
}

/// A duration that may be absent.
fn point(
    plan: Plan,
    id: Id<RunbookStep>,
    label: &'static str,
    field: &'static str,
    slot: fn(&mut RunbookStep) -> &mut Option<Minutes>,
) -> AnyView {
    let set = move |minutes: Option<u32>| {
        plan.edit(id, field, |step: &mut RunbookStep| *slot(step) = minutes.map(Minutes));
    };
    let value = plan.of(id, move |step: &RunbookStep| slot(&mut step.clone()).map(|minutes| minutes.0));
    view! { <Number<u32> label field optional=true value on_change=set/> }.into_any()
}

/// From when to when: by the clock where the window is known, else from its start.
fn clock(plan: Plan, id: Id<RunbookStep>, times: Signal<Vec<ScheduledStep>>) -> Signal<String> {
    let window = plan.from(|release| release.identity.window);
    let said = Memo::new(move |_| {
        let Some(step) = times.with(|times| times.iter().find(|step| step.id == id).copied()) else {
            return String::new();
        };
        let clock = window.get().and_then(|w| clock_time(w, step.start).zip(clock_time(w, step.end)));
        match clock {
            Some((start, end)) => format!("{} {}–{}", text::weekday(start.date()), text::time(start), text::time(end)),
            None => format!("{}–{}", step.start, step.end),
        }
    });
    said.into()
}

/// The numbers of the steps before; one that comes later counts for nothing, and says so.
fn predecessors(plan: Plan, id: Id<RunbookStep>) -> impl IntoView {
    let said = plan.from(move |release| {
        let runbook = &release.rollout.runbook;
        let Some((step, at)) = runbook.get(id).zip(runbook.position(id)) else { return String::new() };
        let mut before: Vec<usize> = step.after.iter().filter_map(|id| runbook.position(*id)).collect();
        order::sort(&mut before);
        let word = |place: usize| if place < at { (place + 1).to_string() } else { format!("{} (later)", place + 1) };
        before.into_iter().map(word).collect::<Vec<_>>().join(", ")
    });
    move || match said.get() {
        none if none.is_empty() => view! { <span class="unseen">"After the step before it"</span>"—" }.into_any(),
        some => view! { <span class="unseen">"After "</span>{some} }.into_any(),
    }
}

/// What came of a step, to be changed where it stands.
pub fn result(plan: Plan, id: Id<RunbookStep>, label: Signal<String>) -> AnyView {
    let result = plan.of(id, |step: &RunbookStep| step.result);
    let role = move || match result.get() {
        StepResult::Pending => Role::Idle,
        StepResult::Done => Role::Go,
        StepResult::Failed => Role::NoGo,
        StepResult::Skipped => Role::NotApplicable,
    };
    view! {
        <span class="status">
            {move || view! { <Mark role=role()/> }}
            <Select<StepResult> label field="result" inline=true value=result
                on_change=move |result| plan.edit(id, "result", |step: &mut RunbookStep| step.result = result)/>
        </span>
    }
    .into_any()
}

fn details(plan: Plan, id: Id<RunbookStep>, ids: Ids, name: Signal<String>) -> impl IntoView {
    let remove = move |_| {
        let before = ids.get_untracked();
        plan.remove(plan.release.with_untracked(|release| without_step(release, id)));
        focus_neighbour(&before, id, "runbook");
    };
    view! {
        <tr role="row" class="detail-row">
            <td role="cell" colspan="8">
                <div class="columns">
                    {after(plan, id)}
                    <div class="fields">
                        {point(plan, id, "Shortest, in minutes", "shortest", |step| &mut step.shortest)}
                        {point(plan, id, "Longest, in minutes", "longest", |step| &mut step.longest)}
                        <Area label="Note" field="note" optional=true rows=2 value=plan.of(id, |step: &RunbookStep| step.note.clone())
                            on_change=move |text| plan.edit(id, "note", |step: &mut RunbookStep| step.note = text)/>
                    </div>
                </div>
                <div class="actions">
                    <Reorder name entry=id.to_string() at=place_in(ids, id) words=true
                        on_move=move |to| plan.dispatch(Command::Runbook(Edit::Move { id, to }))/>
                    <button class="button small" type="button" disabled=plan.read_only on:click=remove>
                        <Icon name="bin"/>"Remove step"
                    </button>
                </div>
            </td>
        </tr>
    }
}

/// The choice of predecessors: earlier steps, and those that were chosen and came to stand later.
fn after(plan: Plan, id: Id<RunbookStep>) -> impl IntoView {
    let offered = plan.from(move |release| offered(release, id));
    let toggle = move |other: Id<RunbookStep>, on: bool| {
        plan.edit(id, &format!("after.{other}"), |step: &mut RunbookStep| {
            step.after.retain(|known| *known != other);
            if on {
                step.after.push(other);
            }
        });
    };
    let check = move |(other, title): (Id<RunbookStep>, String)| {
        let chosen = plan.of(id, move |step: &RunbookStep| step.after.contains(&other));
        view! {
            <label class="check">
                <input type="checkbox" disabled=plan.read_only prop:checked=chosen
                    on:change:target=move |event| toggle(other, event.target().checked())/>
                {title}
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend>"Starts after"</legend>
            <Show when=move || !offered.with(Vec::is_empty)>
                <div class="checks">{each(move || offered.get(), Clone::clone, check)}</div>
            </Show>
            <p class="help">"The steps that must have ended. With none chosen it follows the step before it."</p>
        </fieldset>
    }
}

fn offered(release: &Release, id: Id<RunbookStep>) -> Vec<(Id<RunbookStep>, String)> {
    let runbook = &release.rollout.runbook;
    let Some((step, at)) = runbook.get(id).zip(runbook.position(id)) else { return Vec::new() };
    let fits = |(place, other): &(usize, &RunbookStep)| *place < at || (*place > at && step.after.contains(&other.id));
    let title = |(place, other): (usize, &RunbookStep)| {
        let later = if place > at { " (comes later, counts for nothing)" } else { "" };
        (other.id, format!("{} {}{later}", place + 1, other.title))
    };
    runbook.iter().enumerate().filter(fits).map(title).collect()
}
