//! The rows of a list.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};
use std::sync::Arc;

use leptos::prelude::*;

/// One row, before it is shown.
struct Row {
    /// Stays the same for as long as it is the same row.
    key: u64,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

/// Shows each entry of a list that changes. A row stays as it is for as long as an entry with its key is there; what changes
/// within an entry is for the row to follow.
///
/// Leptos' own `For` is compiled anew for every list, some 8 KB each; behind this there is one of them for all.
pub fn each<L, T, K, V>(
    entries: impl Fn() -> L + Send + 'static,
    key: impl Fn(&T) -> K + Send + 'static,
    view: impl Fn(T) -> V + Send + Sync + 'static,
) -> AnyView
where
    L: IntoIterator<Item = T>,
    T: Send + 'static,
    K: Hash,
    V: IntoView + 'static,
{
    let view = Arc::new(view);
    rows(Box::new(move || {
        let row = |entry: T| {
            let (key, view) = (digest(&key(&entry)), Arc::clone(&view));
            Row { key, view: Box::new(move || view(entry).into_any()) }
        };
        entries().into_iter().map(row).collect()
    }))
}

fn rows(rows: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    view! { <For each=move || rows() key=|row: &Row| row.key children=|row: Row| (row.view)()/> }.into_any()
}

/// Two keys of one list share a digest once in some billion billion.
fn digest(key: &impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(key)
}
