//! Saving the open release: the [`Autosave`] machine with timers, page events, a store and the other tabs around it.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Event, EventTarget, VisibilityState, Window};

use super::channel::Channel;
use super::listener::Listener;
use super::timer::{Timer, now};
use crate::plan::{Id, Release};
use crate::storage::autosave::Write;
use crate::storage::draft::{self, Draft};
use crate::storage::tabs::{Mine, News};
use crate::storage::{
    Autosave, Degraded, Entry, Outcome, Promised, Revision, SaveState, Saved, Shelf, Store, StoreError, outcome,
};

/// Where a saver saves, and whom it tells.
#[derive(Clone)]
pub struct Place {
    /// Where releases are kept.
    pub store: Rc<dyn Store>,
    /// Where drafts are left.
    pub shelf: Rc<dyn Shelf>,
    /// Why releases are kept in a lesser place than they should be.
    pub degraded: Option<Degraded>,
    /// The line to the other tabs.
    pub channel: Rc<Channel>,
}

/// Saves one open release. Dropping it stops it; [`close`](Self::close) first saves what there is.
pub struct Saver(Rc<Inner>);

struct Inner {
    id: Id<Release>,
    place: Place,
    encode: Box<dyn Fn() -> Entry>,
    report: Box<dyn Fn(SaveState)>,
    machine: RefCell<Autosave>,
    reported: RefCell<SaveState>,
    timer: RefCell<Option<Timer>>,
    listeners: RefCell<Vec<Listener>>,
    waiting: RefCell<Vec<Outcome<SaveState>>>,
    /// How many edits the draft on the shelf has.
    drafted: Cell<Option<u64>>,
    closed: Cell<bool>,
    /// What was on the screen when the saver was closed. After that `encode` is not asked any more.
    parting: RefCell<Option<Entry>>,
}

impl Saver {
    /// A saver for the release with this id. Nothing is written before [`loaded`](Self::loaded).
    ///
    /// `encode` gives the release as it is on the screen, under this id and this tab's name. `report` is called whenever
    /// the save indicator changes.
    pub fn new(
        id: Id<Release>,
        place: Place,
        encode: impl Fn() -> Entry + 'static,
        report: impl Fn(SaveState) + 'static,
    ) -> Self {
        let inner = Rc::new(Inner {
            id,
            place,
            encode: Box::new(encode),
            report: Box::new(report),
            machine: RefCell::default(),
            reported: RefCell::new(SaveState::Loading),
            timer: RefCell::default(),
            listeners: RefCell::default(),
            waiting: RefCell::default(),
            drafted: Cell::default(),
            closed: Cell::default(),
            parting: RefCell::default(),
        });
        inner.listeners.replace(page_listeners(&inner));
        Self(inner)
    }

    /// What is on the screen is what is stored at this revision; [`Revision::NEW`] where it is not stored yet.
    pub fn loaded(&self, revision: Revision) {
        self.0.forget_draft();
        self.0.machine.borrow_mut().loaded(revision);
        self.0.go_on();
    }

    /// The release was edited: to be called after each command.
    pub fn edited(&self) {
        self.0.machine.borrow_mut().edited(now());
        self.0.go_on();
    }

    /// Saves what there is at once. Also what a "Try again" does.
    pub fn flush(&self) {
        self.0.flush();
    }

    /// Saves what there is and waits until it is stored, or could not be.
    pub async fn settle(&self) -> SaveState {
        self.0.flush();
        let state = self.state();
        if state != SaveState::Saving && !self.0.machine.borrow().is_writing() {
            return state;
        }
        let (end, ended) = outcome();
        self.0.waiting.borrow_mut().push(end);
        ended.await.unwrap_or_else(|| self.state())
    }

    /// What the save indicator says.
    #[must_use]
    pub fn state(&self) -> SaveState {
        self.0.state()
    }

    /// How this tab stands to the release; none before the load.
    #[must_use]
    pub fn mine(&self) -> Option<Mine> {
        let machine = self.0.machine.borrow();
        machine.base().map(|base| Mine { base, unsaved: machine.is_unsaved() })
    }

    /// Saves what is on the screen now and stops: `encode` is asked at once and never again, `report` is not called any
    /// more. The promise tells how it ended; where not saved, a draft is left for the next start.
    pub fn close(self) -> Promised<SaveState> {
        let inner = self.0;
        inner.closed.set(true);
        inner.listeners.take();
        let (end, ended) = outcome();
        inner.waiting.borrow_mut().push(end);
        if inner.has_something_to_save() {
            let entry = (inner.encode)();
            // Where no draft can be left, the save is on its way all the same.
            let _ = inner.leave_draft(&entry);
            inner.parting.replace(Some(entry));
        }
        inner.flush();
        ended
    }
}

impl Inner {
    fn state(&self) -> SaveState {
        self.machine.borrow().state().in_place(self.place.degraded.as_ref())
    }

    fn flush(self: &Rc<Self>) {
        self.machine.borrow_mut().flush(now());
        self.go_on();
    }

    /// Does what is due, sets the timer for what will be, and reports.
    fn go_on(self: &Rc<Self>) {
        self.timer.take();
        let due = self.machine.borrow().due();
        if let Some(wait) = due.map(|due| due.saturating_sub(now())) {
            if wait.is_zero() { self.write() } else { self.wait(wait) }
        }
        self.tell();
    }

    fn wait(self: &Rc<Self>, wait: std::time::Duration) {
        let this = Rc::downgrade(self);
        let timer = Timer::after(wait, move || {
            if let Some(inner) = this.upgrade() {
                inner.go_on();
            }
        });
        self.timer.replace(Some(timer));
    }

    fn write(self: &Rc<Self>) {
        let Some(write) = self.machine.borrow_mut().begin() else { return };
        let parting = self.parting.borrow().clone();
        let entry = parting.unwrap_or_else(|| (self.encode)());
        let this = Rc::clone(self);
        spawn_local(async move {
            let result = this.save(entry, write.expected).await;
            this.written(&write, result);
        });
    }

    async fn save(&self, entry: Entry, expected: Revision) -> Result<Saved, StoreError> {
        if entry.id != self.id {
            let what = format!("the release on the screen is \"{}\", not \"{}\"", entry.id, self.id);
            return Err(StoreError::Failed { what });
        }
        let body = entry.body.clone();
        match self.place.store.save(entry, expected).await {
            Err(conflict @ StoreError::Conflict { .. }) => self.stored_already(&body).await.ok_or(conflict),
            result => result,
        }
    }

    /// Another tab may have stored the very same: by bringing back this one's draft, say.
    async fn stored_already(&self, body: &str) -> Option<Saved> {
        let stored = self.place.store.load(self.id).await.ok()??;
        (stored.body == body).then_some(Saved { revision: stored.revision })
    }

    fn written(self: &Rc<Self>, write: &Write, result: Result<Saved, StoreError>) {
        match result {
            Ok(Saved { revision }) => {
                self.machine.borrow_mut().committed(write, revision);
                if self.drafted.get().is_some_and(|edits| edits <= write.edits()) {
                    self.forget_draft();
                }
                self.tell_others(revision);
            }
            Err(error) => self.machine.borrow_mut().failed(write, error, now()),
        }
        self.go_on();
    }

    /// The other tabs see what is kept for all of them, not this tab's memory.
    fn tell_others(&self, revision: Revision) {
        if self.place.store.kind().survives_closing() {
            self.place.channel.tell(News::Saved { id: self.id, revision });
        }
    }

    fn tell(&self) {
        let state = self.state();
        if !self.machine.borrow().is_writing() && state != SaveState::Saving {
            for waiting in self.waiting.take() {
                waiting.give(state.clone());
            }
        }
        if !self.closed.get() && *self.reported.borrow() != state {
            self.reported.replace(state.clone());
            (self.report)(state);
        }
    }

    /// The page goes away, perhaps for good: save, and leave a draft in case that comes too late.
    ///
    /// Tells whether what there is will be there at the next start.
    fn page_goes(self: &Rc<Self>) -> bool {
        if !self.has_something_to_lose() {
            return true;
        }
        let left = self.leave_draft(&(self.encode)()).is_ok();
        self.flush();
        left && self.place.shelf.kind().survives_closing()
    }

    fn has_something_to_save(&self) -> bool {
        let machine = self.machine.borrow();
        machine.base().is_some() && machine.is_unsaved()
    }

    /// What is in memory alone goes with the page, whether it counts as stored or not.
    fn has_something_to_lose(&self) -> bool {
        let machine = self.machine.borrow();
        let is_kept = self.place.store.kind().survives_closing() && !machine.is_unsaved();
        machine.base().is_some() && machine.edits() > 0 && !is_kept
    }

    fn leave_draft(&self, entry: &Entry) -> Result<(), StoreError> {
        let machine = self.machine.borrow();
        let draft = Draft {
            id: entry.id,
            tab: self.place.channel.tab().clone(),
            base: machine.base().unwrap_or_default(),
            under_way: machine.is_writing(),
            at: entry.saved_at,
            body: entry.body.clone(),
        };
        draft::leave(&*self.place.shelf, &draft)?;
        self.drafted.set(Some(machine.edits()));
        Ok(())
    }

    fn forget_draft(&self) {
        if self.drafted.take().is_some() {
            // A draft that stays is found to be stored already, at the next start.
            let _ = draft::take_away(&*self.place.shelf, self.id, self.place.channel.tab());
        }
    }
}

/// Listens to everything that may be the last that this page hears.
fn page_listeners(inner: &Rc<Inner>) -> Vec<Listener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let mut listeners = vec![
        on(inner, &window, "blur", |inner, _| inner.flush()),
        on(inner, &window, "pagehide", |inner, _| {
            inner.page_goes();
        }),
        on(inner, &window, "beforeunload", |inner, event| {
            if !inner.page_goes() {
                event.prevent_default();
            }
        }),
    ];
    if let Some(document) = Window::document(&window) {
        listeners.push(on(inner, &document, "visibilitychange", |inner, _| {
            if is_hidden() {
                inner.page_goes();
            }
        }));
    }
    listeners
}

fn on(inner: &Rc<Inner>, target: &EventTarget, event: &'static str, act: fn(&Rc<Inner>, &Event)) -> Listener {
    let inner: Weak<Inner> = Rc::downgrade(inner);
    Listener::new(target, event, move |event| {
        if let Some(inner) = inner.upgrade() {
            act(&inner, &event);
        }
    })
}

fn is_hidden() -> bool {
    let document: Option<Document> = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.visibility_state() == VisibilityState::Hidden)
}
