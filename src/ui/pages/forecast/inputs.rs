//! What the simulation is given: each input with what it means, how to estimate it, and where its value comes from.

use leptos::prelude::*;

use super::running::Running;
use crate::plan::{Choice, Decimal, EnteredInput, Release, SimulationRecord};
use crate::readiness::Section;
use crate::rollout::simulation::{About, INPUTS, Input, Origin, Scenario, Topic};
use crate::route::Route;
use crate::text;
use crate::text::forecast::{input_number, input_unit, input_value, number, read_value};
use crate::ui::components::{Chip, Icon, InlineText, Mark, Role, SectionHead, control_id, focus_soon};
use crate::ui::plan::{Plan, memo};

/// An input as it is shown.
#[derive(Clone, PartialEq)]
struct Said {
    value: f64,
    origin: String,
    from: From,
    note: String,
}

/// Where a value comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Default,
    Plan,
    Person,
}

/// All inputs, topic by topic, or those alone that somebody entered.
pub fn inputs(running: Running) -> AnyView {
    let plan = running.plan;
    let said = plan.from(move |release| said(release, plan));
    let only = RwSignal::new(false);
    let count = memo(Box::new(move || said.with(|said| said.iter().filter(|it| it.from == From::Person).count())));
    let body = move || {
        if only.get() {
            let entered = said.with_untracked(|said| {
                let entered = INPUTS.iter().zip(said).filter(|(_, it)| it.from == From::Person);
                entered.map(|(about, _)| about).collect::<Vec<_>>()
            });
            if entered.is_empty() {
                return view! { <p class="soft">"Every input has its default, or follows from the plan."</p> }
                    .into_any();
            }
            return entered.into_iter().map(|about| input(plan, about, said)).collect_view().into_any();
        }
        Topic::ALL.iter().map(|topic| topic_view(plan, *topic, said)).collect_view().into_any()
    };
    view! {
        <section class="section" aria-labelledby="inputs">
            <SectionHead id="inputs" title="Inputs"/>
            {receivers(plan)}
            <div class="toolbar">
                <Chip word="All" count=Signal::stored(INPUTS.len()) on=Signal::derive(move || !only.get())
                    on_press=move |()| only.set(false)/>
                <Chip word="Entered here" count on=only on_press=move |()| only.set(true)/>
            </div>
            <div>{body}</div>
        </section>
    }
    .into_any()
}

fn said(release: &Release, plan: Plan) -> Vec<Said> {
    let scenario = Scenario::of(release, plan.today.get());
    let one = |used: crate::rollout::simulation::Used| Said {
        value: used.value,
        origin: text::forecast::origin(used.origin),
        from: match used.origin {
            Origin::Default => From::Default,
            Origin::Plan(_) => From::Plan,
            Origin::Entered(_) => From::Person,
        },
        note: match used.origin {
            Origin::Entered(entered) => entered.note.clone(),
            _ => String::new(),
        },
    };
    scenario.used().map(one).collect()
}

/// Who receives the release, with the way to where it is entered.
fn receivers(plan: Plan) -> AnyView {
    let said = plan.from(move |release| {
        let scenario = Scenario::of(release, plan.today.get());
        let groups = match scenario.crowds.len() {
            1 => "one group".to_owned(),
            many => format!("{many} groups"),
        };
        let waves = match scenario.waves.len() {
            0 => "no waves".to_owned(),
            1 => "one wave for the phased strategies".to_owned(),
            many => format!("{many} waves for the phased strategies"),
        };
        (format!("{} in {groups}", text::counted(number(scenario.people()), "person", "people")), waves)
    });
    let address = |section| Route::section(plan.id(), section).to_string();
    let (people, rollout, training) = (address(Section::People), address(Section::Rollout), address(Section::Training));
    view! {
        <p class="soft">
            {move || said.get().0}" from "<a href=people>"People"</a>"; "{move || said.get().1}" from the "<a href=rollout>"Rollout plan"</a>
            "; who is trained from "<a href=training>"Training"</a>"."
        </p>
    }
    .into_any()
}

/// The inputs on one subject, drawn once somebody looks.
fn topic_view(plan: Plan, topic: Topic, said: Signal<Vec<Said>>) -> AnyView {
    let of_topic = move || INPUTS.iter().zip(0_usize..).filter(move |(about, _)| about.topic == topic);
    let open = RwSignal::new(plan.is_unfolded(topic.key()));
    let toggle = move |event: leptos::ev::Event| {
        let details: web_sys::Element = event_target(&event);
        let now = details.has_attribute("open");
        // Told late, of what was drawn unfolded too: the page may be gone by now, and nothing is drawn anew without a change.
        if open.try_get_untracked().is_some_and(|before| before != now) {
            plan.keep_unfolded(topic.key(), now);
            let _ = open.try_set(now);
        }
    };
    let note = memo(Box::new(move || {
        said.with(|said| {
            let count = |from| of_topic().filter(|(_, at)| said.get(*at).is_some_and(|it| it.from == from)).count();
            let parts = [
                (count(From::Person), "entered here"),
                (count(From::Plan), "from the plan"),
                (count(From::Default), "by default"),
            ];
            let said = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
            said.collect::<Vec<_>>().join(", ")
        })
    }));
    let body = move || open.get().then(|| of_topic().map(|(about, _)| input(plan, about, said)).collect_view());
    view! {
        <details class="fold" open=open on:toggle=toggle>
            <summary><Icon name="next"/><span>{topic.label()}<span class="note">{note}</span></span></summary>
            {body}
        </details>
    }
    .into_any()
}

fn input(plan: Plan, about: &'static About, all: Signal<Vec<Said>>) -> AnyView {
    let said = memo(Box::new(move || all.with(|all| all.get(about.input as usize).cloned())));
    let currency = plan.from(|release| release.identity.currency.clone());
    let id = control_id(about.key);
    let error = RwSignal::new(None::<String>);
    let value = memo(Box::new(move || {
        said.with(|said| said.as_ref().map(|said| input_number(about, said.value))).unwrap_or_default()
    }));
    // A browser hands on what was typed even while the field is being removed: by then value and error may be gone.
    let take = move |typed: String| {
        let read = read_value(about, &typed);
        let _ = error.try_set(read.as_ref().err().cloned());
        let Ok(number) = read else { return };
        if value.try_get_untracked().is_some_and(|value| typed.trim() != value) {
            set(plan, about.input, number);
        }
    };
    let unit = move || input_unit(about, &currency.get());
    let origin = move || said.with(|said| said.as_ref().map(|said| said.origin.clone()));
    let is_entered =
        memo(Box::new(move || said.with(|said| said.as_ref().is_some_and(|said| said.from == From::Person))));
    let is_planned = move || said.with(|said| said.as_ref().is_some_and(|said| said.from == From::Plan));
    let rollout = Route::section(plan.id(), Section::Rollout).to_string();
    let link = move || is_planned().then(|| view! { " "<a href=rollout.clone()>"Open the plan"</a> });
    let failed = move || error.get().map(|error| view! { <span class="error"><Mark role=Role::NoGo/>{error}</span> });
    let back = move || (is_entered.get() && !plan.read_only).then(|| back(plan, about, error));
    let control = if plan.read_only {
        view! { <strong>{value}</strong> }.into_any()
    } else {
        view! {
            <input id=id.clone() class="number" type="text" inputmode="decimal" autocomplete="off" data-field=about.key
                prop:value=value aria-describedby=format!("{id}-help") aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:change:target=move |event| take(event.target().value())/>
        }
        .into_any()
    };
    let label = if plan.read_only {
        view! { <strong>{about.label}</strong> }.into_any()
    } else {
        view! { <label for=id.clone()>{about.label}</label> }.into_any()
    };
    view! {
        <div class="input" data-entry=about.key>
            <div>
                {label}
                <p class="help" id=format!("{id}-help")>{about.meaning}" "{about.estimate}</p>
            </div>
            <div>
                <p class="amount">{control}" "<span class="soft">{unit}</span></p>
                {failed}
                <p class="small soft">{origin}{link}</p>
                {move || is_entered.get().then(|| note(plan, about, said))}
                <p class="toolbar">{presets(plan, about, error)}{back}</p>
            </div>
        </div>
    }
    .into_any()
}

/// Why the value is what it is.
fn note(plan: Plan, about: &'static About, said: Signal<Option<Said>>) -> AnyView {
    let value =
        memo(Box::new(move || said.with(|said| said.as_ref().map(|said| said.note.clone())).unwrap_or_default()));
    let take = move |note: String| {
        plan.edit_part(&format!("{}.note", about.key), |given: &mut SimulationRecord| {
            if let Some(entered) = given.inputs.get_mut(about.key) {
                entered.note = note;
            }
        });
    };
    view! {
        <InlineText label=Signal::stored(format!("Note on {}", about.label)) field=format!("{}-note", about.key) value
            on_change=take placeholder="Where it comes from"/>
    }
    .into_any()
}

/// Values worth starting from, each with its source.
fn presets(plan: Plan, about: &'static About, error: RwSignal<Option<String>>) -> AnyView {
    if plan.read_only || about.presets.is_empty() {
        return ().into_any();
    }
    let options = about.presets.iter().zip(0_usize..).map(|(preset, at)| {
        let words = format!("{}: {} ({})", preset.label, input_value(about, preset.value, ""), preset.source);
        view! { <option value=at.to_string()>{words}</option> }
    });
    let take = move |chosen: String| {
        if let Some(preset) = chosen.parse::<usize>().ok().and_then(|at| about.presets.get(at)) {
            error.set(None);
            set(plan, about.input, Decimal::nearest(preset.value));
            let noted = format!("{}: {}", preset.label, preset.source);
            plan.edit_part(about.key, |given: &mut SimulationRecord| {
                if let Some(entered) = given.inputs.get_mut(about.key) {
                    entered.note = noted;
                }
            });
            plan.seal();
        }
    };
    view! {
        <select class="presets" aria-label=format!("Presets of {}", about.label) prop:value=""
            on:change:target=move |event| {
                take(event.target().value());
                event.target().set_value("");
            }>
            <option value="">"Presets"</option>{options.collect_view()}
        </select>
    }
    .into_any()
}

/// Takes what was entered back.
fn back(plan: Plan, about: &'static About, error: RwSignal<Option<String>>) -> AnyView {
    let reset = move |_| {
        error.set(None);
        plan.edit_part(&format!("{}.reset", about.key), |given: &mut SimulationRecord| {
            given.inputs.remove(about.key);
        });
        plan.seal();
        // The button goes with the value; the focus would go with it.
        focus_soon(format!("#main [data-field=\"{}\"]", about.key));
    };
    view! { <button class="button quiet" type="button" aria-label=format!("Reset {}", about.label) on:click=reset>"Reset"</button> }
        .into_any()
}

/// Enters a value.
fn set(plan: Plan, input: Input, value: Decimal) {
    let key = input.about().key;
    let (by, on) = (plan.who(), Some(plan.today.get_untracked()));
    plan.edit_part(key, |given: &mut SimulationRecord| {
        let before = given.inputs.remove(key).unwrap_or_default();
        given.inputs.insert(key.to_owned(), EnteredInput { value, by, on, note: before.note });
    });
    plan.seal();
}
