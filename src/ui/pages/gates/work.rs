//! One gate at work: checklist, actions, outcome and sign-offs, in the order in which they are done.

use leptos::prelude::*;

use super::checklist::Checklist;
use super::findings::Findings;
use super::foot::Foot;
use super::outcome::Outcome;
use super::set_up::SetUp;
use super::sign_offs::SignOffs;
use super::state::{named, role_and_word};
use crate::gate::{Contents, GateProgress, gate_progress, gate_time, waits_for};
use crate::plan::{Id, QualityGate, Release};
use crate::readiness::Section;
use crate::route::Route;
use crate::text;
use crate::ui::components::{Badge, EvidenceList, Mark, PageHead, Role};
use crate::ui::plan::use_plan;
use crate::ui::reports::Shown;
use crate::ui::shell::focus_on;

/// One gate at work.
#[component]
pub fn GateAtWork(
    /// Which.
    id: Id<QualityGate>,
) -> impl IntoView {
    let plan = use_plan();
    // What a signature covers now, written down once for the whole page.
    let content = Memo::new(move |_| {
        plan.release
            .with(|release| release.gates.get(id).map(|gate| Contents::of(release).gate(gate)).unwrap_or_default())
    });
    let progress = Memo::new(move |_| {
        let today = plan.today.get();
        let of = |release: &Release| Some(gate_progress(release, release.gates.get(id)?, &content.read(), today));
        plan.release.with(of)
    });
    let lead = Signal::derive(move || plan.release.with(|release| lead(release, id, plan.today.get())));
    let back = (Route::section(plan.id(), Section::Gates).to_string(), "Quality gates".to_owned());
    let badge = move || {
        progress.get().map(|progress| {
            let (role, word) = role_and_word(&progress.state);
            view! { <Badge role word/> }
        })
    };
    view! {
        <PageHead title=plan.of(id, named) lead back><span class="state">{badge}</span></PageHead>
        <Waiting id/>
        <StaleBanner progress/>
        <Checklist id/>
        <GateEvidence id/>
        <Findings id/>
        <Outcome id/>
        <SignOffs id content/>
        <SetUp id/>
        <Foot id/>
    }
}

/// What shows what was seen, for the gate as a whole.
#[component]
fn GateEvidence(id: Id<QualityGate>) -> impl IntoView {
    let plan = use_plan();
    let edit = move |edit| plan.edit_within(id, |gate: &mut QualityGate| Some(&mut gate.evidence), edit);
    view! {
        <EvidenceList shown=Shown::Gate(id, None) value=plan.of(id, |gate: &QualityGate| gate.evidence.clone()) on_edit=edit/>
    }
}

/// The gates that must pass before this one.
#[component]
fn Waiting(id: Id<QualityGate>) -> impl IntoView {
    let plan = use_plan();
    let waiting = plan.from(move |release| {
        let numbers = release.gates.get(id).map(|gate| waits_for(release, gate, plan.today.get())).unwrap_or_default();
        let gates = numbers.into_iter().filter_map(|number| release.gates.iter().nth(number.checked_sub(1)?));
        gates.map(|gate| (gate.id, named(gate))).collect::<Vec<_>>()
    });
    let link = move |(gate, name): (Id<QualityGate>, String)| {
        view! { <li><a href=Route::entry(plan.id(), Section::Gates, gate).to_string()>{name}</a></li> }
    };
    view! {
        <Show when=move || !waiting.with(Vec::is_empty)>
            <div class="waits"><span class="soft">"Waits for"</span><ul>{move || waiting.get().into_iter().map(link).collect_view()}</ul></div>
        </Show>
    }
}

#[component]
fn StaleBanner(progress: Memo<Option<GateProgress>>) -> impl IntoView {
    let stale = Memo::new(move |_| progress.with(|progress| progress.as_ref().map_or(0, |progress| progress.stale)));
    let said = move || match stale.get() {
        1 => "One signature is stale.".to_owned(),
        count => format!("{count} signatures are stale."),
    };
    view! {
        <div class="notices" role="status">
            <Show when=move || { stale.get() > 0 }>
                <div class="banner stale inset">
                    <Mark role=Role::Stale/>
                    <p><strong>{said}</strong>" What was signed is not what stands here now. Undo the change, or have it signed again."</p>
                    <button class="button small" type="button" on:click=|_| focus_on("changes")>"See what changed"</button>
                </div>
            </Show>
        </div>
    }
}

/// Who leads it, since when, and until when.
fn lead(release: &Release, id: Id<QualityGate>, today: jiff::civil::Date) -> String {
    let Some(gate) = release.gates.get(id) else { return String::new() };
    let role = gate.lead_role.trim();
    let led = match (release.person_name(gate.led_by), role) {
        (Some(name), "") => format!("Led by {name}."),
        (Some(name), role) => format!("Led by {name} ({}).", text::lower_first(role)),
        (None, "") => "Nobody leads it yet.".to_owned(),
        (None, role) => format!("Led by the {}, who is not named yet.", text::lower_first(role)),
    };
    let away = |word: &str, day| format!(" {word} {}, {}.", text::day(day), text::relative_day(today, day));
    let opened = gate.opened.map(|day| away("Opened", day)).unwrap_or_default();
    let due = gate.due.map(|day| away("Due", day)).unwrap_or_default();
    let time = gate_time(release, gate, today).map(text::gate_time);
    let time = time.map(|time| format!(" {}.", text::upper_first(&time))).unwrap_or_default();
    let optional = if gate.optional { " The release may go live without it." } else { "" };
    format!("{led}{opened}{due}{time}{optional}")
}
