//! What changed since something was signed.

use leptos::prelude::*;

use crate::gate::Change;
use crate::text;

/// How many changes are shown of one signature.
const SHOWN: usize = 40;

/// The changes, each with what was and what is.
#[component]
pub fn Differences(
    /// The changes.
    changes: Vec<Change>,
) -> impl IntoView {
    let more = changes.len().saturating_sub(SHOWN);
    view! {
        <div class="changes">{changes.into_iter().take(SHOWN).map(one).collect_view()}</div>
        {(more > 0).then(|| view! { <p class="soft small">{format!("And {more} more.")}</p> })}
    }
}

fn one(change: Change) -> impl IntoView {
    view! {
        <div class="change">
            <strong>{text::path_in_words(&change.path)}</strong>
            {change.before.map(|before| view! { <del><span class="unseen">"Was: "</span>{text::value_in_words(&before)}</del> })}
            {change.after.map(|after| view! { <ins><span class="unseen">"Is: "</span>{text::value_in_words(&after)}</ins> })}
        </div>
    }
}
