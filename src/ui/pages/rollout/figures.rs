//! Worked-out figures: a small table, and a picture with its table.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::documents::text_view;
use crate::document::{Figure, Table};
use crate::ui::components::{drawing_view, fold, printing};

/// A table of figures, read aloud by its name.
pub fn table(name: &str, table: &Table) -> AnyView {
    let columns = table.columns();
    let heads = columns.iter().map(|column| {
        view! { <th scope="col" role="columnheader" class=column.class()>{column.title}</th> }
    });
    let rows = table.rows().iter().map(|row| {
        let cells = row.iter().zip(columns).map(|(cell, column)| {
            view! { <td role="cell" class=column.class() data-label=column.title>{text_view(cell)}</td> }
        });
        view! { <tr role="row">{cells.collect_view()}</tr> }
    });
    view! {
        <div class="table-scroll" role="region" aria-label=format!("{name}, table") tabindex="0">
            <table class="table stack" role="table" aria-label=name.to_owned()>
                <thead><tr role="row">{heads.collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A picture, with the same figures folded away under it.
pub fn figure(name: &'static str, figure: &Figure) -> AnyView {
    let rows = figure.table.clone();
    view! {
        <figure class="figure" aria-label=name>
            {drawing_view(figure)}
            <figcaption class="soft small">{figure.caption.clone()}</figcaption>
        </figure>
        {fold("As a table", RwSignal::new(false), printing(), Arc::new(move || table(name, &rows)))}
    }
    .into_any()
}
