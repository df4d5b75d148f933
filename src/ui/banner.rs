//! What the person must know before they go on working.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::{Icon, Mark, Role};
use super::desk::{Desk, use_desk};
use super::opening::Saving;
use super::plan::Plan;
use super::releases::{export, save_as_new};
use super::sample;
use crate::storage::{Degraded, SaveState, StoreError};

/// The banners that apply now.
#[component]
pub fn Banners(
    /// Those about the open release.
    #[prop(optional)]
    of_release: Option<AnyView>,
) -> impl IntoView {
    let desk = use_desk();
    view! {
        <div class="banners" role="region" aria-label="Messages">
            {move || desk.degraded.get().map(|degraded| degraded_banner(&degraded))}
            {move || desk.notice.get().map(|notice| notice_banner(desk, notice))}
            {of_release}
        </div>
    }
}

/// The banners about the open release: that it is a sample, or that it is not saved.
#[must_use]
pub fn of_release(plan: Plan) -> AnyView {
    let desk = use_desk();
    let of_sample = plan.read_only.then(|| sample_banner(desk, plan));
    let of_saving = use_context::<Saving>().map(|saving| move || saving_banner(desk, plan, saving));
    view! { {of_sample}{of_saving} }.into_any()
}

fn degraded_banner(degraded: &Degraded) -> impl IntoView + use<> {
    let role = if degraded.kind.survives_closing() { Role::Conditional } else { Role::NoGo };
    view! { <div class=format!("banner {}", role.class()) role="alert"><Mark role/><p>{degraded.to_string()}</p></div> }
}

fn notice_banner(desk: Desk, notice: String) -> impl IntoView {
    view! {
        <div class="banner" role="alert">
            <Mark role=Role::Advice/><p>{notice}</p>
            <button class="icon-button" type="button" aria-label="Dismiss this message" on:click=move |_| desk.notice.set(None)><Icon name="close"/></button>
        </div>
    }
}

fn sample_banner(desk: Desk, plan: Plan) -> impl IntoView {
    let keep = move |_| spawn_local(sample::keep(desk, plan.release.get_untracked()));
    view! {
        <div class="banner">
            <Mark role=Role::Advice/>
            <p><strong>"A sample to look at."</strong>" Keep a copy to change it; go-live is 12 days ahead."</p>
            <button class="button small" type="button" on:click=keep>"Keep a copy"</button>
        </div>
    }
}

fn saving_banner(desk: Desk, plan: Plan, saving: Saving) -> Option<AnyView> {
    let gone = saving.gone.get().then_some(StoreError::Gone);
    let error = match saving.state.get() {
        SaveState::NotSaved(error) => Some(error),
        _ => gone,
    }?;
    // Another tab was first: this is being settled, and says so by itself. In memory there is a banner already.
    if matches!(error, StoreError::Conflict { .. })
        || desk.degraded.with(|d| d.as_ref().is_some_and(|d| d.why == error))
    {
        return None;
    }
    let again = (error.may_pass()).then(|| {
        view! {
            <button class="button small" type="button" on:click=move |_| saving.try_again()>"Try again"</button>
        }
    });
    let anew = (error == StoreError::Gone).then(|| view! {
        <button class="button small" type="button" on:click=move |_| spawn_local(save_as_new(desk, plan))>"Save as a new release"</button>
    });
    Some(view! {
        <div class="banner no-go" role="alert">
            <Mark role=Role::NoGo/>
            <p><strong>"Not saved. "</strong>{error.to_string()}" "{error.safe()}" "{error.cure()}</p>
            {again}{anew}
            <button class="button small" type="button" on:click=move |_| export(desk, plan)>"Download a copy"</button>
        </div>
    }.into_any())
}
