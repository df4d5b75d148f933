//! What is stored: how much, whether the browser keeps it, everything out, everything in, and erasing it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::plan_file::{self, Raw};
use crate::storage::browser::{Estimate, Persistence, Place, ask_to_persist, estimate, is_persisted};
use crate::storage::draft::{self, Decision, Draft};
use crate::storage::settings::{templates_aside, templates_text};
use crate::storage::tabs::News;
use crate::storage::{Broken, Listing, Settings, StoreError};
use crate::text::counted;
use crate::ui::clock;
use crate::ui::components::{Dialog, Icon, Role, Status};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::pages::ImportButton;
use crate::ui::recovery::APP_VERSION;
use crate::ui::releases::hand_out_saying;

/// What is said when the browser was asked to keep what is stored, and will not.
const DECLINED: &str = "The browser declined. Some agree once this site is bookmarked, installed or used often: then ask \
                        again. Until it agrees, export everything now and then.";

/// What is stored, and what can be done with all of it.
#[component]
pub fn Data() -> impl IntoView {
    let desk = use_desk();
    view! {
        <section class="section" aria-labelledby="data">
            <div class="section-head"><h2 id="data">"Data"</h2></div>
            <p>{move || used(desk)}</p>
            <Keeping/>
            <div class="actions">
                <button class="button" type="button" on:click=move |_| spawn_local(export_all(desk))><Icon name="download"/>"Export everything"</button>
                <ImportButton label="Import a file"/>
            </div>
        </section>
        <Erasing/>
    }
}

/// The way to erase everything. It asks first, because undo cannot help afterwards.
#[component]
fn Erasing() -> impl IntoView {
    let desk = use_desk();
    let asked = RwSignal::new(None::<String>);
    let ask = move |_| {
        spawn_local(async move {
            if let Some(copy) = Handout::of_now(desk, "erased").await {
                asked.try_set(Some(copy.words()));
            }
        });
    };
    let go = move |_| {
        asked.set(None);
        spawn_local(erase(desk));
    };
    let what = move || {
        asked
            .get()
            .map(|words| format!("This removes from this browser: {words}, and all settings. It cannot be undone."))
    };
    let open = Signal::derive(move || asked.with(Option::is_some));
    view! {
        <section class="section" aria-labelledby="erase">
            <div class="section-head"><h2 id="erase">"Erase"</h2></div>
            <p class="soft">"Removes every release and setting from this browser."</p>
            <div class="actions">
                <button class="button danger" type="button" on:click=ask>"Erase everything"</button>
            </div>
            <Dialog open title="Erase everything?" on_close=move |()| asked.set(None)>
                <p>{what}</p>
                <p>"A copy is downloaded first: every release, to be imported again, and what could not be read as it is stored. The organisation’s templates are in it too, to be imported under Templates; other settings are not."</p>
                <div class="actions">
                    <button class="button" type="button" on:click=move |_| asked.set(None)>"Cancel"</button>
                    <button class="button danger" type="button" on:click=go>"Download a copy and erase"</button>
                </div>
            </Dialog>
        </section>
    }
}

fn used(desk: Desk) -> String {
    desk.listing.with(|listing| match listing {
        Some(Ok(listing)) => {
            let usage = Listing::usage(listing);
            let releases = if usage.releases.0 == 1 {
                "One release uses".to_owned()
            } else {
                format!("{} releases use", usage.releases)
            };
            format!("{releases} {} in this browser.", bytes(usage.bytes))
        }
        Some(Err(error)) => error.to_string(),
        None => "Reading what is stored".to_owned(),
    })
}

/// Whether the browser keeps what is stored, and the question to it.
#[component]
fn Keeping() -> impl IntoView {
    let persistence = RwSignal::new(None::<Persistence>);
    let room = RwSignal::new(None::<Estimate>);
    let declined = RwSignal::new(false);
    spawn_local(async move {
        let told = (is_persisted().await, estimate().await);
        persistence.try_set(Some(told.0));
        room.try_set(told.1);
    });
    let ask = move |_| {
        spawn_local(async move {
            declined.try_set(false);
            let answer = ask_to_persist().await;
            persistence.try_set(Some(answer));
            declined.try_set(answer == Persistence::Refused);
        });
    };
    let answer = move || {
        persistence.get().map(|answer| match answer {
            Persistence::Granted => view! { <Status role=Role::Go word="Kept until you erase it"/> }.into_any(),
            Persistence::Refused => {
                view! { <Status role=Role::Conditional word="The browser may clear it when it runs short of room"/> }
                    .into_any()
            }
            Persistence::Unknown => view! { <Status role=Role::Idle word="This browser does not say"/> }.into_any(),
        })
    };
    let askable = move || persistence.get() == Some(Persistence::Refused);
    let free = move || {
        room.get().map(|room| {
        view! { <dt>"Room"</dt><dd>{format!("{} of about {} used by this site", bytes(room.used), bytes(room.quota))}</dd> }
    })
    };
    view! {
        <dl class="facts"><dt>"Storage"</dt><dd>{answer}</dd>{free}</dl>
        <Show when=askable>
            <div class="actions"><button class="button" type="button" on:click=ask>"Ask the browser to keep it"</button></div>
        </Show>
        <div role="status">{move || declined.get().then(|| view! { <p>{DECLINED}</p> })}</div>
    }
}

/// Everything that is stored, as one file to hand out.
struct Handout {
    name: String,
    text: String,
    releases: usize,
    damaged: usize,
    drafts: Vec<Draft>,
    /// How many of the drafts hold something that is not stored as a release.
    unsaved: usize,
    /// Whether the organisation's templates are among it.
    has_templates: bool,
}

/// The organisation's templates for a backup, where there are some. What cannot be read goes in as it is stored.
fn templates_of(place: &Place, raw: &mut Vec<Raw>) -> Option<serde_json::Value> {
    let mut unread = |why: String, text: String| raw.push(Raw { id: "templates".to_owned(), why, text });
    if let Some(text) = templates_aside(&*place.shelf) {
        unread("templates that could not be read".to_owned(), text);
    }
    let text = templates_text(&*place.shelf)?;
    match plan_file::read_stored_templates(&text) {
        Ok(file) => Some(plan_file::templates_value(&file.templates, &file.kept, clock::now(), APP_VERSION)),
        Err(why) => {
            unread(why.to_string(), text);
            None
        }
    }
}

impl Handout {
    /// Reads everything that is stored now. Says it where that fails: then nothing was exported, say.
    async fn of_now(desk: Desk, done: &str) -> Option<Self> {
        match Self::take(&desk.place_now()?).await {
            Ok(copy) => Some(copy),
            Err(error) => {
                desk.toasts.say(&format!("Nothing was {done}. {error} {}", error.cure()));
                None
            }
        }
    }

    /// Reads everything. What cannot be read goes in as it is stored, and so do edits that are still to be stored.
    async fn take(place: &Place) -> Result<Self, StoreError> {
        let contents = place.store.all().await?;
        // Drafts that cannot be listed are not erased either.
        let drafts = draft::left(&*place.shelf).map(|(drafts, _)| drafts).unwrap_or_default();
        let mut raw: Vec<Raw> =
            contents.broken.into_iter().map(|Broken { id, what, text }| Raw { id, why: what, text }).collect();
        let mut plans = Vec::new();
        for record in &contents.records {
            match plan_file::read_record(&record.body) {
                Ok(plan) => plans.push(plan),
                Err(why) => {
                    raw.push(Raw { id: record.id.to_string(), why: why.to_string(), text: record.body.clone() });
                }
            }
        }
        let templates = templates_of(place, &mut raw);
        let damaged = raw.len();
        for draft in &drafts {
            let stored = contents.records.iter().find(|record| record.id == draft.id);
            if draft::decide(stored, draft) != Decision::Discard {
                let why = "edits from a tab that was closed, still to be stored".to_owned();
                raw.push(Raw { id: draft.id.to_string(), why, text: draft.body.clone() });
            }
        }
        let has_templates = templates.is_some();
        let releases = plans.iter().map(|plan| (&plan.release, &plan.kept));
        let text = plan_file::backup_to_json(releases, &raw, templates, clock::now(), APP_VERSION);
        let name = plan_file::backup_file_name(clock::today(&clock::local_zone()));
        let unsaved = raw.len() - damaged;
        Ok(Self { name, text, releases: plans.len(), damaged, drafts, unsaved, has_templates })
    }

    /// What is in it, in words.
    fn words(&self) -> String {
        let mut parts = vec![counted(self.releases, "release", "releases")];
        if self.damaged > 0 {
            parts.push(counted(self.damaged, "record that could not be read", "records that could not be read"));
        }
        if self.unsaved > 0 {
            parts.push(counted(self.unsaved, "draft of a closed tab", "drafts of closed tabs"));
        }
        if self.has_templates {
            parts.push("the organisation’s templates".to_owned());
        }
        parts.join(", ")
    }

    /// Hands it out and says something. Tells whether the browser took it.
    fn hand_out(&self, desk: Desk, what: &str) -> bool {
        hand_out_saying(desk, &self.name, &self.text, "application/json", what)
    }

    /// What is said of it once it is handed out.
    fn exported(&self) -> String {
        let raw = if self.damaged + self.unsaved > 0 {
            " What is no release that can be read is in the file word for word; importing passes over it."
        } else {
            ""
        };
        format!("Exported as {}: {}.{raw}", self.name, self.words())
    }
}

/// Hands everything out as one file.
async fn export_all(desk: Desk) {
    if let Some(copy) = Handout::of_now(desk, "exported").await {
        copy.hand_out(desk, &copy.exported());
    }
}

/// Erases everything, with a copy handed out first. Nothing is erased where that copy could not be made.
async fn erase(desk: Desk) {
    let Some(place) = desk.place_now() else { return };
    let Some(copy) = Handout::of_now(desk, "erased").await else { return };
    if !copy.hand_out(desk, &copy.exported()) {
        return;
    }
    match place.store.erase_all().await {
        Ok(()) => {
            // Settings and drafts that cannot be removed are of no harm.
            let _ = Settings::erase(&*place.shelf);
            for draft in &copy.drafts {
                let _ = draft::take_away(&*place.shelf, draft.id, &draft.tab);
            }
            desk.settings.set(Settings::default());
            crate::ui::theme::show(crate::storage::settings::Theme::System);
            desk.tell(News::Erased).await;
            desk.toasts.say(&format!("Everything is erased. Handed out before as {}: {}.", copy.name, copy.words()));
        }
        Err(error) => desk.toasts.say(&format!("Nothing was erased. {error} {}", error.cure())),
    }
}

/// A size as people say it.
fn bytes(size: u64) -> String {
    match size {
        0..1_000 => format!("{size} bytes"),
        1_000..1_000_000 => format!("{} KB", size / 1_000),
        1_000_000..1_000_000_000 => format!("{}.{} MB", size / 1_000_000, size / 100_000 % 10),
        _ => format!("{}.{} GB", size / 1_000_000_000, size / 100_000_000 % 10),
    }
}
