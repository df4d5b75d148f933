//! What can be done with releases as a whole: new, duplicate, delete, export, import. Duplicating, deleting
//! and importing can be undone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::clock;
use super::desk::Desk;
use super::files;
use super::opening::Saving;
use super::plan::{Plan, new_id};
use super::recovery::{APP_VERSION, as_another, entry_of};
use crate::plan::{Id, Release};
use crate::plan_file::{self, Kept, PlanFile};
use crate::route::Route;
use crate::storage::browser::Place;
use crate::storage::tabs::News;
use crate::storage::{Removed, Revision, StoreError};

/// Hands the open release out as a file.
pub fn export(desk: Desk, plan: Plan) {
    let kept = use_context::<Saving>().map(Saving::kept).unwrap_or_default();
    let (name, text) = plan.release.with_untracked(|release| {
        let name = plan_file::file_name(release, plan.today.get_untracked());
        (name, plan_file::to_json(release, &kept, clock::now(), APP_VERSION))
    });
    hand_out(desk, &name, &text);
}

/// Hands JSON text out as a file and says so.
pub fn hand_out(desk: Desk, name: &str, text: &str) {
    hand_out_as(desk, name, text, "application/json");
}

/// Hands a text of some type out as a file and says so.
pub fn hand_out_as(desk: Desk, name: &str, text: &str, media_type: &str) {
    hand_out_saying(desk, name, text, media_type, &format!("Exported as {name}"));
}

/// Hands a text out as a file and says what that was. Tells whether the browser took it.
pub fn hand_out_saying(desk: Desk, name: &str, text: &str, media_type: &str, what: &str) -> bool {
    let taken = files::download(name, text, media_type);
    match &taken {
        Ok(()) => desk.toasts.say(what),
        Err(why) => desk.toasts.say(&format!("The browser refused the download ({why}). Nothing was changed.")),
    }
    taken.is_ok()
}

/// Stores a new release and goes to it. The address is that of a page of it.
pub async fn create(desk: Desk, release: Release, address: impl FnOnce(Id<Release>) -> Route) {
    let id = release.id;
    if store_new(desk, &release, &Kept::default()).await.is_some() {
        desk.go(&address(id));
    }
}

/// Stores the open release under a new id, where its own is no longer there.
pub async fn save_as_new(desk: Desk, plan: Plan) {
    let mut release = plan.release.get_untracked();
    release.id = new_id();
    create(desk, release, Route::overview).await;
}

/// Makes a copy of a release, with a name that says so, goes to it, and offers undo.
pub async fn duplicate(desk: Desk, id: Id<Release>) {
    let Some(file) = read(desk, id).await else { return };
    let copy = as_another(file.release, "copy");
    if store_new(desk, &copy, &file.kept).await.is_some() {
        desk.did(Act::Imported(vec![copy.id]), &format!("Duplicated as “{}”", copy.identity.name));
        desk.go(&Route::overview(copy.id));
    }
}

/// Deletes a release at once, and offers undo.
pub async fn delete(desk: Desk, id: Id<Release>) {
    let Some(place) = desk.place_now() else { return };
    match remove(&place, id).await {
        Ok(removed) => {
            desk.tell(News::Removed { id }).await;
            desk.go(&Route::Releases);
            desk.did(Act::Deleted(vec![removed]), "Release deleted");
        }
        Err(error) => desk.toasts.say(&format!("Nothing was deleted. {error} {}", error.cure())),
    }
}

/// Stores plans that were read from a file. What is there stays: a plan whose id is taken comes in as a copy.
pub async fn import(desk: Desk, plans: Vec<PlanFile>) {
    let mut imported = Vec::new();
    for file in plans {
        let release = if desk.has(file.release.id) { as_another(file.release, "imported") } else { file.release };
        match store_new(desk, &release, &file.kept).await {
            Some(()) => imported.push(release.id),
            None => break,
        }
    }
    match imported.as_slice() {
        [] => {}
        [one] => {
            let one = *one;
            desk.did(Act::Imported(imported), "Release imported");
            desk.go(&Route::overview(one));
        }
        several => {
            let what = format!("{} releases imported", several.len());
            desk.did(Act::Imported(imported), &what);
        }
    }
}

/// Something done with releases as a whole, as far as it can be taken back.
#[derive(Clone)]
pub enum Act {
    /// These were deleted.
    Deleted(Vec<Removed>),
    /// These came in, from a file or as copies.
    Imported(Vec<Id<Release>>),
}

impl Desk {
    /// Remembers what was done, and offers to undo it.
    pub fn did(self, act: Act, what: &str) {
        self.remember(act, what);
        self.toasts.offer(what, "Undo", move || self.undo());
    }

    /// Takes the last thing back that was done with releases as a whole.
    pub fn undo(self) {
        if let Some((act, what)) = self.take_done() {
            spawn_local(async move {
                if let Some(inverse) = swing(self, act).await {
                    self.remember_undone(inverse, &what);
                    self.toasts.say(&format!("Undid: {what}"));
                }
            });
        }
    }

    /// Does again what was undone last.
    pub fn redo(self) {
        if let Some((act, what)) = self.take_undone() {
            spawn_local(async move {
                if let Some(inverse) = swing(self, act).await {
                    self.remember_again(inverse, &what);
                    self.toasts.say(&format!("Redid: {what}"));
                }
            });
        }
    }
}

/// Takes an act back, and gives the act that does it again.
async fn swing(desk: Desk, act: Act) -> Option<Act> {
    let place = desk.place_now()?;
    let inverse = match act {
        Act::Deleted(removed) => {
            let mut back = Vec::new();
            for one in removed {
                let id = one.id;
                if let Err(error) = place.store.restore(one).await {
                    desk.toasts.say(&format!("It could not be put back. {error} {}", error.cure()));
                    return None;
                }
                back.push(id);
            }
            Act::Imported(back)
        }
        Act::Imported(ids) => {
            let mut removed = Vec::new();
            for id in ids {
                match remove(&place, id).await {
                    Ok(one) => removed.push(one),
                    Err(error) => desk.toasts.say(&format!("{error} {}", error.cure())),
                }
            }
            desk.go(&Route::Releases);
            Act::Deleted(removed)
        }
    };
    desk.refresh().await;
    Some(inverse)
}

/// Removes a release at whatever revision is stored. A record that cannot be read has none.
async fn remove(place: &Place, id: Id<Release>) -> Result<Removed, StoreError> {
    let revision = match place.store.load(id).await {
        Ok(stored) => stored.ok_or(StoreError::Gone)?.revision,
        Err(StoreError::Broken(_)) => Revision::NEW,
        Err(error) => return Err(error),
    };
    place.store.remove(id, revision).await
}

async fn read(desk: Desk, id: Id<Release>) -> Option<PlanFile> {
    let place = desk.place_now()?;
    let record = match place.store.load(id).await {
        Ok(record) => record?,
        Err(error) => {
            desk.toasts.say(&format!("{error} {}", error.cure()));
            return None;
        }
    };
    match plan_file::read_record(&record.body) {
        Ok(file) => Some(file),
        Err(error) => {
            desk.toasts.say(&format!("{error} {}", error.cure()));
            None
        }
    }
}

async fn store_new(desk: Desk, release: &Release, kept: &Kept) -> Option<()> {
    let place = desk.place_now()?;
    let entry = entry_of(release, kept, place.channel.tab());
    match place.store.save(entry, Revision::NEW).await {
        Ok(saved) => {
            desk.tell(News::Saved { id: release.id, revision: saved.revision }).await;
            Some(())
        }
        Err(error) => {
            desk.toasts.say(&format!("Nothing was stored. {error} {}", error.cure()));
            None
        }
    }
}
