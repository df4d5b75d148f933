//! The app: from the address to the page, and the keys that work everywhere.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::desk::{Desk, use_desk};
use super::pages;
use super::plan::Plan;
use super::shell::{OpenShell, Shell, focus_on};
use super::toast::ToastList;
use crate::plan::{Id, Identity, Release};
use crate::readiness::{Section, new_release};
use crate::route::{Page, Route};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    provide_context(desk);
    follow_address(desk);
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

/// On a phone the rail and the findings lie over the page; going somewhere closes them.
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
    Release(Id<Release>),
    Nowhere,
}

impl Place {
    fn of(route: &Route) -> Self {
        match route {
            Route::Release(id, _) => Self::Release(*id),
            _ => Self::Nowhere,
        }
    }
}

fn frame(place: Place) -> AnyView {
    match place {
        Place::Release(id) => view! { <OpenRelease id/> }.into_any(),
        Place::Nowhere => view! { <OpenShell><pages::Nowhere/></OpenShell> }.into_any(),
    }
}

/// The open release, and the page of it that the address names.
#[component]
fn OpenRelease(id: Id<Release>) -> impl IntoView {
    let desk = use_desk();
    let plan = Plan::open(new_release(id, Identity::default()), false, desk.who, desk.toasts);
    provide_context(plan);
    let keys = window_event_listener(ev::keydown, move |event| undo_keys(plan, &event));
    on_cleanup(move || keys.remove());
    view! { <Shell><CurrentPage/></Shell> }
}

/// The page that the address names. Going from entry to entry keeps the page; only another page is made anew.
#[component]
fn CurrentPage() -> impl IntoView {
    let desk = use_desk();
    let page = Memo::new(move |_| match desk.route.get() {
        Route::Release(_, page) => Some(page),
        _ => None,
    });
    let kind = Memo::new(move |_| page.with(|page| page.as_ref().map(Kind::of)));
    let entry = Memo::new(move |_| match page.get() {
        Some(Page::Section(_, entry, _)) => entry,
        _ => None,
    });
    let number = Memo::new(move |_| match page.get() {
        Some(Page::Walk(number)) => number,
        _ => 1,
    });
    let document = Memo::new(move |_| match page.get() {
        Some(Page::Documents(kind)) => kind,
        _ => None,
    });
    Effect::new(move |_| {
        if let Some(Page::Section(_, entry, field)) = page.get() {
            request_animation_frame(move || focus_field(entry.as_deref(), field.as_deref()));
        }
    });
    move || {
        Some(match kind.get()? {
            Kind::Section(section) => section_page(section, entry),
            Kind::Walk => view! { <pages::StrategyWalk number/> }.into_any(),
            Kind::RollCall => view! { <pages::RollCall/> }.into_any(),
            Kind::Documents => view! { <pages::Documents kind=document/> }.into_any(),
            Kind::History => view! { <pages::History/> }.into_any(),
        })
    }
}

/// A page without what it shows of its list.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Section(Section),
    Walk,
    RollCall,
    Documents,
    History,
}

impl Kind {
    fn of(page: &Page) -> Self {
        match page {
            Page::Section(section, ..) => Self::Section(*section),
            Page::Walk(_) => Self::Walk,
            Page::RollCall => Self::RollCall,
            Page::Documents(_) => Self::Documents,
            Page::History => Self::History,
        }
    }
}

/// Each page gets the id of the entry that the address names, if any.
fn section_page(section: Section, entry: Memo<Option<String>>) -> AnyView {
    match section {
        Section::Overview => view! { <pages::Overview/> }.into_any(),
        Section::People => view! { <pages::People entry/> }.into_any(),
        Section::Strategy => view! { <pages::Strategy/> }.into_any(),
        Section::Rollout => view! { <pages::Rollout entry/> }.into_any(),
        Section::Acceptance => view! { <pages::Acceptance entry/> }.into_any(),
        Section::Gates => view! { <pages::Gates entry/> }.into_any(),
        Section::Defects => view! { <pages::Defects entry/> }.into_any(),
        Section::Rfcs => view! { <pages::Rfcs entry/> }.into_any(),
        Section::Rules => view! { <pages::Rules entry/> }.into_any(),
        Section::Board => view! { <pages::Board entry/> }.into_any(),
    }
}

/// Puts the focus on a control by the field's name, within the entry where one is named. Opens what hides it.
fn focus_field(entry: Option<&str>, field: Option<&str>) {
    let Some(field) = field else {
        focus_on("main");
        return;
    };
    let within = entry.map(|entry| format!("#main [data-entry=\"{entry}\"] [data-field=\"{field}\"]"));
    let anywhere = format!("#main [data-field=\"{field}\"]");
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let Some(element) = within.as_deref().and_then(find).or_else(|| find(&anywhere)) else {
        focus_on("main");
        return;
    };
    let mut around = element.parent_element();
    while let Some(parent) = around {
        if parent.tag_name() == "DETAILS" {
            // An attribute without a value: it opens what hides the field.
            let _ = parent.set_attribute("open", "");
        }
        around = parent.parent_element();
    }
    element.scroll_into_view_with_bool(false);
    if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
        // Focus is a courtesy: where the element cannot take it, it is in view.
        let _ = element.focus();
    }
}

/// Ctrl+Z and Ctrl+Shift+Z act on the release, wherever the focus is.
fn undo_keys(plan: Plan, event: &web_sys::KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || !event.key().eq_ignore_ascii_case("z") {
        return;
    }
    event.prevent_default();
    if event.shift_key() { plan.redo() } else { plan.undo() }
}
