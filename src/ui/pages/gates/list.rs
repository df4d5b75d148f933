//! The gates in their order.

use leptos::prelude::*;

use super::state::{named, role_and_word, signed, time};
use crate::gate::{
    Contents, GateProgress, GateState, gate_progress, missing_gates, put_back, restore_gate, time_in_all,
};
use crate::plan::{Command, Edit, Id, QualityGate, RemovedKind, TemplatePart};
use crate::readiness::{Place, Section};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Empty, Icon, PageHead, RemovedList, Status, each, focus_soon};
use crate::ui::desk::use_desk;
use crate::ui::pages::TemplateTools;
use crate::ui::plan::{Plan, new_id, use_plan};

/// The gates in their order, and what was removed.
#[component]
pub fn GateList() -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    // Contents are written down and hashed once for all rows.
    let progress = Memo::new(move |_| {
        let today = plan.today.get();
        plan.release.with(|release| {
            let contents = Contents::of(release);
            let of = |gate: &QualityGate| (gate.id, gate_progress(release, gate, &contents.gate(gate), today));
            release.gates.iter().map(of).collect::<Vec<_>>()
        })
    });
    let in_all = Memo::new(move |_| progress.with(|all| time_in_all(all.iter().filter_map(|(_, one)| one.time))));
    let add = move |_| {
        let gate = QualityGate { id: new_id(), ..QualityGate::default() };
        let place = Place::entry(Section::Gates, gate.id, "name");
        plan.dispatch(Command::Gates(Edit::add(gate)));
        desk.go(&Route::cure(plan.id(), &place));
    };
    let add_button = move || {
        view! {
            <button class="button primary" type="button" data-field="add" disabled=plan.read_only on:click=add>
                <Icon name="plus"/>"Add gate"
            </button>
        }
    };
    let ids = plan.ids::<QualityGate>();
    let none = move || {
        view! {
            <Empty text="No gates yet. A gate is a review that somebody signs before the release goes on.">
                <button class="button" type="button" disabled=plan.read_only on:click=move |_| add_defaults(plan)>"Add the usual gates"</button>
            </Empty>
        }
    };
    view! {
        <PageHead title="Quality gates" lead=Signal::derive(move || lead(plan, &progress.get()))>{add_button()}</PageHead>
        <Show when=move || !ids.with(Vec::is_empty) fallback=none>
            <div class="table-scroll" role="region" aria-label="Quality gates, table" tabindex="0">
                <table class="table stack" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">"Gate"</th><th scope="col" role="columnheader">"Outcome"</th>
                        <th scope="col" role="columnheader">"Signed"</th><th scope="col" role="columnheader">"Time"</th>
                        <th scope="col" role="columnheader"><span class="unseen">"Order"</span></th>
                    </tr></thead>
                    <tbody role="rowgroup">
                        {each(move || ids.get(), |id| *id, move |id| view! { <GateRow id progress/> })}
                    </tbody>
                </table>
            </div>
        </Show>
        {move || in_all.get().map(|time| view! { <p class="soft small">{text::gates_time(time)}</p> })}
        <Removed plan/>
    }
}

#[component]
fn GateRow(id: Id<QualityGate>, progress: Memo<Vec<(Id<QualityGate>, GateProgress)>>) -> impl IntoView {
    let plan = use_plan();
    let name = plan.of(id, named);
    let optional = plan.of(id, |gate: &QualityGate| gate.optional);
    let place = plan.from(move |release| (release.gates.position(id).unwrap_or(0), release.gates.len()));
    let mine = Memo::new(move |_| {
        progress.with(|all| all.iter().find(|(gate, _)| *gate == id).map(|(_, progress)| progress.clone()))
    });
    let state = move || {
        mine.get().map(|mine| {
            let (role, word) = role_and_word(&mine.state);
            view! { <Status role word/> }
        })
    };
    let due = plan.of(id, |gate: &QualityGate| gate.due);
    let due = move || {
        due.get().filter(|_| mine.with(|mine| mine.as_ref().is_some_and(|mine| !mine.held))).map(|day| {
            let late = if day < plan.today.get() { ", overdue" } else { "" };
            view! { <span class="small soft">{format!("due {}{late}", text::day(day))}</span> }
        })
    };
    let address = Route::entry(plan.id(), Section::Gates, id).to_string();
    view! {
        <tr role="row" data-entry=id.to_string()>
            <th scope="row" role="rowheader">
                <span class="named"><span class="soft">{move || place.get().0 + 1}</span>
                    <span><a href=address>{name}</a>{move || optional.get().then(|| view! { " "<span class="soft small">"optional"</span> })}</span>
                </span>
            </th>
            <td role="cell" data-label="Outcome">{state}</td>
            <td role="cell" data-label="Signed">{move || mine.get().map(|mine| signed(&mine))}</td>
            <td role="cell" data-label="Time">{move || mine.get().map(|mine| time(&mine))}{due}</td>
            <td role="cell" class="tail"><Movers id name place/></td>
        </tr>
    }
}

/// The buttons that move a gate within the list. Order counts: the next gate is the first that has not passed.
#[component]
fn Movers(id: Id<QualityGate>, name: Signal<String>, place: Signal<(usize, usize)>) -> impl IntoView {
    let plan = use_plan();
    let move_to = move |to: Option<usize>, button: &'static str| {
        if let Some(to) = to.filter(|to| *to < place.get_untracked().1) {
            plan.dispatch(Command::Gates(Edit::Move { id, to }));
            // The row was taken out and put in elsewhere, and the focus with it.
            focus_soon(format!("#main [data-entry=\"{id}\"] [data-move=\"{button}\"]"));
        }
    };
    let up = move || format!("Move {} up", name.get());
    let down = move || format!("Move {} down", name.get());
    view! {
        <span class="row-tools">
            <button class="icon-button" type="button" data-move="up" aria-label=up title=up disabled=plan.read_only
                aria-disabled=move || (place.get().0 == 0).to_string()
                on:click=move |_| move_to(place.get_untracked().0.checked_sub(1), "up")><Icon name="up"/></button>
            <button class="icon-button" type="button" data-move="down" aria-label=down title=down disabled=plan.read_only
                aria-disabled=move || (place.get().0 + 1 >= place.get().1).to_string()
                on:click=move |_| move_to(place.get_untracked().0.checked_add(1), "down")><Icon name="down"/></button>
        </span>
    }
}

#[component]
fn Removed(plan: Plan) -> impl IntoView {
    let missing = plan.from(|release| {
        missing_gates(release).into_iter().map(|entry| (entry.key.to_owned(), entry.name.to_owned())).collect()
    });
    let put = move |id| {
        let command =
            plan.get(id).and_then(|removal| plan.release.with_untracked(|release| put_back(release, &removal)));
        if let Some(command) = command {
            plan.dispatch(command);
        }
    };
    let restore = move |key: String| {
        if let Some(command) = plan.release.with_untracked(|release| restore_gate(release, &key)) {
            plan.dispatch(command);
        }
    };
    view! {
        <TemplateTools part=TemplatePart::Gates/>
        <RemovedList kinds=&[RemovedKind::Gate, RemovedKind::Signatory, RemovedKind::GateCondition] kind=RemovedKind::Gate missing
            on_put_back=put on_restore=restore/>
    }
}

/// Puts every default gate that is missing without a reason into the plan, as one step.
fn add_defaults(plan: Plan) {
    let added = plan.release.with_untracked(|release| {
        missing_gates(release).into_iter().map(|entry| Command::Gates(Edit::add(entry.gate()))).collect()
    });
    plan.dispatch(Command::Batch(added));
}

/// How the gates stand, in a line. What passed and is not signed by all who must is not done.
fn lead(plan: Plan, progress: &[(Id<QualityGate>, GateProgress)]) -> String {
    if progress.is_empty() {
        return "Nothing is reviewed on the way to this release yet.".to_owned();
    }
    let passed = |one: &GateProgress| {
        matches!(one.state, GateState::Passed | GateState::WithConditions(_) | GateState::Stale) && one.held
    };
    let count = progress.iter().filter(|(_, one)| passed(one)).count();
    let unsigned = progress.iter().filter(|(_, one)| passed(one) && one.signed < one.required).count();
    let unsigned = match unsigned {
        0 => String::new(),
        1 => ", one of them not signed by all".to_owned(),
        several => format!(", {several} of them not signed by all"),
    };
    let next = progress.iter().find(|(_, one)| !passed(one)).map(|(id, _)| *id);
    let next = next.map_or_else(
        || "None is left.".to_owned(),
        |id| format!("Next: {}.", plan.release.with(|release| release.gates.get(id).map(named).unwrap_or_default())),
    );
    format!("{count} of {} passed{unsigned}. {next}", progress.len())
}
