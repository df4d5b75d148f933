//! Who gets the release when: the table of waves, and the groups that have none.

use leptos::prelude::*;

use super::frame::framed;
use super::keyed::focus_soon;
use super::presets::{PilotSize, Presets};
use super::sorting::Sorting;
use super::wave::wave_rows;
use crate::document::waves_mean;
use crate::plan::{Count, Id, Minutes, Percent, UserGroup, Wave};
use crate::rollout::{Part, assign, next_wave_name, people_in, to_settle, waves_of, waves_out_of_order};
use crate::text;
use crate::ui::components::{Empty, Icon, Mark, Role, each};
use crate::ui::plan::{Plan, new_id, use_plan};

/// More groups than this are folded away below the waves.
const FEW: usize = 6;

/// The waves.
#[component]
pub fn Waves(
    /// Whether they stand in a fold.
    folded: bool,
    /// The wave that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_plan();
    let settle = plan.from(|release| to_settle(release).map(|(_, group)| group.id).collect::<Vec<_>>());
    // A finding about groups leads to the first of them; else to the button that cures the lack of waves.
    let field = move || settle.with(Vec::is_empty).then_some("waves");
    let actions = view! {
        <button class="button quiet" type="button" data-field=field disabled=plan.read_only
            on:click=move |_| add(plan)><Icon name="plus"/>"Add wave"</button>
    };
    let body = view! { <Meaning/><Presets/><WaveTable entry/><ToSettle settle/><Sorting/><Pilot/> };
    framed(Part::Waves, folded, actions.into_any(), body.into_any())
}

/// A new wave goes on as is usual: 95 % after a day.
fn add(plan: Plan) {
    let name = plan.release.with_untracked(next_wave_name);
    let target = Percent::try_from(95).unwrap_or_default();
    plan.add(Wave { id: new_id(), name, target, bake: Minutes(1440), ..Wave::default() });
}

#[component]
fn WaveTable(#[prop(into)] entry: Signal<Option<String>>) -> impl IntoView {
    let plan = use_plan();
    let ids = plan.ids::<Wave>();
    let total = plan.from(|release| {
        let people = release.rollout.waves.iter().map(|wave| people_in(release, wave).0);
        Count(people.fold(0, u32::saturating_add))
    });
    let count = move || match ids.with(Vec::len) {
        1 => "One wave".to_owned(),
        count => format!("{count} waves"),
    };
    view! {
        <Show when=move || !ids.with(Vec::is_empty) fallback=|| view! {
            <Empty text="Groups that receive the release together, and are watched before the next ones do. A failure then stays with a few."/>
        }>
            <div class="table-scroll" role="region" aria-label="Waves, table" tabindex="0">
                <table class="table stack plan-table waves" role="table">
                    <thead><tr role="row">
                        <th scope="col" role="columnheader">"Wave"</th>
                        <th scope="col" role="columnheader" class="number">"Reach"</th>
                        <th scope="col" role="columnheader" class="number">"Share so far"</th>
                        <th scope="col" role="columnheader" class="number">"Defect shown"</th>
                        <th scope="col" role="columnheader">"Starts"</th>
                        <th scope="col" role="columnheader" class="number">"Bakes"</th>
                        <th scope="col" role="columnheader">"State"</th>
                        <th scope="col" role="columnheader"><span class="unseen">"Details"</span></th>
                    </tr></thead>
                    {each(move || ids.get(), |id| *id, move |id| wave_rows(plan, id, ids, entry))}
                    <tfoot><tr role="row">
                        <th scope="row" role="rowheader">{count}</th>
                        <td role="cell" class="number"><strong>{move || total.get().to_string()}</strong></td>
                        <td role="cell" colspan="6"></td>
                    </tr></tfoot>
                </table>
            </div>
        </Show>
    }
}

/// What waves are where the strategy is not phased, and which of them are out of order.
#[component]
fn Meaning() -> impl IntoView {
    let plan = use_plan();
    let meaning = plan.from(waves_mean);
    let wrong = plan.from(|release| {
        let named = |wave: &Wave| text::named(wave.name.trim(), "New wave").to_owned();
        let late = waves_out_of_order(release).map(|(wave, next)| {
            format!(
                "“{}” starts before “{}”, which precedes it. Move it up, or set another start.",
                named(next),
                named(wave)
            )
        });
        late.collect::<Vec<_>>()
    });
    let line = |words: String| view! { <p class="status"><Mark role=Role::Conditional/><span>{words}</span></p> };
    view! {
        {move || meaning.get().map(|words| view! { <p class="soft">{words}</p> })}
        {move || wrong.get().into_iter().map(line).collect_view()}
    }
}

/// What the first wave is to show; nothing while there are no waves.
#[component]
fn Pilot() -> impl IntoView {
    let plan = use_plan();
    let ids = plan.ids::<Wave>();
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <div class="section-head lower"><h3>"What the pilot shows"</h3></div>
            <PilotSize/>
        </Show>
    }
}

/// Impacted groups in no wave or in several, each with the choice of its wave.
#[component]
fn ToSettle(#[prop(into)] settle: Signal<Vec<Id<UserGroup>>>) -> impl IntoView {
    let plan = use_plan();
    let title = move || match settle.with(Vec::len) {
        1 => "One group has no wave of its own".to_owned(),
        count => format!("{count} groups have no wave of their own"),
    };
    view! {
        <Show when=move || !settle.with(Vec::is_empty)>
            <details class="fold" open=settle.with_untracked(|settle| settle.len() <= FEW)>
                <summary><Icon name="next"/><Mark role=Role::Conditional/><span>{title}</span></summary>
                <ul class="rows">{each(move || settle.get(), |id| *id, move |id| unsettled(plan, id))}</ul>
            </details>
        </Show>
    }
}

fn unsettled(plan: Plan, id: Id<UserGroup>) -> impl IntoView {
    let name = plan.from(move |release| release.group(id).map(|group| group.name.clone()).unwrap_or_default());
    let note = plan.from(move |release| {
        let found = release.groups().find(|(_, group)| group.id == id);
        let from = found.map(|(department, group)| format!("{} · {}", department.name, group.size)).unwrap_or_default();
        let waves = waves_of(release, id);
        let names: Vec<&str> =
            waves.iter().filter_map(|id| release.rollout.waves.get(*id)).map(|wave| wave.name.as_str()).collect();
        if names.is_empty() {
            format!("{from} · in no wave")
        } else {
            format!("{from} · in {}", names.join(" and in "))
        }
    });
    let waves =
        plan.from(|release| release.rollout.waves.iter().map(|wave| (wave.id, wave.name.clone())).collect::<Vec<_>>());
    let choose = move |chosen: String| {
        let wave = Id::<Wave>::new(&chosen).ok();
        if let Some(command) = wave.and_then(|wave| plan.release.with_untracked(|r| assign(r, id, Some(wave)))) {
            plan.dispatch(command);
            focus_soon(vec!["#main [data-field=\"waves\"]".to_owned()]);
        }
    };
    let options = move || {
        waves.get().into_iter().map(|(id, name)| view! { <option value=id.to_string()>{name}</option> }).collect_view()
    };
    view! {
        <li class="row">
            <Mark role=Role::Conditional/>
            <div><strong>{name}</strong><span class="note">{note}</span></div>
            <select data-field="waves" aria-label=move || format!("Wave of {}", name.get()) disabled=plan.read_only
                on:change:target=move |event| choose(event.target().value())>
                <option value="">"Choose a wave"</option>
                {options}
            </select>
        </li>
    }
}
