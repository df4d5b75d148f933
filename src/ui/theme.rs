//! Light, dark, or as the system says.

use leptos::prelude::*;

use super::components::Icon;
use super::desk::use_desk;
use crate::storage::settings::Theme;

/// Puts the theme on the page. Without one, the style sheet follows the system.
pub fn show(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    // Setting an attribute on the root element cannot fail.
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}

/// Switches between light and dark.
#[component]
pub fn ThemeButton() -> impl IntoView {
    let desk = use_desk();
    let dark = move || desk.settings.with(|settings| is_dark(settings.appearance.theme));
    let label = move || if dark() { "Use the light theme" } else { "Use the dark theme" };
    let switch = move |_| {
        let theme = if dark() { Theme::Light } else { Theme::Dark };
        desk.change_settings(|settings| settings.appearance.theme = theme);
    };
    view! {
        <button class="icon-button" type="button" aria-label=label title=label on:click=switch>
            {move || if dark() { view! { <Icon name="sun"/> } } else { view! { <Icon name="moon"/> } }}
        </button>
    }
}

fn is_dark(theme: Theme) -> bool {
    match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::System => {
            window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches())
        }
    }
}
