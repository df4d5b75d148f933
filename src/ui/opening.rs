//! Opening a release: from the store to the open plan, kept saved from then on, and in step with other tabs.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::bundle;
use super::desk::{Desk, use_desk};
use super::page::CurrentPage;
use super::pages;
use super::panic;
use super::plan::{Plan, new_id};
use super::recovery::{as_another, body_of, entry_of};
use super::shell::{OpenShell, Shell};
use crate::plan::{Id, Release};
use crate::plan_file::{self, Kept, PlanFileError};
use crate::storage::browser::{Place, Saver};
use crate::storage::tabs::{News, Reaction, on_other_saved};
use crate::storage::{Revision, SaveState, StoreError};

/// What came of opening a release.
#[derive(Clone)]
enum Opening {
    Loading,
    Missing,
    Refused(StoreError),
    Broken { why: PlanFileError, text: String },
    Open { release: Box<Release>, kept: Kept, revision: Revision },
}

/// How the open release is saved. It is `Copy`, and lives in the context of its pages.
#[derive(Clone, Copy)]
pub struct Saving {
    /// What the save indicator says.
    pub state: RwSignal<SaveState>,
    /// Whether another tab has deleted the release.
    pub gone: RwSignal<bool>,
    saver: StoredValue<Option<Rc<Saver>>, LocalStorage>,
    kept: StoredValue<Kept>,
    /// Whether a collision with another tab is being settled.
    settling: StoredValue<bool>,
    /// What another tab has saved meanwhile.
    missed: StoredValue<Option<Revision>>,
}

impl Saving {
    /// Tries once more at once.
    pub fn try_again(self) {
        self.with_saver(Saver::flush);
    }

    /// What the plan's file holds beyond what this version knows.
    #[must_use]
    pub fn kept(self) -> Kept {
        self.kept.get_value()
    }

    /// What this tab makes of a save by another tab.
    fn reaction(self, revision: Revision) -> Reaction {
        let mine = self.saver.try_get_value().flatten().and_then(|saver| saver.mine());
        mine.map_or(Reaction::Ignore, |mine| on_other_saved(mine, revision))
    }

    fn with_saver(self, act: impl FnOnce(&Saver)) {
        if let Some(saver) = self.saver.get_value() {
            act(&saver);
        }
    }
}

/// The open release, or what stands in its place until it is there.
#[component]
pub fn OpenRelease(
    /// Which.
    id: Id<Release>,
) -> impl IntoView {
    let desk = use_desk();
    let opening = RwSignal::new(Opening::Loading);
    Effect::new(move |_| {
        if let Some(place) = desk.place() {
            spawn_local(async move {
                let found = load(&place, id).await;
                opening.try_set(found);
            });
        }
    });
    move || match opening.get() {
        Opening::Loading => {
            view! { <OpenShell><p class="soft" role="status">"Opening the release"</p></OpenShell> }.into_any()
        }
        Opening::Missing => view! { <OpenShell><pages::UnknownRelease/></OpenShell> }.into_any(),
        Opening::Refused(why) => view! { <OpenShell><pages::NotOpened why/></OpenShell> }.into_any(),
        Opening::Broken { why, text } => {
            view! { <OpenShell><pages::BrokenRelease id why text/></OpenShell> }.into_any()
        }
        Opening::Open { release, kept, revision } => open(desk, *release, kept, revision).into_any(),
    }
}

async fn load(place: &Place, id: Id<Release>) -> Opening {
    match place.store.load(id).await {
        Ok(None) => Opening::Missing,
        Err(StoreError::Broken(broken)) => Opening::Broken { why: PlanFileError::Empty, text: broken.text },
        Err(why) => Opening::Refused(why),
        Ok(Some(record)) => match plan_file::read_record(&record.body) {
            Ok(file) => Opening::Open { release: Box::new(file.release), kept: file.kept, revision: record.revision },
            Err(why) => Opening::Broken { why, text: record.body },
        },
    }
}

fn open(desk: Desk, release: Release, kept: Kept, revision: Revision) -> impl IntoView {
    let plan = Plan::open(release, false, desk.who(), desk.toasts);
    let saving = keep_saved(desk, plan, kept, revision);
    follow_other_tabs(desk, plan, saving);
    provide_context(plan);
    provide_context(saving);
    view! { <Frame plan/> }
}

/// The frame and the current page of a plan, with the keys that act on it.
#[component]
pub fn Frame(
    /// The plan.
    plan: Plan,
) -> impl IntoView {
    let keys = window_event_listener(ev::keydown, move |event| undo_keys(plan, &event));
    on_cleanup(move || keys.remove());
    bundle::fetch_at_rest(use_desk());
    view! { <Shell><CurrentPage/></Shell> }
}

/// Saves the plan after each edit, and once more when it is left.
fn keep_saved(desk: Desk, plan: Plan, kept: Kept, revision: Revision) -> Saving {
    let saving = Saving {
        state: RwSignal::new(SaveState::Loading),
        gone: RwSignal::new(false),
        saver: StoredValue::new_local(None),
        kept: StoredValue::new(kept),
        settling: StoredValue::new(false),
        missed: StoredValue::new(None),
    };
    let Some(place) = desk.place_now() else { return saving };
    let tab = place.channel.tab().clone();
    let encode = move || {
        let entry = plan.release.with_untracked(|release| saving.kept.with_value(|kept| entry_of(release, kept, &tab)));
        panic::remember(&entry.body);
        entry
    };
    let report = move |state: SaveState| drop(saving.state.try_set(state));
    let saver = Rc::new(Saver::new(plan.id(), place, encode, report));
    saver.loaded(revision);
    saving.saver.set_value(Some(saver));
    panic::remember(&plan.release.with_untracked(|release| saving.kept.with_value(|kept| body_of(release, kept))));
    // Saving is what an effect is for: it carries the plan out of the page.
    Effect::new(move |first: Option<()>| {
        plan.edits.track();
        if first.is_some() {
            saving.with_saver(Saver::edited);
        }
    });
    on_cleanup(move || {
        let saver = saving.saver.try_update_value(Option::take).flatten();
        if let Some(saver) = saver.and_then(|saver| Rc::try_unwrap(saver).ok()) {
            let ended = saver.close();
            spawn_local(async move {
                ended.await;
                desk.refresh().await;
            });
        }
    });
    saving
}

/// Follows what other tabs do with the same release. Neither overwrites the other: where both have edits, this tab's are
/// kept as a release of their own.
fn follow_other_tabs(desk: Desk, plan: Plan, saving: Saving) {
    let id = plan.id();
    Effect::new(move |_| match desk.news.get() {
        Some(News::Saved { id: other, revision }) if other == id => react(desk, plan, saving, revision),
        Some(News::Removed { id: other }) if other == id => saving.gone.set(true),
        Some(News::Erased) => saving.gone.set(true),
        _ => {}
    });
    Effect::new(move |_| {
        if let SaveState::NotSaved(StoreError::Conflict { stored, .. }) = saving.state.get() {
            react(desk, plan, saving, stored);
        }
    });
}

/// Settles what another tab's save means here. A collision is heard of twice, from the other tab and from this tab's own
/// save that is refused; it is settled once. What comes meanwhile is looked at afterwards.
fn react(desk: Desk, plan: Plan, saving: Saving, revision: Revision) {
    if saving.reaction(revision) == Reaction::Ignore {
        return;
    }
    if saving.settling.get_value() {
        saving.missed.update_value(|missed| *missed = (*missed).max(Some(revision)));
        return;
    }
    saving.settling.set_value(true);
    spawn_local(async move {
        settle(desk, plan, saving).await;
        saving.settling.try_set_value(false);
        if let Some(revision) = saving.missed.try_update_value(Option::take).flatten() {
            react(desk, plan, saving, revision);
        }
    });
}

/// Takes over what is stored, once this tab's own edits, if there are any, are kept as a release of their own.
async fn settle(desk: Desk, plan: Plan, saving: Saving) {
    let Some(place) = desk.place_now() else { return };
    let Opening::Open { release, kept, revision } = load(&place, plan.id()).await else { return };
    // There may be edits by now that were not there before.
    let reaction = saving.reaction(revision);
    if reaction == Reaction::Ignore || reaction == Reaction::KeepBoth && !keep_mine(desk, &place, plan, saving).await {
        return;
    }
    if plan.release.try_get_untracked().is_none() {
        return;
    }
    saving.kept.set_value(kept);
    plan.follow(*release);
    saving.with_saver(|saver| saver.loaded(revision));
    match reaction {
        Reaction::KeepBoth => desk.notice.set(Some(
            "Another tab saved this release first. You see its version; yours is kept as a release of its own, \
             whose name ends in “(from another tab)”."
                .to_owned(),
        )),
        _ => desk.toasts.say("Another tab has saved this release. You see its version."),
    }
}

/// Saves this tab's version as a release of its own, with what is typed while that goes on. Tells whether it is stored.
async fn keep_mine(desk: Desk, place: &Place, plan: Plan, saving: Saving) -> bool {
    let (own, mut stored) = (new_id::<Release>(), Revision::NEW);
    loop {
        let (edits, mine) = (plan.edits.try_get_untracked(), plan.release.try_get_untracked());
        let (Some(mine), Some(kept)) = (mine, saving.kept.try_get_value()) else { return false };
        let mine = Release { id: own, ..as_another(mine, "from another tab") };
        match place.store.save(entry_of(&mine, &kept, place.channel.tab()), stored).await {
            Ok(saved) => stored = saved.revision,
            Err(error) => {
                desk.notice.set(Some(format!("{error} {}", error.cure())));
                return false;
            }
        }
        if plan.edits.try_get_untracked() == edits {
            break;
        }
    }
    place.channel.tell(News::Saved { id: own, revision: stored });
    spawn_local(desk.refresh());
    true
}

/// Ctrl+Z and Ctrl+Shift+Z act on the release, wherever the focus is.
pub fn undo_keys(plan: Plan, event: &web_sys::KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || !event.key().eq_ignore_ascii_case("z") {
        return;
    }
    event.prevent_default();
    if event.shift_key() { plan.redo() } else { plan.undo() }
}
