//! How far each wave is, and why one was taken back.

use leptos::prelude::*;

use crate::plan::{Id, Wave, WaveState};
use crate::text;
use crate::ui::components::{InlineArea, Mark, Role, SectionHead, Select, each};
use crate::ui::plan::{Plan, memo};

/// The waves as they go; nothing where there are none.
pub fn waves(plan: Plan) -> AnyView {
    let ids = plan.ids::<Wave>();
    let some = memo(Box::new(move || !ids.with(Vec::is_empty)));
    let body = move || {
        some.get().then(|| {
            let rows = each(move || ids.get(), |id| *id, move |id| row(plan, id));
            view! {
                <section class="section" aria-labelledby="waves">
                    <SectionHead id="waves" title="Waves"/>
                    <div class="table-scroll" role="region" aria-label="Waves, table" tabindex="0">
                        <table class="table stack" role="table">
                            <thead><tr role="row">
                                <th scope="col" role="columnheader">"Wave"</th>
                                <th scope="col" role="columnheader">"Starts"</th>
                                <th scope="col" role="columnheader">"State"</th>
                                <th scope="col" role="columnheader" class="words">"Why it was backed out"</th>
                            </tr></thead>
                            <tbody role="rowgroup">{rows}</tbody>
                        </table>
                    </div>
                </section>
            }
        })
    };
    body.into_any()
}

fn row(plan: Plan, id: Id<Wave>) -> AnyView {
    let name = plan.of(id, |wave: &Wave| text::named(wave.name.trim(), "Wave without a name"));
    let label = move |what: &'static str| Signal::derive(move || format!("{}, {what}", name.get()));
    let start = plan.of(id, |wave: &Wave| wave.start);
    let start = move || {
        match start.get() {
        Some(at) => view! { <time datetime=at.to_string()>{text::day(at.date())}<span class="small soft">{text::time(at)}</span></time> }.into_any(),
        None => "Not set".into_any(),
    }
    };
    let state = plan.of(id, |wave: &Wave| wave.state);
    let why = plan.of(id, |wave: &Wave| wave.backed_out_because.clone());
    let role = move || match state.get() {
        WaveState::Planned => Role::Idle,
        WaveState::Running => Role::Conditional,
        WaveState::Done => Role::Go,
        WaveState::BackedOut => Role::NoGo,
    };
    // What was written stays in sight when the wave is tried again.
    let asks = memo(Box::new(move || state.get() == WaveState::BackedOut || why.with(|why| !why.trim().is_empty())));
    let because = move || {
        asks.get().then(|| view! {
            <InlineArea label=label("why it was backed out") field="backed_out_because" placeholder="What was seen, and who decided"
                value=why on_change=move |text| plan.edit(id, "backed_out_because", |wave: &mut Wave| wave.backed_out_because = text)/>
        })
    };
    view! {
        <tr role="row" data-entry=id.to_string()>
            <th scope="row" role="rowheader">{name}</th>
            <td role="cell" data-label="Starts">{start}</td>
            <td role="cell" data-label="State"><span class="status">
                {move || view! { <Mark role=role()/> }}
                <Select<WaveState> label=label("state") field="state" inline=true value=state
                    on_change=move |state| plan.edit(id, "state", |wave: &mut Wave| wave.state = state)/>
            </span></td>
            <td role="cell" class="words" data-label="Why it was backed out">{because}</td>
        </tr>
    }
    .into_any()
}
