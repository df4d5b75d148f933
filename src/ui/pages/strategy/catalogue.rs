//! The catalogue: what each approach and each delivery is, what speaks for and against it, and when it fits.

use leptos::prelude::*;

use crate::plan::{Approach, Choice, Delivery};
use crate::strategy::Part;
use crate::strategy::catalogue::{APPROACHES, DELIVERIES, Entry, TRADITIONAL, Traditional, combination};
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
