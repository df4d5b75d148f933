//! The app: from the address to the page.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::desk::Desk;
use super::opening::OpenRelease;
use super::pages;
use super::sample::{OpenSample, sample_of};
use super::shell::OpenShell;
use super::toast::ToastList;
use crate::plan::{Id, Release};
use crate::route::Route;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    provide_context(desk);
    follow_address(desk);
    desk.start();
    let place = Memo::new(move |_| desk.route.with(Place::of));
    view! {
        {move || frame(place.get())}
        <ToastList toasts=desk.toasts/>
    }
}

/// Keeps the route in step with the address.
fn follow_address(desk: Desk) {
    let read = || Route::parse(&window().location().hash().unwrap_or_default());
    desk.route.set(read());
    let listener = window_event_listener(ev::hashchange, move |_| {
        close_sheets();
        desk.route.set(read());
    });
    on_cleanup(move || listener.remove());
}

/// On a phone the rail and the findings lie over the page; going somewhere closes them, and any menu.
fn close_sheets() {
    let Ok(open) = document().query_selector_all(":popover-open") else { return };
    for at in 0..open.length() {
        if let Some(element) = open.item(at).and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok()) {
            // It is open, so that it can be hidden.
            let _ = element.hide_popover();
        }
    }
}

/// What the frame depends on: going from page to page within a release keeps the release open.
#[derive(Clone, PartialEq)]
enum Place {
    Releases,
    New,
    Settings,
    Release(Id<Release>),
    Nowhere,
}

impl Place {
    fn of(route: &Route) -> Self {
        match route {
            Route::Releases => Self::Releases,
            Route::New => Self::New,
            Route::Settings => Self::Settings,
            Route::Release(id, _) => Self::Release(*id),
            Route::Unknown(_) => Self::Nowhere,
        }
    }
}

fn frame(place: Place) -> AnyView {
    match place {
        Place::Releases => view! { <OpenShell><pages::Releases/></OpenShell> }.into_any(),
        Place::New => view! { <OpenShell><pages::NewRelease/></OpenShell> }.into_any(),
        Place::Settings => view! { <OpenShell><pages::SettingsPage/></OpenShell> }.into_any(),
        Place::Release(id) => match sample_of(id) {
            Some(sample) => view! { <OpenSample sample id/> }.into_any(),
            None => view! { <OpenRelease id/> }.into_any(),
        },
        Place::Nowhere => view! { <OpenShell><pages::Nowhere/></OpenShell> }.into_any(),
    }
}
