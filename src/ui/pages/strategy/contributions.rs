//! Everything that counts for and against a strategy, line by line.

use leptos::prelude::*;

use crate::strategy::catalogue::combination;
use crate::strategy::{Candidate, Contribution, PairContribution};
use crate::text;

/// The table of a candidate's contributions.
#[component]
pub fn Contributions(
    /// Whose.
    candidate: Memo<Option<Candidate>>,
) -> impl IntoView {
    move || candidate.get().map(|candidate| table(&candidate))
}

fn table(candidate: &Candidate) -> impl IntoView + use<> {
    let strategy = candidate.strategy();
    let name = combination(strategy).name;
    let rows = candidate.contributions.iter().map(|contribution| row(contribution, candidate)).collect_view();
    let pairs = candidate.interactions.iter().map(together).collect_view();
    view! {
        <p class="soft">{candidate.combination.what}</p>
        <div class="table-scroll" role="region" aria-label=format!("{name}: every point") tabindex="0">
            <table class="table stack" role="table">
                <thead><tr role="row">
                    <th scope="col">"Question"</th><th scope="col">"Answer"</th>
                    <th scope="col">"So"</th><th scope="col" class="number">"Weight"</th><th scope="col" class="number">"Points"</th>
                </tr></thead>
                <tbody>
                    {rows}
                    {pairs}
                    <tr role="row" class="sum">
                        <th scope="row" role="rowheader">"All together"</th><td role="cell"></td><td role="cell"></td>
                        <td role="cell"></td>
                        <td role="cell" class="number" data-label="Points">
                            <strong>{text::strategy::points(candidate.score)}</strong>
                        </td>
                    </tr>
                </tbody>
            </table>
        </div>
    }
}

fn row(contribution: &Contribution, candidate: &Candidate) -> impl IntoView + use<> {
    let answered = &contribution.answered;
    let nothing = contribution.span == crate::strategy::Span::default();
    view! {
        <tr role="row" class:soft=nothing>
            <th scope="row" role="rowheader">{answered.factor.label}</th>
            <td role="cell" data-label="Answer">{answered.reply.label()}</td>
            <td role="cell" data-label="So">{text::strategy::why(contribution, candidate.strategy())}</td>
            <td role="cell" class="number" data-label="Weight">{contribution.weight.get()}</td>
            <td role="cell" class="number" data-label="Points">{text::strategy::points(contribution.span)}</td>
        </tr>
    }
}

fn together(pair: &PairContribution) -> impl IntoView + use<> {
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">"Both halves together"</th>
            <td role="cell"></td>
            <td role="cell" data-label="So">{text::strategy::clause(pair.interaction.because)}</td>
            <td role="cell" class="number" data-label="Weight">{pair.interaction.weight.get()}</td>
            <td role="cell" class="number" data-label="Points">{text::strategy::points(pair.span)}</td>
        </tr>
    }
}
