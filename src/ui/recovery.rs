//! Bringing back what a page that was closed in the middle of a save left behind.

use leptos::prelude::Set;

use super::clock;
use super::desk::Desk;
use super::headline::headline;
use super::plan::new_id;
use crate::plan::{Id, Release};
use crate::plan_file::{self, Kept};
use crate::storage::browser::Place;
use crate::storage::draft::{self, Decision, Draft};
use crate::storage::{Entry, MovedIn, TabId};

/// The version of the app that files name.
pub const APP_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Brings every draft into the store, and says what came of it where that is worth saying.
pub async fn recover(desk: Desk, place: Place, moved_in: MovedIn) {
    let tab = place.channel.tab().clone();
    let prepare = |draft: &Draft, decision: Decision| prepare(draft, decision, &tab);
    let mut said = Vec::new();
    if let Ok(recovered) = draft::recover(&*place.store, &*place.shelf, &prepare).await {
        if !recovered.rescued.is_empty() {
            said.push(
                "Edits from a tab that was closed have been kept as a release of their own, next to the one that was \
                 saved since. Its name ends in “(rescued)”."
                    .to_owned(),
            );
        }
        for (_, why) in &recovered.kept {
            said.push(format!("Edits from a tab that was closed are still to be stored: {why} {}", why.cure()));
        }
    }
    if !moved_in.left.is_empty() {
        said.push("An older version of a release is still in the browser's smaller storage.".to_owned());
    }
    if !said.is_empty() {
        desk.notice.set(Some(said.join(" ")));
    }
}

/// What the store keeps of a release.
#[must_use]
pub fn entry_of(release: &Release, kept: &Kept, tab: &TabId) -> Entry {
    Entry {
        id: release.id,
        saved_at: clock::now(),
        saved_by: tab.clone(),
        body: body_of(release, kept),
        headline: headline(release, clock::today(&release.identity.time_zone)),
    }
}

/// The text of a release as it is stored: the same text for the same plan, whenever it is written. It is dated by the
/// last change in its log.
#[must_use]
pub fn body_of(release: &Release, kept: &Kept) -> String {
    let changed = release.log.last().map_or(jiff::Timestamp::UNIX_EPOCH, |line| line.at);
    plan_file::to_record(release, kept, changed, APP_VERSION)
}

/// The release as one of its own, with a name that tells it apart.
#[must_use]
pub fn as_another(mut release: Release, suffix: &str) -> Release {
    release.id = new_id::<Release>();
    release.identity.name = format!("{} ({suffix})", release.identity.name.trim()).trim_start().to_owned();
    release
}

fn prepare(draft: &Draft, decision: Decision, tab: &TabId) -> Option<Entry> {
    let file = plan_file::read_record(&draft.body).ok()?;
    let release = match decision {
        Decision::Rescue => as_another(file.release, "rescued"),
        Decision::Replay | Decision::Discard => file.release,
    };
    let entry = entry_of(&release, &file.kept, tab);
    (decision == Decision::Rescue || same(entry.id, draft.id)).then_some(entry)
}

fn same(one: Id<Release>, other: Id<Release>) -> bool {
    one == other
}
