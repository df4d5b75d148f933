//! A wave: its row in the table, and the row below it with what does not fit there.

use leptos::prelude::*;

use super::groups::{GroupChoice, group_names};
use super::keyed::{Reorder, focus_neighbour, place_in};
use super::typed::{InlineArea, Typed};
use crate::plan::{Command, Edit, Id, Minutes, Percent, Release, Wave, WaveState};
use crate::rollout::{people_in, read_minutes, sights};
use crate::text;
use crate::ui::components::{Area, Icon, Mark, Moment, Number, Role, Select};
use crate::ui::plan::Plan;

/// The rows of a wave.
pub fn wave_rows(plan: Plan, id: Id<Wave>, ids: Memo<Vec<Id<Wave>>>, entry: Signal<Option<String>>) -> impl IntoView {
    let name = plan.of(id, |wave: &Wave| wave.name.clone());
    let label =
        move |what: &'static str| Signal::derive(move || format!("{}, {what}", text::named(&name.get(), "New wave")));
    let turned = RwSignal::new(None::<bool>);
    let open = Signal::derive(move || {
        turned.get().unwrap_or_else(|| entry.with(|entry| entry.as_deref() == Some(id.as_str())))
    });
    let turn = move |_| turned.set(Some(!open.get_untracked()));
    let people = plan.from(move |release| {
        release.rollout.waves.get(id).map(|wave| people_in(release, wave).to_string()).unwrap_or_default()
    });
    let sight = plan.from(move |release| seen(release, id));
    let more = move || format!("Details of {}", text::named(&name.get(), "New wave"));
    let expanded = move || open.get().to_string();
    view! {
        <tbody data-entry=id.to_string()>
            <tr role="row">
                <th scope="row" role="rowheader">
                    <InlineArea label=label("name") field="name" value=name placeholder="Name"
                        on_change=move |text| plan.edit(id, "name", |wave: &mut Wave| wave.name = text)/>
                </th>
                <td role="cell" data-label="Reach" class="number">{people}</td>
                <td role="cell" data-label="Share so far" class="number">{move || sight.get().0}</td>
                <td role="cell" data-label="Defect shown" class="number">{move || sight.get().1}</td>
                <td role="cell" data-label="Starts">
                    <Moment label="Starts" field="start" inline=true value=plan.of(id, |wave: &Wave| wave.start)
                        on_change=move |start| plan.edit(id, "start", |wave: &mut Wave| wave.start = start)/>
                </td>
                <td role="cell" data-label="Bakes" class="number">{bake(plan, id, label("bakes"))}</td>
                <td role="cell" data-label="State">{state(plan, id)}</td>
                <td role="cell" class="tail">
                    <button class="icon-button" type="button" aria-label=more title=more aria-expanded=expanded
                        on:click=turn><Icon name="more"/></button>
                </td>
            </tr>
            <tr role="row" class="second-row">
                <td role="cell" colspan="8">
                    <div>
                        <span class="soft small">"Groups"</span>
                        <button class="inline" type="button" data-field="groups" aria-expanded=expanded on:click=turn>
                            <span class="unseen">{label("groups: ")}</span>{group_names(plan, id)}
                        </button>
                        <span class="soft small">"Go on when"</span>
                        {criteria(plan, id, label("go on when"))}
                    </div>
                </td>
            </tr>
            <Show when=move || open.get()>{details(plan, id, ids, name)}</Show>
        </tbody>
    }
}

/// The share that has it by the end of a wave, beside the planned one, and the chance that the defect has shown by then.
fn seen(release: &Release, id: Id<Wave>) -> (String, String) {
    let planned = release.rollout.waves.get(id).and_then(|wave| wave.share);
    let Some(sight) = sights(release).into_iter().find(|sight| sight.id == id) else { return Default::default() };
    let reached = sight.share.map_or_else(|| "—".to_owned(), text::share);
    let reached = planned.map_or_else(|| reached.clone(), |planned| format!("{reached}, planned {planned}"));
    (reached, text::share(sight.chance))
}

fn criteria(plan: Plan, id: Id<Wave>, label: Signal<String>) -> impl IntoView {
    view! {
        <InlineArea label field="success_criteria" placeholder="What must hold for the next wave to start"
            value=plan.of(id, |wave: &Wave| wave.success_criteria.clone())
            on_change=move |text| plan.edit(id, "success_criteria", |wave: &mut Wave| wave.success_criteria = text)/>
    }
}

fn state(plan: Plan, id: Id<Wave>) -> impl IntoView {
    let state = plan.of(id, |wave: &Wave| wave.state);
    let role = move || match state.get() {
        WaveState::Planned => Role::Idle,
        WaveState::Running => Role::Conditional,
        WaveState::Done => Role::Go,
        WaveState::BackedOut => Role::NoGo,
    };
    view! {
        <span class="status">
            {move || view! { <Mark role=role()/> }}
            <Select<WaveState> label="State" field="state" inline=true value=state
                on_change=move |state| plan.edit(id, "state", |wave: &mut Wave| wave.state = state)/>
        </span>
    }
}

fn bake(plan: Plan, id: Id<Wave>, label: Signal<String>) -> impl IntoView {
    let value = plan.of(id, |wave: &Wave| wave.bake.to_string());
    let take = Callback::new(move |text: String| {
        let minutes = if text.trim().is_empty() { Some(Minutes(0)) } else { read_minutes(&text) };
        let Some(minutes) = minutes else { return Some("Say how long, with its unit: 5 d or 12 h.".to_owned()) };
        plan.edit(id, "bake", |wave: &mut Wave| wave.bake = minutes);
        None
    });
    view! { <Typed label field="bake" id=format!("bake-{id}") value take inline=true/> }
}

fn details(plan: Plan, id: Id<Wave>, ids: Memo<Vec<Id<Wave>>>, name: Signal<String>) -> impl IntoView {
    let target = plan.of(id, |wave: &Wave| Some(u32::from(wave.target.get())));
    let set_target = move |share: Option<u32>| {
        let share = u8::try_from(share.unwrap_or(0)).ok().and_then(|share| Percent::try_from(share).ok());
        plan.edit(id, "target", |wave: &mut Wave| wave.target = share.unwrap_or_default());
    };
    let share = plan.of(id, |wave: &Wave| wave.share.map(|share| u32::from(share.get())));
    let set_share = move |share: Option<u32>| {
        let share = share.and_then(|share| u8::try_from(share).ok()).and_then(|share| Percent::try_from(share).ok());
        plan.edit(id, "share", |wave: &mut Wave| wave.share = share);
    };
    let state = plan.of(id, |wave: &Wave| wave.state);
    let because = move || {
        (state.get() == WaveState::BackedOut).then(|| {
            view! {
                <Area label="Why it was backed out" field="backed_out_because" rows=2
                    value=plan.of(id, |wave: &Wave| wave.backed_out_because.clone())
                    on_change=move |text| plan.edit(id, "backed_out_because", |wave: &mut Wave| wave.backed_out_because = text)/>
            }
        })
    };
    let remove = move |_| {
        let before = ids.get_untracked();
        plan.remove(Command::Waves(Edit::Remove { id }));
        focus_neighbour(&before, id, "waves");
    };
    view! {
        <tr role="row" class="detail-row">
            <td role="cell" colspan="8">
                <div class="columns">
                    <GroupChoice wave=id/>
                    <div class="fields">
                        <Number<u32> label="Planned share so far in per cent" field="share" max=100 optional=true value=share on_change=set_share
                            help="Of all who receive the release, how many are to have it once this wave does. A preset sets it."/>
                        <Number<u32> label="Target share in per cent" field="target" max=100 value=target on_change=set_target
                            help="The share of its groups that must have it. Usual: 95 % after a day (Configuration Manager)."/>
                        <Area label="Back-out of this wave" field="back_out" optional=true rows=2
                            help="How this wave alone is taken back."
                            value=plan.of(id, |wave: &Wave| wave.back_out.clone())
                            on_change=move |text| plan.edit(id, "back_out", |wave: &mut Wave| wave.back_out = text)/>
                        {because}
                    </div>
                </div>
                <div class="actions">
                    <Reorder name entry=id.to_string() at=place_in(ids, id) words=true
                        on_move=move |to| plan.dispatch(Command::Waves(Edit::Move { id, to }))/>
                    <button class="button small" type="button" disabled=plan.read_only on:click=remove>
                        <Icon name="bin"/>"Remove wave"
                    </button>
                </div>
            </td>
        </tr>
    }
}
