//! What stands where there is no page: what happened, what is safe, and the way on.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::plan::{Id, Release};
use crate::plan_file::PlanFileError;
use crate::route::Route;
use crate::storage::StoreError;
use crate::ui::components::{Badge, Role};
use crate::ui::desk::use_desk;
use crate::ui::releases::{delete, hand_out};

/// The frame of all of them: a badge, a heading, what happened, and what to do.
#[component]
fn Notice(
    /// The word on the badge.
    badge: &'static str,
    /// Its role.
    role: Role,
    /// The heading.
    #[prop(into)]
    title: String,
    /// What happened and what is safe, then the buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="notice"><Badge role word=badge/><h1>{title}</h1>{children()}</section>
    }
}

#[component]
fn BackToReleases() -> impl IntoView {
    view! { <a class="button primary" href=Route::Releases.to_string()>"Back to releases"</a> }
}

/// An address that leads nowhere.
#[component]
pub fn Nowhere() -> impl IntoView {
    let desk = use_desk();
    let address = move || desk.route.with(ToString::to_string);
    view! {
        <Notice badge="Unknown address" role=Role::Idle title="There is no such page">
            <p>"The address "<code>{address}</code>" leads nowhere in Rollcall. Your releases are as they were."</p>
            <div class="actions"><BackToReleases/></div>
        </Notice>
    }
}

/// A page whose part of the app could not be fetched.
#[component]
pub fn NotFetched(
    /// Tries once more.
    again: Callback<()>,
) -> impl IntoView {
    view! {
        <Notice badge="Not loaded" role=Role::NoGo title="This page could not be loaded">
            <p>"A part of Rollcall did not arrive. Your releases are as they were. Check the connection and try again; if the
                site has been updated meanwhile, load the page anew."</p>
            <div class="actions">
                <button class="button primary" type="button" on:click=move |_| again.run(())>"Try again"</button>
                <BackToReleases/>
            </div>
        </Notice>
    }
}

/// A release that is not stored here.
#[component]
pub fn UnknownRelease() -> impl IntoView {
    view! {
        <Notice badge="Unknown release" role=Role::Idle title="This release is not in this browser">
            <p>"It was deleted, or it was planned in another browser or on another machine. Rollcall keeps releases where they
                were entered; whoever has it can export it as a file for you to import."</p>
            <div class="actions"><BackToReleases/></div>
        </Notice>
    }
}

/// A release that the browser would not give.
#[component]
pub fn NotOpened(
    /// Why.
    why: StoreError,
) -> impl IntoView {
    view! {
        <Notice badge="Not opened" role=Role::NoGo title="The release could not be opened">
            <p>{why.to_string()}" "{why.safe()}" "{why.cure()}</p>
            <div class="actions"><BackToReleases/></div>
        </Notice>
    }
}

/// A sample that could not be loaded.
#[component]
pub fn NoSample(
    /// Why.
    why: String,
) -> impl IntoView {
    view! {
        <Notice badge="Not loaded" role=Role::NoGo title="The sample could not be opened">
            <p>{why}" Your own releases are as they were."</p>
            <div class="actions"><BackToReleases/></div>
        </Notice>
    }
}

/// A record that cannot be read. It stays as it is until somebody decides.
#[component]
pub fn BrokenRelease(
    /// Whose.
    id: Id<Release>,
    /// What is wrong.
    why: PlanFileError,
    /// What is stored.
    text: String,
) -> impl IntoView {
    let desk = use_desk();
    let problems =
        why.problems().iter().take(20).map(|problem| view! { <li>{problem.to_string()}</li> }).collect_view();
    let download = move |_| hand_out(desk, &format!("{id}-damaged.json"), &text);
    view! {
        <Notice badge="Record damaged" role=Role::NoGo title="This release could not be read">
            <p>{why.to_string()}" Its stored text is kept exactly as it is, and your other releases are safe."</p>
            <ul>{problems}</ul>
            <div class="actions">
                <button class="button" type="button" on:click=download>"Download the record"</button>
                <button class="button" type="button" on:click=move |_| spawn_local(delete(desk, id))>"Delete the record"</button>
                <BackToReleases/>
            </div>
        </Notice>
    }
}
