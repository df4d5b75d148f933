//! Settings: who works here, the organisation, how the app looks, and what is stored.

mod data;
mod organisation;

use leptos::prelude::*;

use self::data::Data;
use self::organisation::Organisation;
use crate::route::Route;
use crate::storage::settings::Theme;
use crate::text;
use crate::ui::clock;
use crate::ui::components::{AnswerGroup, AnswerOption, PageHead, Role, Status, Text};
use crate::ui::desk::use_desk;
use crate::ui::templates;

/// The settings of this browser. They are not part of any plan.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! {
        <div class="column">
            <PageHead title="Settings" back=(Route::Releases.to_string(), "Releases".to_owned())/>
            <Person/>
            <Organisation/>
            <Templates/>
            <Looks/>
            <Data/>
        </div>
    }
}

#[component]
fn Person() -> impl IntoView {
    let desk = use_desk();
    view! {
        <section class="section" aria-labelledby="person">
            <div class="section-head"><h2 id="person">"You"</h2></div>
            <div class="form"><div class="fields">
                <Text label="Your name" field="who" optional=true
                    help="Stands in the change log, and is proposed where you sign. Nobody checks it."
                    value=desk.who() on_change=move |name: String| desk.change_settings(|s| s.person.name = name)/>
            </div></div>
        </section>
    }
}

/// The way to the organisation's templates.
#[component]
fn Templates() -> impl IntoView {
    let desk = use_desk();
    let due = Memo::new(move |_| {
        desk.place()?;
        let today = clock::today(&clock::local_zone());
        templates::read(desk).templates.criteria_review.filter(|day| *day < today)
    });
    let reminder = move || {
        due.get().map(|day| {
            let word = format!("The list of criteria was to be looked at by {}", text::day(day));
            view! { <p><Status role=Role::Conditional word/></p> }
        })
    };
    view! {
        <section class="section" aria-labelledby="templates">
            <div class="section-head"><h2 id="templates">"Templates"</h2></div>
            <p>"Criteria, gates, rules, messages and the calendar that new releases start from, and why RFCs are rejected here."</p>
            {reminder}
            <div class="actions"><a class="button" href=Route::templates().to_string()>"Open the templates"</a></div>
        </section>
    }
}

#[component]
fn Looks() -> impl IntoView {
    let desk = use_desk();
    let themes = vec![
        AnswerOption { value: Theme::System, word: "As the system", role: None },
        AnswerOption { value: Theme::Light, word: "Light", role: None },
        AnswerOption { value: Theme::Dark, word: "Dark", role: None },
    ];
    view! {
        <section class="section" aria-labelledby="looks">
            <div class="section-head"><h2 id="looks">"Appearance"</h2></div>
            <AnswerGroup label="Theme" field="theme" options=themes visible=true
                value=Signal::derive(move || desk.settings.with(|s| s.appearance.theme))
                on_change=move |theme| desk.change_settings(|s| s.appearance.theme = theme)/>
        </section>
    }
}
