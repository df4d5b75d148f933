//! Text of a document, piece by piece.

use leptos::prelude::*;

use crate::document::{Mark, Span, Status, Text};

/// A text.
pub fn text_view(text: &Text) -> AnyView {
    text.0.iter().map(span).collect_view().into_any()
}

/// A status as mark and word.
pub fn status_view(status: &Status) -> AnyView {
    view! { <span class=format!("status {}", status.mark.role())>{mark_view(status.mark)}{status.word.clone()}</span> }
        .into_any()
}

/// A bare mark.
pub fn mark_view(mark: Mark) -> AnyView {
    view! { <svg class=format!("mark {}", mark.role()) aria-hidden="true"><use href=format!("#{}", mark.symbol())></use></svg> }
        .into_any()
}

fn span(span: &Span) -> AnyView {
    match span {
        Span::Plain(words) => words.clone().into_any(),
        Span::Strong(words) => view! { <strong>{words.clone()}</strong> }.into_any(),
        Span::Mono(words) => view! { <span class="mono">{words.clone()}</span> }.into_any(),
        Span::Status(status) => status_view(status),
        Span::Link(address) => {
            let url = address.as_str().to_owned();
            view! { <a href=url.clone() rel="noopener noreferrer" target="_blank">{url.clone()}</a> }.into_any()
        }
        Span::Break => view! { <br/> }.into_any(),
    }
}
