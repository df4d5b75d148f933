//! The open release: what is shown, changed, undone and assessed.

use jiff::civil::Date;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::clock;
use super::toast::Toasts;
use crate::gate::put_back;
use crate::plan::{
    ChangeEntry, Command, Edit, History, Id, Item, Items, Listed, Refused, Release, Removal, RemovedKind, Sole,
    with_reason,
};
use crate::readiness::{Readiness, assess};
use crate::text;

/// The open release with everything that follows from it. It is `Copy`, and lives in the context of its pages.
#[derive(Clone, Copy)]
pub struct Plan {
    /// The release. Read it anywhere; change it only through [`dispatch`](Self::dispatch).
    pub release: RwSignal<Release>,
    /// The day on which it is assessed: today in the release's time zone.
    pub today: Memo<Date>,
    /// Whether it is ready.
    pub readiness: Memo<Readiness>,
    /// Whether it may only be looked at, as a sample before it is kept.
    pub read_only: bool,
    /// How often it was changed here. Saving follows this.
    pub edits: RwSignal<u64>,
    /// Outlives the page: what is fetched for it may arrive when it is gone.
    id: Id<Release>,
    history: RwSignal<History>,
    who: Signal<String>,
    toasts: Toasts,
    /// The message that offers to undo the last step, while that is the last.
    offered: StoredValue<Option<u32>>,
    /// What somebody unfolded on a page, by its name: kept while the release is open.
    unfolded: StoredValue<Vec<&'static str>>,
}

impl Plan {
    /// The plan of a release that was just opened. `who` is the user's name as declared in the settings.
    #[must_use]
    pub fn open(release: Release, read_only: bool, who: Signal<String>, toasts: Toasts) -> Self {
        let id = release.id;
        let release = RwSignal::new(release);
        let zone = Memo::new(move |_| release.with(|release| release.identity.time_zone.clone()));
        let today = Memo::new(move |_| zone.with(|zone| clock::today(zone)));
        let readiness = Memo::new(move |_| release.with(|release| assess(release, today.get())));
        let (edits, history) = (RwSignal::new(0), RwSignal::new(History::default()));
        let offered = StoredValue::new(None);
        let unfolded = StoredValue::new(Vec::new());
        let plan = Self { release, today, readiness, read_only, edits, id, history, who, toasts, offered, unfolded };
        on_cleanup(move || plan.withdraw_offer());
        plan
    }

    /// The release's id.
    #[must_use]
    pub fn id(self) -> Id<Release> {
        self.id
    }

    /// Changes the release as one step that can be undone. Says why where it cannot.
    pub fn dispatch(self, command: Command) {
        self.step(command, None);
    }

    /// Changes the release while a field is being typed into: edits in a row of the same field are one step.
    pub fn typed(self, field: &str, command: Command) {
        self.step(command, Some(field.to_owned()));
    }

    /// A value of a thing in a list; the default once the thing is gone.
    #[must_use]
    pub fn of<T, V>(self, id: Id<T>, value: impl Fn(&T) -> V + Send + Sync + 'static) -> Signal<V>
    where
        T: Listed + 'static,
        V: Default + Clone + PartialEq + Send + Sync + 'static,
    {
        self.from(move |release| T::list(release).get(id).map(&value).unwrap_or_default())
    }

    /// A value that follows from the release.
    #[must_use]
    pub fn from<V>(self, value: impl Fn(&Release) -> V + Send + Sync + 'static) -> Signal<V>
    where
        V: Clone + PartialEq + Send + Sync + 'static,
    {
        memo(Box::new(move || self.release.with(|release| value(release))))
    }

    /// The ids of a list, in its order.
    #[must_use]
    pub fn ids<T: Listed + 'static>(self) -> Memo<Vec<Id<T>>> {
        Memo::new(move |_| self.release.with(|release| T::list(release).iter().map(Item::id).collect()))
    }

    /// A thing in a list as it is now, without following it.
    #[must_use]
    pub fn get<T: Listed + Clone>(self, id: Id<T>) -> Option<T> {
        self.release.with_untracked(|release| T::list(release).get(id).cloned())
    }

    /// Adds a thing at the end of its list, and puts the focus on its first field once it is drawn.
    pub fn add<T: Listed + 'static>(self, item: T) {
        let id = item.id();
        self.dispatch(T::command(Edit::add(item)));
        request_animation_frame(move || focus_entry(&id.to_string()));
    }

    /// Changes a thing in a list. Edits in a row with the same `field` on the same thing are one step to undo.
    pub fn edit<T: Listed + Clone + PartialEq>(self, id: Id<T>, field: &str, change: impl FnOnce(&mut T)) {
        let Some(before) = self.get(id) else { return };
        let mut item = before.clone();
        change(&mut item);
        if item != before {
            self.typed(&format!("{id}.{field}"), T::command(Edit::replace(item)));
        }
    }

    /// Changes a list within a thing. Replacing an entry goes on with typing in it; removing one offers undo.
    pub fn edit_within<T, I>(self, id: Id<T>, list: impl FnOnce(&mut T) -> Option<&mut Items<I>>, edit: Edit<I>)
    where
        T: Listed + Clone + PartialEq,
        I: Item,
    {
        let Some(before) = self.get(id) else { return };
        let mut item = before.clone();
        let (typing, removes) = match &edit {
            Edit::Replace { item } => (Some(format!("{id}.{}", item.id())), false),
            Edit::Remove { .. } => (None, true),
            Edit::Insert { .. } | Edit::Move { .. } => (None, false),
        };
        let applied = list(&mut item).is_some_and(|list| list.apply(edit).is_ok());
        if !applied || item == before {
            return;
        }
        let command = T::command(Edit::replace(item));
        match typing {
            Some(field) => self.typed(&field, command),
            None if removes => self.remove(command),
            None => self.dispatch(command),
        }
    }

    /// Changes a part that the release has once. Edits in a row with the same `field` are one step to undo.
    pub fn edit_part<T: Sole + Clone + PartialEq>(self, field: &str, change: impl FnOnce(&mut T)) {
        let before = self.release.with_untracked(|release| T::part(release).clone());
        let mut part = before.clone();
        change(&mut part);
        if part != before {
            self.typed(field, part.command());
        }
    }

    /// Ends a run of typing.
    pub fn seal(self) {
        self.history.try_update_untracked(History::seal);
    }

    /// Whether something goes only with a reason, because readiness depends on it.
    pub fn needs_reason(self, remove: &Command) -> bool {
        self.release.with_untracked(|release| remove.removes_without_reason(release).is_some())
    }

    /// Removes something that readiness depends on, with the reason, and offers undo.
    pub fn remove_with_reason<T: Item>(self, kind: RemovedKind, item: &T, reason: &str, remove: Command) {
        self.remove_named(kind, (item.id().to_string(), item.title().to_owned()), reason, remove);
    }

    /// Removes something that readiness depends on, by its id and its name.
    pub fn remove_named(self, kind: RemovedKind, (key, name): (String, String), reason: &str, remove: Command) {
        let removal = Removal {
            id: new_id(),
            kind,
            key,
            name,
            reason: reason.trim().to_owned(),
            by: self.who.get_untracked(),
            on: Some(self.today.get_untracked()),
        };
        self.remove(with_reason(removal, remove));
    }

    /// Removes something at once and offers undo.
    pub fn remove(self, remove: Command) {
        if self.step(remove, None) {
            self.offer_undo();
        }
    }

    /// Puts back what an entry of the removals says was removed, and drops the entry.
    pub fn put_back(self, id: Id<Removal>) {
        let back = self.get(id).and_then(|removal| self.release.with_untracked(|release| put_back(release, &removal)));
        if let Some(back) = back {
            self.dispatch(back);
        }
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.swing(History::undo, "Undid");
    }

    /// Does the step that was undone last again.
    pub fn redo(self) {
        self.swing(History::redo, "Redid");
    }

    /// What undo would take back.
    #[must_use]
    pub fn to_undo(self) -> Option<String> {
        self.history.with(|history| history.to_undo().map(str::to_owned))
    }

    /// What redo would do again.
    #[must_use]
    pub fn to_redo(self) -> Option<String> {
        self.history.with(|history| history.to_redo().map(str::to_owned))
    }

    /// Takes over what another tab has saved. Undo starts anew: its steps belong to what was there before.
    pub fn follow(self, release: Release) {
        self.withdraw_offer();
        self.history.set(History::default());
        self.release.set(release);
    }

    /// The user's name, as declared in the settings.
    #[must_use]
    pub fn who(self) -> String {
        self.who.get_untracked()
    }

    /// Whether somebody unfolded this since the release was opened.
    #[must_use]
    pub fn is_unfolded(self, name: &'static str) -> bool {
        self.unfolded.with_value(|all| all.contains(&name))
    }

    /// Keeps whether this is unfolded for as long as the release is open.
    pub fn keep_unfolded(self, name: &'static str, open: bool) {
        // Told late: the release may be closed by now, and then there is nothing to keep.
        let _ = self.unfolded.try_update_value(|all| {
            all.retain(|other| *other != name);
            all.extend(open.then_some(name));
        });
    }

    /// Whether it was done.
    fn step(self, command: Command, typing: Option<String>) -> bool {
        if self.read_only {
            self.toasts.say("This is a sample. Keep a copy to change it.");
            return false;
        }
        let what = self.release.with_untracked(|release| text::describe(&command, release));
        let entry = ChangeEntry { at: clock::now(), who: self.who.get_untracked(), what };
        let mut refused = None;
        self.release.update(|release| {
            self.history.update(|history| refused = history.dispatch(release, command, entry, typing).err());
        });
        match &refused {
            None => {
                self.withdraw_offer();
                self.edits.update(|edits| *edits += 1);
            }
            Some(Refused::ReasonNeeded(_)) => self.toasts.say("Removing this needs a reason. Nothing was changed."),
            Some(Refused::Edit(error)) => self.toasts.say(&format!("Nothing was changed: {error}.")),
        }
        refused.is_none()
    }

    fn swing(
        self,
        way: impl FnOnce(&mut History, &mut Release, jiff::Timestamp, &str) -> Option<String>,
        verb: &'static str,
    ) {
        let (now, who) = (clock::now(), self.who.get_untracked());
        let mut what = None;
        self.release.update(|release| {
            self.history.update(|history| what = way(history, release, now, &who));
        });
        if let Some(what) = what {
            self.withdraw_offer();
            self.edits.update(|edits| *edits += 1);
            self.toasts.say(&format!("{verb}: {what}"));
        }
    }

    fn offer_undo(self) {
        if let Some(what) = self.history.with_untracked(|history| history.to_undo().map(str::to_owned)) {
            self.offer_undo_saying(&what);
        }
    }

    /// Says what was just done and offers to undo it: this step and no other, and for as long as nothing is changed after it.
    pub fn offer_undo_saying(self, what: &str) {
        let step = self.history.with_untracked(History::last_step);
        let undo = move || {
            if self.history.try_with_untracked(History::last_step) == Some(step) {
                self.undo();
            }
        };
        self.offered.set_value(Some(self.toasts.offer(what, "Undo", undo)));
    }

    /// What is offered to be undone is the last step no more.
    fn withdraw_offer(self) {
        if let Some(key) = self.offered.try_update_value(Option::take).flatten() {
            self.toasts.dismiss(key);
        }
    }
}

/// A value that is worked out anew when what it follows from changes.
#[must_use]
pub fn memo<V>(value: Box<dyn Fn() -> V + Send + Sync>) -> Signal<V>
where
    V: Clone + PartialEq + Send + Sync + 'static,
{
    // Boxed: hundreds of closures would otherwise each bring a copy of all that a memo is made of.
    Memo::new(move |_| value()).into()
}

/// Puts the focus on the first control of a new entry, where it is shown with `data-entry`.
pub fn focus_entry(id: &str) {
    let selector = format!("#main [data-entry=\"{id}\"] :is(input, textarea, select)");
    let control = document().query_selector(&selector).ok().flatten();
    let Some(control) = control.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    // Focus is a courtesy: where the control cannot take it, nothing is lost.
    let _ = control.focus();
    // What it begins with is a proposal: typing takes its place.
    if let Some(line) = control.dyn_ref::<web_sys::HtmlInputElement>() {
        line.select();
    } else if let Some(text) = control.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        text.select();
    }
}

/// The open plan. Pages are only shown inside one.
#[must_use]
pub fn use_plan() -> Plan {
    // Outside a release there is no page that asks for it; a plan of nothing is shown rather than a crash.
    use_context::<Plan>()
        .unwrap_or_else(|| Plan::open(Release::default(), true, Signal::stored(String::new()), Toasts::new()))
}

/// A new id: a UUID of version 7, so that ids sort by the time at which they were made.
#[must_use]
pub fn new_id<T>() -> Id<T> {
    Id::new(&uuid::Uuid::now_v7().to_string()).unwrap_or_default()
}
