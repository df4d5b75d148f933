//! What the app as a whole knows: where the person is, their settings, and where the releases are kept.

use std::rc::Rc;

use leptos::prelude::*;

use super::bundle::{self, Bundles, Remainder};
use super::releases::Act;
use super::theme;
use super::toast::Toasts;
use crate::plan::{Id, Release};
use crate::route::Route;
use crate::storage::browser::{Channel, Opened, Place, open, this_tab};
use crate::storage::settings::{Appearance, Declared, ListView, Profile, Section, Settings};
use crate::storage::tabs::News;
use crate::storage::{Degraded, Listing, MovedIn, Shelf, StoreError, draft};

/// The app's state outside the open release. It is `Copy`, and lives in the context of everything.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Where the person is.
    pub route: RwSignal<Route>,
    /// What they have set.
    pub settings: RwSignal<Settings>,
    /// Messages.
    pub toasts: Toasts,
    /// The releases; nothing until they are known.
    pub listing: RwSignal<Option<Result<Listing, StoreError>>>,
    /// Why releases are kept in a lesser place than they should be.
    pub degraded: RwSignal<Option<Degraded>>,
    /// What happened in another tab last.
    pub news: RwSignal<Option<News>>,
    /// A message that stays until it is dismissed.
    pub notice: RwSignal<Option<String>>,
    /// What is searched for among the releases; it is still there when one comes back to the list.
    pub wanted: RwSignal<String>,
    /// The parts of the app that come after the list.
    pub bundles: Bundles,
    done: StoredValue<Vec<(Act, String)>>,
    undone: StoredValue<Vec<(Act, String)>>,
    place: RwSignal<Option<Place>, LocalStorage>,
    shelf: StoredValue<Option<Rc<dyn Shelf>>, LocalStorage>,
}

impl Desk {
    /// The desk as it is before anything is loaded.
    #[must_use]
    pub fn new() -> Self {
        Self {
            route: RwSignal::new(Route::Releases),
            settings: RwSignal::new(Settings::default()),
            toasts: Toasts::new(),
            listing: RwSignal::new(None),
            degraded: RwSignal::new(None),
            news: RwSignal::new(None),
            notice: RwSignal::new(None),
            wanted: RwSignal::new(String::new()),
            bundles: Bundles::new(),
            done: StoredValue::new(Vec::new()),
            undone: StoredValue::new(Vec::new()),
            place: RwSignal::new_local(None),
            shelf: StoredValue::new_local(None),
        }
    }

    /// Opens the store, brings back what a closed page left behind, and reads the list.
    pub fn start(self) {
        leptos::task::spawn_local(async move {
            let Opened { store, shelf, degraded, moved_in } = open().await;
            self.take_settings(Rc::clone(&shelf));
            self.degraded.set(degraded.clone());
            let channel = Channel::open(this_tab(), Rc::clone(&shelf), move |notice| self.hear(notice.news));
            let place = Place { store, shelf, degraded, channel: Rc::new(channel) };
            if !moved_in.left.is_empty() || draft::any(&*place.shelf) {
                self.recover(place.clone(), moved_in).await;
            }
            self.place.set(Some(place));
            self.refresh().await;
            // The list is shown; what the next step takes comes now, so that it need not be waited for.
            bundle::fetch::<Remainder>(self).await;
        });
    }

    /// Where releases are kept; nothing until that is known. Follows it.
    #[must_use]
    pub fn place(self) -> Option<Place> {
        self.place.get()
    }

    /// Where releases are kept, without following it.
    #[must_use]
    pub fn place_now(self) -> Option<Place> {
        self.place.get_untracked()
    }

    /// Reads the list anew.
    pub async fn refresh(self) {
        let Some(place) = self.place_now() else { return };
        let listing = place.store.list().await;
        self.listing.set(Some(listing));
    }

    /// Tells the other tabs what happened here, and reads the list anew.
    pub async fn tell(self, news: News) {
        if let Some(place) = self.place_now() {
            place.channel.tell(news);
        }
        self.refresh().await;
    }

    /// Changes the settings and writes them down.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        let settings = self.settings.get_untracked();
        theme::show(settings.appearance.theme);
        let Some(shelf) = self.shelf.get_value() else { return };
        let written = [
            Appearance::write(&settings.appearance, &*shelf),
            Declared::write(&settings.person, &*shelf),
            Profile::write(&settings.profile, &*shelf),
            ListView::write(&settings.list, &*shelf),
        ];
        if let Some(error) = written.into_iter().find_map(Result::err) {
            self.toasts.say(&format!("The settings hold for this tab only: {error}"));
        }
    }

    /// The user's name, as declared in the settings.
    #[must_use]
    pub fn who(self) -> Signal<String> {
        Memo::new(move |_| self.settings.with(|settings| settings.person.name.clone())).into()
    }

    /// Goes to another place. Back returns from there.
    pub fn go(self, route: &Route) {
        // The address is one of ours and cannot be refused.
        let _ = window().location().set_hash(&route.to_string());
    }

    /// Remembers what was done with releases as a whole. What was undone before cannot be done again.
    pub fn remember(self, act: Act, what: &str) {
        self.undone.set_value(Vec::new());
        self.remember_again(act, what);
    }

    /// Remembers what was done again.
    pub fn remember_again(self, act: Act, what: &str) {
        self.done.update_value(|done| done.push((act, what.to_owned())));
    }

    /// Remembers what was undone.
    pub fn remember_undone(self, act: Act, what: &str) {
        self.undone.update_value(|undone| undone.push((act, what.to_owned())));
    }

    /// The last thing that was done.
    #[must_use]
    pub fn take_done(self) -> Option<(Act, String)> {
        self.done.try_update_value(Vec::pop).flatten()
    }

    /// The last thing that was undone.
    #[must_use]
    pub fn take_undone(self) -> Option<(Act, String)> {
        self.undone.try_update_value(Vec::pop).flatten()
    }

    /// Whether a release of this id is in the list.
    #[must_use]
    pub fn has(self, id: Id<Release>) -> bool {
        self.listing.with_untracked(|listing| match listing {
            Some(Ok(listing)) => listing.summaries.iter().any(|summary| summary.id == id),
            _ => false,
        })
    }

    async fn recover(self, place: Place, moved_in: MovedIn) {
        match bundle::fetch::<Remainder>(self).await {
            Some(remainder) => (remainder.recover)(self, place, moved_in).await,
            None => self.notice.set(Some(
                "Edits from a tab that was closed are still to be stored: the rest of Rollcall could not be loaded. Check \
                 the connection and load the page again."
                    .to_owned(),
            )),
        }
    }

    fn take_settings(self, shelf: Rc<dyn Shelf>) {
        let (settings, aside) = Settings::read(&*shelf);
        theme::show(settings.appearance.theme);
        self.settings.set(settings);
        self.shelf.set_value(Some(shelf));
        if let Some(aside) = aside.first() {
            let what = format!("A setting could not be read and is back at its default ({}).", aside.section);
            self.notice.set(Some(what));
        }
    }

    fn hear(self, news: News) {
        self.news.set(Some(news));
        leptos::task::spawn_local(self.refresh());
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// The desk.
#[must_use]
pub fn use_desk() -> Desk {
    use_context::<Desk>().unwrap_or_default()
}
