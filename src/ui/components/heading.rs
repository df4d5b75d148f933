//! Headings of pages and sections, and what stands where there is nothing yet.

use leptos::prelude::*;

use super::mark::{Icon, Mark, Role};
use crate::route::{Page, Route};
use crate::ui::desk::use_desk;

/// The heading of a page, with the way back on pages below a list, and the page's actions.
#[component]
pub fn PageHead(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The version that follows the heading. Empty: none.
    #[prop(into, optional)]
    version: Signal<String>,
    /// One line below it. Empty: none.
    #[prop(into, optional)]
    lead: Signal<String>,
    /// The way back: address and name.
    #[prop(optional)]
    back: Option<(String, String)>,
    /// Buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let trail = back.map(|(address, name)| {
        view! { <nav class="trail" aria-label="Path"><a href=address><Icon name="back"/>{name}</a></nav> }
    });
    view! {
        <header class="page-head">
            <div>
                {trail}
                <h1>
                    {title}
                    {move || Some(version.get()).filter(|version| !version.is_empty()).map(|version| view! { " "<span class="version">{version}</span> })}
                </h1>
                {move || Some(lead.get()).filter(|lead| !lead.is_empty()).map(|lead| view! { <p>{lead}</p> })}
            </div>
            {children.map(|children| view! { <div class="actions">{children()}</div> })}
        </header>
    }
}

/// The heading of a section within a page, with its actions. Give the section `aria-labelledby` the same id.
#[component]
pub fn SectionHead(
    /// The heading's id.
    id: &'static str,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// Buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! { <div class="section-head"><h2 id=id>{title}</h2>{children.map(|children| children())}</div> }
}

/// What stands where there is nothing yet: what belongs here, why it is worth it, and one button as its child.
#[component]
pub fn Empty(
    /// The sentence.
    text: &'static str,
    /// The button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! { <div class="empty"><p>{text}</p>{children.map(|children| children())}</div> }
}

/// Says above a list that the address names an entry that the plan does not have. An address that leads to what was removed
/// names it rightly: there it can be put back.
#[component]
pub fn NotInPlan(
    /// The entry that the address names.
    entry: Signal<Option<String>>,
    /// Whether the plan has it.
    #[prop(into)]
    found: Signal<bool>,
    /// What it would be: "a gate".
    what: &'static str,
) -> impl IntoView {
    let desk = use_desk();
    let removed = move || {
        desk.route.with(|route| match route {
            Route::Release(_, Page::Section(_, _, field)) => matches!(field.as_deref(), Some("restore" | "reason")),
            _ => false,
        })
    };
    let unknown = Memo::new(move |_| entry.with(Option::is_some) && !found.get() && !removed());
    view! {
        <div class="notices" role="status">
            <Show when=move || unknown.get()>
                <div class="banner inset"><Mark role=Role::Advice/><p>{format!("This address names {what} that is not in this plan.")}</p></div>
            </Show>
        </div>
    }
}
