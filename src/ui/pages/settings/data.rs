//! What is stored: how much, whether the browser keeps it, everything out, everything in, and erasing it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::plan_file;
use crate::storage::browser::{Estimate, Persistence, ask_to_persist, estimate, is_persisted};
use crate::storage::tabs::News;
use crate::storage::{Listing, Settings, draft};
use crate::ui::clock;
use crate::ui::components::{Icon, Role, Status};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::pages::ImportButton;
use crate::ui::recovery::APP_VERSION;
use crate::ui::releases::hand_out;

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
                <button class="button" type="button" on:click=move |_| spawn_local(async move { let _ = export_all(desk).await; })><Icon name="download"/>"Export everything"</button>
                <ImportButton label="Import a file"/>
            </div>
        </section>
        <section class="section" aria-labelledby="erase">
            <div class="section-head"><h2 id="erase">"Erase"</h2></div>
            <p class="soft">"Removes every release and setting from this browser. A copy of all releases is downloaded first; import it to have them back."</p>
            <div class="actions">
                <button class="button danger" type="button" on:click=move |_| spawn_local(erase(desk))>"Erase everything"</button>
            </div>
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
    spawn_local(async move {
        let told = (is_persisted().await, estimate().await);
        persistence.try_set(Some(told.0));
        room.try_set(told.1);
    });
    let ask = move |_| {
        spawn_local(async move {
            let answer = ask_to_persist().await;
            persistence.try_set(Some(answer));
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
    }
}

/// Hands everything out as one file. Tells whether it could.
async fn export_all(desk: Desk) -> bool {
    let Some(place) = desk.place_now() else { return false };
    let contents = match place.store.all().await {
        Ok(contents) => contents,
        Err(error) => {
            desk.toasts.say(&format!("Nothing was exported. {error} {}", error.cure()));
            return false;
        }
    };
    let damaged = contents.broken.len();
    let plans: Vec<_> =
        contents.records.iter().filter_map(|record| plan_file::read_record(&record.body).ok()).collect();
    if damaged + contents.records.len() - plans.len() > 0 {
        desk.notice.set(Some(
            "Records that cannot be read are not in the export. Open them from the list to download them.".to_owned(),
        ));
    }
    let text =
        plan_file::backup_to_json(plans.iter().map(|plan| (&plan.release, &plan.kept)), clock::now(), APP_VERSION);
    hand_out(desk, &plan_file::backup_file_name(clock::today(&clock::local_zone())), &text);
    true
}

/// Erases everything, with a copy handed out first. Nothing is erased where that copy could not be made.
async fn erase(desk: Desk) {
    if !export_all(desk).await {
        return;
    }
    let Some(place) = desk.place_now() else { return };
    match place.store.erase_all().await {
        Ok(()) => {
            // Settings and drafts that cannot be removed are of no harm.
            let _ = Settings::erase(&*place.shelf);
            for draft in draft::left(&*place.shelf).map(|(drafts, _)| drafts).unwrap_or_default() {
                let _ = draft::take_away(&*place.shelf, draft.id, &draft.tab);
            }
            desk.settings.set(Settings::default());
            crate::ui::theme::show(crate::storage::settings::Theme::System);
            desk.tell(News::Erased).await;
            desk.toasts.say("Everything is erased. The copy is among your downloads.");
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
