//! Every question with its answer and where that comes from.

use leptos::prelude::*;

use super::advisor::Advisor;
use crate::strategy::{Answered, FACTORS, Factor, Reply, Source};
use crate::text;
use crate::ui::components::{Role, SectionHead, Status};

/// The overview of the answers.
#[component]
pub fn AnswerTable(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let rows = FACTORS.iter().enumerate().map(|(at, factor)| row(advisor, factor, at + 1)).collect_view();
    let lead = move || {
        let progress = advisor.advice.with(|advice| advice.progress);
        text::strategy::gaps(&progress).unwrap_or_else(|| "Every question has an answer.".to_owned())
    };
    view! {
        <section class="section" aria-labelledby="answers">
            <SectionHead id="answers" title="The answers"/>
            <p class="soft">{lead}</p>
            <div class="table-scroll" role="region" aria-label="The answers, table" tabindex="0">
                <table class="table stack" role="table">
                    <thead><tr role="row">
                        <th scope="col">"Question"</th><th scope="col">"Answer"</th><th scope="col">"From"</th>
                        <th scope="col"><span class="unseen">"Change"</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(advisor: Advisor, factor: &'static Factor, number: usize) -> impl IntoView {
    let answered = Memo::new(move |_| advisor.answers.with(|answers| answers.get(factor.key).cloned()));
    let reply = move || match answered.get().map(|answered| answered.reply) {
        None => view! { <Status role=Role::Idle word="Open"/> }.into_any(),
        Some(Reply::Unknown) => view! { <Status role=Role::Idle word=Reply::Unknown.label()/> }.into_any(),
        Some(Reply::Answer(answer)) => answer.label.into_any(),
    };
    let source = move || answered.get().map(|answered| source(&answered));
    let verb = move || if answered.with(Option::is_some) { "Change" } else { "Answer" };
    let name = move || format!("{} question {number}: {}", verb(), factor.label);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{factor.label}<span class="note">{factor.question}</span></th>
            <td role="cell" data-label="Answer">{reply}</td>
            <td role="cell" data-label="From">{source}</td>
            <td role="cell" class="tail">
                <a class="small" href=advisor.address(number).to_string() aria-label=name>{verb}</a>
            </td>
        </tr>
    }
}

fn source(answered: &Answered) -> AnyView {
    let basis = answered.plan.as_ref().map(|plan| text::strategy::basis(&plan.basis));
    match (answered.source, basis) {
        (Source::Plan, basis) => view! { "The plan"<span class="note">{basis}</span> }.into_any(),
        (Source::Person, Some(basis)) if answered.contradicts_plan() => view! {
            <Status role=Role::Conditional word="A person, against the plan"/><span class="note">{basis}</span>
        }
        .into_any(),
        (Source::Person, _) => "A\u{a0}person".into_any(),
    }
}
