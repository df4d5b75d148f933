//! The page of the open release that the address names.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::FocusOptions;

use super::bundle::{Pages, SectionPage, from_bundle};
use super::desk::{Desk, use_desk};
use super::pages;
use super::plan::use_plan;
use super::shell::focus_on;
use crate::plan::{Choice, Identity};
use crate::readiness::Section;
use crate::route::{Page, Route};
use crate::text;

/// How far the header reaches down, in CSS pixels at the usual size of text.
const HEADER: f64 = 48.0;

/// The page that the address names. Going from entry to entry keeps the page; only another page is made anew.
#[component]
pub fn CurrentPage() -> impl IntoView {
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
    let shown = Memo::new(move |_| match page.get() {
        Some(Page::Documents(kind)) => kind,
        _ => None,
    });
    let there = Memo::new(move |_| kind.get().is_some_and(|kind| !kind.is_fetched() || desk.bundles.has::<Pages>()));
    Effect::new(move |_| {
        // What is there follows from the page: the page is read first, or this would not run again for another entry of it.
        let page = page.get();
        if let Some(Page::Section(_, entry, field)) = page.filter(|_| there.get()) {
            request_animation_frame(move || focus_field(entry.as_deref(), field.as_deref()));
        }
    });
    // A link to the place where one is changes no address, and leads to the field all the same.
    let again = window_event_listener(ev::click, move |event| {
        if let Some(Page::Section(_, entry, field)) = page.get_untracked().filter(|_| leads_here(&event)) {
            focus_field(entry.as_deref(), field.as_deref());
        }
    });
    on_cleanup(move || again.remove());
    let plan = use_plan();
    let called = plan.from(|release| title_of(&release.identity));
    Effect::new(move |_| {
        // On the way to another release this page is still there, and names it no more.
        let here = desk.route.with(|route| matches!(route, Route::Release(id, _) if *id == plan.id()));
        if let Some(page) = page.get().filter(|_| here) {
            document().set_title(&name_of(&page, &called.get()));
        }
    });
    Effect::new(move |_| {
        kind.track();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
    move || {
        Some(match kind.get()? {
            Kind::Section(section) => section_page(desk, section, entry),
            Kind::Walk => fetched(desk, move |pages| (pages.walk)(number)),
            Kind::RollCall => view! { <pages::RollCall/> }.into_any(),
            Kind::Documents => fetched(desk, move |pages| (pages.documents)(shown)),
            Kind::Actions => fetched(desk, |pages| (pages.actions)()),
            Kind::History => fetched(desk, |pages| (pages.history)()),
        })
    }
}

/// The release's name and version.
fn title_of(identity: &Identity) -> String {
    let name = text::named(identity.name.trim(), "Unnamed release");
    format!("{name} {}", identity.version.trim()).trim_end().to_owned()
}

/// What the browser calls a page. A document goes by its own name, which a file printed from it then bears.
fn name_of(page: &Page, release: &str) -> String {
    let page = match page {
        Page::Section(section, ..) => section.label(),
        Page::Walk(_) => "Walk to a strategy",
        Page::RollCall => "Roll call",
        Page::Documents(kind) => {
            return format!("{}, {release}", kind.unwrap_or(pages::FIRST_DOCUMENT).label());
        }
        Page::Actions => "Actions",
        Page::History => "Change log",
    };
    format!("{page} · {release} · Rollcall")
}

/// Whether a click is on a link to the address that is open.
fn leads_here(event: &web_sys::MouseEvent) -> bool {
    let clicked = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let link = clicked.and_then(|clicked| clicked.closest("a[href]").ok().flatten());
    link.and_then(|link| link.get_attribute("href"))
        .is_some_and(|to| window().location().hash().is_ok_and(|at| at == to))
}

/// A page without what it shows of its list.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Section(Section),
    Walk,
    RollCall,
    Documents,
    Actions,
    History,
}

impl Kind {
    fn of(page: &Page) -> Self {
        match page {
            Page::Section(section, ..) => Self::Section(*section),
            Page::Walk(_) => Self::Walk,
            Page::RollCall => Self::RollCall,
            Page::Documents(_) => Self::Documents,
            Page::Actions => Self::Actions,
            Page::History => Self::History,
        }
    }

    /// Whether the page comes with [`Pages`].
    fn is_fetched(self) -> bool {
        match self {
            Self::RollCall => false,
            Self::Section(section) => !matches!(
                section,
                Section::Overview
                    | Section::People
                    | Section::Acceptance
                    | Section::Gates
                    | Section::Defects
                    | Section::Rfcs
                    | Section::Rules
                    | Section::Board
            ),
            Self::Walk | Self::Documents | Self::Actions | Self::History => true,
        }
    }
}

/// A page that is fetched.
fn fetched(desk: Desk, draw: impl Fn(Pages) -> AnyView + Send + 'static) -> AnyView {
    from_bundle(desk, |notice| notice, draw)
}

/// Each page gets the id of the entry that the address names, if any.
fn section_page(desk: Desk, section: Section, entry: Memo<Option<String>>) -> AnyView {
    let fetched = |page: fn(Pages) -> SectionPage| fetched(desk, move |pages| page(pages)(entry));
    match section {
        Section::Overview => view! { <pages::Overview/> }.into_any(),
        Section::People => view! { <pages::People entry/> }.into_any(),
        Section::Strategy => fetched(|pages| pages.strategy),
        Section::Forecast => fetched(|pages| pages.forecast),
        Section::Rollout => fetched(|pages| pages.rollout),
        Section::Acceptance => view! { <pages::Acceptance entry/> }.into_any(),
        Section::Gates => view! { <pages::Gates entry/> }.into_any(),
        Section::Defects => view! { <pages::Defects entry/> }.into_any(),
        Section::Rfcs => view! { <pages::Rfcs entry/> }.into_any(),
        Section::Rules => view! { <pages::Rules entry/> }.into_any(),
        Section::Board => view! { <pages::Board entry/> }.into_any(),
        Section::After => fetched(|pages| pages.after),
        Section::Calendar => fetched(|pages| pages.calendar),
        Section::Communications => fetched(|pages| pages.communications),
        Section::Environments => fetched(|pages| pages.environments),
        Section::HandOver => fetched(|pages| pages.hand_over),
        Section::Meetings => fetched(|pages| pages.meetings),
        Section::Review => fetched(|pages| pages.review),
        Section::Training => fetched(|pages| pages.training),
    }
}

/// Puts the focus on a control by the field's name, within the entry and the part of it where they are named: that very
/// control, else the part, else any control of that name. Opens what hides it.
pub fn focus_field(entry: Option<&str>, field: Option<&str>) {
    let Some(field) = field else {
        focus_entry(entry);
        return;
    };
    let (field, part) = field.split_once('.').map_or((field, None), |(field, part)| (field, Some(part)));
    let control = format!("[data-field=\"{field}\"]");
    let of = |id: &str| format!("[data-entry=\"{id}\"]");
    let within = entry.map_or_else(|| "#main".to_owned(), |entry| format!("#main {}", of(entry)));
    let selectors = [
        part.map(|part| format!("{within} {} {control}", of(part))),
        part.map(|part| format!("{within} {}[tabindex]", of(part))),
        Some(format!("{within} {control}")),
        Some(format!("#main {control}")),
    ];
    let find = |selector: String| document().query_selector(&selector).ok().flatten();
    let Some(element) = selectors.into_iter().flatten().find_map(find) else {
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
    // First the entry with its head, so that one sees where one is; then, where that is not enough, the field itself.
    if let Some(detail) = element.closest(".detail").ok().flatten() {
        bring_into_view(&detail, 0.4);
    }
    // With its label.
    let labelled = element.closest(".field").ok().flatten();
    bring_into_view(labelled.as_ref().unwrap_or(&element), 0.85);
    focus_where_it_is(element);
}

/// Scrolls to the beginning of an element unless it is in sight: below the header, and no further down than that share of
/// the window.
fn bring_into_view(element: &web_sys::Element, share: f64) {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let top = element.get_bounding_client_rect().top();
    if top < HEADER || top > height * share {
        element.scroll_into_view_with_bool(true);
    }
}

/// Puts the focus on an element and leaves the page where it is.
fn focus_where_it_is(element: web_sys::Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
        // Focus is a courtesy: where the element cannot take it, it is in view.
        let _ = element.focus_with_options(&options);
    }
}

/// Puts the focus on an entry that takes it as a whole, such as the detail beside a list; else on the page.
fn focus_entry(entry: Option<&str>) {
    let selector = |entry: &str| format!("#main .detail[data-entry=\"{entry}\"]");
    match entry.and_then(|entry| document().query_selector(&selector(entry)).ok().flatten()) {
        Some(detail) => {
            bring_into_view(&detail, 0.4);
            focus_where_it_is(detail);
        }
        None => focus_on("main"),
    }
}
