//! Headings of pages and sections, and what stands where there is nothing yet.

use leptos::prelude::*;

use super::mark::Icon;

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
