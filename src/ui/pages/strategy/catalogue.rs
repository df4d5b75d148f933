//! The catalogue: what each approach and each delivery is, what speaks for and against it, and when it fits.

use leptos::prelude::*;

use crate::plan::{Approach, Choice, Delivery};
use crate::strategy::catalogue::{APPROACHES, DELIVERIES, Entry, TRADITIONAL, Traditional, combination};
use crate::strategy::{FACTORS, Factor, INTERACTIONS, Part, Points, Strength};
use crate::text;
use crate::ui::components::{Icon, SectionHead};

/// The catalogue of approaches and deliveries, and the five names that people know.
#[component]
pub fn Catalogue() -> impl IntoView {
    let approaches = APPROACHES.iter().map(|entry: &'static Entry<Approach>| fold(entry.choice.label(), entry));
    let deliveries = DELIVERIES.iter().map(|entry: &'static Entry<Delivery>| fold(entry.choice.label(), entry));
    view! {
        <section class="section" aria-labelledby="catalogue">
            <SectionHead id="catalogue" title="What the names mean"/>
            <p>
                "Five names are in use, and they answer two different questions. A strategy needs an answer to both: \
                 three times three make nine."
            </p>
            <div class="columns">
                <div class="section"><h3>"Who gets it when?"</h3><div>{approaches.collect_view()}</div></div>
                <div class="section"><h3>"Who starts the installation?"</h3><div>{deliveries.collect_view()}</div></div>
            </div>
            <Names/>
            <Table/>
        </section>
    }
}

fn fold<T>(name: &'static str, entry: &'static Entry<T>) -> impl IntoView + use<T> {
    let strengths = entry.strengths.iter().map(|strength| view! { <li><span>{*strength}</span></li> });
    let weaknesses =
        entry.weaknesses.iter().map(|weakness| view! { <li class="against"><span>{*weakness}</span></li> });
    view! {
        <details class="fold">
            <summary><Icon name="next"/>{name}</summary>
            <div class="entry">
                <p>{entry.what}</p>
                <ul class="for-against" aria-label=format!("{name}, for and against")>
                    {strengths.collect_view()}{weaknesses.collect_view()}
                </ul>
                <p class="soft">"Fits: "{entry.fits}</p>
            </div>
        </details>
    }
}

/// The five names, with the question that each leaves open.
#[component]
fn Names() -> impl IntoView {
    let row = |name: &'static Traditional| {
        let settles = match name.part {
            Part::Approach(_) => "Who gets it when",
            Part::Delivery(_) => "Who starts the installation",
        };
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{name.name}</th>
                <td role="cell" data-label="Settles">{settles}</td>
                <td role="cell" data-label="Leaves open">{name.leaves_open}</td>
                <td role="cell" data-label="Most people mean">{combination(name.usually).name}</td>
            </tr>
        }
    };
    view! {
        <details class="fold">
            <summary><Icon name="next"/>"The five names that people know"</summary>
            <div class="table-scroll" role="region" aria-label="The five names, table" tabindex="0">
                <table class="table stack" role="table">
                    <thead><tr role="row">
                        <th scope="col">"Name"</th><th scope="col">"Settles"</th><th scope="col">"Leaves open"</th>
                        <th scope="col">"Most people mean"</th>
                    </tr></thead>
                    <tbody>{TRADITIONAL.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}

/// Everything that the advisor goes by: what each answer says for and against which half, and why. It is drawn once
/// somebody looks at it.
#[component]
fn Table() -> impl IntoView {
    let open = RwSignal::new(false);
    let toggle = move |event: leptos::ev::Event| {
        let details: web_sys::Element = event_target(&event);
        open.set(details.has_attribute("open"));
    };
    view! {
        <details class="fold" on:toggle=toggle>
            <summary><Icon name="next"/>"What the advisor makes of each answer"</summary>
            {move || open.get().then(|| view! { <div class="entry">{questions()}{together()}</div> })}
        </details>
    }
}

fn questions() -> Vec<AnyView> {
    let question = |factor: &'static Factor| {
        let answers = factor.answers.iter().flat_map(|answer| {
            answer
                .effects
                .iter()
                .map(move |effect| row([answer.label, effect.on.label()], effect.strength, effect.because))
        });
        let name = format!("{}, default weight {}", factor.label, factor.weight);
        table(name, ["Answer", "On"], answers.collect())
    };
    FACTORS.iter().map(question).collect()
}

fn together() -> AnyView {
    let rows = INTERACTIONS.iter().map(|each| {
        let approach = each.scope.approach.map_or("Any approach", Choice::label);
        let delivery = each.scope.delivery.map_or("Any delivery", Choice::label);
        row([approach, delivery], each.strength, each.because)
    });
    table(
        "Both halves together, some of them with certain answers alone".to_owned(),
        ["Approach", "Delivery"],
        rows.collect(),
    )
}

fn row([first, second]: [&'static str; 2], strength: Strength, because: &'static str) -> AnyView {
    let effect = Points::of(strength.value()).to_string();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{first}</th>
            <td role="cell">{second}</td>
            <td role="cell" class="number">{effect}</td>
            <td role="cell">{text::strategy::clause(because)}</td>
        </tr>
    }
    .into_any()
}

fn table(name: String, heads: [&'static str; 2], rows: Vec<AnyView>) -> AnyView {
    let [first, second] = heads;
    let label = format!("{name}, table");
    view! {
        <h3>{name}</h3>
        <div class="table-scroll" role="region" aria-label=label tabindex="0">
            <table class="table" role="table">
                <thead><tr role="row">
                    <th scope="col">{first}</th><th scope="col">{second}</th><th scope="col" class="number">"Effect"</th>
                    <th scope="col">"Because"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
