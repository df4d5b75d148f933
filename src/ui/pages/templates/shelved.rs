//! The open templates and the shelf: stored after each edit, and in step with other tabs.

use leptos::ev;
use leptos::prelude::*;

use crate::plan::Release;
use crate::readiness::{templates_as_release, templates_from_release};
use crate::storage::tabs::{News, OnTemplates, Shown, on_other_templates};
use crate::ui::components::{Mark, Role};
use crate::ui::desk::Desk;
use crate::ui::plan::Plan;
use crate::ui::templates::{self, Held};

/// The open templates. It is `Copy`.
#[derive(Clone, Copy)]
pub struct Shelved {
    /// What the app knows.
    pub desk: Desk,
    /// The templates as an open release.
    pub plan: Plan,
    /// The templates as they were read or stored last, with what the page does not show of them.
    pub held: RwSignal<Held>,
    shown: StoredValue<Shown>,
    /// Whether another tab stored others meanwhile, and nobody has chosen yet. Until then nothing is stored from here.
    asks: RwSignal<bool>,
}

impl Shelved {
    /// Reads the templates, and follows the edits and the other tabs from then on.
    #[must_use]
    pub fn open(desk: Desk) -> Self {
        let held = RwSignal::new(templates::read(desk));
        let release: Release = held.with_untracked(|held| templates_as_release(&held.templates));
        let plan = Plan::open(release, false, desk.who(), desk.toasts);
        let shown = StoredValue::new(Shown { mark: templates::stored_mark(desk), edited: false });
        let this = Self { desk, plan, held, shown, asks: RwSignal::new(false) };
        // Storing is what an effect is for: it carries the templates out of the page.
        Effect::new(move |first: Option<()>| {
            plan.edits.track();
            if first.is_some() {
                this.store(|_| {});
            }
        });
        // The news may come before what was stored can be read here: then it waits for the browser to tell of that.
        let told = StoredValue::new(None::<u64>);
        let look = move || {
            if told.get_value().is_some_and(|before| this.react(Some(before))) {
                told.set_value(None);
            }
        };
        Effect::new(move |_| {
            if let Some(News::Templates { before }) = desk.news.get() {
                told.set_value(Some(before));
                look();
            }
        });
        let stored = window_event_listener(ev::storage, move |_| look());
        on_cleanup(move || stored.remove());
        this
    }

    /// Stores what the page holds now, changed once more.
    pub fn store(self, change: impl FnOnce(&mut Held)) {
        let mut now = self.held.get_untracked();
        change(&mut now);
        now.templates = self.plan.release.with_untracked(|release| templates_from_release(release, &now.templates));
        self.shown.update_value(|shown| shown.edited = true);
        self.write(&now);
        self.held.set(now);
    }

    /// Puts other templates in the place of those that are open, says so, and offers to undo it.
    pub fn renew(self, new: Held, said: &str) {
        let before = self.held.get_untracked();
        if self.put(new) {
            self.desk.toasts.offer(&format!("{said}."), "Undo", move || {
                // Where it fails, it says so itself.
                let _ = self.put(before.clone());
            });
        }
    }

    /// Stores templates, and shows them where they are still open.
    fn put(self, new: Held) -> bool {
        if self.plan.edits.try_get_untracked().is_none() {
            return templates::write(self.desk, &new);
        }
        self.shown.update_value(|shown| shown.edited = true);
        if !self.write(&new) {
            return false;
        }
        self.show(new);
        true
    }

    /// Writes, unless another tab has stored others that nobody here has seen.
    fn write(self, now: &Held) -> bool {
        // A tab that slept hears of it no sooner than now.
        self.react(None);
        if self.asks.get_untracked() {
            return false;
        }
        let written = templates::write(self.desk, now);
        if written {
            self.shown.update_value(|shown| shown.mark = templates::stored_mark(self.desk));
        }
        written
    }

    /// Settles what another tab stored. Tells whether there was anything.
    fn react(self, before: Option<u64>) -> bool {
        let stored = templates::stored_mark(self.desk);
        let Some(shown) = self.shown.try_get_value() else { return false };
        match on_other_templates(shown, stored, before) {
            OnTemplates::Ignore => return false,
            OnTemplates::Ask => self.asks.set(true),
            OnTemplates::Follow if self.asks.get_untracked() => {}
            OnTemplates::Follow => {
                self.take_over();
                self.desk.toasts.say("Another tab has changed the templates. You see its version.");
            }
        }
        true
    }

    /// Shows what is stored.
    fn take_over(self) {
        self.show(templates::read(self.desk));
        let mark = templates::stored_mark(self.desk);
        self.shown.set_value(Shown { mark, edited: false });
        self.asks.set(false);
    }

    /// Stores what is shown here in the place of what the other tab stored.
    fn keep(self) {
        self.shown.update_value(|shown| shown.mark = templates::stored_mark(self.desk));
        self.asks.set(false);
        self.store(|_| {});
    }

    fn show(self, held: Held) {
        self.plan.follow(templates_as_release(&held.templates));
        self.held.set(held);
    }
}

/// That both tabs have edits, and the choice between them.
#[component]
pub fn OtherTab(
    /// The open templates.
    open: Shelved,
) -> impl IntoView {
    let banner = move || {
        open.asks.get().then(|| {
            view! {
                <div class="banner inset no-go" role="alert">
                    <Mark role=Role::NoGo/>
                    <p><strong>"Another tab has changed the templates too."</strong>" Nothing from here is stored until you choose."</p>
                    <button class="button small" type="button" on:click=move |_| open.take_over()>"Show the other tab’s"</button>
                    <button class="button small" type="button" on:click=move |_| open.keep()>"Store those shown here"</button>
                </div>
            }
        })
    };
    view! { {banner} }
}
