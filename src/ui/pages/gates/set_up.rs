//! How the gate is set up: its name, who leads it, what it waits for, and what its signatures cover.

use leptos::prelude::*;

use super::state::named;
use crate::gate::waits_on;
use crate::plan::{Choice, Environment, Id, Part, QualityGate};
use crate::text;
use crate::ui::components::{Area, Check, Day, Icon, ManyOf, ManyPeople, PersonChoice, Text, each, focus_soon};
use crate::ui::plan::{Plan, use_plan};

/// How the gate is set up. A new gate opens it.
#[component]
pub fn SetUp(
    /// Which gate.
    id: Id<QualityGate>,
) -> impl IntoView {
    let plan = use_plan();
    let fresh = plan.get(id).is_some_and(|gate| gate.name.trim().is_empty());
    view! {
        <details class="fold" data-entry=id.to_string() open=fresh>
            <summary><Icon name="next"/><h2>"Set-up of this gate"</h2></summary>
            <div class="form">
                {about(plan, id)}
                {people(plan, id)}
                {tested_in(plan, id)}
                <Requires id/>
                <Covers id/>
            </div>
        </details>
    }
}

fn about(plan: Plan, id: Id<QualityGate>) -> impl IntoView {
    view! {
        <div class="fields">
            <Text label="Name" field="name" value=plan.of(id, |gate: &QualityGate| gate.name.clone())
                on_change=move |text| plan.edit(id, "name", |gate: &mut QualityGate| gate.name = text)/>
            <Area label="What it looks at" field="looks_at" rows=2 value=plan.of(id, |gate: &QualityGate| gate.looks_at.clone())
                on_change=move |text| plan.edit(id, "looks_at", |gate: &mut QualityGate| gate.looks_at = text)/>
            <div class="fields pair">
                <Day label="Opened" field="opened" optional=true value=plan.of(id, |gate: &QualityGate| gate.opened)
                    help="When work on it began. The time that it takes counts from here."
                    on_change=move |day| plan.edit(id, "opened", |gate: &mut QualityGate| gate.opened = day)/>
                <Day label="Due" field="due" optional=true value=plan.of(id, |gate: &QualityGate| gate.due)
                    on_change=move |day| plan.edit(id, "due", |gate: &mut QualityGate| gate.due = day)/>
            </div>
            <Check label="The release may go live without it" field="optional" value=plan.of(id, |gate: &QualityGate| gate.optional)
                on_change=move |on| plan.edit(id, "optional", |gate: &mut QualityGate| gate.optional = on)/>
        </div>
    }
}

fn people(plan: Plan, id: Id<QualityGate>) -> impl IntoView {
    view! {
        <div class="fields">
            <div class="fields pair">
                <Text label="Led by the role" field="lead_role" value=plan.of(id, |gate: &QualityGate| gate.lead_role.clone())
                    on_change=move |text| plan.edit(id, "lead_role", |gate: &mut QualityGate| gate.lead_role = text)/>
                <PersonChoice label="Led by" field="led_by" value=plan.of(id, |gate: &QualityGate| gate.led_by)
                    on_change=move |person| plan.edit(id, "led_by", |gate: &mut QualityGate| gate.led_by = person)/>
            </div>
            <ManyPeople label="Attends" field="attendees" value=plan.of(id, |gate: &QualityGate| gate.attendees.clone())
                on_change=move |people| plan.edit(id, "attendees", |gate: &mut QualityGate| gate.attendees = people)/>
        </div>
    }
}

/// Where what the gate judges on was tested.
fn tested_in(plan: Plan, id: Id<QualityGate>) -> impl IntoView {
    let options = plan.from(|release| {
        let named = |it: &Environment| (it.id.to_string(), text::named(it.name.trim(), "New environment"));
        release.environments.iter().map(named).collect()
    });
    let value = plan.of(id, |gate: &QualityGate| gate.environments.iter().map(Id::to_string).collect());
    let take = Callback::new(move |keys: Vec<String>| {
        plan.edit(id, "environments", |gate: &mut QualityGate| {
            gate.environments = keys.iter().filter_map(|key| Id::new(key).ok()).collect();
        });
        plan.seal();
    });
    view! { <ManyOf label="Judges on tests in" field="environments" options value on_change=take none="No environment named"/> }
}

/// The gates that must pass before. A gate that waits for this one cannot be among them; one that has left the plan stays
/// among them until it is taken off.
#[component]
fn Requires(id: Id<QualityGate>) -> impl IntoView {
    let plan = use_plan();
    let others = plan.from(move |release| {
        let other = release.gates.iter().filter(|gate| gate.id != id && !waits_on(release, gate.id, id));
        let requires = release.gates.get(id).map(|gate| gate.requires.as_slice()).unwrap_or_default();
        let mut shown: Vec<(Id<QualityGate>, String)> = Vec::new();
        for gone in requires.iter().filter(|required| !release.gates.contains(**required)) {
            if shown.iter().all(|(id, _)| id != gone) {
                shown.push((*gone, format!("{} (no longer in the plan)", text::named(gone.as_str(), "Something"))));
            }
        }
        shown.extend(other.map(|gate| (gate.id, named(gate))));
        shown
    });
    let required = plan.of(id, |gate: &QualityGate| gate.requires.clone());
    let toggle = move |other: Id<QualityGate>, on: bool| {
        plan.edit(id, "requires", |gate: &mut QualityGate| {
            gate.requires.retain(|required| *required != other);
            if on {
                gate.requires.push(other);
            }
        });
        plan.seal();
        // A gate that is gone leaves the list with its tick.
        if !on && plan.get(other).is_none() {
            focus_soon(format!("#main [data-entry=\"{id}\"] [data-field=\"requires\"]"));
        }
    };
    let one = move |(other, name): (Id<QualityGate>, String)| {
        let value = Signal::derive(move || required.with(|required| required.contains(&other)));
        view! { <Check label=name field="requires" value on_change=move |on| toggle(other, on)/> }
    };
    view! {
        <fieldset class="field">
            <legend>"Gates that must pass before it"</legend>
            <div class="checks-grid">{each(move || others.get(), Clone::clone, one)}</div>
        </fieldset>
    }
}

/// The parts of the plan that a signature covers.
#[component]
fn Covers(id: Id<QualityGate>) -> impl IntoView {
    let plan = use_plan();
    let covers = plan.of(id, |gate: &QualityGate| gate.covers.clone());
    let toggle = move |part: Part, on: bool| {
        plan.edit(id, "covers", |gate: &mut QualityGate| {
            gate.covers.retain(|covered| *covered != part);
            if on {
                gate.covers.push(part);
            }
        });
        plan.seal();
    };
    let one = |part: &Part| {
        let part = *part;
        let value = Signal::derive(move || covers.with(|covers| covers.contains(&part)));
        view! { <Check label=part.label() field="covers" value on_change=move |on| toggle(part, on)/> }
    };
    view! {
        <fieldset class="field">
            <legend>"What a signature covers besides the gate itself"</legend>
            <p class="help">"When one of these changes, signatures go stale. Changing the choice makes them stale too."</p>
            <div class="checks-grid">{Part::ALL.iter().map(one).collect_view()}</div>
        </fieldset>
    }
}
