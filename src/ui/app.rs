//! The app: from the address to the page.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::bundle::{Pages, Remainder, from_bundle};
use super::desk::Desk;
use super::pages;
use super::shell::{self, OpenShell, focus_on};
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
    let destination = Memo::new(move |_| desk.route.with(Destination::of));
    name_page(destination);
    focus_page(desk, destination);
    view! {
        {move || frame(desk, destination.get())}
        <ToastList toasts=desk.toasts/>
    }
}

/// Keeps the route in step with the address.
fn follow_address(desk: Desk) {
    let read = || Route::parse(&window().location().hash().unwrap_or_default());
    desk.route.set(read());
    let listener = window_event_listener(ev::hashchange, move |_| {
        close_sheets();
        leave_field();
        desk.route.set(read());
    });
    on_cleanup(move || listener.remove());
}

/// Going back or forward while a line is typed into leaves the line first: what was typed is handed on and kept, while what
/// takes it is still there. A browser hands it on by itself only once the page has been taken away.
fn leave_field() {
    const LINES: &str = "textarea, input:not([type=radio], [type=checkbox])";
    let Some(field) = document().active_element().and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    if field.matches(LINES).unwrap_or(false) {
        // It has the focus, so that it can give it up.
        let _ = field.blur();
    }
}

/// Names the page for the browser's tab and history. A release names its own pages as soon as it is open.
fn name_page(destination: Memo<Destination>) {
    Effect::new(move |_| {
        document().set_title(match destination.get() {
            Destination::Releases => "Releases · Rollcall",
            Destination::Nowhere => "No such page · Rollcall",
            Destination::Beyond(Beyond::New) => "New release · Rollcall",
            Destination::Beyond(Beyond::Settings) => "Settings · Rollcall",
            Destination::Beyond(Beyond::Release(_)) => "Rollcall",
        });
    });
}

/// Going to another page puts the focus on it, once it is there; loading the app does not. A release's pages see to their own
/// focus, because a finding leads to a field of theirs.
fn focus_page(desk: Desk, destination: Memo<Destination>) {
    let there = Memo::new(move |_| match destination.get() {
        Destination::Releases | Destination::Nowhere => true,
        Destination::Beyond(Beyond::Release(_)) => false,
        Destination::Beyond(Beyond::Settings) => desk.bundles.has::<Pages>(),
        Destination::Beyond(Beyond::New) => desk.bundles.has::<Remainder>(),
    });
    let first = destination.get_untracked();
    let moved = StoredValue::new(false);
    Effect::new(move |_| {
        let now = destination.get();
        if now != first {
            moved.set_value(true);
        }
        if there.get() && moved.get_value() {
            request_animation_frame(|| focus_on("main"));
        }
    });
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
enum Destination {
    Releases,
    Nowhere,
    Beyond(Beyond),
}

/// What is not among the pages that are there from the start.
#[derive(Clone, Copy, PartialEq)]
pub enum Beyond {
    /// The wizard for a new release.
    New,
    /// The settings.
    Settings,
    /// A release, whichever of its pages.
    Release(Id<Release>),
}

impl Destination {
    fn of(route: &Route) -> Self {
        match route {
            Route::Releases => Self::Releases,
            Route::New(_) => Self::Beyond(Beyond::New),
            Route::Settings => Self::Beyond(Beyond::Settings),
            Route::Release(id, _) => Self::Beyond(Beyond::Release(*id)),
            Route::Unknown(_) => Self::Nowhere,
        }
    }
}

fn frame(desk: Desk, destination: Destination) -> AnyView {
    match destination {
        Destination::Releases => view! { <OpenShell><pages::Releases/></OpenShell> }.into_any(),
        Destination::Nowhere => view! { <OpenShell><pages::Nowhere/></OpenShell> }.into_any(),
        Destination::Beyond(beyond) => {
            from_bundle::<Remainder>(desk, shell::open, move |remainder| (remainder.page)(beyond))
        }
    }
}
