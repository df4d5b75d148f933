//! What a signature line says, under a gate and on the Board alike.

use leptos::prelude::*;

use super::mark::{Icon, Role};
use crate::gate::{Standing, short_digest};
use crate::plan::SignOff;
use crate::text;
use crate::ui::plan::use_plan;

/// How a role has signed, as a role and a word. `waiting` is whether there is a sign-off that does not count yet.
#[must_use]
pub fn signed_as(standing: Option<Standing>, waiting: bool) -> (Role, &'static str) {
    match standing {
        None if waiting => (Role::Idle, "Does not count yet"),
        None => (Role::Idle, "Not signed"),
        Some(Standing::Valid) => (Role::Go, "Signed"),
        Some(Standing::Stale) => (Role::Stale, "Stale"),
        Some(Standing::Corrupt) => (Role::NoGo, "Does not match"),
    }
}

/// When somebody signed, and what: the start of its digest.
#[component]
pub fn SignedFacts(
    /// The sign-off.
    sign_off: SignOff,
    /// How it stands.
    standing: Standing,
) -> impl IntoView {
    view! {
        <p class="soft">{sign_off.on.map_or_else(|| "Day not known".to_owned(), text::day)}</p>
        <p class="digest">{format!("sha256 {} …", short_digest(&sign_off.sha256))}</p>
        {(standing == Standing::Corrupt).then(|| view! {
            <p class="soft">"What is stored does not match its digest: the file was changed by other means. Have it signed again."</p>
        })}
    }
}

/// A sign-off that counts for nothing, with the reason and the way to withdraw it.
#[component]
pub fn Uncounted(
    /// The sign-off.
    sign_off: SignOff,
    /// The role, as people read it.
    role: String,
    /// Who signed as what, and why that counts for nothing.
    said: String,
    /// Withdraws it.
    #[prop(into)]
    on_withdraw: Callback<()>,
) -> impl IntoView {
    let plan = use_plan();
    let label = format!("Withdraw the signature of {} as {role}", sign_off.name);
    view! {
        <li class="small soft" data-entry=sign_off.id.to_string()>
            {said}
            <button class="icon-button" type="button" aria-label=label.clone() title=label disabled=plan.read_only
                on:click=move |_| on_withdraw.run(())><Icon name="bin"/></button>
        </li>
    }
}
