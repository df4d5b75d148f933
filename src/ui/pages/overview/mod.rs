//! The overview: how the release stands, what it is, when it goes live, and what it touches.

mod items;
mod window;

use leptos::prelude::*;

use self::items::ConfigurationItems;
use self::window::PlannedWindow;
use crate::plan::{Choice, Criticality, Id, Identity, Person, ReleaseType};
use crate::readiness::{Section, Severity};
use crate::text;
use crate::ui::components::{
    AnswerGroup, AnswerOption, Area, Check, PageHead, PersonChoice, Select, Text, VerdictMark,
};
use crate::ui::lessons::earlier_lessons;
use crate::ui::plan::{Plan, use_plan};

/// The overview of a release.
#[component]
pub fn Overview() -> impl IntoView {
    let plan = use_plan();
    let title = plan.from(|release| text::named(release.identity.name.trim(), "Unnamed release"));
    let version = plan.from(|release| match release.identity.name.trim() {
        "" => String::new(),
        _ => release.identity.version.trim().to_owned(),
    });
    let lead = plan.from(|release| release.identity.summary.clone());
    view! {
        <PageHead title version lead/>
        <AnswerNow/>
        <ReleaseFacts/>
        <PlannedWindow/>
        <ConfigurationItems/>
        {earlier_lessons(false)}
    }
}

/// The answer to "are we ready?".
#[component]
fn AnswerNow() -> impl IntoView {
    let plan = use_plan();
    let verdict =
        move || plan.readiness.with(|readiness| view! { <VerdictMark verdict=readiness.verdict size="large"/> });
    let sentence = move || {
        plan.readiness
            .with(|readiness| between(readiness.count(Severity::Blocker), readiness.count(Severity::Condition)))
    };
    let live = move || {
        let day = plan.release.with(|release| release.go_live());
        day.map_or_else(
            || view! { "Not planned" }.into_any(),
            |day| {
                let away = text::relative_day(plan.today.get(), day);
                view! { {text::day(day)}" "<small>{away}</small> }.into_any()
            },
        )
    };
    view! {
        <section class="answer-now" aria-label="Readiness">
            <div class="section">{verdict}<p class="soft">{sentence}</p></div>
            <dl class="figures">
                <div><dt>"Go-live"</dt><dd>{live}</dd></div>
                {figure(plan, "Criteria", Section::Acceptance)}
                {figure(plan, "Gates and sign-offs", Section::Gates)}
                {figure(plan, "Defects", Section::Defects)}
            </dl>
        </section>
    }
}

fn figure(plan: Plan, name: &'static str, section: Section) -> impl IntoView {
    let shown = move || {
        plan.readiness.with(|readiness| {
            let state = readiness.section(section).filter(|state| state.applicable > 0);
            state.map_or_else(
                || view! { "None" }.into_any(),
                |state| view! { {state.done}" "<small>{format!("of {}", state.applicable)}</small> }.into_any(),
            )
        })
    };
    view! { <div><dt>{name}</dt><dd>{shown}</dd></div> }
}

/// What stands between here and Go, in words.
fn between(blockers: usize, conditions: usize) -> String {
    let count = |count: usize, one: &str| match count {
        1 => format!("one {one}"),
        count => format!("{count} {one}s"),
    };
    let waiting = match (blockers, conditions) {
        (0, 0) => return "Nothing in the plan stands against it.".to_owned(),
        (blockers, 0) => count(blockers, "blocker"),
        (0, conditions) => count(conditions, "condition"),
        (blockers, conditions) => format!("{} and {}", count(blockers, "blocker"), count(conditions, "condition")),
    };
    let verb = if blockers + conditions == 1 { "stands" } else { "stand" };
    let mut letters = waiting.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{} {verb} between here and Go.", letters.as_str())
}

/// What the release is.
#[component]
fn ReleaseFacts() -> impl IntoView {
    let plan = use_plan();
    let of = move |value: fn(&Identity) -> String| plan.from(move |release| value(&release.identity));
    let set = move |field: &'static str, change: fn(&mut Identity, String)| {
        Callback::new(move |text| plan.edit_part(field, |identity: &mut Identity| change(identity, text)))
    };
    let types =
        ReleaseType::ALL.iter().map(|kind| AnswerOption { value: *kind, word: kind.label(), role: None }).collect();
    let person = move |value: fn(&Identity) -> Option<Id<Person>>| plan.from(move |release| value(&release.identity));
    view! {
        <section class="section" aria-labelledby="facts">
            <div class="section-head"><h2 id="facts">"Release"</h2></div>
            <div class="form">
                <div class="fields pair">
                    <Text label="Name" field="name" value=of(|identity| identity.name.clone())
                        on_change=set("name", |identity, text| identity.name = text)/>
                    <Text label="Version" field="version" value=of(|identity| identity.version.clone())
                        on_change=set("version", |identity, text| identity.version = text)/>
                </div>
                <div class="fields">
                    <Area label="Summary" field="summary" help="One or two sentences. They open every document."
                        value=of(|identity| identity.summary.clone())
                        on_change=set("summary", |identity, text| identity.summary = text)/>
                    <AnswerGroup label="Type" field="release_type" options=types visible=true
                        value=plan.from(|release| release.identity.release_type)
                        on_change=move |kind| plan.edit_part("release_type", |i: &mut Identity| i.release_type = kind)/>
                    <Check label="First of its type: nothing like it was deployed here before" field="first_of_type"
                        value=plan.from(|release| release.identity.first_of_type)
                        on_change=move |on| plan.edit_part("first_of_type", |i: &mut Identity| i.first_of_type = on)/>
                </div>
                <div class="fields pair">
                    <Select<Criticality> label="Business criticality" field="criticality"
                        help="What stops when the configuration items fail."
                        value=plan.from(|release| release.identity.criticality)
                        on_change=move |level| plan.edit_part("criticality", |i: &mut Identity| i.criticality = level)/>
                    <Text label="Currency" field="currency" help="ISO code, such as EUR. Every amount in the plan is in it."
                        optional=true value=of(|identity| identity.currency.clone())
                        on_change=set("currency", |identity, text| identity.currency = text)/>
                    <PersonChoice label="Release manager" field="release_manager"
                        help="Actions that nobody else owns come here."
                        value=person(|identity| identity.release_manager)
                        on_change=move |id| plan.edit_part("release_manager", |i: &mut Identity| i.release_manager = id)/>
                    <PersonChoice label="Sponsor" field="sponsor" value=person(|identity| identity.sponsor)
                        on_change=move |id| plan.edit_part("sponsor", |i: &mut Identity| i.sponsor = id)/>
                </div>
            </div>
        </section>
    }
}
