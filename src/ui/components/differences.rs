//! What changed since something was signed.

use leptos::prelude::*;

use crate::gate::Change;
use crate::plan::Release;
use crate::text;
use crate::ui::plan::use_plan;

/// How many changes are shown of one signature.
const SHOWN: usize = 40;

/// A change in words: where, what was and what is.
type Said = (String, Option<String>, Option<String>);

/// The changes, each with what was and what is.
#[component]
pub fn Differences(
    /// The changes.
    changes: Vec<Change>,
) -> impl IntoView {
    let plan = use_plan();
    let more = changes.len().saturating_sub(SHOWN);
    let said = Memo::new(move |_| {
        plan.release.with(|release| changes.iter().take(SHOWN).map(|change| said(release, change)).collect::<Vec<_>>())
    });
    view! {
        <div class="changes">{move || said.get().into_iter().map(one).collect_view()}</div>
        {(more > 0).then(|| view! { <p class="soft small">{format!("And {more} more.")}</p> })}
    }
}

fn said(release: &Release, change: &Change) -> Said {
    let words =
        |value: &Option<String>| value.as_deref().map(|value| text::value_in_words(release, &change.path, value));
    (text::path_in_words(&change.path), words(&change.before), words(&change.after))
}

fn one((place, before, after): Said) -> impl IntoView {
    view! {
        <div class="change">
            <strong>{place}</strong>
            {before.map(|before| view! { <del><span class="unseen">"Was: "</span>{before}</del> })}
            {after.map(|after| view! { <ins><span class="unseen">"Is: "</span>{after}</ins> })}
        </div>
    }
}
