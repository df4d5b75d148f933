//! The organisation's profile: what new releases start from.

use leptos::prelude::*;

use crate::storage::settings::Profile;
use crate::strategy::{Factor, factor};
use crate::ui::clock;
use crate::ui::components::Text;
use crate::ui::desk::{Desk, use_desk};

/// The advisor's questions that are about the organisation rather than about one release.
const LASTING: [&str; 3] = ["organisation", "risk_appetite", "dual_capacity"];

/// Name, time zone, currency, and the answers that hold for every release.
#[component]
pub fn Organisation() -> impl IntoView {
    let desk = use_desk();
    let of =
        move |value: fn(&Profile) -> &String| Signal::derive(move || desk.settings.with(|s| value(&s.profile).clone()));
    let set = move |change: fn(&mut Profile, String)| {
        Callback::new(move |text| desk.change_settings(|s| change(&mut s.profile, text)))
    };
    view! {
        <section class="section" aria-labelledby="organisation">
            <div class="section-head"><h2 id="organisation">"Organisation"</h2></div>
            <div class="form">
                <div class="fields">
                    <Text label="Name" field="name" optional=true value=of(|p| &p.name) on_change=set(|p, text| p.name = text)/>
                </div>
                <div class="fields pair">
                    <Checked label="Time zone" field="time_zone" help="New releases start with it, such as Europe/Lisbon."
                        wrong=wrong_zone value=of(|p| &p.time_zone) on_change=set(|p, text| p.time_zone = text)/>
                    <Checked label="Currency" field="currency" help="ISO code, such as EUR."
                        wrong=wrong_currency value=of(|p| &p.currency) on_change=set(|p, text| p.currency = text)/>
                </div>
                <div class="fields">
                    {LASTING.iter().filter_map(|key| factor(key)).map(|factor| lasting_answer(desk, factor)).collect_view()}
                </div>
            </div>
        </section>
    }
}

/// A line of text that is stored once nothing is wrong with it. Until then what was stored before stays.
#[component]
fn Checked(
    label: &'static str,
    field: &'static str,
    help: &'static str,
    /// What is wrong with a text, if anything.
    wrong: fn(&str) -> Option<String>,
    value: Signal<String>,
    on_change: Callback<String>,
) -> impl IntoView {
    let refused = RwSignal::new(None::<String>);
    let shown = Signal::derive(move || refused.get().unwrap_or_else(|| value.get()));
    let take = move |text: String| {
        if wrong(text.trim()).is_some() {
            refused.set(Some(text));
        } else {
            on_change.run(text.trim().to_owned());
            refused.set(None);
        }
    };
    let error = Signal::derive(move || wrong(shown.get().trim()));
    view! { <Text label field optional=true help error value=shown on_change=take/> }
}

fn wrong_zone(zone: &str) -> Option<String> {
    let known = zone.is_empty() || clock::knows_zone(zone);
    (!known).then(|| format!("This browser knows no time zone “{zone}”, so it is not stored."))
}

fn wrong_currency(code: &str) -> Option<String> {
    let is_code = code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase());
    (!code.is_empty() && !is_code)
        .then(|| "A currency is three capital letters, such as EUR. This is not stored.".to_owned())
}

/// An answer that new releases start with.
fn lasting_answer(desk: Desk, factor: &'static Factor) -> impl IntoView {
    let chosen = move || desk.settings.with(|s| s.profile.answers.get(factor.key).cloned().unwrap_or_default());
    let choose = move |key: String| {
        desk.change_settings(|s| {
            if key.is_empty() {
                s.profile.answers.remove(factor.key);
            } else {
                s.profile.answers.insert(factor.key.to_owned(), key);
            }
        });
    };
    let id = format!("lasting-{}", factor.key);
    let options = factor.answers.iter().map(|answer| {
        view! { <option value=answer.key selected=move || chosen() == answer.key>{answer.label}</option> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{factor.question}</label>
            <select id=id on:change:target=move |event| choose(event.target().value())>
                <option value="" selected=move || chosen().is_empty()>"Ask in each release"</option>
                {options.collect_view()}
            </select>
        </div>
    }
}
