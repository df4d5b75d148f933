//! The blocks of a document.

use leptos::prelude::*;

use super::span::{mark_view, status_view, text_view};
use crate::document::{
    Block, Changes, Depth, Difference, Fact, Figure, Heading, List, SignatureLine, SignatureStanding, Signatures,
    Table, VerdictBlock,
};
use crate::plan::Choice;
use crate::ui::components::drawing_view;

/// A block.
pub fn block_view(block: &Block) -> AnyView {
    match block {
        Block::Heading(heading) => heading_view(heading),
        Block::Paragraph(text) => view! { <p>{text_view(text)}</p> }.into_any(),
        Block::Facts(facts) => facts_view(facts),
        Block::Table(table) => table_view(table),
        Block::Figure(figure) => figure_view(figure),
        Block::List(list) => list_view(list),
        Block::Callout(callout) => view! {
            <p class=format!("callout keep {}", callout.status.mark.role())>{status_view(&callout.status)}" "{text_view(&callout.text)}</p>
        }
        .into_any(),
        Block::Verdict(verdict) => verdict_view(verdict),
        Block::Signatures(signatures) => signatures_view(signatures),
        Block::Changes(changes) => changes_view(changes),
        Block::Note(text) => view! { <p class="small soft">{text_view(text)}</p> }.into_any(),
    }
}

fn heading_view(heading: &Heading) -> AnyView {
    let (id, text) = (heading.id.clone(), heading.text.clone());
    match heading.depth {
        Depth::Section => view! { <h2 id=id>{text}</h2> }.into_any(),
        Depth::Part => view! { <h3 id=id>{text}</h3> }.into_any(),
    }
}

fn facts_view(facts: &[Fact]) -> AnyView {
    let facts = facts.iter().map(|fact| view! { <dt>{fact.name}</dt><dd>{text_view(&fact.value)}</dd> });
    view! { <dl class="facts">{facts.collect_view()}</dl> }.into_any()
}

fn table_view(table: &Table) -> AnyView {
    let columns = table.columns();
    let heads = columns.iter().map(|column| view! { <th scope="col" class=column.class()>{column.title}</th> });
    let rows = table.rows().iter().map(|row| {
        let cells = row.iter().zip(columns).map(|(cell, column)| {
            view! { <td class=column.class()>{text_view(cell)}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let name = columns.iter().map(|column| column.title).collect::<Vec<_>>().join(", ");
    let keep = if table.keep_together() { "table-scroll keep" } else { "table-scroll" };
    view! {
        <div class=keep role="group" aria-label=format!("Table: {name}") tabindex="0">
            <table><thead><tr>{heads.collect_view()}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
        </div>
    }
    .into_any()
}

fn figure_view(figure: &Figure) -> AnyView {
    let caption = figure.caption.clone();
    let drawing = drawing_view(figure);
    view! {
        <figure class="figure keep">{drawing}<figcaption>{caption}</figcaption></figure>
        {table_view(&figure.table)}
    }
    .into_any()
}

fn list_view(list: &List) -> AnyView {
    let items = list.items.iter().map(|item| view! { <li>{text_view(item)}</li> }).collect_view();
    if list.ordered { view! { <ol>{items}</ol> }.into_any() } else { view! { <ul>{items}</ul> }.into_any() }
}

fn verdict_view(verdict: &VerdictBlock) -> AnyView {
    let mark = verdict.status.mark;
    view! {
        <p class="keep"><strong class=format!("verdict large {}", mark.role())>{mark_view(mark)}<span>{verdict.verdict.label()}</span></strong></p>
        <p>{verdict.sentence.clone()}</p>
    }
    .into_any()
}

fn signatures_view(signatures: &Signatures) -> AnyView {
    view! {
        <div class="keep">
            <p class="small">{text_view(&signatures.statement)}</p>
            <div class="signatures">{signatures.lines.iter().map(signature_view).collect_view()}</div>
        </div>
    }
    .into_any()
}

fn signature_view(line: &SignatureLine) -> AnyView {
    let status = line.standing.status();
    let open = line.standing == SignatureStanding::Open;
    let written = if open { String::new() } else { line.name.clone() };
    let signed =
        (!open).then(|| view! { <p>{line.on.clone()}</p><p class="digest">"sha256 "{line.digest.clone()}</p> });
    let expected = (open && !line.name.is_empty()).then(|| view! { <p>{line.name.clone()}</p> });
    view! {
        <div class=format!("signature {}", status.mark.role())>
            <div class="signature-name"><span>{written}</span>{status_view(&status)}</div>
            <p>{line.role.clone()}</p>{expected}{signed}
        </div>
    }
    .into_any()
}

fn changes_view(changes: &Changes) -> AnyView {
    let more = changes.further_in_words().map(|words| view! { <p class="small">{words}</p> });
    view! {
        <div class="changes">
            <p>{changes.since.clone()}</p>
            {changes.changes.iter().map(difference_view).collect_view()}
            {more}
        </div>
    }
    .into_any()
}

fn difference_view(difference: &Difference) -> AnyView {
    let before = difference
        .before
        .as_ref()
        .map(|text| view! { <del><span class="unseen">"Was: "</span>{text_view(text)}</del> });
    let after =
        difference.after.as_ref().map(|text| view! { <ins><span class="unseen">"Is: "</span>{text_view(text)}</ins> });
    view! { <div class="change keep"><strong>{difference.place.clone()}</strong>{before}{after}</div> }.into_any()
}
